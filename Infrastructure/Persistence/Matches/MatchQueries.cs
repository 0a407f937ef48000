using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Audit;
using CovidSchoolReporting.Domain.Lists;
using CovidSchoolReporting.Domain.Matches;
using CovidSchoolReporting.Infrastructure.Persistence.Cases;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Persistence.Matches;

/// <inheritdoc cref="IMatchQueries"/>
internal sealed class MatchQueries(IDbContextFactory<PortalDbContext> contexts, IAuditTrail trail) : IMatchQueries
{
    public async Task<Page<MatchRow>> ListAsync(Actor actor, MatchListRequest request, CancellationToken cancellationToken)
    {
        if (!actor.IsAgencyOperator)
        {
            return new Page<MatchRow>([], null, null);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var page = await Keyset.PageAsync(request.Anchor, MatchListRequest.PageSize, row => row.Id, anchor =>
        {
            var pairs = context.Set<MatchProposal>().VisibleTo(actor).Where(m => m.State == request.State);
            var sorted = anchor switch
            {
                null => pairs.OrderByDescending(m => m.Id),
                { Backwards: true } => pairs.Where(m => m.Id > anchor.Id).OrderBy(m => m.Id),
                _ => pairs.Where(m => m.Id < anchor.Id).OrderByDescending(m => m.Id),
            };
            return ReadAsync(context, sorted.Take(MatchListRequest.PageSize + 1), backwards: anchor is { Backwards: true }, cancellationToken);
        });
        await NoteAsync(actor, page.Rows);
        return page;
    }

    public async Task<IReadOnlyList<MatchRow>> OfReportAsync(Actor actor, int reportId, CancellationToken cancellationToken)
    {
        if (!actor.IsAgencyOperator)
        {
            return [];
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var pairs = context.Set<MatchProposal>().VisibleTo(actor).Where(m => m.OlderReportId == reportId || m.NewerReportId == reportId);
        var rows = await ReadAsync(context, pairs, backwards: false, cancellationToken);
        await NoteAsync(actor, rows);
        return [.. rows.OrderBy(row => row.State)];
    }

    private static async Task<List<MatchRow>> ReadAsync(
        PortalDbContext context, IQueryable<MatchProposal> pairs, bool backwards, CancellationToken cancellationToken)
    {
        var reports = context.Set<ReceivedReport>();
        var read = await pairs.AsNoTracking()
            .Join(reports, m => m.OlderReportId, r => r.Id, (match, older) => new { match, older })
            .Join(reports, pair => pair.match.NewerReportId, r => r.Id, (pair, newer) => new { pair.match, pair.older, newer })
            .ToListAsync(cancellationToken);
        var rows = read.Select(row => new MatchRow
        {
            Id = row.match.Id,
            Version = row.match.Version,
            Ground = row.match.Ground,
            State = row.match.State,
            SaidByName = row.match.SaidByName,
            SaidAt = row.match.SaidAt,
            Older = SideOf(row.older),
            Newer = SideOf(row.newer),
        });
        return backwards ? [.. rows.OrderBy(row => row.Id)] : [.. rows.OrderByDescending(row => row.Id)];
    }

    private ValueTask NoteAsync(Actor actor, IReadOnlyList<MatchRow> rows) => trail.ListedAsync(
        actor, AuditAction.ReportsListed, [.. rows.SelectMany(row => new[] { row.Older.CaseId, row.Newer.CaseId }).Distinct()]);

    private static MatchSide SideOf(ReceivedReport report) => new()
    {
        ReportId = report.Id,
        CaseId = report.CaseId,
        ProtocolNumber = report.ProtocolNumber,
        ReceivedAt = report.ReceivedAt,
        Surname = report.Surname,
        Name = report.Name,
        BirthDate = report.BirthDate,
        FiscalCodeKey = report.FiscalCodeKey,
        SchoolName = report.SchoolName,
        SchoolType = report.SchoolType,
        SiteMunicipalityCode = report.SiteMunicipalityCode,
        ClassName = report.ClassName,
        Section = report.Section,
        LastDayAttended = report.LastDayAttended,
    };
}
