using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Infrastructure.Persistence.Cases;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Persistence.Agency;

/// <inheritdoc cref="IReportHistory"/>
internal sealed class ReportHistoryQuery(IDbContextFactory<PortalDbContext> contexts) : IReportHistory
{
    public async Task<ReportHistory?> FindAsync(Actor actor, int reportId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var report = await context.Set<ReceivedReport>().AsNoTracking().VisibleTo(actor)
            .Include(r => r.Events).AsSingleQuery().SingleOrDefaultAsync(r => r.Id == reportId, cancellationToken);
        if (report is null)
        {
            return null;
        }

        List<ReportStep> steps = [new(AgencyState.Received, null, report.ReceivedAt)];
        Add(AgencyState.TakenInCharge, report.TakenInChargeByName, report.TakenInChargeAt);
        Add(AgencyState.MeasuresIssued, report.MeasuresIssuedByName, report.MeasuresIssuedAt);
        Add(AgencyState.Concluded, report.ConcludedByName, report.ConcludedAt);
        return new ReportHistory(
            report.AssignedToName, steps,
            [.. report.Events.OrderBy(e => e.Id).Select(e => new ReportEventRow(e.Kind, e.At, e.UserName, e.Subject))]);

        void Add(AgencyState state, string? byName, DateTime? at)
        {
            if (at is { } instant)
            {
                steps.Add(new ReportStep(state, byName, instant));
            }
        }
    }
}
