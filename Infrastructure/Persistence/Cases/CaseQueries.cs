using System.Linq.Expressions;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Lists;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Persistence.Cases;

/// <inheritdoc cref="ICaseQueries"/>
internal sealed class CaseQueries(IDbContextFactory<PortalDbContext> contexts, ICaseStore store, DraftReader reader) : ICaseQueries
{
    private static readonly Expression<Func<CovidCase, CaseRow>> AsRow = c => new CaseRow
    {
        Id = c.Id,
        Surname = c.Surname,
        Name = c.Name,
        FiscalCode = c.FiscalCode,
        LastDayAttended = c.LastDayAttended,
        ContactCount = c.ContactCount,
        Status = c.Status,
        ProtocolNumber = c.ProtocolNumber,
    };

    private static readonly Func<CovidCase, CaseRow> RowOf = AsRow.Compile();

    public async Task<Page<CaseRow>> ListAsync(Actor actor, CaseListRequest request, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var all = context.Set<CovidCase>().AsNoTracking();
        var owned = all.OwnedBy(actor);
        var filtered = request.Status is { } status ? owned.Where(c => c.Status == status) : owned;

        if (string.IsNullOrWhiteSpace(request.Search))
        {
            return request.Order switch
            {
                CaseOrder.Surname => await ByAsync(c => c.SurnameKey),
                CaseOrder.LastDay => await ByAsync(c => c.LastDayAttended),
                CaseOrder.Status => await ByAsync(c => (int)c.Status),
                _ => await ByAsync(c => c.Id),
            };
        }

        if (PersonSearch.FiscalCodeKey(request.Search) is { } code)
        {
            var sameCode = filtered.Where(c => c.FiscalCodeKey == code);
            return await PageAsync(request, owned, all, [new Walk<CovidCase, int>(sameCode, c => c.Id)], cancellationToken);
        }

        var range = PersonSearch.Range(request.Search);
        if (range.From.Length == 0)
        {
            return new Page<CaseRow>([], null, null);
        }

        request = request with { Descending = false };
        return await PageAsync(request, owned, all, NameSearch.Walks(filtered, c => c.SurnameKey, c => c.NameKey, range), cancellationToken);

        Task<Page<CaseRow>> ByAsync<TKey>(Expression<Func<CovidCase, TKey>> key) =>
            PageAsync(request, owned, all, [new Walk<CovidCase, TKey>(filtered, key)], cancellationToken);
    }

    public async Task<CaseRow?> FindRowAsync(Actor actor, int caseId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<CovidCase>().AsNoTracking().OwnedBy(actor)
            .Where(c => c.Id == caseId).Select(AsRow).SingleOrDefaultAsync(cancellationToken);
    }

    public async Task<CaseSheet?> FindAsync(Actor actor, int caseId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await context.Set<CovidCase>().AsNoTracking().OwnedBy(actor)
            .Include(c => c.Contacts).SingleOrDefaultAsync(c => c.Id == caseId, cancellationToken);
        return found is null ? null : new CaseSheet(
            RowOf(found),
            reader.Draft(found),
            ContactSetting.Of(found, contactId: null),
            found.NoContactsReason,
            found.ClosedAt,
            [.. found.Contacts.OrderBy(c => c.Id).Select(c => new ContactSheet(c.Id, reader.Draft(c), PersonIdentity.Of(c)))]);
    }

    public async Task<CaseDraft> StartDraftAsync(Actor actor, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var last = await context.Set<CovidCase>().AsNoTracking().OwnedBy(actor)
            .OrderByDescending(c => c.Id).FirstOrDefaultAsync(cancellationToken);
        if (last is not null)
        {
            return new CaseDraft
            {
                SiteMunicipality = reader.Label(last.SiteMunicipalityCode),
                SchoolName = last.SchoolName,
                SchoolType = last.SchoolType,
                ReferentName = last.ReferentName,
                ReferentPhone = DraftReader.ShownPhone(last.ReferentPhone),
                ReferentEmail = last.ReferentEmail,
            };
        }

        var setting = await store.SettingAsync(actor, cancellationToken);
        return setting.Sites is [var site, ..]
            ? new CaseDraft { SiteMunicipality = site.Municipality.Label, SchoolName = site.Name, SchoolType = site.Type }
            : new CaseDraft();
    }

    private static async Task<Page<CaseRow>> PageAsync<TKey>(
        CaseListRequest request,
        IQueryable<CovidCase> owned,
        IQueryable<CovidCase> all,
        IReadOnlyList<Walk<CovidCase, TKey>> walks,
        CancellationToken cancellationToken)
    {
        var from = request.Anchor is { } anchor
            ? await Keyset.FindSpotAsync(walks, owned, anchor.Id, cancellationToken)
            : null;
        var reached = from is null ? null : request.Anchor;
        var descending = request.Descending != reached is { Backwards: true };
        var rows = await Keyset.Spots(walks, descending, from, CaseListRequest.PageSize + 1)
            .ReadAsync(all, AsRow, descending, cancellationToken);
        return Keyset.Page(rows, row => row.Id, reached, CaseListRequest.PageSize);
    }
}
