using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Time;

namespace CovidSchoolReporting.Domain.Matches;

/// <summary>How operators say of a proposed pair whether it is one person. Every command may be sent twice and is done once.</summary>
public sealed class MatchDesk(IMatchStore store, PortalClock clock)
{
    /// <summary>Links, dismisses, or with <see cref="MatchState.Open"/> takes back what was said.</summary>
    /// <param name="seenVersion">What the screen showed: what a colleague said since is not undone unseen.</param>
    public async Task<MatchOutcome> SayAsync(
        Actor actor, int matchId, MatchState state, int seenVersion, CancellationToken cancellationToken)
    {
        if (!actor.IsAgencyOperator)
        {
            return new MatchOutcome.NotFound();
        }

        try
        {
            return await store.ChangeAsync(actor, matchId, matched => Say(matched, state, seenVersion, actor), cancellationToken)
                ?? new MatchOutcome.NotFound();
        }
        catch (StoreUnavailableException)
        {
            return new MatchOutcome.NothingSaved();
        }
    }

    private MatchOutcome Say(MatchedReports matched, MatchState state, int seenVersion, Actor actor)
    {
        var (pair, now) = (matched.Pair, clock.UtcNow);
        var isNews = pair.Version != seenVersion && (pair.State != state || pair.SaidBy != actor.UserId);
        if (isNews)
        {
            return new MatchOutcome.Overtaken(pair.State, pair.SaidByName ?? "", pair.SaidAt ?? pair.ProposedAt);
        }

        if (pair.Say(state, actor, now))
        {
            var kind = state switch
            {
                MatchState.Linked => ReportEventKind.MatchLinked,
                MatchState.Dismissed => ReportEventKind.MatchDismissed,
                _ => ReportEventKind.MatchReopened,
            };
            matched.Older.NoteMatch(kind, matched.Newer.ProtocolNumber, actor, now);
            matched.Newer.NoteMatch(kind, matched.Older.ProtocolNumber, actor, now);
        }

        return new MatchOutcome.Said(state);
    }
}
