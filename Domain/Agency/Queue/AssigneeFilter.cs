namespace CovidSchoolReporting.Domain.Agency.Queue;

/// <summary>Whose reports the list shows.</summary>
/// <param name="UserId">The colleague; 0 for the others.</param>
public readonly record struct AssigneeFilter(AssigneeKind Kind, int UserId = 0)
{
    public static readonly AssigneeFilter Me = new(AssigneeKind.Me);

    public static readonly AssigneeFilter Nobody = new(AssigneeKind.Nobody);

    public static AssigneeFilter Colleague(int userId) => new(AssigneeKind.Colleague, userId);
}

/// <summary>Who is meant: «me» stays me in a saved view and in an address that is passed on.</summary>
public enum AssigneeKind
{
    Me,
    Nobody,
    Colleague,
}
