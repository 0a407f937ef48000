using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Cases;

namespace CovidSchoolReporting.Domain.Decisions;

/// <summary>Where decisions are kept. A report of a territory that is not the actor's does not exist here.</summary>
public interface IDecisionStore
{
    /// <summary>
    /// Reads the decisions about a report, lets some be taken, and keeps them in one commit, after which open screens are told.
    /// When a colleague commits at the same time they are read again and <paramref name="decide"/> runs again.
    /// </summary>
    /// <returns>What <paramref name="decide"/> gave for what is now stored; null when the actor has no such report.</returns>
    /// <exception cref="StoreUnavailableException">Nothing was written.</exception>
    Task<DecisionOutcome?> ChangeAsync(
        Actor actor, int reportId, Func<ReportDecisions, DecisionOutcome> decide, CancellationToken cancellationToken);
}
