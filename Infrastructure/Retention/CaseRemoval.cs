using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Infrastructure.Persistence;
using CovidSchoolReporting.Infrastructure.Persistence.Mappings;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Retention;

/// <param name="Contacts">Those that the school had deleted before too.</param>
internal sealed record Removed(int Cases, int Contacts);

/// <summary>Removes concluded cases with their contacts, reports, messages and whatever else refers to them.</summary>
internal sealed class CaseRemoval(IDbContextFactory<PortalDbContext> contexts, DatabaseEngine engine)
{
    /// <summary>So many in one commit: a school that saves meanwhile waits a moment and not minutes.</summary>
    private const int CasesAtOnce = 50;

    private RemovalPlan? _plan;

    /// <summary>The reports that were concluded before an instant.</summary>
    public static IQueryable<ReceivedReport> Due(PortalDbContext context, DateTime concludedBefore) =>
        context.Set<ReceivedReport>().Where(r => r.State == AgencyState.Concluded && r.ConcludedAt < concludedBefore);

    /// <summary>Removes them all, part by part. Stopped half-way, the rest is there for the next time.</summary>
    public async Task<Removed> RemoveAsync(DateTime concludedBefore, CancellationToken cancellationToken)
    {
        var (cases, contacts) = (0, 0);
        while (true)
        {
            var part = await RemovePartAsync(concludedBefore, cancellationToken);
            if (part.Cases == 0)
            {
                if (cases > 0)
                {
                    await using var context = await contexts.CreateDbContextAsync(cancellationToken);
                    await engine.ForgetRemovedAsync(context, cancellationToken);
                }

                return new Removed(cases, contacts);
            }

            (cases, contacts) = (cases + part.Cases, contacts + part.Contacts);
        }
    }

    private async Task<Removed> RemovePartAsync(DateTime concludedBefore, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        _plan ??= RemovalPlan.Of(context.Model);
        using var turn = await engine.TakeTurnAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var ids = await Due(context, concludedBefore).OrderBy(r => r.Id).Take(CasesAtOnce).Select(r => r.CaseId).ToListAsync(cancellationToken);
        if (ids.Count == 0)
        {
            return new Removed(0, 0);
        }

        var contacts = await context.Set<Contact>().IgnoreQueryFilters([CaseMapping.RemovedContacts])
            .CountAsync(c => ids.Contains(c.CaseId), cancellationToken);
        foreach (var statement in _plan.For(ids))
        {
            await context.Database.ExecuteSqlRawAsync(statement, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return new Removed(ids.Count, contacts);
    }
}
