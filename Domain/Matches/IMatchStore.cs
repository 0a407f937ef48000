using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Cases;

namespace CovidSchoolReporting.Domain.Matches;

/// <summary>A proposed pair with its two reports, in whose histories it is noted what somebody says.</summary>
public sealed record MatchedReports(MatchProposal Pair, ReceivedReport Older, ReceivedReport Newer);

/// <summary>Where proposed pairs are kept. A pair of which one report is not of the actor's territories does not exist here.</summary>
public interface IMatchStore
{
    /// <summary>
    /// Reads a pair, lets it change, and saves it in one commit, after which open screens are told. When a colleague commits at the same
    /// time it is read again and <paramref name="change"/> runs again.
    /// </summary>
    /// <returns>What <paramref name="change"/> gave for what is now stored; null when the actor has no such pair.</returns>
    /// <exception cref="StoreUnavailableException">Nothing was written.</exception>
    Task<MatchOutcome?> ChangeAsync(
        Actor actor, int matchId, Func<MatchedReports, MatchOutcome> change, CancellationToken cancellationToken);
}
