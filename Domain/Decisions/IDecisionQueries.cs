using CovidSchoolReporting.Domain.Access;

namespace CovidSchoolReporting.Domain.Decisions;

/// <summary>What has been decided about contacts, in reports of the operator's territories; for everybody else nothing has.</summary>
public interface IDecisionQueries
{
    /// <summary>
    /// The contacts of these reports that are decided, with the measure that follows: whoever is not decided is not among them. By report,
    /// then by contact.
    /// </summary>
    Task<IReadOnlyList<DecidedContact>> DecidedAsync(
        Actor actor, IReadOnlyCollection<int> reportIds, CancellationToken cancellationToken);

    /// <summary>Every decision ever taken about the contacts of one report, oldest first.</summary>
    Task<IReadOnlyList<DecisionRow>> OfReportAsync(Actor actor, int reportId, CancellationToken cancellationToken);
}

/// <summary>A contact as the agency decided it.</summary>
public sealed record DecidedContact
{
    public required int ReportId { get; init; }

    public required int ContactId { get; init; }

    public required ContactStatus Status { get; init; }

    /// <summary>The quarantine or self-monitoring from day to day; null when the decision asks for none.</summary>
    public required MeasurePeriod? Period { get; init; }

    /// <summary>Why the end is not the policy's; null when it is. It is the agency's own note and never goes to a school.</summary>
    public required string? Reason { get; init; }

    public required string DecidedByName { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime DecidedAt { get; init; }
}

/// <summary>One decision, in force or followed by another.</summary>
/// <param name="DecidedAt">UTC.</param>
public sealed record DecisionRow(
    int ContactId, int Version, bool IsCurrent, ContactStatus Status, DateOnly? OwnEnd, string? Reason, string DecidedByName, DateTime DecidedAt);
