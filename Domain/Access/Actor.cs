namespace CovidSchoolReporting.Domain.Access;

/// <summary>
/// Who asks. Every read and every command takes one, and every query filters by it: what an actor does not own
/// does not exist for them.
/// </summary>
/// <param name="UserId">The portal's own id of the user.</param>
/// <param name="DisplayName">Name shown to colleagues of the same institute or agency; never logged.</param>
/// <param name="InstituteId">The institute of a head teacher or referent; null for the agency's staff.</param>
/// <param name="Territories">The territories of an agency operator; empty for everybody else.</param>
public sealed record Actor(
    int UserId,
    string DisplayName,
    Role Role,
    int? InstituteId,
    IReadOnlySet<Territory> Territories)
{
    /// <summary>
    /// From which screen: its address with its ids left out, for example «/casi/{id}/contatti». It goes into the audit and decides
    /// nothing. Null where nobody looks at a screen.
    /// </summary>
    public string? Screen { get; init; }

    public bool IsSchool => Role.IsSchool();

    public bool IsAgencyOperator => Role is Role.AgencyOperator;

    public static Actor OfSchool(int userId, string displayName, Role role, int instituteId) =>
        role.IsSchool()
            ? new Actor(userId, displayName, role, instituteId, new HashSet<Territory>())
            : throw new ArgumentOutOfRangeException(nameof(role), role, "Not a school role.");

    public static Actor OfAgency(int userId, string displayName, Role role, params IEnumerable<Territory> territories) =>
        role is Role.AgencyOperator or Role.AgencyAdministrator
            ? new Actor(userId, displayName, role, null, territories.ToHashSet())
            : throw new ArgumentOutOfRangeException(nameof(role), role, "Not an agency role.");
}
