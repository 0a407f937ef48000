using System.Linq.Expressions;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Audit;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Lists;
using CovidSchoolReporting.Domain.Policies;
using CovidSchoolReporting.Infrastructure.Persistence.Mappings;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Persistence.Cases;

/// <inheritdoc cref="ICaseQueries"/>
internal sealed class CaseQueries(IDbContextFactory<PortalDbContext> contexts, ICaseStore store, DraftReader reader, IAuditTrail trail) : ICaseQueries
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

    private readonly CompiledLists<Shape, CaseRow> _lists = new();

    private enum Search
    {
        None,
        FiscalCode,
        Name,
    }

    public async Task<Page<CaseRow>> ListAsync(Actor actor, CaseListRequest request, CancellationToken cancellationToken)
    {
        if (actor is not { IsSchool: true, InstituteId: { } institute })
        {
            return new Page<CaseRow>([], null, null);
        }

        var search = Search.None;
        (string From, string Before) range = ("", "");
        if (!string.IsNullOrWhiteSpace(request.Search))
        {
            var code = PersonSearch.FiscalCodeKey(request.Search);
            (search, range) = code is null ? (Search.Name, PersonSearch.Range(request.Search)) : (Search.FiscalCode, (code, ""));
            if (range.From.Length == 0)
            {
                return new Page<CaseRow>([], null, null);
            }
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var page = await Keyset.PageAsync(request.Anchor, CaseListRequest.PageSize, row => row.Id, anchor =>
        {
            var order = search switch
            {
                Search.FiscalCode => CaseOrder.Id,
                Search.Name => CaseOrder.Surname,
                _ => request.Order,
            };
            var descending = search != Search.Name && request.Descending;
            var shape = new Shape(order, search, request.Status, descending != anchor is { Backwards: true }, anchor is not null);
            var values = new ListArguments { Owner = institute, Anchor = anchor?.Id ?? 0, From = range.From, Before = range.Before };
            return _lists.ReadAsync(context, shape, values, arguments => Query(context, shape, arguments), cancellationToken);
        });
        await trail.ListedAsync(actor, AuditAction.CasesListed, [.. page.Rows.Select(row => row.Id)]);
        return page;
    }

    public async Task<CaseRow?> FindRowAsync(Actor actor, int caseId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await context.Set<CovidCase>().AsNoTracking().OwnedBy(actor)
            .Where(c => c.Id == caseId).Select(AsRow).SingleOrDefaultAsync(cancellationToken);
        if (row is not null)
        {
            await trail.ListedAsync(actor, AuditAction.CasesListed, [row.Id]);
        }

        return row;
    }

    public async Task<CaseSheet?> FindAsync(Actor actor, int caseId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await context.Set<CovidCase>().AsNoTracking().IgnoreQueryFilters([CaseMapping.RemovedContacts]).OwnedBy(actor)
            .Include(c => c.Contacts).SingleOrDefaultAsync(c => c.Id == caseId, cancellationToken);
        if (found is null)
        {
            return null;
        }

        await trail.ReadAsync(actor, AuditAction.CaseRead, AuditRecord.Case(caseId), 1 + found.Contacts.Count + found.RemovedContacts.Count);
        var measures = CaseMeasures.Of(found);
        return new CaseSheet(
            RowOf(found),
            reader.Draft(found),
            ContactSetting.Of(found, contactId: null),
            found.NoContactsReason,
            found.ClosedAt,
            Sheets(found.Contacts))
        {
            Measures = measures,
            Removed = Sheets(found.RemovedContacts),
            SiteId = found.SchoolSiteId,
        };

        List<ContactSheet> Sheets(IReadOnlyList<Contact> contacts) =>
        [
            .. contacts.OrderBy(c => c.Id).Select(c =>
                new ContactSheet(c.Id, reader.Draft(c), PersonIdentity.Of(c)) { Measures = measures.For(c.LastContactDate) }),
        ];
    }

    public async Task<IReadOnlyList<ContactDraft>?> ExportContactsAsync(Actor actor, int caseId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await context.Set<CovidCase>().AsNoTracking().OwnedBy(actor)
            .Include(c => c.Contacts).SingleOrDefaultAsync(c => c.Id == caseId, cancellationToken);
        if (found is null)
        {
            return null;
        }

        await trail.ListedAsync(actor, AuditAction.ListExported, [caseId], "contatti", found.Contacts.Count);
        return [.. found.Contacts.OrderBy(c => c.Id).Select(c => reader.Draft(c))];
    }

    public async Task<CaseDraft> StartDraftAsync(Actor actor, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var last = await context.Set<CovidCase>().AsNoTracking().OwnedBy(actor)
            .Where(c => c.OpenedBy == actor.UserId)
            .OrderByDescending(c => c.Id).FirstOrDefaultAsync(cancellationToken);
        if (last is not null)
        {
            return reader.Begin(last);
        }

        var setting = await store.SettingAsync(actor, cancellationToken);
        return setting.Sites is [var site, ..]
            ? new CaseDraft { SiteMunicipality = site.Municipality.Label, SchoolName = site.Name, SchoolType = site.Type }
            : new CaseDraft();
    }

    public async Task<CaseDraft?> StartFromContactAsync(
        Actor actor, int caseId, int contactId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var before = await context.Set<CovidCase>().AsNoTracking().OwnedBy(actor)
            .Include(c => c.Contacts.Where(contact => contact.Id == contactId)).AsSingleQuery()
            .SingleOrDefaultAsync(c => c.Id == caseId, cancellationToken);
        if (before?.Contacts is not [var contact])
        {
            return null;
        }

        await trail.ReadAsync(actor, AuditAction.CaseRead, AuditRecord.Contact(contactId));
        return reader.Begin(before, contact);
    }

    private static IQueryable<CaseRow> Query(PortalDbContext context, Shape shape, ListArguments arguments)
    {
        var all = context.Set<CovidCase>().AsNoTracking();
        var owned = all.Where(c => c.InstituteId == arguments.Owner);
        var filtered = shape.Status is { } status ? owned.Where(c => c.Status == status) : owned;
        if (shape.Search == Search.Name)
        {
            var search = new NameSearch<CovidCase>(c => c.SurnameKey, c => c.NameKey, arguments);
            return Rows([.. search.Walks(filtered)], search.KeyOf);
        }

        if (shape.Search == Search.FiscalCode)
        {
            filtered = filtered.Where(c => c.FiscalCodeKey == arguments.From);
        }

        return shape.Order switch
        {
            CaseOrder.Surname => By(c => c.SurnameKey),
            CaseOrder.LastDay => By(c => c.LastDayAttended),
            CaseOrder.Status when shape.Status is null => By(c => c.Status),
            _ => By(c => c.Id),
        };

        IQueryable<CaseRow> By<TKey>(Expression<Func<CovidCase, TKey>> key) =>
            Rows([new Walk<CovidCase, TKey>(filtered, key)], rows => rows.Select(key));

        IQueryable<CaseRow> Rows<TKey>(
            IReadOnlyList<Walk<CovidCase, TKey>> walks, Func<IQueryable<CovidCase>, IQueryable<TKey>> keyOf)
        {
            // Without the filter: a row that has just left it still tells where the page begins.
            var anchor = shape.Anchored ? keyOf(owned.Where(c => c.Id == arguments.Anchor)) : null;
            return Keyset.Spots(walks, shape.Descending, anchor, arguments, CaseListRequest.PageSize + 1)
                .Rows(all, AsRow, shape.Descending);
        }
    }

    /// <param name="Descending">The direction of the walk, which is not the list's when it is walked back.</param>
    private sealed record Shape(CaseOrder Order, Search Search, CaseStatus? Status, bool Descending, bool Anchored);
}
