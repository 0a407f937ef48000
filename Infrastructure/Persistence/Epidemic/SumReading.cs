using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Epidemic;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Persistence.Epidemic;

/// <summary>
/// One reading of the sums. Each table begins with the territory, so each is walked territory by territory; the walks do not wait for
/// each other, because with many reports each takes a while.
/// </summary>
internal sealed class SumReading(IDbContextFactory<PortalDbContext> contexts, EpidemicFilter filter, IReadOnlyList<Territory> territories)
{
    /// <param name="from">The first day of the curve; it may lie before the period.</param>
    public async Task<EpidemicSums> ReadAsync(DateOnly from)
    {
        var sites = ApartAsync(SitesAsync);
        var classes = ApartAsync(ClassesAsync);
        var delays = ApartAsync(DelaysAsync);
        var days = ApartAsync(context => DaysAsync(context, from));
        var places = ApartAsync(PlacesAsync);
        await Task.WhenAll(sites, classes, delays, days, places);
        return new EpidemicSums(await days, await places, new RankedSums(await sites, await classes), await delays);
    }

    /// <summary>On a thread of its own: SQLite blocks the one that asks.</summary>
    private Task<TSums> ApartAsync<TSums>(Func<PortalDbContext, Task<TSums>> read) => Task.Run(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync();
        context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return await read(context);
    });

    private async Task<List<DayCount>> DaysAsync(PortalDbContext context, DateOnly from)
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
                .ToListAsync());
        }

        return days;
    }

    private async Task<List<PlaceSum>> PlacesAsync(PortalDbContext context)
    {
        List<PlaceSum> places = [];
        foreach (var territory in territories)
        {
            var figures = Of(context.Set<PlaceFigure>(), territory, filter.From);
            figures = filter.MunicipalityCode is { } code ? figures.Where(f => f.MunicipalityCode == code) : figures;
            places.AddRange(await figures.GroupBy(f => f.MunicipalityCode)
                .Select(g => new PlaceSum(g.Key, g.Sum(f => f.Cases), g.Sum(f => f.Contacts))).ToListAsync());
        }

        return places;
    }

    private async Task<List<SiteSum>> SitesAsync(PortalDbContext context)
    {
        List<SiteSum> ranked = [];
        foreach (var territory in territories)
        {
            var sums = await Classes(context, territory).GroupBy(f => f.SiteId)
                .Select(g => new { Site = g.Key, Cases = g.Sum(f => f.Cases), Contacts = g.Sum(f => f.Contacts) })
                .OrderByDescending(g => g.Cases).ThenBy(g => g.Site).Take(EpidemicFigures.Ranked).ToListAsync();
            ranked.AddRange(sums.Select(sum => new SiteSum(sum.Site, sum.Cases, sum.Contacts)));
        }

        return [.. ranked.OrderByDescending(sum => sum.Cases).ThenBy(sum => sum.Site).Take(EpidemicFigures.Ranked)];
    }

    private async Task<List<ClassSum>> ClassesAsync(PortalDbContext context)
    {
        List<ClassSum> ranked = [];
        foreach (var territory in territories)
        {
            var sums = await Classes(context, territory).GroupBy(f => new { f.SiteId, f.ClassKey })
                .Select(g => new { g.Key.SiteId, g.Key.ClassKey, Cases = g.Sum(f => f.Cases), Contacts = g.Sum(f => f.Contacts) })
                .Where(g => g.Cases > 1)
                .OrderByDescending(g => g.Cases).ThenBy(g => g.SiteId).ThenBy(g => g.ClassKey)
                .Take(EpidemicFigures.Ranked).ToListAsync();
            ranked.AddRange(sums.Select(sum => new ClassSum(sum.SiteId, sum.ClassKey, sum.Cases, sum.Contacts)));
        }

        return
        [
            .. ranked.OrderByDescending(sum => sum.Cases).ThenBy(sum => sum.Site).ThenBy(sum => sum.ClassKey, StringComparer.Ordinal)
                .Take(EpidemicFigures.Ranked),
        ];
    }

    private async Task<IReadOnlyList<DelaySummary>> DelaysAsync(PortalDbContext context)
    {
        List<DelayCount> counts = [];
        foreach (var territory in territories)
        {
            var figures = Narrow(context.Set<DelayFigure>().Where(f => f.Territory == territory && f.Day >= filter.From && f.Day <= filter.To));
            figures = filter.MunicipalityCode is { } code ? figures.Where(f => f.MunicipalityCode == code) : figures;
            counts.AddRange(await figures.GroupBy(f => new { f.Step, f.Length })
                .Select(g => new DelayCount(g.Key.Step, g.Key.Length, g.Sum(f => f.Reports))).ToListAsync());
        }

        return DelaySummary.Of(counts);
    }

    private IQueryable<ClassFigure> Classes(PortalDbContext context, Territory territory)
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
}
