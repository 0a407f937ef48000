using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Audit;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Delivery;
using CovidSchoolReporting.Domain.Matches;
using CovidSchoolReporting.Domain.Schools;
using CovidSchoolReporting.Domain.Supplements;
using CovidSchoolReporting.Domain.Time;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using CovidSchoolReporting.Infrastructure.Persistence.Conversations;
using CovidSchoolReporting.Infrastructure.Persistence.Epidemic;
using CovidSchoolReporting.Infrastructure.Persistence.Matches;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CovidSchoolReporting.Infrastructure.Persistence.Supplements;

/// <inheritdoc cref="ISupplementStore"/>
internal sealed class SupplementStore(
    IDbContextFactory<PortalDbContext> contexts, AmendedReports amended, DatabaseEngine engine, ChangeHub hub, PortalClock clock,
    IOptions<MatchOptions> matching) : ISupplementStore
{
    /// <summary>Each try that fails means that somebody else succeeded: so many in a row is a fault, not bad luck.</summary>
    private const int MostTries = 20;

    public Task<Supplement?> AddAsync(
        Actor actor, int caseId, Guid requestKey, Func<ReceivedReport, int, Supplement> make, CancellationToken cancellationToken) =>
        RetryAsync(async context =>
        {
            if (await ReportAsync(context, actor, caseId, cancellationToken) is not { } report)
            {
                return null;
            }

            var before = await context.Set<Supplement>().AsNoTracking()
                .Where(s => s.CaseId == caseId).OrderBy(s => s.Number).ToListAsync(cancellationToken);
            if (before.FirstOrDefault(s => s.RequestKey == requestKey) is { } known)
            {
                return known;
            }

            var added = make(report, (before.LastOrDefault()?.Number ?? 0) + 1);
            context.Add(added);
            report.Note(added, actor);
            context.Add(AuditEntry.By(actor, AuditAction.SupplementSent, clock.UtcNow, AuditRecord.Case(caseId)));
            await SaveAsync(context, report, cancellationToken);
            return added;
        });

    public Task<int?> FindNumberAsync(Actor actor, int caseId, Guid requestKey, CancellationToken cancellationToken) =>
        RetryAsync(async context =>
            await ReportAsync(context, actor, caseId, cancellationToken) is null ? null : await context.Set<Supplement>()
                .Where(s => s.CaseId == caseId && s.RequestKey == requestKey).Select(s => (int?)s.Number).SingleOrDefaultAsync(cancellationToken));

    public Task<TResult?> ChangeAsync<TResult>(
        Actor actor, int caseId, int number, Func<Supplement, TResult> change, CancellationToken cancellationToken)
        where TResult : class => RetryAsync(async context =>
    {
        if (await ReportAsync(context, actor, caseId, cancellationToken) is not { } report
            || await context.Set<Supplement>().SingleOrDefaultAsync(s => s.CaseId == caseId && s.Number == number, cancellationToken) is not { } stored)
        {
            return null;
        }

        var before = stored.State;
        var result = change(stored);
        if (stored.State != before)
        {
            report.Note(stored, actor);
            context.Add(AuditEntry.By(actor, AuditAction.SupplementJudged, clock.UtcNow, AuditRecord.Case(caseId)));
            if (stored.State is SupplementState.Accepted)
            {
                await FollowAsync(context, report, stored, cancellationToken);
            }
        }

        await SaveAsync(context, report, cancellationToken);
        return result;
    });

    private static Task<ReceivedReport?> ReportAsync(PortalDbContext context, Actor actor, int caseId, CancellationToken cancellationToken) =>
        context.ReceivedFor(actor).SingleOrDefaultAsync(r => r.CaseId == caseId, cancellationToken);

    /// <summary>The queue, the duplicates and the clusters go on with the report as it counts from now on.</summary>
    private async Task FollowAsync(PortalDbContext context, ReceivedReport report, Supplement accepted, CancellationToken cancellationToken)
    {
        var closed = await context.Set<CovidCase>().AsNoTracking().Include(c => c.Contacts).AsSingleQuery()
            .SingleAsync(c => c.Id == report.CaseId, cancellationToken);
        var institute = await context.Set<Institute>().AsNoTracking().SingleAsync(i => i.Id == closed.InstituteId, cancellationToken);
        var before = await context.Set<Supplement>().AsNoTracking()
            .Where(s => s.CaseId == report.CaseId && s.Id != accepted.Id).ToListAsync(cancellationToken);
        var (person, classKey) = (MatchPerson.Of(report), report.ClassKey);
        report.Follow(amended.Of(closed, CaseReport.Of(closed, institute), AcceptedSupplements.Of([.. before, accepted])));
        if (MatchPerson.Of(report) != person)
        {
            await MatchFinder.ProposeAsync(context, report, matching.Value.WithinDays, cancellationToken);
        }

        if (report.ClassKey != classKey)
        {
            await ClusterKeeping.FollowAsync(context, [report], clock.UtcNow, cancellationToken);
        }
    }

    private async Task SaveAsync(PortalDbContext context, ReceivedReport report, CancellationToken cancellationToken)
    {
        if (await context.SaveChangesAsync(cancellationToken) > 0)
        {
            hub.Publish(new Change(report.CaseId, report.InstituteId, report.Territory));
        }
    }

    private async Task<TResult?> RetryAsync<TResult>(Func<PortalDbContext, Task<TResult?>> work)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await using var context = await contexts.CreateDbContextAsync(CancellationToken.None);
                return await work(context);
            }
            catch (DbUpdateException exception) when (tries < MostTries
                && (exception is DbUpdateConcurrencyException || engine.IsDuplicate(exception)))
            {
                // Somebody else was first: look at what there is now, and judge again.
            }
            catch (Exception exception) when (engine.IsUnavailable(exception))
            {
                throw new StoreUnavailableException(exception);
            }
        }
    }
}
