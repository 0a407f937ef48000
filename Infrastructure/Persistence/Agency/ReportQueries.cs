using System.Linq.Expressions;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Delivery;
using CovidSchoolReporting.Domain.Lists;
using CovidSchoolReporting.Domain.Schools;
using CovidSchoolReporting.Infrastructure.Persistence.Cases;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Persistence.Agency;

/// <inheritdoc cref="IReportQueries"/>
internal sealed class ReportQueries(IDbContextFactory<PortalDbContext> contexts) : IReportQueries
{
    private static readonly Expression<Func<ReceivedReport, ReportRow>> AsRow = r => new ReportRow
    {
        Id = r.Id,
        CaseId = r.CaseId,
        ProtocolNumber = r.ProtocolNumber,
        ReceivedAt = r.ReceivedAt,
        SchoolName = r.SchoolName,
        SiteMunicipalityCode = r.SiteMunicipalityCode,
        Surname = r.Surname,
        Name = r.Name,
        ContactCount = r.ContactCount,
        State = r.State,
        TakenInChargeByName = r.TakenInChargeByName,
        TakenInChargeAt = r.TakenInChargeAt,
    };

    public async Task<Page<ReportRow>> ListAsync(Actor actor, ReportListRequest request, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var visible = context.Set<ReceivedReport>().AsNoTracking().VisibleTo(actor);
        if (string.IsNullOrWhiteSpace(request.Search))
        {
            var walked = request.State is null ? [visible] : ByTerritory(visible, actor, request.State);
            return await ByIdAsync(request, visible, walked, cancellationToken);
        }

        var searched = ByTerritory(visible, actor, request.State);
        if (PersonSearch.FiscalCodeKey(request.Search) is { } code)
        {
            return await ByIdAsync(request, visible, [.. searched.Select(rows => rows.Where(r => r.FiscalCodeKey == code))], cancellationToken);
        }

        var range = PersonSearch.Range(request.Search);
        return range.From.Length == 0 ? new Page<ReportRow>([], null, null)
            : await ByNameAsync(request, visible, ByTerritory(visible, actor, null), searched, range, cancellationToken);
    }

    public async Task<ReportSheet?> FindAsync(Actor actor, int reportId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await context.Set<ReceivedReport>().AsNoTracking().VisibleTo(actor)
            .Where(r => r.Id == reportId).Select(AsRow).SingleOrDefaultAsync(cancellationToken);
        if (row is null)
        {
            return null;
        }

        var sent = await context.Set<CovidCase>().AsNoTracking()
            .Include(c => c.Contacts).AsSingleQuery().SingleAsync(c => c.Id == row.CaseId, cancellationToken);
        var institute = await context.Set<Institute>().AsNoTracking().SingleAsync(i => i.Id == sent.InstituteId, cancellationToken);
        return new ReportSheet(row, CaseReport.Of(sent, institute));
    }

    /// <summary>The visible reports, territory by territory: every index but the key's begins with the territory.</summary>
    private static List<IQueryable<ReceivedReport>> ByTerritory(IQueryable<ReceivedReport> visible, Actor actor, AgencyState? state)
    {
        List<IQueryable<ReceivedReport>> parts = [.. actor.Territories.Order()
            .Select(territory => visible.Where(r => r.Territory == territory))
            .Select(rows => state is { } only ? rows.Where(r => r.State == only) : rows)];
        return parts.Count > 0 ? parts : [visible];
    }

    private static async Task<Page<ReportRow>> ByIdAsync(
        ReportListRequest request,
        IQueryable<ReceivedReport> visible,
        IReadOnlyList<IQueryable<ReceivedReport>> parts,
        CancellationToken cancellationToken)
    {
        // The id is the key: the place is known without looking the row up.
        var from = request.Anchor is { } anchor ? new Spot<int> { Key = anchor.Id, Id = anchor.Id } : null;
        var descending = request.Anchor is not { Backwards: true };
        var walks = parts.Select(rows => new Walk<ReceivedReport, int>(rows, r => r.Id)).ToList();
        var found = await Keyset.Spots(walks, descending, from, ReportListRequest.PageSize + 1)
            .ReadAsync(visible, AsRow, descending, cancellationToken);
        return Keyset.Page(found, row => row.Id, request.Anchor, ReportListRequest.PageSize);
    }

    private static async Task<Page<ReportRow>> ByNameAsync(
        ReportListRequest request,
        IQueryable<ReceivedReport> visible,
        IReadOnlyList<IQueryable<ReceivedReport>> unfiltered,
        IReadOnlyList<IQueryable<ReceivedReport>> filtered,
        (string From, string Before) range,
        CancellationToken cancellationToken)
    {
        var from = request.Anchor is { } anchor
            ? await Keyset.FindSpotAsync(Walks(unfiltered), visible, anchor.Id, cancellationToken)
            : null;
        var reached = from is null ? null : request.Anchor;
        var descending = reached is { Backwards: true };
        var found = await Keyset.Spots(Walks(filtered), descending, from, ReportListRequest.PageSize + 1)
            .ReadAsync(visible, AsRow, descending, cancellationToken);
        return Keyset.Page(found, row => row.Id, reached, ReportListRequest.PageSize);

        List<Walk<ReceivedReport, string>> Walks(IReadOnlyList<IQueryable<ReceivedReport>> parts) =>
            [.. parts.SelectMany(rows => NameSearch.Walks(rows, r => r.SurnameKey, r => r.NameKey, range))];
    }
}
