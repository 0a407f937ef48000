using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Lists;
using CovidSchoolReporting.Domain.Schools;

namespace CovidSchoolReporting.Domain.Matches;

/// <summary>What an operator reads of the pairs of which both reports are of their territories; for everybody else there are none.</summary>
public interface IMatchQueries
{
    /// <summary>A page of «Possibili doppioni», newest first.</summary>
    Task<Page<MatchRow>> ListAsync(Actor actor, MatchListRequest request, CancellationToken cancellationToken);

    /// <summary>The pairs that a report is one of, those that are open first.</summary>
    Task<IReadOnlyList<MatchRow>> OfReportAsync(Actor actor, int reportId, CancellationToken cancellationToken);
}

/// <summary>Which page of «Possibili doppioni».</summary>
public sealed record MatchListRequest(MatchState State = MatchState.Open, PageAnchor? Anchor = null)
{
    public const int PageSize = 10;
}

/// <summary>A proposed pair, side by side.</summary>
public sealed record MatchRow
{
    public required int Id { get; init; }

    public required int Version { get; init; }

    public required MatchGround Ground { get; init; }

    public required MatchState State { get; init; }

    public required string? SaidByName { get; init; }

    /// <summary>UTC; null while nobody has said anything.</summary>
    public required DateTime? SaidAt { get; init; }

    public required MatchSide Older { get; init; }

    public required MatchSide Newer { get; init; }
}

/// <summary>One report of a pair.</summary>
public sealed record MatchSide
{
    public required int ReportId { get; init; }

    public required int CaseId { get; init; }

    public required string ProtocolNumber { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime ReceivedAt { get; init; }

    public required string Surname { get; init; }

    public required string Name { get; init; }

    public required DateOnly BirthDate { get; init; }

    /// <summary>With omocodia undone; null when the person has none.</summary>
    public required string? FiscalCodeKey { get; init; }

    public required string SchoolName { get; init; }

    public required SchoolType SchoolType { get; init; }

    /// <summary>Belfiore code of the comune of the plesso.</summary>
    public required string SiteMunicipalityCode { get; init; }

    public required string ClassName { get; init; }

    public required string Section { get; init; }

    public required DateOnly LastDayAttended { get; init; }
}
