using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Audit;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Places;
using CovidSchoolReporting.Domain.Schools;
using CovidSchoolReporting.Domain.Time;
using CovidSchoolReporting.Infrastructure.Drafts;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using CovidSchoolReporting.Infrastructure.Persistence.Mappings;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Persistence.Cases;

/// <inheritdoc cref="ICaseStore"/>
internal sealed class CaseStore(
    IDbContextFactory<PortalDbContext> contexts, DatabaseEngine engine, ChangeHub hub, PlaceRegister places, PortalClock clock, IAuditTrail trail) : ICaseStore
{
    /// <summary>
    /// Each try that fails means that somebody else succeeded on the same case, and costs a few milliseconds: more of them than
    /// one case has open tabs is a fault, not bad luck.
    /// </summary>
    private const int MostTries = 100;

    public Task<CovidCase> AddAsync(Actor actor, CovidCase opened, CancellationToken cancellationToken) => GuardAsync(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await FindByRequestAsync(context, opened, cancellationToken) is { } before)
        {
            return before;
        }

        context.Attach(opened.Policy); // It is there already: adding the case must not add it again.
        context.Add(opened);
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (engine.IsDuplicate(exception))
        {
            // The same save, sent twice at once: the other one was first.
            context.ChangeTracker.Clear();
            return await FindByRequestAsync(context, opened, cancellationToken) ?? throw new InvalidOperationException("A case that the database calls a duplicate cannot be found.", exception);
        }

        // The case got its id in the commit: the entry follows it. Who opened it and when stands in the case as well.
        await trail.AddAsync(AuditEntry.By(actor, AuditAction.CaseOpened, clock.UtcNow, AuditRecord.Case(opened.Id)));
        hub.Publish(new Change(opened.Id, opened.InstituteId, null));
        return opened;
    });

    public Task<TResult?> ChangeAsync<TResult>(
        Actor actor, int caseId, Func<CovidCase, Func<TResult>> change, CancellationToken cancellationToken)
        where TResult : class => GuardAsync(async () =>
    {
        for (var tries = 1; ; tries++)
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            var stored = await context.Set<CovidCase>().IgnoreQueryFilters([CaseMapping.RemovedContacts]).OwnedBy(actor)
                .Include(c => c.Contacts).AsSingleQuery()
                .SingleOrDefaultAsync(c => c.Id == caseId, cancellationToken);
            if (stored is null)
            {
                return null;
            }

            var wasOpen = stored.Status == CaseStatus.Open;
            var result = change(stored);
            if (wasOpen && stored.Status == CaseStatus.Closed)
            {
                await context.RemoveDraftsOfCaseAsync(stored.Id, cancellationToken);
            }

            CaseAudit.Add(context, actor, stored, wasOpen, clock.UtcNow);
            try
            {
                if (await context.SaveChangesAsync(cancellationToken) > 0)
                {
                    hub.Publish(new Change(stored.Id, stored.InstituteId, null));
                }

                return result();
            }
            catch (DbUpdateException exception) when (tries < MostTries
                && (exception is DbUpdateConcurrencyException || engine.IsDuplicate(exception)))
            {
                // Somebody else was first: look at what there is now, and judge again.
            }
        }
    });

    public Task<int?> FindIdAsync(Actor actor, Guid requestKey, CancellationToken cancellationToken) => GuardAsync(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<CovidCase>().AsNoTracking().OwnedBy(actor)
            .Where(c => c.RequestKey == requestKey).Select(c => (int?)c.Id).SingleOrDefaultAsync(cancellationToken);
    });

    public Task<CaseSetting> SettingAsync(Actor actor, CancellationToken cancellationToken) => GuardAsync(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var sites = await context.Set<SchoolSite>().AsNoTracking()
            .Where(site => site.InstituteId == actor.InstituteId && site.ClosedOn == null)
            .OrderBy(site => site.Name)
            .Select(site => new { site.Id, site.Name, site.Type, site.MunicipalityCode })
            .ToListAsync(cancellationToken);
        return new CaseSetting([.. sites
            .Select(site => (site, Municipality: places.FindByCode(site.MunicipalityCode)))
            .Where(known => known.Municipality is not null)
            .Select(known => new SiteChoice(known.site.Id, known.site.Name, known.site.Type, known.Municipality!))]);
    });

    /// <summary>A damaged or unreachable file shows itself at the first read, before anything is written.</summary>
    private async Task<TResult> GuardAsync<TResult>(Func<Task<TResult>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception exception) when (engine.IsUnavailable(exception))
        {
            throw new StoreUnavailableException(exception);
        }
    }

    private static Task<CovidCase?> FindByRequestAsync(
        PortalDbContext context, CovidCase opened, CancellationToken cancellationToken) =>
        context.Set<CovidCase>().AsNoTracking().SingleOrDefaultAsync(
            c => c.RequestKey == opened.RequestKey && c.InstituteId == opened.InstituteId, cancellationToken);
}
