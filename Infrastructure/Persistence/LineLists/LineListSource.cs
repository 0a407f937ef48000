using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Audit;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.LineLists;
using CovidSchoolReporting.Domain.Time;
using CovidSchoolReporting.Infrastructure.Audit;
using CovidSchoolReporting.Infrastructure.Persistence.Agency;
using CovidSchoolReporting.Infrastructure.Persistence.Cases;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Persistence.LineLists;

/// <inheritdoc cref="ILineListSource"/>
internal sealed class LineListSource(
    IDbContextFactory<PortalDbContext> contexts, ReportContents contents, DatabaseEngine engine, PortalClock clock) : ILineListSource
{
    /// <summary>Reports that are read at once.</summary>
    private const int Stride = 200;

    public async Task<int> CountAsync(Actor actor, LineListRequest request, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var reports = Reports(context, actor, request.Filter);
        return request.Subject == LineListSubject.Cases
            ? await reports.CountAsync(cancellationToken)
            : await reports.SumAsync(r => r.ContactCount + r.AddedCount, cancellationToken);
    }

    public IEnumerable<LineListRow> Rows(Actor actor, LineListRequest request, CancellationToken cancellationToken)
    {
        var withContacts = request.Subject == LineListSubject.Contacts;
        for (var last = 0; ;)
        {
            using var context = contexts.CreateDbContext();
            var reports = Reports(context, actor, request.Filter).Where(r => r.Id > last).OrderBy(r => r.Id).Take(Stride).ToList();
            if (reports.Count == 0)
            {
                yield break;
            }

            foreach (var content in contents.OfAsync(context, reports, withContacts, cancellationToken).GetAwaiter().GetResult())
            {
                foreach (var row in withContacts ? ContactRows(content) : [LineListRow.OfCase(content.Received, content.Report)])
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    yield return row;
                }
            }

            last = reports[^1].Id;
        }
    }

    public async Task RecordAsync(Actor actor, LineListRequest request, int lines, IReadOnlyCollection<int> caseIds, string screen, CancellationToken cancellationToken)
    {
        var entry = AuditEntry.About(
            actor with { Screen = screen }, AuditAction.ListExported, clock.UtcNow, [], request.Describe(), personCount: lines);
        try
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            await LongAuditEntry.AddAsync(context, engine, entry, caseIds, cancellationToken);
        }
        catch (Exception exception) when (engine.IsUnavailable(exception))
        {
            throw new StoreUnavailableException(exception);
        }
    }

    private static IQueryable<ReceivedReport> Reports(PortalDbContext context, Actor actor, LineListFilter filter)
    {
        var reports = context.Set<ReceivedReport>().AsNoTracking().VisibleTo(actor);
        if (filter.State is { } state)
        {
            reports = reports.Where(r => r.State == state);
        }

        if (filter.Territory is { } territory)
        {
            reports = reports.Where(r => r.Territory == territory);
        }

        if (filter.From is { } from)
        {
            reports = reports.Where(r => r.ReceivedDay >= from);
        }

        if (filter.To is { } to)
        {
            reports = reports.Where(r => r.ReceivedDay <= to);
        }

        if (filter.School?.Trim() is { Length: > 0 } school)
        {
            var part = LikePattern.Containing(school);
            reports = reports.Where(r => EF.Functions.Like(r.SchoolName, part, LikePattern.Escape));
        }

        return reports;
    }

    private static IEnumerable<LineListRow> ContactRows(ReportContent content) => content.Report.Contacts.Select(contact =>
        LineListRow.OfContact(content.Received, content.Report, contact, content.Decided.GetValueOrDefault(contact.ContactId)));
}
