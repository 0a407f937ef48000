using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency.Queue;
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

    public required string ClassName { get; init; }

    public required string Section { get; init; }

    public required DateOnly LastDayAttended { get; init; }

    /// <summary>Sent, or added and accepted since.</summary>
    public required int ContactCount { get; init; }

    /// <summary>What the school could not give.</summary>
    public required ReportGaps Missing { get; init; }

    public required AgencyState State { get; init; }

    public required string? TakenInChargeByName { get; init; }

    /// <summary>UTC; null while nobody has it.</summary>
    public required DateTime? TakenInChargeAt { get; init; }

    /// <summary>Who brought it to the state in which it stands; null while it is only received.</summary>
    public required string? StateByName { get; init; }

    /// <summary>UTC; when that was.</summary>
    public required DateTime? StateAt { get; init; }

    /// <summary>Whose work it is; null while it is nobody's.</summary>
    public required string? AssignedToName { get; init; }
}

/// <summary>A received report with everything that the school sent.</summary>
/// <param name="Row">The agency's side: receipt, state, who took it in charge.</param>
/// <param name="Report">The school's side, as sent: the case, its contacts, the warnings that the school confirmed.</param>
/// <param name="Amended">The same with the integrazioni that the agency accepted: what it decides and writes about.</param>
/// <param name="Measures">What the rules under which the case was opened propose for it as amended; it is not part of what was sent.</param>
public sealed record ReportSheet(ReportRow Row, CaseReport Report, CaseReport Amended, CaseMeasures Measures);
