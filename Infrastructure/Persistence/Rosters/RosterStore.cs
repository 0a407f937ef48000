using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Audit;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Rosters;
using CovidSchoolReporting.Infrastructure.Persistence.Cases;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Persistence.Rosters;

/// <inheritdoc cref="IRosterStore"/>
internal sealed class RosterStore(IDbContextFactory<PortalDbContext> contexts, DatabaseEngine engine) : IRosterStore
{
    /// <summary>Each try that fails means that a colleague succeeded: so many in a row is a fault, not bad luck.</summary>
    private const int MostTries = 10;

    public Task<bool> LoadAsync(
        Actor actor, RosterLoad load, IReadOnlyDictionary<RosterPlace, IReadOnlyList<RosterRow>> people,
        Func<RosterChange, IEnumerable<AuditEntry>> entries,
        CancellationToken cancellationToken) => ChangeAsync(async context =>
    {
        var sites = people.Keys.Select(place => place.SiteId).ToHashSet();
        var keys = people.Keys.Select(place => place.Key).ToHashSet();
        var stored = await context.Set<RosterClass>().OwnedBy(actor)
            .Where(c => sites.Contains(c.SchoolSiteId) && keys.Contains(c.Key))
            .Include(c => c.People).AsSingleQuery()
            .ToListAsync(cancellationToken);
        var classes = stored.ToDictionary(c => c.Place);
        List<RosterChange> changes = [];
        foreach (var (place, rows) in people)
        {
            var rosterClass = classes.GetValueOrDefault(place) ?? context.Add(RosterClass.Open(actor, place)).Entity;
            if (!rosterClass.IsAsSeen(load))
            {
                return false;
            }

            changes.Add(rosterClass.Load(load, rows));
        }

        context.AddRange(entries(new RosterChange(changes.Sum(change => change.Added), changes.Sum(change => change.Removed))));
        await context.SaveChangesAsync(cancellationToken);
        return true;
    }, cancellationToken);

    public Task<int?> RemoveAsync(
        Actor actor, int? classId, Func<int, AuditEntry> entry, CancellationToken cancellationToken) => ChangeAsync<int?>(async context =>
    {
        var owned = context.Set<RosterClass>().OwnedBy(actor);
        var found = await (classId is { } id ? owned.Where(c => c.Id == id) : owned).ToListAsync(cancellationToken);
        if (found.Count == 0)
        {
            return null;
        }

        var people = found.Sum(c => c.PersonCount);
        context.RemoveRange(found);
        context.Add(entry(people));
        await context.SaveChangesAsync(cancellationToken);
        return people;
    }, cancellationToken);

    public Task<int> RemoveOldAsync(
        DateTime loadedBefore, Func<int, int, AuditEntry> entry, CancellationToken cancellationToken) => ChangeAsync(async context =>
    {
        var old = await context.Set<RosterClass>().Where(c => c.LoadedAt < loadedBefore).ToListAsync(cancellationToken);
        foreach (var institute in old.GroupBy(c => c.InstituteId))
        {
            context.Add(entry(institute.Key, institute.Sum(c => c.PersonCount)));
        }

        context.RemoveRange(old);
        await context.SaveChangesAsync(cancellationToken);
        return old.Sum(c => c.PersonCount);
    }, cancellationToken);

    /// <summary>Runs a change, again when a colleague was first; one saving, so one commit.</summary>
    private async Task<TResult> ChangeAsync<TResult>(Func<PortalDbContext, Task<TResult>> change, CancellationToken cancellationToken)
    {
        try
        {
            for (var tries = 1; ; tries++)
            {
                await using var context = await contexts.CreateDbContextAsync(cancellationToken);
                try
                {
                    return await change(context);
                }
                catch (DbUpdateException exception) when (tries < MostTries
                    && (exception is DbUpdateConcurrencyException || engine.IsDuplicate(exception)))
                {
                    // Look at what there is now, and change that.
                }
            }
        }
        catch (Exception exception) when (engine.IsUnavailable(exception))
        {
            throw new StoreUnavailableException(exception);
        }
    }
}
