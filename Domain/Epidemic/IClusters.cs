using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Lists;
using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Domain.Schools;

namespace CovidSchoolReporting.Domain.Epidemic;

/// <summary>The clusters of an operator's territories; for everybody else there are none.</summary>
public interface IClusterQueries
{
    /// <summary>A page of «Focolai», the one with the latest case first.</summary>
    Task<Page<ClusterRow>> ListAsync(Actor actor, ClusterListRequest request, CancellationToken cancellationToken);

    /// <summary>The cluster that a report is in, or null.</summary>
    Task<ClusterRow?> OfReportAsync(Actor actor, int reportId, CancellationToken cancellationToken);

    /// <summary>One cluster with its cases, or null.</summary>
    Task<ClusterSheet?> FindAsync(Actor actor, int clusterId, CancellationToken cancellationToken);
}

/// <summary>Where clusters are kept. A cluster of a territory that is not the actor's does not exist here.</summary>
public interface IClusterStore
{
    /// <summary>Reads a cluster, lets it change, and saves it; under concurrent changes it is read again and <paramref name="change"/> runs again.</summary>
    /// <returns>What <paramref name="change"/> gave for what is now stored; null when the actor has no such cluster.</returns>
    /// <exception cref="StoreUnavailableException">Nothing was written.</exception>
    Task<TResult?> ChangeAsync<TResult>(
        Actor actor, int clusterId, Func<Cluster, TResult> change, CancellationToken cancellationToken)
        where TResult : class;
}

/// <summary>Which page of «Focolai».</summary>
/// <param name="State">Only those in this state; null for all that are not closed.</param>
/// <param name="Closed">The closed ones too, when no state is asked for.</param>
/// <param name="SiteId">Only those of this plesso.</param>
/// <param name="MunicipalityCode">Only those of this comune, as a Belfiore code.</param>
public sealed record ClusterListRequest(
    ClusterState? State = null, bool Closed = false, PageAnchor? Anchor = null, int? SiteId = null, string? MunicipalityCode = null)
{
    public const int PageSize = 25;
}

/// <summary>A row of «Focolai».</summary>
public sealed record ClusterRow
{
    public required int Id { get; init; }

    public required int SiteId { get; init; }

    public required string SchoolName { get; init; }

    public required string ClassKey { get; init; }

    public required string SiteMunicipalityCode { get; init; }

    public required SchoolType SchoolType { get; init; }

    public required DateOnly FirstDay { get; init; }

    public required DateOnly LastDay { get; init; }

    public required int Cases { get; init; }

    public required int Contacts { get; init; }

    public required ClusterState State { get; init; }

    public required string? StateByName { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime? StateAt { get; init; }
}

/// <summary>A cluster with its cases, in the order of their days.</summary>
public sealed record ClusterSheet(ClusterRow Row, IReadOnlyList<ClusterCase> Cases)
{
    /// <summary>Cases that nobody has taken in charge.</summary>
    public int Waiting => Cases.Count(one => one.State == AgencyState.Received);
}

/// <summary>A case of a cluster.</summary>
/// <param name="Day">The day by which it belongs to the cluster: see <see cref="ClassCase.Day"/>.</param>
/// <param name="ReceivedAt">UTC.</param>
public sealed record ClusterCase(
    int ReportId,
    int CaseId,
    string ProtocolNumber,
    string Surname,
    string Name,
    PersonRole Role,
    DateOnly Day,
    DateOnly LastDayAttended,
    DateOnly? PositiveSwabDate,
    DateOnly? SymptomOnset,
    DateTime ReceivedAt,
    DateOnly ReceivedDay,
    int Contacts,
    AgencyState State);
