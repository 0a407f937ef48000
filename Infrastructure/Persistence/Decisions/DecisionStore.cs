using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Audit;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Decisions;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using CovidSchoolReporting.Infrastructure.Persistence.Cases;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Persistence.Decisions;

/// <inheritdoc cref="IDecisionStore"/>
internal sealed class DecisionStore(
    IDbContextFactory<PortalDbContext> contexts, DatabaseEngine engine, ChangeHub hub) : IDecisionStore
{
    /// <summary>Each try that fails means that a colleague succeeded: so many in a row is a fault, not bad luck.</summary>
    private const int MostTries = 10;

    public async Task<DecisionOutcome?> ChangeAsync(
        Actor actor, int reportId, Func<ReportDecisions, DecisionOutcome> decide, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            try
            {
                var report = await context.Set<ReceivedReport>().VisibleTo(actor).SingleOrDefaultAsync(r => r.Id == reportId, cancellationToken);
                if (report is null)
                {
                    return null;
                }

                var current = await context.Set<ContactDecision>()
                    .Where(d => d.ReportId == reportId && d.IsCurrent).ToListAsync(cancellationToken);
                var decisions = new ReportDecisions(report, current);
                var outcome = decide(decisions);
                context.AddRange(decisions.Taken);
                context.AddRange(decisions.Taken.Select(taken => Entry(actor, report, taken)));
                if (await context.SaveChangesAsync(cancellationToken) > 0)
                {
                    hub.Publish(new Change(report.CaseId, report.InstituteId, report.Territory));
                }

                return outcome;
            }
            catch (DbUpdateException exception) when (tries < MostTries
                && (exception is DbUpdateConcurrencyException || engine.IsDuplicate(exception)))
            {
                // A colleague was first: look at what is decided now, and judge again.
            }
            catch (Exception exception) when (engine.IsUnavailable(exception))
            {
                throw new StoreUnavailableException(exception);
            }
        }
    }

    /// <summary>A contact that an integrazione added has no row among the contacts: the entry names its case, by which it is found.</summary>
    private static AuditEntry Entry(Actor actor, ReceivedReport report, ContactDecision taken) => taken.ContactId > 0
        ? AuditEntry.By(actor, AuditAction.ContactDecided, taken.DecidedAt, AuditRecord.Contact(taken.ContactId))
        : AuditEntry.By(actor, AuditAction.ContactDecided, taken.DecidedAt, AuditRecord.Case(report.CaseId), details: "contatto aggiunto");
}
