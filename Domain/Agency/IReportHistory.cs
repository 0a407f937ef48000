using CovidSchoolReporting.Domain.Access;

namespace CovidSchoolReporting.Domain.Agency;

/// <summary>How far the agency's work on a report has come, and all that happened to it: for the operators of its territory.</summary>
public interface IReportHistory
{
    /// <summary>Null when the operator has no such report.</summary>
    Task<ReportHistory?> FindAsync(Actor actor, int reportId, CancellationToken cancellationToken);
}

/// <param name="AssignedToName">Whose work it is; null while it is nobody's.</param>
/// <param name="Steps">The steps that are done, in their order.</param>
/// <param name="Events">All that happened, oldest first.</param>
public sealed record ReportHistory(string? AssignedToName, IReadOnlyList<ReportStep> Steps, IReadOnlyList<ReportEventRow> Events);

/// <summary>A step that was done.</summary>
/// <param name="ByName">Null for the reception, which the portal does.</param>
/// <param name="At">UTC.</param>
public sealed record ReportStep(AgencyState State, string? ByName, DateTime At);

/// <summary>One line of the history.</summary>
/// <param name="At">UTC.</param>
/// <param name="ByName">Null for what the portal or the school did.</param>
/// <param name="Subject">See <see cref="ReportEvent.Subject"/>.</param>
public sealed record ReportEventRow(ReportEventKind Kind, DateTime At, string? ByName, string? Subject);
