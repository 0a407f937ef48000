using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Audit;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Time;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using CovidSchoolReporting.Infrastructure.Mail;
using CovidSchoolReporting.Infrastructure.Persistence.Cases;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Persistence.Agency;

/// <inheritdoc cref="IReportStore"/>
internal sealed class ReportStore(
    IDbContextFactory<PortalDbContext> contexts, DatabaseEngine engine, ChangeHub hub, SchoolNotices notices, PortalClock clock) : IReportStore
{
    /// <summary>Each try that fails means that somebody else succeeded: so many in a row is a fault, not bad luck.</summary>
    private const int MostTries = 10;

    public async Task<TResult?> ChangeAsync<TResult>(
        Actor actor, int reportId, Func<ReceivedReport, TResult> change, CancellationToken cancellationToken)
        where TResult : class
    {
        for (var tries = 1; ; tries++)
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            var report = await context.Set<ReceivedReport>().VisibleTo(actor)
                .SingleOrDefaultAsync(r => r.Id == reportId, cancellationToken);
            if (report is null)
            {
                return null;
            }

            var before = report.State;
            var result = change(report);
            if (before != AgencyState.MeasuresIssued && report.State == AgencyState.MeasuresIssued)
            {
                await notices.PrepareAsync(context, report.InstituteId, MailKind.MeasuresIssued, cancellationToken);
            }

            if (context.ChangeTracker.HasChanges())
            {
                context.Add(AuditEntry.By(actor, AuditAction.ReportChanged, clock.UtcNow, AuditRecord.Case(report.CaseId)));
            }

            try
            {
                if (await context.SaveChangesAsync(cancellationToken) > 0)
                {
                    hub.Publish(new Change(report.CaseId, report.InstituteId, report.Territory));
                }

                return result;
            }
            catch (DbUpdateException exception) when (tries < MostTries
                && (exception is DbUpdateConcurrencyException || engine.IsDuplicate(exception)))
            {
                // A colleague was first: look at what there is now, and judge again.
            }
            catch (Exception exception) when (engine.IsUnavailable(exception))
            {
                throw new StoreUnavailableException(exception);
            }
        }
    }
}
