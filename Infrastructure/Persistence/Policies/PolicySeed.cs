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
        // The model knows no case without a policy: only SQL can ask for one.
        var without = await context.Database
            .SqlQuery<Unadopted>($"""SELECT "Id", "OpenedAt" FROM "Cases" WHERE "PolicyId" IS NULL""").ToListAsync(cancellationToken);
        if (without.Count == 0)
        {
            return;
        }

        var timeline = new PolicyTimeline(await context.Set<ReportingPolicy>().AsNoTracking().ToListAsync(cancellationToken));
        foreach (var group in without.GroupBy(c => timeline.InForceOn(PortalClock.DayOf(c.OpenedAt)).Id, c => c.OpenedAt))
        {
            var (first, last) = (group.Min(), group.Max()); // A policy rules an unbroken run of days.
            await context.Database.ExecuteSqlAsync(
                $"""UPDATE "Cases" SET "PolicyId" = {group.Key} WHERE "PolicyId" IS NULL AND "OpenedAt" BETWEEN {first} AND {last}""", cancellationToken);
        }
    }

    private sealed record Unadopted(int Id, DateTime OpenedAt);
}
