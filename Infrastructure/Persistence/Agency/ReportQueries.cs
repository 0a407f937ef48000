using System.Linq.Expressions;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Agency.Queue;
using CovidSchoolReporting.Domain.Audit;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Delivery;
using CovidSchoolReporting.Domain.Lists;
using CovidSchoolReporting.Domain.Policies;
using CovidSchoolReporting.Domain.Schools;
using CovidSchoolReporting.Domain.Supplements;
using CovidSchoolReporting.Domain.Time;
using CovidSchoolReporting.Infrastructure.Persistence.Cases;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Persistence.Agency;

/// <inheritdoc cref="IReportQueries"/>
internal sealed class ReportQueries(
    IDbContextFactory<PortalDbContext> contexts, ISupplementQueries supplements, AmendedReports amended, IAuditTrail trail, PortalClock clock)
    : IReportQueries
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
        ClassName = r.ClassName,
        Section = r.Section,
        LastDayAttended = r.LastDayAttended,
        ContactCount = r.ContactCount + r.AddedCount,
        Missing = r.Missing,
        State = r.State,
        TakenInChargeByName = r.TakenInChargeByName,
        TakenInChargeAt = r.TakenInChargeAt,
        StateByName = r.ConcludedByName ?? r.MeasuresIssuedByName ?? r.TakenInChargeByName,
        StateAt = r.ConcludedAt ?? r.MeasuresIssuedAt ?? r.TakenInChargeAt,
        AssignedToName = r.AssignedToName,
    };

    public async Task<Page<ReportRow>> ListAsync(Actor actor, ReportListRequest request, CancellationToken cancellationToken)
    {
        var search = QueueSearch.Of(request.Search);
        if (!actor.IsAgencyOperator || actor.Territories.Count == 0 || request.Filter.IsImpossible || search is QueueSearch.Nobody)
        {
            return new Page<ReportRow>([], null, null);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var now = clock.UtcNow;
        var page = await Keyset.PageAsync(
            request.Anchor,
            ReportListRequest.PageSize,
            row => row.Id,
            anchor => RowsAsync(context, actor, QueueStatement.Of(actor, request, search, anchor, now), cancellationToken),
            request.Order is ReportOrder.State ? row => (int)row.State : null);
        await trail.ListedAsync(actor, AuditAction.ReportsListed, [.. page.Rows.Select(row => row.CaseId)]);
        return page;
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
        await trail.ReadAsync(actor, AuditAction.ReportRead, AuditRecord.Case(sent.Id), 1 + sent.Contacts.Count);
        var institute = await context.Set<Institute>().AsNoTracking().SingleAsync(i => i.Id == sent.InstituteId, cancellationToken);
        var report = CaseReport.Of(sent, institute);
        var counts = amended.Of(sent, report, await supplements.AcceptedAsync(actor, sent.Id, cancellationToken));
        return new ReportSheet(
            row, report, counts, new CaseMeasures(sent.Policy, counts.SymptomOnset, counts.PositiveSwabDate, counts.LastDayAttended));
    }

    private static async Task<List<ReportRow>> RowsAsync(
        PortalDbContext context, Actor actor, QueueStatement statement, CancellationToken cancellationToken)
    {
        var ids = await context.Database.SqlQueryRaw<int>(statement.Sql, statement.Values).ToListAsync(cancellationToken);
        var rows = await context.Set<ReceivedReport>().AsNoTracking().VisibleTo(actor)
            .Where(r => ids.Contains(r.Id)).Select(AsRow).ToDictionaryAsync(row => row.Id, cancellationToken);
        return [.. ids.Where(rows.ContainsKey).Select(id => rows[id])];
    }
}
