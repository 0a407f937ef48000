using CovidSchoolReporting.Domain.Epidemic;
using CovidSchoolReporting.Domain.Time;
using CovidSchoolReporting.Infrastructure.Persistence;
using CovidSchoolReporting.Infrastructure.Persistence.Epidemic;
using Microsoft.Extensions.DependencyInjection;

namespace CovidSchoolReporting.Infrastructure.Epidemic;

internal static class EpidemicServices
{
    /// <summary>The figures of the epidemic, its clusters, and the imports of the official curve and of the comuni's shapes.</summary>
    public static IServiceCollection AddEpidemic(this IServiceCollection services) => services
        .AddSingleton<IEpidemicQueries, EpidemicQueries>()
        .AddSingleton<IClusterQueries, ClusterQueries>()
        .AddSingleton<IClusterStore, ClusterStore>()
        .AddSingleton<CurveImport>()
        .AddSingleton<GeometryImport>();

    /// <summary>Sums the reports that a release without sums received, and finds their clusters. Does nothing the next time.</summary>
    public static async Task CatchUpAsync(
        PortalDbContext context, DatabaseEngine engine, PortalClock clock, CancellationToken cancellationToken)
    {
        if (await engine.SumOlderReportsAsync(context, cancellationToken))
        {
            await ClusterKeeping.CatchUpAsync(context, clock.UtcNow, cancellationToken);
        }
    }
}
