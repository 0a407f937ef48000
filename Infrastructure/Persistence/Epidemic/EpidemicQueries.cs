using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Epidemic;
using CovidSchoolReporting.Domain.Schools;
using CovidSchoolReporting.Domain.Time;
using CovidSchoolReporting.Infrastructure.Persistence.Cases;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Persistence.Epidemic;

/// <inheritdoc cref="IEpidemicQueries"/>
internal sealed class EpidemicQueries(IDbContextFactory<PortalDbContext> contexts, PortalClock clock) : IEpidemicQueries
{
    public async Task<EpidemicFigures> ReadAsync(Actor actor, EpidemicFilter filter, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        var reading = new Reading(context, filter, filter.TerritoriesOf(actor), cancellationToken);
        var ahead = filter.From.AddDays(-EpidemicFigures.DaysAhead);
        var days = await reading.DaysAsync(filter.FromBefore < ahead ? filter.FromBefore : ahead);
        return new EpidemicFigures
        {
            Filter = filter,
            Days = [.. days.Where(day => day.Day >= ahead)],
            CasesBefore = days.Where(day => day.Day >= filter.FromBefore && day.Day < filter.From).Sum(day => day.Cases),
            Official = await reading.OfficialAsync(ahead),
            Places = await reading.PlacesAsync(),
            Schools = await reading.SchoolsAsync(),
            Classes = await reading.ClassesAsync(),
            Delays = await reading.DelaysAsync(),
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

    /// <summary>One reading of the dashboard. Each table begins with the territory, so each is walked territory by territory.</summary>
    private sealed class Reading(
        PortalDbContext context, EpidemicFilter filter, IReadOnlyList<Territory> territories, CancellationToken cancellationToken)
    {
        public async Task<List<DayCount>> DaysAsync(DateOnly from)
        {
            List<DayCount> days = [];
            foreach (var territory in territories)
            {
                IQueryable<CaseFigure> figures = filter.MunicipalityCode is { } code
                    ? Of(context.Set<PlaceFigure>().Where(f => f.MunicipalityCode == code), territory, from)
                    : Of(context.Set<DayFigure>(), territory, from);
                days.AddRange(await figures
                    .GroupBy(f => new { f.Day, f.SchoolType, f.Role })
                    .Select(g => new DayCount(g.Key.Day, g.Key.SchoolType, g.Key.Role, g.Sum(f => f.Cases), g.Sum(f => f.Contacts)))
                    .ToListAsync(cancellationToken));
            }

            return days;
        }

        public async Task<IReadOnlyList<OfficialCount>> OfficialAsync(DateOnly from)
        {
            var wanted = territories.ToArray();
            var figures = await context.Set<OfficialFigure>()
                .Where(f => wanted.Contains(f.Territory) && f.Day >= from && f.Day <= filter.To).ToListAsync(cancellationToken);
            return [.. figures.GroupBy(f => f.Day).Where(day => day.Count() == wanted.Length).OrderBy(day => day.Key)
                .Select(day => new OfficialCount(day.Key, day.Sum(f => f.Cases)))];
        }

        public async Task<IReadOnlyList<PlaceCount>> PlacesAsync()
        {
            var sites = context.Set<SchoolSite>().Where(s => s.ClosedOn == null && s.Pupils != null);
            sites = filter.SchoolType is { } type ? sites.Where(s => s.Type == type) : sites;
            var pupils = await sites.GroupBy(s => s.MunicipalityCode)
                .Select(g => new { Code = g.Key, Pupils = g.Sum(s => s.Pupils ?? 0) })
                .ToDictionaryAsync(g => g.Code, g => g.Pupils, cancellationToken);
            List<PlaceCount> places = [];
            foreach (var territory in territories)
            {
                var figures = Of(context.Set<PlaceFigure>(), territory, filter.From);
                figures = filter.MunicipalityCode is { } code ? figures.Where(f => f.MunicipalityCode == code) : figures;
                var sums = await figures.GroupBy(f => f.MunicipalityCode)
                    .Select(g => new { Code = g.Key, Cases = g.Sum(f => f.Cases), Contacts = g.Sum(f => f.Contacts) })
                    .ToListAsync(cancellationToken);
                places.AddRange(sums.Select(sum => new PlaceCount(
                    sum.Code, sum.Cases, sum.Contacts, pupils.TryGetValue(sum.Code, out var count) && count > 0 ? count : null)));
            }

            return [.. places.OrderByDescending(place => place.Cases).ThenBy(place => place.Code, StringComparer.Ordinal)];
        }

        public async Task<IReadOnlyList<SchoolCount>> SchoolsAsync()
        {
            List<(int Site, int Cases, int Contacts)> ranked = [];
            foreach (var territory in territories)
            {
                var sums = await Classes(territory).GroupBy(f => f.SiteId)
                    .Select(g => new { Site = g.Key, Cases = g.Sum(f => f.Cases), Contacts = g.Sum(f => f.Contacts) })
                    .OrderByDescending(g => g.Cases).ThenBy(g => g.Site).Take(EpidemicFigures.Ranked).ToListAsync(cancellationToken);
                ranked.AddRange(sums.Select(sum => (sum.Site, sum.Cases, sum.Contacts)));
            }

            var first = ranked.OrderByDescending(sum => sum.Cases).ThenBy(sum => sum.Site).Take(EpidemicFigures.Ranked).ToList();
            var sites = await SitesAsync(first.Select(sum => sum.Site));
            return [.. first.Where(sum => sites.ContainsKey(sum.Site)).Select(sum => sites[sum.Site] is var site
                ? new SchoolCount(site.Id, site.Name, site.MunicipalityCode, site.Type, sum.Cases, sum.Contacts, site.Pupils) : null!)];
        }

        public async Task<IReadOnlyList<ClassCount>> ClassesAsync()
        {
            List<(int Site, string Class, int Cases, int Contacts)> ranked = [];
            foreach (var territory in territories)
            {
                var sums = await Classes(territory).GroupBy(f => new { f.SiteId, f.ClassKey })
                    .Select(g => new { g.Key.SiteId, g.Key.ClassKey, Cases = g.Sum(f => f.Cases), Contacts = g.Sum(f => f.Contacts) })
                    .Where(g => g.Cases > 1)
                    .OrderByDescending(g => g.Cases).ThenBy(g => g.SiteId).ThenBy(g => g.ClassKey)
                    .Take(EpidemicFigures.Ranked).ToListAsync(cancellationToken);
                ranked.AddRange(sums.Select(sum => (sum.SiteId, sum.ClassKey, sum.Cases, sum.Contacts)));
            }

            var first = ranked.OrderByDescending(sum => sum.Cases).ThenBy(sum => sum.Site).ThenBy(sum => sum.Class, StringComparer.Ordinal)
                .Take(EpidemicFigures.Ranked).ToList();
            var sites = await SitesAsync(first.Select(sum => sum.Site));
            return [.. first.Where(sum => sites.ContainsKey(sum.Site)).Select(sum => sites[sum.Site] is var site
                ? new ClassCount(site.Id, site.Name, site.MunicipalityCode, sum.Class, sum.Cases, sum.Contacts) : null!)];
        }

        public async Task<IReadOnlyList<DelaySummary>> DelaysAsync()
        {
            List<DelayCount> counts = [];
            foreach (var territory in territories)
            {
                var figures = Narrow(context.Set<DelayFigure>().Where(f => f.Territory == territory && f.Day >= filter.From && f.Day <= filter.To));
                figures = filter.MunicipalityCode is { } code ? figures.Where(f => f.MunicipalityCode == code) : figures;
                counts.AddRange(await figures.GroupBy(f => new { f.Step, f.Length })
                    .Select(g => new DelayCount(g.Key.Step, g.Key.Length, g.Sum(f => f.Reports))).ToListAsync(cancellationToken));
            }

            return DelaySummary.Of(counts);
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

        private IQueryable<ClassFigure> Classes(Territory territory)
        {
            var figures = Of(context.Set<ClassFigure>(), territory, filter.From);
            return filter.MunicipalityCode is { } code ? figures.Where(f => f.MunicipalityCode == code) : figures;
        }

        private IQueryable<TFigure> Of<TFigure>(IQueryable<TFigure> figures, Territory territory, DateOnly from)
            where TFigure : CaseFigure =>
            Narrow(figures.Where(f => f.Basis == filter.Basis && f.Territory == territory && f.Day >= from && f.Day <= filter.To));

        private IQueryable<TFigure> Narrow<TFigure>(IQueryable<TFigure> figures)
            where TFigure : Figure
        {
            figures = filter.SchoolType is { } type ? figures.Where(f => f.SchoolType == type) : figures;
            return filter.Role is { } role ? figures.Where(f => f.Role == role) : figures;
        }

        private async Task<Dictionary<int, SchoolSite>> SitesAsync(IEnumerable<int> wanted)
        {
            var ids = wanted.Distinct().ToArray();
            return await context.Set<SchoolSite>().Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, cancellationToken);
        }
    }
}
