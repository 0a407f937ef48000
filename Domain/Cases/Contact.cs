using CovidSchoolReporting.Domain.Guide;

namespace CovidSchoolReporting.Domain.Cases;

/// <summary>Contatto: a person exposed to the case. It belongs to exactly one case, and changes only through it.</summary>
public sealed class Contact : ReportedPerson
{
    private Contact()
    {
    }

    public int CaseId { get; private set; }

    /// <summary>The institute of the case, kept here so that a person is sought among its own contacts without a look at any other's.</summary>
    public int InstituteId { get; private init; }

    public string? Address { get; private set; }

    public DateOnly LastContactDate { get; private set; }

    /// <summary>
    /// What the guide proposed. Once role or school of an open case were amended it may suppose what is no longer said: it is kept, because
    /// they may be amended back, and left out of what is sent.
    /// </summary>
    public GuideAppraisal? Appraisal { get; private set; }

    /// <summary>
    /// UTC; null while the contact belongs to the report. A deleted contact can be brought back until the case is closed, and is never
    /// counted, compared or sent.
    /// </summary>
    public DateTime? RemovedAt { get; private set; }

    internal static Contact Of(Guid requestKey, int instituteId, ContactDetails details)
    {
        var contact = new Contact { RequestKey = requestKey, InstituteId = instituteId };
        contact.Amend(details);
        return contact;
    }

    internal void Amend(ContactDetails details)
    {
        Describe(details);
        Address = details.Address;
        LastContactDate = details.LastContactDate;
        Appraisal = details.Appraisal;
    }

    internal void Remove(DateTime now) => RemovedAt = now;

    internal void Restore() => RemovedAt = null;

    /// <summary>The case is in another class now: who is a classmate is to be asked again.</summary>
    internal void ForgetClassmate()
    {
        if (Appraisal?.Answers[GuideQuestion.SameClass] is not null)
        {
            Appraisal = null;
        }
    }

    /// <summary>The case says something else now than the answers suppose.</summary>
    internal void ForgetUnsuited(GuideFacts facts)
    {
        if (Appraisal?.Suits(facts, Role) == false)
        {
            Appraisal = null;
        }
    }
}
