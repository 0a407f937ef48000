using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Agency.Queue;
using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Domain.Places;
using CovidSchoolReporting.Domain.Schools;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Persistence.Agency;

/// <inheritdoc cref="IQueueQueries"/>
internal sealed class QueueQueries(IDbContextFactory<PortalDbContext> contexts, PlaceRegister places) : IQueueQueries
{
    private const int MostSites = 12;

    public async Task<StateCounts> CountsAsync(Actor actor, DayRange received, CancellationToken cancellationToken)
    {
        var counts = Enum.GetValues<AgencyState>().ToDictionary(state => state, _ => 0);
        if (IsOperator(actor))
        {
            var territories = actor.Territories.ToArray();
            var (from, to) = (received.From ?? DateOnly.MinValue, received.To ?? DateOnly.MaxValue);
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            var sums = await context.Set<ReportTally>().AsNoTracking()
                .Where(t => territories.Contains(t.Territory) && t.Day >= from && t.Day <= to)
                .GroupBy(t => t.State).Select(same => new { same.Key, Count = same.Sum(t => t.Count) }).ToListAsync(cancellationToken);
            sums.ForEach(sum => counts[sum.Key] = sum.Count);
        }

        return new StateCounts(counts);
    }

    public async Task<IReadOnlyList<SiteChoiceRow>> SitesAsync(Actor actor, string typed, CancellationToken cancellationToken)
    {
        var key = LatinLetters.SearchKey(typed);
        if (!IsOperator(actor) || key.Length == 0)
        {
            return [];
        }

        // A few thousand plessi: the letters are compared here, where accents and capitals do not count.
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var sites = await Rows(context.Set<SchoolSite>()).ToListAsync(cancellationToken);
        return [.. sites
            .Where(site => IsOf(actor, site) && (site.Code.StartsWith(typed.Trim(), StringComparison.OrdinalIgnoreCase) || HasWord(site.Name, key)))
            .OrderBy(site => site.Name, StringComparer.Ordinal).ThenBy(site => site.Code, StringComparer.Ordinal)
            .Take(MostSites)];
    }

    public async Task<SiteChoiceRow?> SiteAsync(Actor actor, int siteId, CancellationToken cancellationToken)
    {
        if (!IsOperator(actor))
        {
            return null;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await Rows(context.Set<SchoolSite>().Where(site => site.Id == siteId)).SingleOrDefaultAsync(cancellationToken) is { } site && IsOf(actor, site) ? site : null;
    }

    private static bool HasWord(string name, string key) => $" {LatinLetters.SearchKey(name)}".Contains($" {key}", StringComparison.Ordinal);

    private static bool IsOperator(Actor actor) => actor.IsAgencyOperator && actor.Territories.Count > 0;

    private static IQueryable<SiteChoiceRow> Rows(IQueryable<SchoolSite> sites) => sites.AsNoTracking()
        .Select(site => new SiteChoiceRow(site.Id, site.Code, site.Name, site.Type, site.MunicipalityCode));

    private bool IsOf(Actor actor, SiteChoiceRow site) =>
        places.FindByCode(site.MunicipalityCode)?.Territory is { } territory && actor.Territories.Contains(territory);
}
