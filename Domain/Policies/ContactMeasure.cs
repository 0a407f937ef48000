namespace CovidSchoolReporting.Domain.Policies;

/// <summary>What is asked of a contact.</summary>
public enum MeasureKind
{
    None,

    /// <summary>Autosorveglianza: free to go out, with a mask, watching for symptoms.</summary>
    SelfMonitoring,
    Quarantine,
}

/// <summary>
/// What is asked of the contacts of a group. Day 0 is the day of the last contact («dall'ultima esposizione al caso»,
/// circ. 32850/2020); day N is N days later by the calendar and still belongs to the measure. The test that shortens a quarantine
/// is taken on its day N («effettuato il decimo giorno»): with a negative answer the person is free from then on.
/// </summary>
/// <param name="DaysWithTest">Length with a negative test; null when no test ends it.</param>
/// <param name="DaysWithoutTest">Length without one; null when the rules ask for the test.</param>
/// <param name="Ffp2Days">So many days from the last contact with an FFP2 mask; null when the rules do not ask for it.</param>
public sealed record ContactMeasure(
    PersonGroup Group, MeasureKind Kind, int? DaysWithTest, int? DaysWithoutTest, int? Ffp2Days)
{
    /// <summary>The dates of one contact.</summary>
    public ContactDates DatesFrom(DateOnly lastContact) => Kind == MeasureKind.None
        ? new ContactDates(this, null, null, null)
        : new ContactDates(this, lastContact.Plus(DaysWithTest), lastContact.Plus(DaysWithoutTest), lastContact.Plus(Ffp2Days));
}

/// <summary>The proposed end of the measure of one contact: the agency decides. Every day is the last one, included.</summary>
/// <param name="Rule">What the dates follow from.</param>
public sealed record ContactDates(ContactMeasure Rule, DateOnly? WithTest, DateOnly? WithoutTest, DateOnly? Ffp2Until);
