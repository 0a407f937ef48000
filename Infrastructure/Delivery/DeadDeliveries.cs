using CovidSchoolReporting.Domain.Delivery;
using CovidSchoolReporting.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Delivery;

/// <summary>A delivery that was given up.</summary>
/// <param name="Failure">Why the last try failed, without any personal datum.</param>
public sealed record DeadDelivery(int CaseId, DateTime PreparedAt, int Attempts, string? Failure);

/// <summary>The deliveries that were given up, for the person who must look. A running portal takes up within a minute what is begun again.</summary>
public sealed class DeadDeliveries(IDbContextFactory<PortalDbContext> contexts)
{
    public async Task<IReadOnlyList<DeadDelivery>> ListAsync(CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<CaseDelivery>().AsNoTracking().Where(d => d.State == DeliveryState.Dead).OrderBy(d => d.Id)
            .Select(d => new DeadDelivery(d.CaseId, d.PreparedAt, d.Attempts, d.LastFailure)).ToListAsync(cancellationToken);
    }

    /// <summary>Begins again the delivery of one case, or all of them.</summary>
    /// <param name="caseId">Null for all.</param>
    /// <returns>How many were begun again; 0 when that case's delivery was not given up.</returns>
    public async Task<int> RetryAsync(int? caseId, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var dead = await context.Set<CaseDelivery>()
            .Where(d => d.State == DeliveryState.Dead && (caseId == null || d.CaseId == caseId)).ToListAsync(cancellationToken);
        dead.ForEach(delivery => delivery.Retry());
        await context.SaveChangesAsync(cancellationToken);
        return dead.Count;
    }
}
