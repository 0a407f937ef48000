namespace CovidSchoolReporting.Infrastructure.Persistence;

/// <summary>The last number that a change of a table was given. It never goes back, whatever is deleted.</summary>
internal sealed class ChangeCounter
{
    public const int TableMaxLength = 60;

    public required string Table { get; init; }

    public long Last { get; init; }
}
