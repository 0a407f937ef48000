using System.Linq.Expressions;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Delivery;
using CovidSchoolReporting.Domain.Lists;
using CovidSchoolReporting.Domain.Policies;
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

    private readonly CompiledLists<Shape, ReportRow> _lists = new();

    private enum Search
    {
        None,
        FiscalCode,
        Name,
    }

    public async Task<Page<ReportRow>> ListAsync(Actor actor, ReportListRequest request, CancellationToken cancellationToken)
    {
        if (!actor.IsAgencyOperator || actor.Territories.Count == 0)
        {
            return new Page<ReportRow>([], null, null);
        }

        var search = Search.None;
        (string From, string Before) range = ("", "");
        if (!string.IsNullOrWhiteSpace(request.Search))
        {
            var code = PersonSearch.FiscalCodeKey(request.Search);
            (search, range) = code is null ? (Search.Name, PersonSearch.Range(request.Search)) : (Search.FiscalCode, (code, ""));
            if (range.From.Length == 0)
            {
                return new Page<ReportRow>([], null, null);
            }
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await Keyset.PageAsync(request.Anchor, ReportListRequest.PageSize, row => row.Id, anchor =>
        {
            // Newest first, or by name when a name is searched for.
            var descending = (search != Search.Name) != anchor is { Backwards: true };
            var territory = actor.Territories.Count == Enum.GetValues<Territory>().Length ? (Territory?)null : actor.Territories.Single();
            var shape = new Shape(territory, search, request.State, descending, anchor is not null);
            var values = new ListArguments { Anchor = anchor?.Id ?? 0, From = range.From, Before = range.Before };
            return _lists.ReadAsync(context, shape, values, arguments => Query(context, shape, arguments), cancellationToken);
        });
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
        return new ReportSheet(row, CaseReport.Of(sent, institute), CaseMeasures.Of(sent));
    }

    private static IQueryable<ReportRow> Query(PortalDbContext context, Shape shape, ListArguments arguments)
    {
        var all = context.Set<ReceivedReport>().AsNoTracking();

        // Every index but the key's begins with the territory: the reports are walked territory by territory.
        var visible = shape.Territory is { } only ? [Of(only)] : Enum.GetValues<Territory>().Select(Of).ToList();
        var filtered = visible.Select(rows => shape.State is { } state ? rows.Where(r => r.State == state) : rows);
        return shape switch
        {
            { Search: Search.Name } => ByName(),
            { Search: Search.FiscalCode } => ById(filtered.Select(rows => rows.Where(r => r.FiscalCodeKey == arguments.From))),
            { Territory: null, State: null } => ById([all]),
            _ => ById(filtered),
        };

        IQueryable<ReceivedReport> Of(Territory territory) => all.Where(r => r.Territory == territory);

        IQueryable<ReportRow> ById(IEnumerable<IQueryable<ReceivedReport>> parts) =>
            Rows([.. parts.Select(rows => new Walk<ReceivedReport, int>(rows, r => r.Id))], rows => rows.Select(r => r.Id));

        IQueryable<ReportRow> ByName()
        {
            var search = new NameSearch<ReceivedReport>(r => r.SurnameKey, r => r.NameKey, arguments);
            return Rows([.. filtered.SelectMany(search.Walks)], search.KeyOf);
        }

        IQueryable<ReportRow> Rows<TKey>(
            IReadOnlyList<Walk<ReceivedReport, TKey>> walks, Func<IQueryable<ReceivedReport>, IQueryable<TKey>> keyOf)
        {
            var known = shape.Territory is { } territory ? Of(territory) : all;
            var anchor = shape.Anchored ? keyOf(known.Where(r => r.Id == arguments.Anchor)) : null;
            return Keyset.Spots(walks, shape.Descending, anchor, arguments, ReportListRequest.PageSize + 1)
                .Rows(all, AsRow, shape.Descending);
        }
    }

    /// <param name="Territory">Null for an operator of all.</param>
    /// <param name="Descending">The direction of the walk, which is not the list's when it is walked back.</param>
    private sealed record Shape(Territory? Territory, Search Search, AgencyState? State, bool Descending, bool Anchored);
}
