using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Audit;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Matches;
using CovidSchoolReporting.Domain.Time;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using CovidSchoolReporting.Infrastructure.Persistence.Cases;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Persistence.Matches;

/// <inheritdoc cref="IMatchStore"/>
internal sealed class MatchStore(
    IDbContextFactory<PortalDbContext> contexts, DatabaseEngine engine, ChangeHub hub, PortalClock clock) : IMatchStore
{
    /// <summary>Each try that fails means that a colleague succeeded: so many in a row is a fault, not bad luck.</summary>
    private const int MostTries = 10;

    public async Task<MatchOutcome?> ChangeAsync(
        Actor actor, int matchId, Func<MatchedReports, MatchOutcome> change, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            try
            {
                var pair = await context.Set<MatchProposal>().VisibleTo(actor).SingleOrDefaultAsync(m => m.Id == matchId, cancellationToken);
                if (pair is null)
                {
                    return null;
                }

                var reports = await context.Set<ReceivedReport>()
                    .Where(r => r.Id == pair.OlderReportId || r.Id == pair.NewerReportId).ToDictionaryAsync(r => r.Id, cancellationToken);
                var outcome = change(new MatchedReports(pair, reports[pair.OlderReportId], reports[pair.NewerReportId]));
                if (context.ChangeTracker.HasChanges())
                {
                    context.Add(AuditEntry.About(actor, AuditAction.PairJudged, clock.UtcNow, [.. reports.Values.Select(report => report.CaseId)]));
                }

                if (await context.SaveChangesAsync(cancellationToken) > 0)
                {
                    foreach (var report in reports.Values)
                    {
                        hub.Publish(new Change(report.CaseId, report.InstituteId, report.Territory));
                    }
                }

                return outcome;
            }
            catch (DbUpdateConcurrencyException) when (tries < MostTries)
            {
                // A colleague was first: look at what was said, and judge again.
            }
            catch (Exception exception) when (engine.IsUnavailable(exception))
            {
                throw new StoreUnavailableException(exception);
            }
        }
    }
}
