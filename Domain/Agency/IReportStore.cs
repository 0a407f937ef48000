using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Cases;

namespace CovidSchoolReporting.Domain.Agency;

/// <summary>Where received reports are kept. A report of a territory that is not the actor's does not exist here.</summary>
public interface IReportStore
{
    /// <summary>
    /// Reads a report, lets it change, and saves what changed in one commit, after which open screens are told.
    /// Under concurrent changes it is read again and <paramref name="change"/> runs again.
    /// </summary>
    /// <returns>What <paramref name="change"/> gave for what is now stored; null when the actor has no such report.</returns>
    /// <exception cref="StoreUnavailableException">Nothing was written.</exception>
    Task<TResult?> ChangeAsync<TResult>(
        Actor actor, int reportId, Func<ReceivedReport, TResult> change, CancellationToken cancellationToken)
        where TResult : class;
}
