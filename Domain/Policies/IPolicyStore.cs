using CovidSchoolReporting.Domain.Cases;

namespace CovidSchoolReporting.Domain.Policies;

/// <summary>Where policies are kept. They are few and change rarely: reading them seldom asks the database.</summary>
public interface IPolicyStore
{
    /// <summary>All policies as of the last change that was committed in this process.</summary>
    /// <exception cref="StoreUnavailableException">The database cannot be read.</exception>
    ValueTask<PolicyTimeline> TimelineAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Lets the timeline change and saves what changed in one commit; whoever asks for the timeline afterwards sees it, and open
    /// screens are told. Under concurrent changes it is read again and <paramref name="change"/> runs again.
    /// </summary>
    /// <returns>What <paramref name="change"/> gave, evaluated after the commit.</returns>
    /// <exception cref="StoreUnavailableException">Nothing was written.</exception>
    Task<TResult> ChangeAsync<TResult>(Func<PolicyTimeline, Func<TResult>> change, CancellationToken cancellationToken);
}
