using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Epidemic;
using CovidSchoolReporting.Domain.Schools;
using CovidSchoolReporting.Domain.Time;
using CovidSchoolReporting.Infrastructure.Persistence.Cases;
using CovidSchoolReporting.Infrastructure.Persistence.Mappings;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Persistence.Epidemic;

/// <inheritdoc cref="IEpidemicQueries"/>
internal sealed class EpidemicQueries(IDbContextFactory<PortalDbContext> contexts, PortalClock clock) : IEpidemicQueries
{
    private readonly SumsMemory _memory = new();

    public async Task<EpidemicFigures> ReadAsync(Actor actor, EpidemicFilter filter, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        var territories = filter.TerritoriesOf(actor);
        var change = await context.Set<ChangeCounter>().Where(c => c.Table == ReceivedReportMapping.Table)
            .Select(c => c.Last).SingleOrDefaultAsync(cancellationToken);
        var sums = await _memory.GetAsync(change, filter, territories, () => SumAsync(filter, territories)).WaitAsync(cancellationToken);
        var reading = new Reading(context, filter, territories, cancellationToken);
        return new EpidemicFigures
        {
            Filter = filter,
            Days = [.. sums.Days.Where(day => day.Day >= Ahead(filter))],
            CasesBefore = sums.Days.Where(day => day.Day >= filter.FromBefore && day.Day < filter.From).Sum(day => day.Cases),
            Official = await reading.OfficialAsync(Ahead(filter)),
            Places = await reading.PlacesAsync(sums.Places),
            Schools = await reading.SchoolsAsync(sums.Classes),
            Classes = await reading.ClassesAsync(sums.Classes),
            Delays = sums.Delays,
            Waiting = await reading.WaitingAsync(actor, clock.Today),
            ActiveClusters = await reading.ActiveClustersAsync(),
        };
    }

    public async Task<IReadOnlyList<MapShape>> ShapesAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.IsAgencyOperator)
        {
            return [];
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var territories = actor.Territories.ToArray();
        return await context.Set<MunicipalityShape>().AsNoTracking().Where(shape => territories.Contains(shape.Territory))
            .OrderBy(shape => shape.Code).Select(shape => new MapShape(shape.Code, shape.Path)).ToListAsync(cancellationToken);
    }

    private static DateOnly Ahead(EpidemicFilter filter) => filter.From.AddDays(-EpidemicFigures.DaysAhead);

    /// <summary>Whoever asks first reads for all who ask meanwhile, so nobody's leaving the page ends it.</summary>
    private Task<EpidemicSums> SumAsync(EpidemicFilter filter, IReadOnlyList<Territory> territories) =>
        new SumReading(contexts, filter, territories).ReadAsync(filter.FromBefore < Ahead(filter) ? filter.FromBefore : Ahead(filter));

    /// <summary>What stands beside the sums: each a small question, and not only reports change it.</summary>
    private sealed class Reading(
        PortalDbContext context, EpidemicFilter filter, IReadOnlyList<Territory> territories, CancellationToken cancellationToken)
    {
        public async Task<IReadOnlyList<OfficialCount>> OfficialAsync(DateOnly from)
        {
            var wanted = territories.ToArray();
            var figures = await context.Set<OfficialFigure>()
                .Where(f => wanted.Contains(f.Territory) && f.Day >= from && f.Day <= filter.To).ToListAsync(cancellationToken);
            return [.. figures.GroupBy(f => f.Day).Where(day => day.Count() == wanted.Length).OrderBy(day => day.Key)
                .Select(day => new OfficialCount(day.Key, day.Sum(f => f.Cases)))];
        }

        public async Task<IReadOnlyList<PlaceCount>> PlacesAsync(IReadOnlyList<PlaceSum> sums)
        {
            var sites = context.Set<SchoolSite>().Where(s => s.ClosedOn == null && s.Pupils != null);
            sites = filter.SchoolType is { } type ? sites.Where(s => s.Type == type) : sites;
            var pupils = await sites.GroupBy(s => s.MunicipalityCode)
                .Select(g => new { Code = g.Key, Pupils = g.Sum(s => s.Pupils ?? 0) })
                .ToDictionaryAsync(g => g.Code, g => g.Pupils, cancellationToken);
            return
            [
                .. sums.Select(sum => new PlaceCount(
                        sum.Code, sum.Cases, sum.Contacts, pupils.TryGetValue(sum.Code, out var count) && count > 0 ? count : null))
                    .OrderByDescending(place => place.Cases).ThenBy(place => place.Code, StringComparer.Ordinal),
            ];
        }

        public async Task<IReadOnlyList<SchoolCount>> SchoolsAsync(RankedSums sums)
        {
            var sites = await SitesAsync(sums.Sites.Select(sum => sum.Site));
            return [.. sums.Sites.Where(sum => sites.ContainsKey(sum.Site)).Select(sum => sites[sum.Site] is var site
                ? new SchoolCount(site.Id, site.Name, site.MunicipalityCode, site.Type, sum.Cases, sum.Contacts, site.Pupils) : null!)];
        }

        public async Task<IReadOnlyList<ClassCount>> ClassesAsync(RankedSums sums)
        {
            var sites = await SitesAsync(sums.Classes.Select(sum => sum.Site));
            return [.. sums.Classes.Where(sum => sites.ContainsKey(sum.Site)).Select(sum => sites[sum.Site] is var site
                ? new ClassCount(site.Id, site.Name, site.MunicipalityCode, sum.ClassKey, sum.Cases, sum.Contacts) : null!)];
        }

        public async Task<IReadOnlyList<WaitingCount>> WaitingAsync(Actor actor, DateOnly today)
        {
            List<(DateOnly Day, int Reports)> waiting = [];
            foreach (var territory in territories)
            {
                var reports = context.Set<ReceivedReport>().VisibleTo(actor).Where(r => r.State == AgencyState.Received && r.Territory == territory);
                reports = filter.MunicipalityCode is { } code ? reports.Where(r => r.SiteMunicipalityCode == code) : reports;
                reports = filter.SchoolType is { } type ? reports.Where(r => r.SchoolType == type) : reports;
                var roles = Enum.GetValues<Domain.People.PersonRole>().Where(role => RoleGroups.Of(role) == filter.Role).ToArray();
                reports = filter.Role is null ? reports : reports.Where(r => roles.Contains(r.Role));
                var counts = await reports.GroupBy(r => r.ReceivedDay)
                    .Select(g => new { Day = g.Key, Reports = g.Count() }).ToListAsync(cancellationToken);
                waiting.AddRange(counts.Select(count => (count.Day, count.Reports)));
            }

            return [.. waiting.GroupBy(one => Math.Max(0, today.DayNumber - one.Day.DayNumber)).OrderBy(age => age.Key)
                .Select(age => new WaitingCount(age.Key, age.Sum(one => one.Reports)))];
        }

        public async Task<int> ActiveClustersAsync()
        {
            var active = 0;
            foreach (var territory in territories)
            {
                var clusters = context.Set<Cluster>().Where(c => c.Territory == territory && c.State != ClusterState.Closed);
                clusters = filter.MunicipalityCode is { } code ? clusters.Where(c => c.SiteMunicipalityCode == code) : clusters;
                clusters = filter.SchoolType is { } type ? clusters.Where(c => c.SchoolType == type) : clusters;
                active += await clusters.CountAsync(cancellationToken);
            }

            return active;
        }

        private async Task<Dictionary<int, SchoolSite>> SitesAsync(IEnumerable<int> wanted)
        {
            var ids = wanted.Distinct().ToArray();
            return await context.Set<SchoolSite>().Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, cancellationToken);
        }
    }
}
