using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Audit;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Time;
using CovidSchoolReporting.Infrastructure.Persistence.Cases;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Persistence.Agency;

/// <inheritdoc cref="IReportFeed"/>
internal sealed class ReportFeed(
    IDbContextFactory<PortalDbContext> contexts, ReportContents contents, DatabaseEngine engine, PortalClock clock) : IReportFeed
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

        var rows = await RowsAsync(context, reports, request.WithContacts, cancellationToken);
        await NoteAsync(context, reader, request.WithContacts ? rows.Sum(PeopleIn) : rows.Count, null, rows.Select(row => row.Report.CaseId), cancellationToken);
        return new FeedPage<FeedReport>(rows, new FeedPosition(rows[^1].Change), hasMore);
    }

    public async Task<FeedPage<FeedContact>> ContactsAsync(FeedReader reader, FeedRequest request, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var (change, given) = request.After;

        // Each has a contact at least, so these are enough; most often a few of them are, which their counts say.
        var heads = await Changed(context, reader, request)
            .Where(r => r.ChangeNumber >= change && r.ContactCount + r.AddedCount > 0)
            .OrderBy(r => r.ChangeNumber).Take(request.Limit + 2)
            .ToListAsync(cancellationToken);
        var ahead = 0;
        var reports = heads.TakeWhile(r =>
        {
            var isNeeded = ahead <= request.Limit + given;
            ahead += r.ContactCount + r.AddedCount;
            return isNeeded;
        }).ToList();
        var found = (await RowsAsync(context, reports, withContacts: true, cancellationToken))
            .SelectMany(report => report.Contacts.Select((contact, index) => (Contact: contact, report.Report.CaseId, Position: new FeedPosition(report.Change, index + 1))))
            .Where(row => row.Position.Change > change || row.Position.Contact > given)
            .Take(request.Limit + 1).ToList();
        var hasMore = CutToLimit(found, request);
        if (found.Count == 0)
        {
            return new FeedPage<FeedContact>([], request.After, false);
        }

        await NoteAsync(context, reader, found.Count, null, found.Select(row => row.CaseId).Distinct(), cancellationToken);
        return new FeedPage<FeedContact>([.. found.Select(row => row.Contact)], found[^1].Position, hasMore);
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

        var found = (await RowsAsync(context, [report], withContacts: true, cancellationToken))[0];
        await NoteAsync(context, reader, PeopleIn(found), AuditRecord.Case(report.CaseId), [], cancellationToken);
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

    private static int PeopleIn(FeedReport report) => 1 + report.Report.Contacts.Count;

    private async Task<List<FeedReport>> RowsAsync(
        PortalDbContext context, List<ReceivedReport> reports, bool withContacts, CancellationToken cancellationToken) =>
        [.. (await contents.OfAsync(context, reports, withContacts, cancellationToken)).Select(Row)];

    private static FeedReport Row(ReportContent content) => new()
    {
        Id = content.Received.Id,
        ProtocolNumber = content.Received.ProtocolNumber,
        ReceivedAt = content.Received.ReceivedAt,
        UpdatedAt = content.Received.UpdatedAt,
        Change = content.Received.ChangeNumber,
        State = content.Received.State,
        TakenInChargeAt = content.Received.TakenInChargeAt,
        MeasuresIssuedAt = content.Received.MeasuresIssuedAt,
        ConcludedAt = content.Received.ConcludedAt,
        Report = content.Report,
        ContactCount = content.Received.ContactCount + content.Received.AddedCount,
        Decided = content.Decided,
    };

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
