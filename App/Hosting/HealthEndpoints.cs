using CovidSchoolReporting.Infrastructure.Persistence;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CovidSchoolReporting.App.Hosting;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: it can also write to the database.</summary>
internal static class HealthEndpoints
{
    public const string Root = "/health";

    public static void MapPortalHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks(Root + "/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        routes.MapHealthChecks(Root + "/ready").AllowAnonymous();
    }
}

internal sealed class DatabaseHealth(IDbContextFactory<PortalDbContext> contexts, DatabaseEngine engine) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var database = await contexts.CreateDbContextAsync(cancellationToken);
            await engine.ProbeWriteAsync(database, cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy("Nothing can be written to the database.", exception);
        }
    }
}
