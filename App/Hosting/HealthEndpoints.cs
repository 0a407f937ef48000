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

/// <summary>
/// Whether something can be written. Anybody may ask, and writing takes the turn of those who work: however many ask, one probe
/// runs at a time, and its answer serves for some seconds.
/// </summary>
internal sealed class DatabaseHealth(IDbContextFactory<PortalDbContext> contexts, DatabaseEngine engine, TimeProvider time) : IHealthCheck
{
    private static readonly TimeSpan Keep = TimeSpan.FromSeconds(5);
    private readonly Lock _lock = new();
    private Task<HealthCheckResult>? _latest;
    private long _begunAt;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            if (_latest is null || (_latest.IsCompleted && time.GetElapsedTime(_begunAt) >= Keep))
            {
                _begunAt = time.GetTimestamp();
                _latest = ProbeAsync();
            }

            return _latest.WaitAsync(cancellationToken);
        }
    }

    // Nobody's impatience ends it: others wait for the same answer.
    private async Task<HealthCheckResult> ProbeAsync()
    {
        try
        {
            await using var database = await contexts.CreateDbContextAsync();
            await engine.ProbeWriteAsync(database, CancellationToken.None);
            return HealthCheckResult.Healthy();
        }
        catch (Exception exception)
        {
            return HealthCheckResult.Unhealthy("Nothing can be written to the database.", exception);
        }
    }
}
