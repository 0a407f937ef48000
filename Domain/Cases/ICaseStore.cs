using CovidSchoolReporting.Domain.Access;

namespace CovidSchoolReporting.Domain.Cases;

/// <summary>Where cases are kept. Every member answers for what the actor owns: another institute's case does not exist here.</summary>
public interface ICaseStore
{
    /// <summary>Adds a case. If one with the same request key is there already, nothing is added.</summary>
    /// <returns>The case that the store now holds under the key.</returns>
    /// <exception cref="StoreUnavailableException">Nothing was written.</exception>
    Task<CovidCase> AddAsync(Actor actor, CovidCase opened, CancellationToken cancellationToken);

    /// <summary>
    /// Reads a case with its contacts, lets it change, and saves what changed in one commit, after which open screens are told.
    /// Under concurrent changes it is read again and <paramref name="change"/> runs again.
    /// </summary>
    /// <returns>What <paramref name="change"/> gave, evaluated after the commit; null when the actor has no such case.</returns>
    /// <exception cref="StoreUnavailableException">Nothing was written.</exception>
    Task<TResult?> ChangeAsync<TResult>(
        Actor actor, int caseId, Func<CovidCase, Func<TResult>> change, CancellationToken cancellationToken)
        where TResult : class;

    /// <summary>The case that was added under a request key.</summary>
    /// <returns>Its id; null when the actor has no such case.</returns>
    /// <exception cref="StoreUnavailableException">The database cannot be read.</exception>
    Task<int?> FindIdAsync(Actor actor, Guid requestKey, CancellationToken cancellationToken);

    /// <summary>The plessi of the actor's institute.</summary>
    /// <exception cref="StoreUnavailableException">The database cannot be read.</exception>
    Task<CaseSetting> SettingAsync(Actor actor, CancellationToken cancellationToken);
}
