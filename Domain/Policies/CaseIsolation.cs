namespace CovidSchoolReporting.Domain.Policies;

/// <summary>
/// How long a case is isolated. Day 0 is the day of the onset of symptoms, or of the positive swab of whoever has none
/// («dalla comparsa dei sintomi», «dalla comparsa della positività», circ. 32850/2020); day N is N days later by the calendar
/// and still belongs to the isolation, whose test is taken on that day.
/// </summary>
/// <param name="IsRequired">False when the rules ask for no isolation: then nothing else counts.</param>
/// <param name="AsymptomaticDays">Days of whoever has no symptoms; null when no number of days ends it.</param>
/// <param name="SymptomaticDays">Days at least of whoever has symptoms; null when no number of days ends it.</param>
/// <param name="SymptomFreeDays">How many of them, the last, must pass without symptoms; null when the rules do not say.</param>
/// <param name="NegativeTest">It ends only with a negative test.</param>
/// <param name="LongestDays">After so many days it ends without one; null when it does not.</param>
public sealed record CaseIsolation(
    PersonGroup Group,
    bool IsRequired,
    int? AsymptomaticDays,
    int? SymptomaticDays,
    int? SymptomFreeDays,
    bool NegativeTest,
    int? LongestDays)
{
    /// <summary>The dates of one case; null while neither onset nor swab is known.</summary>
    public IsolationDates? DatesFrom(DateOnly? symptomOnset, DateOnly? positiveSwab)
    {
        if ((symptomOnset ?? positiveSwab) is not { } start)
        {
            return null;
        }

        var days = symptomOnset is null ? AsymptomaticDays : SymptomaticDays;
        return IsRequired
            ? new IsolationDates(this, start.Plus(days), start.Plus(LongestDays), symptomOnset is not null)
            : new IsolationDates(this, null, null, symptomOnset is not null);
    }
}

/// <summary>The proposed end of the isolation of one case: the agency decides.</summary>
/// <param name="Rule">What the dates follow from.</param>
/// <param name="Earliest">Last day of the isolation at the earliest, included; null when no number of days ends it.</param>
/// <param name="Latest">Last day at the latest, included, whatever the test says; null when there is none.</param>
/// <param name="WithSymptoms">The onset is known: the days count from it, else from the swab.</param>
public sealed record IsolationDates(CaseIsolation Rule, DateOnly? Earliest, DateOnly? Latest, bool WithSymptoms);
