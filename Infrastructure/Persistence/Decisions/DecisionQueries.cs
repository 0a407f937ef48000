using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Decisions;
using CovidSchoolReporting.Infrastructure.Persistence.Cases;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Persistence.Decisions;

/// <inheritdoc cref="IDecisionQueries"/>
internal sealed class DecisionQueries(IDbContextFactory<PortalDbContext> contexts) : IDecisionQueries
{
    public async Task<IReadOnlyList<DecisionRow>> OfReportAsync(Actor actor, int reportId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var taken = await context.Set<ReceivedReport>().AsNoTracking().VisibleTo(actor).Where(r => r.Id == reportId)
            .Join(context.Set<ContactDecision>(), r => r.Id, d => d.ReportId, (_, decision) => decision)
            .OrderBy(d => d.Id)
            .ToListAsync(cancellationToken);
        return [.. taken.Select(DecisionRow.Of)];
    }
}
