using System.Linq.Expressions;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Audit;
using CovidSchoolReporting.Domain.Epidemic;
using CovidSchoolReporting.Domain.Lists;
using CovidSchoolReporting.Infrastructure.Persistence.Cases;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Persistence.Epidemic;

/// <inheritdoc cref="IClusterQueries"/>
internal sealed class ClusterQueries(IDbContextFactory<PortalDbContext> contexts, IAuditTrail trail) : IClusterQueries
{
    private static readonly Expression<Func<Cluster, ClusterRow>> AsRow = c => new ClusterRow
    {
        Id = c.Id,
        SiteId = c.SiteId,
        SchoolName = c.SchoolName,
        ClassKey = c.ClassKey,
        SiteMunicipalityCode = c.SiteMunicipalityCode,
        SchoolType = c.SchoolType,
        FirstDay = c.FirstDay,
        LastDay = c.LastDay,
        Cases = c.Cases,
        Contacts = c.Contacts,
        State = c.State,
        StateByName = c.StateByName,
        StateAt = c.StateAt,
    };

    public async Task<Page<ClusterRow>> ListAsync(Actor actor, ClusterListRequest request, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await Keyset.PageAsync(request.Anchor, ClusterListRequest.PageSize, row => row.Id, async anchor =>
        {
            var clusters = context.Set<Cluster>().AsNoTracking().VisibleTo(actor);
            clusters = request.State is { } state ? clusters.Where(c => c.State == state)
                : request.Closed ? clusters : clusters.Where(c => c.State != ClusterState.Closed);
            clusters = request.SiteId is { } site ? clusters.Where(c => c.SiteId == site) : clusters;
            clusters = request.MunicipalityCode is { } code ? clusters.Where(c => c.SiteMunicipalityCode == code) : clusters;
            var backwards = anchor is { Backwards: true };
            if (anchor is not null)
            {
                // A cluster that is not in the list any more leads to the first page.
                var at = await context.Set<Cluster>().AsNoTracking().VisibleTo(actor).Where(c => c.Id == anchor.Id)
                    .Select(c => (DateOnly?)c.LastDay).SingleOrDefaultAsync(cancellationToken);
                clusters = at is not { } day ? clusters.Where(_ => false)
                    : backwards ? clusters.Where(c => c.LastDay > day || (c.LastDay == day && c.Id > anchor.Id))
                    : clusters.Where(c => c.LastDay < day || (c.LastDay == day && c.Id < anchor.Id));
            }

            clusters = backwards
                ? clusters.OrderBy(c => c.LastDay).ThenBy(c => c.Id)
                : clusters.OrderByDescending(c => c.LastDay).ThenByDescending(c => c.Id);
            return await clusters.Take(ClusterListRequest.PageSize + 1).Select(AsRow).ToListAsync(cancellationToken);
        });
    }

    public async Task<ClusterRow?> OfReportAsync(Actor actor, int reportId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var report = context.Set<ReceivedReport>().VisibleTo(actor).Where(r => r.Id == reportId);
        return await context.Set<Cluster>().AsNoTracking().VisibleTo(actor)
            .Where(c => report.Any(r => r.SiteId == c.SiteId && r.ClassKey == c.ClassKey
                && (r.PositiveSwabDate ?? r.ReceivedDay) >= c.FirstDay && (r.PositiveSwabDate ?? r.ReceivedDay) <= c.LastDay))
            .OrderBy(c => c.Id).Select(AsRow).FirstOrDefaultAsync(cancellationToken);
    }

    public async Task<ClusterSheet?> FindAsync(Actor actor, int clusterId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await context.Set<Cluster>().AsNoTracking().VisibleTo(actor)
            .Where(c => c.Id == clusterId).Select(AsRow).SingleOrDefaultAsync(cancellationToken);
        if (row is null)
        {
            return null;
        }

        var cases = await context.Set<ReceivedReport>().AsNoTracking().VisibleTo(actor)
            .Where(r => r.SiteId == row.SiteId && r.ClassKey == row.ClassKey)
            .Where(r => (r.PositiveSwabDate ?? r.ReceivedDay) >= row.FirstDay && (r.PositiveSwabDate ?? r.ReceivedDay) <= row.LastDay)
            .OrderBy(r => r.PositiveSwabDate ?? r.ReceivedDay).ThenBy(r => r.Id)
            .Select(r => new ClusterCase(
                r.Id, r.CaseId, r.ProtocolNumber, r.Surname, r.Name, r.Role, r.PositiveSwabDate ?? r.ReceivedDay, r.LastDayAttended,
                r.PositiveSwabDate, r.SymptomOnset, r.ReceivedAt, r.ReceivedDay, r.ContactCount, r.State))
            .ToListAsync(cancellationToken);
        await trail.ListedAsync(actor, AuditAction.ReportsListed, [.. cases.Select(one => one.CaseId)]);
        return new ClusterSheet(row, cases);
    }
}
