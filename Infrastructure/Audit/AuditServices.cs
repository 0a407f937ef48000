using CovidSchoolReporting.Domain.Audit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CovidSchoolReporting.Infrastructure.Audit;

public static class AuditServices
{
    /// <summary>The trail of what was shown to whom, written out before the portal ends.</summary>
    public static IServiceCollection AddAuditTrail(this IServiceCollection services) => services
        .AddSingleton<IAuditTrail, AuditTrail>()
        .AddSingleton<AuditDesk>()
        .AddHostedService<LastPage>();

    private sealed class LastPage(IAuditTrail trail) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => trail.FlushAsync(cancellationToken);
    }
}
