using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;

namespace CovidSchoolReporting.Domain.Decisions;

/// <summary>
/// What an operator decided about a contact. It stands beside what the school sent and never alters it; another decision does not alter
/// it either, but follows it with the next number, so that who decided what and when stays known.
/// </summary>
public sealed class ContactDecision
{
    public const int ReasonMaxLength = Cases.FieldLimits.Reason;

    private ContactDecision()
    {
    }

    public int Id { get; private set; }

    public int ReportId { get; private init; }

    /// <summary>As <see cref="Delivery.ReportedContact.ContactId"/>: negative for one that was added after the case was sent.</summary>
    public int ContactId { get; private init; }

    /// <summary>1 for the first decision about the contact, and so on: no two have the same.</summary>
    public int Version { get; private init; }

    /// <summary>The newest decision about the contact.</summary>
    public bool IsCurrent { get; private set; }

    public ContactStatus Status { get; private init; }

    /// <summary>Last day of the measure in place of the policy's; null when the policy's counts.</summary>
    public DateOnly? OwnEnd { get; private init; }

    /// <summary>Why the end is another one; null exactly when there is none.</summary>
    public string? Reason { get; private init; }

    public int DecidedBy { get; private init; }

    /// <summary>The operator's name as it was then, shown to colleagues.</summary>
    public string DecidedByName { get; private init; } = "";

    /// <summary>UTC.</summary>
    public DateTime DecidedAt { get; private init; }

    /// <summary>Whether deciding this once more would change nothing: the same command sent twice.</summary>
    public bool Says(DecisionTerms terms, Actor by) =>
        DecidedBy == by.UserId && Status == terms.Status && OwnEnd == terms.OwnEnd && Reason == terms.Reason;

    /// <param name="before">The decision that this one follows; null for the first.</param>
    /// <exception cref="InvalidOperationException">The report is not the operator's, or not one about which is decided now.</exception>
    public static ContactDecision Of(ReceivedReport report, ContactDecision? before, DecisionTerms terms, Actor by, DateTime now)
    {
        if (!by.IsAgencyOperator || !by.Territories.Contains(report.Territory))
        {
            throw new InvalidOperationException("Only an operator of the report's territory decides.");
        }

        if (!ReportDecisions.IsOpen(report.State))
        {
            throw new InvalidOperationException("Nothing is decided about a report that nobody has taken in charge, or that is concluded.");
        }

        if (terms.OwnEnd is null != terms.Reason is null || (terms.OwnEnd is not null && terms.Status != ContactStatus.Close))
        {
            throw new ArgumentException("Another end is for a close contact, and has a reason.", nameof(terms));
        }

        before?.Supersede();
        return new ContactDecision
        {
            ReportId = report.Id,
            ContactId = terms.ContactId,
            Version = (before?.Version ?? 0) + 1,
            IsCurrent = true,
            Status = terms.Status,
            OwnEnd = terms.OwnEnd,
            Reason = terms.Reason,
            DecidedBy = by.UserId,
            DecidedByName = by.DisplayName,
            DecidedAt = now,
        };
    }

    private void Supersede() => IsCurrent = false;
}
