using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Schools;

namespace CovidSchoolReporting.Domain.Agency.Queue;

/// <summary>What stands around «Casi ricevuti»: figures and choices, of the operator's territories; for everybody else there are none.</summary>
public interface IQueueQueries
{
    /// <summary>How many reports stand in each state; kept by the writes, so it costs the same however many there are.</summary>
    /// <param name="received">Only those received on these days.</param>
    Task<StateCounts> CountsAsync(Actor actor, DayRange received, CancellationToken cancellationToken);

    /// <summary>Plessi with a word that begins so, or with a code that does; a dozen at most.</summary>
    Task<IReadOnlyList<SiteChoiceRow>> SitesAsync(Actor actor, string typed, CancellationToken cancellationToken);

    /// <summary>A plesso of the operator's territories, or null.</summary>
    Task<SiteChoiceRow?> SiteAsync(Actor actor, int siteId, CancellationToken cancellationToken);
}

/// <param name="ByState">Every state, those without reports too.</param>
public sealed record StateCounts(IReadOnlyDictionary<AgencyState, int> ByState)
{
    public int All => ByState.Values.Sum();

    public int this[AgencyState state] => ByState.GetValueOrDefault(state);
}

/// <summary>A plesso to choose.</summary>
/// <param name="MunicipalityCode">Belfiore code.</param>
public sealed record SiteChoiceRow(int Id, string Code, string Name, SchoolType Type, string MunicipalityCode);
