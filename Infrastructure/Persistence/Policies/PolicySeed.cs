using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Policies;
using CovidSchoolReporting.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Persistence.Policies;

/// <summary>Fills an empty table with the policies that the portal brings; what the administrator did with them since is never undone.</summary>
internal static class PolicySeed
{
    public static async Task SowAsync(PortalDbContext context, DatabaseEngine engine, CancellationToken cancellationToken)
    {
        if (await context.Set<ReportingPolicy>().AnyAsync(cancellationToken))
        {
            return;
        }

        context.AddRange(ReferencePolicies.Load());
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (engine.IsDuplicate(exception))
        {
            // Another process started on the same empty database and was first.
        }
    }

    /// <summary>
    /// Gives the cases that were opened before the portal kept any policies the one that was in force on their day.
    /// On a database that has none of them it asks one index and changes nothing.
    /// </summary>
    public static async Task AdoptCasesAsync(PortalDbContext context, CancellationToken cancellationToken)
    {
        const int None = 0; // What the migration that brought the column wrote.
        var without = context.Set<CovidCase>().Where(c => c.PolicyId == None);
        var days = await without.Select(c => new { c.Id, c.OpenedAt }).ToListAsync(cancellationToken);
        if (days.Count == 0)
        {
            return;
        }

        var timeline = new PolicyTimeline(await context.Set<ReportingPolicy>().AsNoTracking().ToListAsync(cancellationToken));
        foreach (var group in days.GroupBy(c => timeline.InForceOn(PortalClock.DayOf(c.OpenedAt)).Id, c => c.OpenedAt))
        {
            var (first, last) = (group.Min(), group.Max()); // A policy rules an unbroken run of days.
            await without.Where(c => c.OpenedAt >= first && c.OpenedAt <= last)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.PolicyId, group.Key), cancellationToken);
        }
    }
}
