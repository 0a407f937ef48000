using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Decisions;
using CovidSchoolReporting.Domain.Policies;
using CovidSchoolReporting.Infrastructure.Persistence.Cases;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Persistence.Decisions;

/// <inheritdoc cref="IDecisionQueries"/>
internal sealed class DecisionQueries(IDbContextFactory<PortalDbContext> contexts) : IDecisionQueries
{
    public async Task<IReadOnlyList<DecidedContact>> DecidedAsync(
        Actor actor, IReadOnlyCollection<int> reportIds, CancellationToken cancellationToken)
    {
        if (!actor.IsAgencyOperator || reportIds.Count == 0)
        {
            return [];
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await context.Set<ReceivedReport>().AsNoTracking().VisibleTo(actor).Where(r => reportIds.Contains(r.Id))
            .Join(context.Set<CovidCase>(), r => r.CaseId, c => c.Id, (report, sent) => new { report.Id, sent.PolicyId })
            .Join(context.Set<ContactDecision>().Where(d => d.IsCurrent), r => r.Id, d => d.ReportId, (report, decision) => new { report.PolicyId, decision })
            .Join(context.Set<Contact>(), pair => pair.decision.ContactId, c => c.Id, (pair, contact) => new { pair.PolicyId, pair.decision, contact.LastContactDate })
            .OrderBy(row => row.decision.ReportId).ThenBy(row => row.decision.ContactId)
            .ToListAsync(cancellationToken);
        var used = found.Select(row => row.PolicyId).Distinct().ToList();
        var policies = await context.Set<ReportingPolicy>().AsNoTracking()
            .Where(p => used.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellationToken);
        return
        [
            .. found.Select(row => new DecidedContact
            {
                ReportId = row.decision.ReportId,
                ContactId = row.decision.ContactId,
                Status = row.decision.Status,
                Period = MeasurePeriod.Decided(
                    row.decision.Status, row.decision.OwnEnd, policies[row.PolicyId].Terms.DatesFor(row.LastContactDate), row.LastContactDate),
                Reason = row.decision.Reason,
                DecidedByName = row.decision.DecidedByName,
                DecidedAt = row.decision.DecidedAt,
            }),
        ];
    }

    public async Task<IReadOnlyList<DecisionRow>> OfReportAsync(Actor actor, int reportId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<ReceivedReport>().AsNoTracking().VisibleTo(actor).Where(r => r.Id == reportId)
            .Join(context.Set<ContactDecision>(), r => r.Id, d => d.ReportId, (_, decision) => decision)
            .OrderBy(d => d.Id)
            .Select(d => new DecisionRow(d.ContactId, d.Version, d.IsCurrent, d.Status, d.OwnEnd, d.Reason, d.DecidedByName, d.DecidedAt))
            .ToListAsync(cancellationToken);
    }
}
