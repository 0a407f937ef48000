using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Cases;

namespace CovidSchoolReporting.Domain.Conversations;

/// <summary>Where conversations are kept. One about a case that the actor neither sent nor works does not exist here.</summary>
public interface IConversationStore
{
    /// <summary>
    /// Reads the conversation about a received case, or begins it, lets it change, and saves what changed in one commit, after which
    /// open screens are told. Under concurrent changes it is read again and <paramref name="change"/> runs again.
    /// </summary>
    /// <returns>What <paramref name="change"/> gave for what is now stored; null when the actor has no such received case.</returns>
    /// <exception cref="StoreUnavailableException">Nothing was written.</exception>
    Task<TResult?> ChangeAsync<TResult>(
        Actor actor, int caseId, Func<Conversation, TResult> change, CancellationToken cancellationToken)
        where TResult : class;
}
