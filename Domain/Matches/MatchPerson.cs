using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.People;

namespace CovidSchoolReporting.Domain.Matches;

/// <summary>What two reports are compared by.</summary>
/// <param name="Surname">In plain capitals; see <see cref="LatinLetters.SearchKey"/>.</param>
/// <param name="Name">In plain capitals.</param>
/// <param name="FiscalCodeKey">The code with omocodia undone; null when the person has none.</param>
public sealed record MatchPerson(string Surname, string Name, DateOnly BirthDate, string? FiscalCodeKey)
{
    public static MatchPerson Of(string surname, string name, DateOnly birthDate, string? fiscalCodeKey) =>
        new(LatinLetters.SearchKey(surname), LatinLetters.SearchKey(name), birthDate, fiscalCodeKey);

    public static MatchPerson Of(ReceivedReport report) => Of(report.Surname, report.Name, report.BirthDate, report.FiscalCodeKey);

    /// <summary>The birth date with day and month in each other's place; null when that is no date, or the same one.</summary>
    public DateOnly? TransposedBirthDate => BirthDate.Day <= 12 && BirthDate.Day != BirthDate.Month
        ? new DateOnly(BirthDate.Year, BirthDate.Day, BirthDate.Month)
        : null;

    /// <summary>
    /// Whether the codes say that they are two people: both are personal ones, whose check letter has caught the slips, and they differ.
    /// A provisional code says nothing beside a personal one.
    /// </summary>
    public bool HasAnotherCodeThan(MatchPerson other) =>
        FiscalCodeKey is { } mine && other.FiscalCodeKey is { } theirs && mine != theirs && IsPersonal(mine) && IsPersonal(theirs);

    private static bool IsPersonal(string key) => FiscalCode.TryParse(key, out _)?.Kind == FiscalCodeKind.Personal;
}
