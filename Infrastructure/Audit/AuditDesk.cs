using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Audit;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Lists;
using CovidSchoolReporting.Domain.Schools;
using CovidSchoolReporting.Domain.Time;
using CovidSchoolReporting.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Audit;

/// <summary>
/// What an administrator reads of the audit, above all for the answer that the law owes to the person whom the data are about
/// (Reg. UE 2016/679, art. 15). For everybody else there is nothing to read. Reading it is audited too.
/// </summary>
public sealed class AuditDesk(IDbContextFactory<PortalDbContext> contexts, IAuditTrail trail, PortalClock clock)
{
    /// <summary>More people of a name help nobody: the codice fiscale tells them apart.</summary>
    public const int MostPeople = 50;

    /// <summary>The most entries that leave as one file.</summary>
    public const int MostExported = 50_000;

    /// <summary>Cases and contacts, those of integrazioni too, with that codice fiscale, or whose surname and name begin so.</summary>
    public async Task<IReadOnlyList<AuditPerson>> FindPeopleAsync(Actor actor, string typed, CancellationToken cancellationToken)
    {
        if (actor.Role is not Role.AgencyAdministrator || string.IsNullOrWhiteSpace(typed))
        {
            return [];
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);

        // Every index of the cases begins with the institute: naming them all lets it be used.
        var cases = context.Set<CovidCase>().AsNoTracking().Where(c => context.Set<Institute>().Select(i => i.Id).Contains(c.InstituteId));
        List<AuditPerson> found =
        [
            .. (await Matching(cases, typed).OrderBy(c => c.Id).Take(MostPeople)
                .Select(c => new { c.Id, c.Surname, c.Name, c.BirthDate, c.SchoolName }).ToListAsync(cancellationToken))
                .Select(c => new AuditPerson(c.Id, null, c.Surname, c.Name, c.BirthDate, c.SchoolName)),
            .. (await Matching(context.Set<Contact>().AsNoTracking().IgnoreQueryFilters(), typed).OrderBy(c => c.Id).Take(MostPeople)
                .Join(context.Set<CovidCase>(), contact => contact.CaseId, c => c.Id, (contact, c) => new
                {
                    contact.Id,
                    contact.CaseId,
                    contact.Surname,
                    contact.Name,
                    contact.BirthDate,
                    c.SchoolName,
                }).ToListAsync(cancellationToken))
                .Select(c => new AuditPerson(c.CaseId, c.Id, c.Surname, c.Name, c.BirthDate, c.SchoolName)),
            .. await AddedContactSearch.FindAsync(context, typed, MostPeople, cancellationToken),
        ];
        await trail.AddAsync(AuditEntry.About(actor, AuditAction.AuditSearched, clock.UtcNow, [.. found.Select(p => p.CaseId).Distinct()]));
        return [.. found.OrderBy(p => p.Surname, StringComparer.Ordinal).ThenBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.BirthDate).Take(MostPeople)];
    }

    /// <summary>The person whose entries a request asks for, or null.</summary>
    public async Task<AuditPerson?> FindPersonAsync(Actor actor, int caseId, int? contactId, CancellationToken cancellationToken)
    {
        if (actor.Role is not Role.AgencyAdministrator)
        {
            return null;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var owner = await context.Set<CovidCase>().AsNoTracking().Where(c => c.Id == caseId)
            .Select(c => new { c.Surname, c.Name, c.BirthDate, c.SchoolName }).SingleOrDefaultAsync(cancellationToken);
        if (contactId is not { } id)
        {
            return owner is null ? null : new AuditPerson(caseId, null, owner.Surname, owner.Name, owner.BirthDate, owner.SchoolName);
        }

        if (id < 0)
        {
            return owner is null ? null : await AddedContactSearch.FindAsync(context, caseId, id, owner.SchoolName, cancellationToken);
        }

        var contact = await context.Set<Contact>().AsNoTracking().IgnoreQueryFilters().Where(c => c.Id == id && c.CaseId == caseId)
            .Select(c => new { c.Surname, c.Name, c.BirthDate }).SingleOrDefaultAsync(cancellationToken);
        return owner is null || contact is null ? null : new AuditPerson(caseId, id, contact.Surname, contact.Name, contact.BirthDate, owner.SchoolName);
    }

    /// <summary>A page of entries; empty for who is no administrator.</summary>
    public async Task<Page<AuditRow>> ListAsync(Actor actor, AuditListRequest request, CancellationToken cancellationToken)
    {
        if (actor.Role is not Role.AgencyAdministrator)
        {
            return new Page<AuditRow>([], null, null);
        }

        // What was read a moment ago is in it too.
        await trail.FlushAsync(cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var page = await Keyset.PageAsync(request.Anchor, AuditListRequest.PageSize, row => row.Id, anchor =>
        {
            var entries = Entries(context, request);
            var sorted = anchor switch
            {
                null => entries.OrderByDescending(e => e.Id),
                { Backwards: false } => entries.Where(e => e.Id < anchor.Id).OrderByDescending(e => e.Id),
                _ => entries.Where(e => e.Id > anchor.Id).OrderBy(e => e.Id),
            };
            return ReadAsync(context, sorted.Take(AuditListRequest.PageSize + 1), cancellationToken);
        });
        await NoteReadingAsync(actor, AuditAction.AuditRead, request, page.Rows.Count);
        return page;
    }

    /// <summary>The entries for a file, newest first and at most <see cref="MostExported"/>; null for who is no administrator.</summary>
    public async Task<AuditFile?> ExportAsync(Actor actor, AuditListRequest request, CancellationToken cancellationToken)
    {
        if (actor.Role is not Role.AgencyAdministrator)
        {
            return null;
        }

        await trail.FlushAsync(cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await ReadAsync(context, Entries(context, request).OrderByDescending(e => e.Id).Take(MostExported + 1), cancellationToken);
        var file = new AuditFile([.. rows.Take(MostExported)], rows.Count > MostExported);
        await NoteReadingAsync(actor, AuditAction.ListExported, request, file.Rows.Count);
        return file;
    }

    private static IQueryable<TPerson> Matching<TPerson>(IQueryable<TPerson> people, string typed)
        where TPerson : ReportedPerson
    {
        if (PersonSearch.FiscalCodeKey(typed) is { } code)
        {
            return people.Where(p => p.FiscalCodeKey == code);
        }

        var (from, before) = PersonSearch.Range(typed);
        return from.Length == 0
            ? people.Where(_ => false)
            : new NameSearch<TPerson>(p => p.SurnameKey, p => p.SurnameKey, new ListArguments { From = from, Before = before }).BySurname(people);
    }

    private static IQueryable<AuditEntry> Entries(PortalDbContext context, AuditListRequest request)
    {
        var entries = context.Set<AuditEntry>().AsNoTracking();
        if (request.CaseId is { } caseId)
        {
            // Each of these finds its entries by an index; put together by OR they would read the whole table.
            var ofCase = context.Set<AuditEntry>().Where(e => e.RecordKind == AuditKind.Case && e.RecordId == caseId).Select(e => e.Id);
            var ofContacts = request.ContactId is { } contactId
                ? context.Set<AuditEntry>().Where(e => e.RecordKind == AuditKind.Contact && e.RecordId == contactId).Select(e => e.Id)
                : context.Set<AuditEntry>().Where(e => e.RecordKind == AuditKind.Contact && context.Set<Contact>().IgnoreQueryFilters()
                    .Where(c => c.CaseId == caseId).Select(c => (int?)c.Id).Contains(e.RecordId)).Select(e => e.Id);
            var inLists = context.Set<AuditSubject>().Where(s => s.CaseId == caseId).Select(s => s.EntryId);
            var all = ofCase.Union(ofContacts).Union(inLists);
            entries = entries.Where(e => all.Contains(e.Id));
        }

        if (request.UserId is { } userId)
        {
            entries = entries.Where(e => e.UserId == userId);
        }

        if (request.From is { } first)
        {
            var from = PortalClock.AtTimeInRome(first, TimeOnly.MinValue);
            entries = entries.Where(e => e.At >= from);
        }

        if (request.To is { } last && last < DateOnly.MaxValue)
        {
            var before = PortalClock.AtTimeInRome(last.AddDays(1), TimeOnly.MinValue);
            entries = entries.Where(e => e.At < before);
        }

        return entries;
    }

    private static async Task<List<AuditRow>> ReadAsync(
        PortalDbContext context, IQueryable<AuditEntry> entries, CancellationToken cancellationToken)
    {
        var found = await entries.ToListAsync(cancellationToken);
        var (userIds, instituteIds) = (found.Select(e => e.UserId).Distinct().ToList(), found.Select(e => e.InstituteId).Distinct().ToList());
        var users = await context.Set<PortalUser>().AsNoTracking().Where(u => userIds.Contains(u.Id))
            .ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellationToken);
        var clientIds = found.Select(e => e.ClientId).Distinct().ToList();
        var clients = await context.Set<ApiClient>().AsNoTracking().Where(c => clientIds.Contains(c.Id))
            .ToDictionaryAsync(c => c.Id, c => c.ClientId, cancellationToken);
        var institutes = await context.Set<Institute>().AsNoTracking().Where(i => instituteIds.Contains(i.Id))
            .ToDictionaryAsync(i => i.Id, i => i.Name, cancellationToken);
        return
        [
            .. found.Select(e => new AuditRow(
                checked((int)e.Id), e.At, e.UserId, e.UserId is { } user ? users.GetValueOrDefault(user) : null, e.ClientId is { } client ? clients.GetValueOrDefault(client) : null,
                e.InstituteId is { } institute ? institutes.GetValueOrDefault(institute) : null,
                e.Action, e.Screen, e.RecordKind, e.RecordId, e.PersonCount, e.Details)),
        ];
    }

    private ValueTask NoteReadingAsync(Actor actor, AuditAction action, AuditListRequest request, int count) => request.CaseId is { } caseId
        ? trail.ListedAsync(actor, action, [caseId], Details(request, count))
        : trail.AddAsync(AuditEntry.By(actor, action, clock.UtcNow, record: null, personCount: 0, Details(request, count)));

    private static string Details(AuditListRequest request, int count) => string.Join("; ", new[]
    {
        $"voci={count}",
        request.UserId is { } user ? $"utente={user}" : null,
        request.From is { } from ? $"dal={from:yyyy-MM-dd}" : null,
        request.To is { } to ? $"al={to:yyyy-MM-dd}" : null,
    }.OfType<string>());
}
