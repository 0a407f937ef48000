using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Epidemic;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using CovidSchoolReporting.Infrastructure.Persistence.Cases;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Persistence.Epidemic;

/// <inheritdoc cref="IClusterStore"/>
internal sealed class ClusterStore(
    IDbContextFactory<PortalDbContext> contexts, DatabaseEngine engine, ChangeHub hub) : IClusterStore
{
    /// <summary>Each try that fails means that somebody else succeeded: so many in a row is a fault, not bad luck.</summary>
    private const int MostTries = 10;

    public async Task<TResult?> ChangeAsync<TResult>(
        Actor actor, int clusterId, Func<Cluster, TResult> change, CancellationToken cancellationToken)
        where TResult : class
    {
        for (var tries = 1; ; tries++)
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            var cluster = await context.Set<Cluster>().VisibleTo(actor).SingleOrDefaultAsync(c => c.Id == clusterId, cancellationToken);
            if (cluster is null)
            {
                return null;
            }

            var result = change(cluster);
            try
            {
                if (await context.SaveChangesAsync(cancellationToken) > 0)
                {
                    hub.Publish(Change.OfACluster(cluster.Territory));
                }

                return result;
            }
            catch (DbUpdateConcurrencyException) when (tries < MostTries)
            {
                // A colleague or a new case was first: look at what there is now.
            }
            catch (Exception exception) when (engine.IsUnavailable(exception))
            {
                throw new StoreUnavailableException(exception);
            }
        }
    }
}
