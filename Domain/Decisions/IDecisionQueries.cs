using CovidSchoolReporting.Domain.Access;

namespace CovidSchoolReporting.Domain.Decisions;

/// <summary>What has been decided about contacts, in reports of the operator's territories; for everybody else nothing has.</summary>
public interface IDecisionQueries
{
    /// <summary>Every decision ever taken about the contacts of one report, oldest first.</summary>
    Task<IReadOnlyList<DecisionRow>> OfReportAsync(Actor actor, int reportId, CancellationToken cancellationToken);
}

/// <summary>One decision, in force or followed by another.</summary>
/// <param name="ContactId">As <see cref="Delivery.ReportedContact.ContactId"/>: negative for one that was added and accepted after the case was sent.</param>
/// <param name="Reason">Why the end is not the policy's; null when it is. It is the agency's own note and never goes to a school.</param>
/// <param name="DecidedAt">UTC.</param>
public sealed record DecisionRow(
    int ContactId, int Version, bool IsCurrent, ContactStatus Status, DateOnly? OwnEnd, string? Reason, string DecidedByName, DateTime DecidedAt)
{
    public static DecisionRow Of(ContactDecision taken) => new(
        taken.ContactId, taken.Version, taken.IsCurrent, taken.Status, taken.OwnEnd, taken.Reason, taken.DecidedByName, taken.DecidedAt);
}
