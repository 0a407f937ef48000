using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Cases;

namespace CovidSchoolReporting.Domain.Supplements;

/// <summary>Where integrazioni are kept. One of a case that the actor neither sent nor works does not exist here.</summary>
public interface ISupplementStore
{
    /// <summary>
    /// Adds an integrazione to a received case with the next number, or finds the one that was added with the same request key before.
    /// Open screens are told.
    /// </summary>
    /// <param name="make">Makes it for the report and the number; may be called again under concurrent changes.</param>
    /// <returns>What is stored now; null when the actor has no such received case.</returns>
    /// <exception cref="StoreUnavailableException">Nothing was written.</exception>
    Task<Supplement?> AddAsync(
        Actor actor, int caseId, Guid requestKey, Func<ReceivedReport, int, Supplement> make, CancellationToken cancellationToken);

    /// <summary>The number of the integrazione that was added with that request key; null when there is none.</summary>
    /// <exception cref="StoreUnavailableException">The database cannot be read.</exception>
    Task<int?> FindNumberAsync(Actor actor, int caseId, Guid requestKey, CancellationToken cancellationToken);

    /// <summary>Reads an integrazione, lets it change, and saves what changed in one commit, after which open screens are told.</summary>
    /// <returns>What <paramref name="change"/> gave for what is now stored; null when the actor has no such integrazione.</returns>
    /// <exception cref="StoreUnavailableException">Nothing was written.</exception>
    Task<TResult?> ChangeAsync<TResult>(
        Actor actor, int caseId, int number, Func<Supplement, TResult> change, CancellationToken cancellationToken)
        where TResult : class;
}
