using CovidSchoolReporting.Domain.Cases;

namespace CovidSchoolReporting.Domain.Policies;

/// <summary>What the rules of a case say about its dates: whom to list, and until when. Proposals: the agency decides.</summary>
/// <param name="Policy">The rules under which it was opened.</param>
public sealed record CaseMeasures(
    ReportingPolicy Policy, DateOnly? SymptomOnset, DateOnly? PositiveSwab, DateOnly LastDayAttended)
{
    /// <summary>Null while neither onset nor swab is known.</summary>
    public ContactWindow? Window { get; } =
        ContactWindow.Of(Policy.Terms.WindowDaysBefore, SymptomOnset, PositiveSwab, LastDayAttended);

    /// <summary>The isolation of the case, for each group that its rules tell apart; none while neither onset nor swab is known.</summary>
    public IReadOnlyList<IsolationDates> Isolation { get; } =
        [.. Policy.Terms.Case.Select(rule => rule.DatesFrom(SymptomOnset, PositiveSwab)).OfType<IsolationDates>()];

    /// <summary>
    /// Of several groups the one that is free last, because the portal does not know to which the case belongs; where no number of days ends the
    /// isolation, its last day at the latest counts. Null when none is required.
    /// </summary>
    public IsolationDates? LongestIsolation =>
        Isolation.Where(dates => dates.Rule.IsRequired).MaxBy(dates => dates.Earliest ?? dates.Latest);

    /// <summary>The measure of a contact, for each group that the rules tell apart.</summary>
    public IReadOnlyList<ContactDates> For(DateOnly lastContact) => Policy.Terms.DatesFor(lastContact);

    public static CaseMeasures Of(CovidCase covidCase) =>
        new(covidCase.Policy, covidCase.SymptomOnset, covidCase.PositiveSwabDate, covidCase.LastDayAttended);
}
