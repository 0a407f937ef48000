using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Delivery;
using CovidSchoolReporting.Domain.Lists;
using CovidSchoolReporting.Domain.Policies;

namespace CovidSchoolReporting.Domain.Agency;

/// <summary>What an operator reads of the received reports: those of their territories; for everybody else there are none.</summary>
public interface IReportQueries
{
    /// <summary>A page of «Casi ricevuti».</summary>
    Task<Page<ReportRow>> ListAsync(Actor actor, ReportListRequest request, CancellationToken cancellationToken);

    /// <summary>One report with its case and contacts, or null.</summary>
    Task<ReportSheet?> FindAsync(Actor actor, int reportId, CancellationToken cancellationToken);
}

/// <summary>Which page of «Casi ricevuti»: newest first, unless a person is searched for.</summary>
/// <param name="Search">Beginning of surname and name in either order, or a whole codice fiscale; the former are ordered by name.</param>
/// <param name="State">Only the reports in this state; null for all.</param>
public sealed record ReportListRequest(string? Search = null, AgencyState? State = null, PageAnchor? Anchor = null)
{
    public const int PageSize = 25;
}

/// <summary>A row of «Casi ricevuti».</summary>
public sealed record ReportRow
{
    public required int Id { get; init; }

    public required int CaseId { get; init; }

    public required string ProtocolNumber { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime ReceivedAt { get; init; }

    public required string SchoolName { get; init; }

    /// <summary>Belfiore code of the comune of the plesso.</summary>
    public required string SiteMunicipalityCode { get; init; }

    public required string Surname { get; init; }

    public required string Name { get; init; }

    public required int ContactCount { get; init; }

    public required AgencyState State { get; init; }

    public required string? TakenInChargeByName { get; init; }

    /// <summary>UTC; null while nobody has it.</summary>
    public required DateTime? TakenInChargeAt { get; init; }
}

/// <summary>A received report with everything that the school sent.</summary>
/// <param name="Row">The agency's side: receipt, state, who took it in charge.</param>
/// <param name="Report">The school's side, as sent: the case, its contacts, the warnings that the school confirmed.</param>
/// <param name="Measures">What the rules under which the case was opened propose; it is not part of what was sent.</param>
public sealed record ReportSheet(ReportRow Row, CaseReport Report, CaseMeasures Measures);
