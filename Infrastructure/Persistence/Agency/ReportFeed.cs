using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Audit;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Delivery;
using CovidSchoolReporting.Domain.Schools;
using CovidSchoolReporting.Domain.Time;
using CovidSchoolReporting.Infrastructure.Persistence.Cases;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Persistence.Agency;

/// <inheritdoc cref="IReportFeed"/>
internal sealed class ReportFeed(IDbContextFactory<PortalDbContext> contexts, DatabaseEngine engine, PortalClock clock) : IReportFeed
{
    public async Task<FeedPage<FeedReport>> ReportsAsync(FeedReader reader, FeedRequest request, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var reports = await Changed(context, reader, request)
            .Where(r => r.ChangeNumber > request.After.Change)
            .OrderBy(r => r.ChangeNumber).Take(request.Limit + 1)
            .ToListAsync(cancellationToken);
        var hasMore = CutToLimit(reports, request);
        if (reports.Count == 0)
        {
            return new FeedPage<FeedReport>([], request.After, false);
        }

        var rows = await WithWhatWasSentAsync(context, reports, request.WithContacts, cancellationToken);
        await NoteAsync(context, reader, request.WithContacts ? rows.Sum(PeopleIn) : rows.Count, null, rows.Select(row => row.Sent.CaseId), cancellationToken);
        return new FeedPage<FeedReport>(rows, new FeedPosition(rows[^1].Change), hasMore);
    }

    public async Task<FeedPage<FeedContact>> ContactsAsync(FeedReader reader, FeedRequest request, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var (change, contactId) = request.After;
        var found = await Changed(context, reader, request)
            .Where(r => r.ChangeNumber >= change)
            .Join(context.Set<Contact>().AsNoTracking(), r => r.CaseId, c => c.CaseId, (report, contact) => new { report, contact })
            .Where(row => row.report.ChangeNumber > change || row.contact.Id > contactId)
            .OrderBy(row => row.report.ChangeNumber).ThenBy(row => row.contact.Id)
            .Take(request.Limit + 1)
            .Select(row => new { row.report.Id, row.report.ChangeNumber, row.report.UpdatedAt, Contact = row.contact })
            .ToListAsync(cancellationToken);
        var hasMore = CutToLimit(found, request);
        if (found.Count == 0)
        {
            return new FeedPage<FeedContact>([], request.After, false);
        }

        await NoteAsync(context, reader, found.Count, null, found.Select(row => row.Contact.CaseId).Distinct(), cancellationToken);
        return new FeedPage<FeedContact>(
            [.. found.Select(row => new FeedContact(row.Id, row.UpdatedAt, ReportedContact.Of(row.Contact)))],
            new FeedPosition(found[^1].ChangeNumber, found[^1].Contact.Id),
            hasMore);
    }

    public async Task<FeedReport?> FindAsync(FeedReader reader, int reportId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var report = await context.Set<ReceivedReport>().AsNoTracking().VisibleTo(reader.Client)
            .SingleOrDefaultAsync(r => r.Id == reportId, cancellationToken);
        if (report is null)
        {
            return null;
        }

        var found = (await WithWhatWasSentAsync(context, [report], withContacts: true, cancellationToken))[0];
        await NoteAsync(
            context, reader, PeopleIn(found), new AuditRecord(AuditKind.ReceivedReport, reportId), [report.CaseId], cancellationToken);
        return found;
    }

    public async Task<long?> FindChangeAsync(FeedReader reader, int reportId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<ReceivedReport>().VisibleTo(reader.Client)
            .Where(r => r.Id == reportId).Select(r => (long?)r.ChangeNumber).SingleOrDefaultAsync(cancellationToken);
    }

    private static IQueryable<ReceivedReport> Changed(PortalDbContext context, FeedReader reader, FeedRequest request)
    {
        var visible = context.Set<ReceivedReport>().AsNoTracking().VisibleTo(reader.Client);
        return request.UpdatedSince is { } since ? visible.Where(r => r.UpdatedAt >= since) : visible;
    }

    /// <summary>One row more than asked for was read, to see whether there is one.</summary>
    private static bool CutToLimit<TRow>(List<TRow> rows, FeedRequest request)
    {
        if (rows.Count <= request.Limit)
        {
            return false;
        }

        rows.RemoveAt(request.Limit);
        return true;
    }

    private static int PeopleIn(FeedReport report) => 1 + report.Sent.Contacts.Count;

    private static async Task<List<FeedReport>> WithWhatWasSentAsync(
        PortalDbContext context, List<ReceivedReport> reports, bool withContacts, CancellationToken cancellationToken)
    {
        var ids = reports.Select(r => r.CaseId).ToList();
        var cases = context.Set<CovidCase>().AsNoTracking().Where(c => ids.Contains(c.Id));
        var sent = await (withContacts ? cases.Include(c => c.Contacts).AsSplitQuery() : cases)
            .ToDictionaryAsync(c => c.Id, cancellationToken);
        var owners = sent.Values.Select(c => c.InstituteId).Distinct().ToList();
        var institutes = await context.Set<Institute>().AsNoTracking().Where(i => owners.Contains(i.Id))
            .ToDictionaryAsync(i => i.Id, cancellationToken);
        return [.. reports.Select(report => Row(report, sent[report.CaseId]))];

        FeedReport Row(ReceivedReport report, CovidCase covidCase) => new()
        {
            Id = report.Id,
            ProtocolNumber = report.ProtocolNumber,
            ReceivedAt = report.ReceivedAt,
            UpdatedAt = report.UpdatedAt,
            Change = report.ChangeNumber,
            State = report.State,
            TakenInChargeAt = report.TakenInChargeAt,
            MeasuresIssuedAt = report.MeasuresIssuedAt,
            ConcludedAt = report.ConcludedAt,
            Sent = CaseReport.Of(covidCase, institutes[covidCase.InstituteId]),
            ContactCount = report.ContactCount,
        };
    }

    // Written before the answer is given: what is not in the audit was not read.
    private async Task NoteAsync(
        PortalDbContext context, FeedReader reader, int people, AuditRecord? record, IEnumerable<int> caseIds, CancellationToken cancellationToken)
    {
        context.Add(AuditEntry.ByClient(reader.Client, AuditAction.ApiRead, reader.Address, people, clock.UtcNow, record, caseIds));
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (Exception exception) when (engine.IsUnavailable(exception))
        {
            throw new StoreUnavailableException(exception);
        }
    }
}
