using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Time;

namespace CovidSchoolReporting.Domain.Conversations;

/// <summary>What both sides do in a conversation. Every command may be sent twice and is done once.</summary>
public sealed class ConversationDesk(IConversationStore store, PortalClock clock)
{
    /// <summary>Writes a message about a received case; the first one begins the conversation.</summary>
    public async Task<SendOutcome> SendAsync(Actor actor, int caseId, MessageDraft draft, CancellationToken cancellationToken)
    {
        if (actor.SideOf() is null)
        {
            return new SendOutcome.NotFound();
        }

        if (draft.Check() is { Count: > 0 } findings)
        {
            return new SendOutcome.Invalid(findings);
        }

        try
        {
            return await store.ChangeAsync<SendOutcome>(
                actor, caseId, conversation => new SendOutcome.Sent(conversation.Say(actor, draft, clock.UtcNow).Number), cancellationToken)
                ?? new SendOutcome.NotFound();
        }
        catch (StoreUnavailableException)
        {
            return new SendOutcome.NothingSaved();
        }
    }

    /// <summary>Notes that the actor's side has the messages on the screen.</summary>
    /// <param name="upTo">Number of the last message that was shown.</param>
    /// <returns>False when there is no such received case.</returns>
    /// <exception cref="StoreUnavailableException">Nothing was written; the mark can be set the next time.</exception>
    public async Task<bool> MarkReadAsync(Actor actor, int caseId, int upTo, CancellationToken cancellationToken) =>
        actor.SideOf() is not null
        && await store.ChangeAsync(actor, caseId, conversation => conversation.MarkRead(actor, upTo).ToString(), cancellationToken) is not null;
}
