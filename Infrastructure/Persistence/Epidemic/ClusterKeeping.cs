using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Epidemic;
using CovidSchoolReporting.Domain.Policies;
using CovidSchoolReporting.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Persistence.Epidemic;

/// <summary>Finds clusters when reports arrive, in the commit that registers them, by the rule of the policy that is in force then.</summary>
internal static class ClusterKeeping
{
    /// <summary>Looks at the classes of reports that are about to be saved, and leaves what changes in the context.</summary>
    /// <param name="arrived">Not saved yet.</param>
    /// <param name="now">UTC.</param>
    public static async Task FollowAsync(
        PortalDbContext context, IReadOnlyCollection<ReceivedReport> arrived, DateTime now, CancellationToken cancellationToken)
    {
        var classes = arrived.Where(report => report.SiteId is not null)
            .GroupBy(report => (Site: report.SiteId!.Value, report.ClassKey)).ToDictionary(group => group.Key, group => group.ToList());
        if (classes.Count == 0)
        {
            return;
        }

        var sites = classes.Keys.Select(key => key.Site).Distinct().ToArray();
        var stored = context.Set<ReceivedReport>().Where(r => r.SiteId != null && sites.Contains(r.SiteId.Value));
        var known = (await Cases(stored).ToListAsync(cancellationToken)).ToLookup(one => (one.Site, one.ClassKey));
        var clusters = (await context.Set<Cluster>().Where(c => sites.Contains(c.SiteId)).ToListAsync(cancellationToken))
            .ToLookup(cluster => (cluster.SiteId, cluster.ClassKey));
        var rule = await RuleAsync(context, now, cancellationToken);
        foreach (var (key, reports) in classes)
        {
            var cases = known[key].Concat(reports.Select(Row)).ToList();
            Reconcile(context, rule, Place(reports[^1]), cases, clusters[key], now);
        }
    }

    /// <summary>Finds the clusters of reports that came before there were clusters. Only for a database that has none.</summary>
    public static async Task CatchUpAsync(PortalDbContext context, DateTime now, CancellationToken cancellationToken)
    {
        var cases = await Cases(context.Set<ReceivedReport>().Where(r => r.SiteId != null)).ToListAsync(cancellationToken);
        var rule = await RuleAsync(context, now, cancellationToken);
        foreach (var group in cases.GroupBy(one => (one.Site, one.ClassKey)).Where(group => group.Count() >= rule.Cases))
        {
            Reconcile(context, rule, group.Last().Place, [.. group], [], now);
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    private static async Task<ClusterRule> RuleAsync(PortalDbContext context, DateTime now, CancellationToken cancellationToken) =>
        new PolicyTimeline(await context.Set<ReportingPolicy>().AsNoTracking().ToListAsync(cancellationToken))
            .InForceOn(PortalClock.DayOf(now)).Terms.ClusterRule;

    private static void Reconcile(
        PortalDbContext context, ClusterRule rule, ClusterPlace place, List<CaseRow> cases, IEnumerable<Cluster> clusters, DateTime now)
    {
        var left = clusters.OrderBy(cluster => cluster.FirstDay).ToList();
        foreach (var span in rule.Find(cases.Select(one => new ClassCase(one.Day, one.Contacts))))
        {
            if (left.Find(cluster => cluster.Overlaps(span)) is not { } first)
            {
                context.Add(Cluster.Find(place, span, now));
                continue;
            }

            first.Grow(span, now);
            context.Entry(first).DetectChanges();
            left.Remove(first);

            // A late report may show that two clusters were one all the time: the older one goes on.
            foreach (var same in left.Where(cluster => cluster.Overlaps(span)).ToList())
            {
                context.Remove(same);
                left.Remove(same);
            }
        }
    }

    private static IQueryable<CaseRow> Cases(IQueryable<ReceivedReport> ofSites) => ofSites.AsNoTracking()
        .Select(r => new CaseRow(
            r.SiteId!.Value, r.ClassKey, r.PositiveSwabDate ?? r.ReceivedDay, r.ContactCount,
            new ClusterPlace(r.SiteId!.Value, r.ClassKey, r.Territory, r.SiteMunicipalityCode, r.SchoolType, r.SchoolName)));

    private static CaseRow Row(ReceivedReport report) => new(
        report.SiteId!.Value, report.ClassKey, report.PositiveSwabDate ?? report.ReceivedDay, report.ContactCount, Place(report));

    private static ClusterPlace Place(ReceivedReport report) => new(
        report.SiteId!.Value, report.ClassKey, report.Territory, report.SiteMunicipalityCode, report.SchoolType, report.SchoolName);

    private sealed record CaseRow(int Site, string ClassKey, DateOnly Day, int Contacts, ClusterPlace Place);
}
