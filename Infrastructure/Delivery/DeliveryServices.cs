using CovidSchoolReporting.Domain.Delivery;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CovidSchoolReporting.Infrastructure.Delivery;

public static class DeliveryServices
{
    /// <summary>
    /// Sends closed cases to the agency: to its own server when the section <c>Delivery</c> names one, else to its intake in the
    /// portal's database. Needs the persistence, the live updates, a <c>PortalClock</c> and a <c>TimeProvider</c>.
    /// </summary>
    public static IServiceCollection AddDelivery(this IServiceCollection services)
    {
        services.AddOptions<DeliveryOptions>().BindConfiguration(DeliveryOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddHttpClient<HttpAgencyGateway>((provider, client) =>
            {
                client.Timeout = TimeSpan.FromSeconds(provider.GetRequiredService<IOptions<DeliveryOptions>>().Value.TimeoutSeconds);
                client.MaxResponseContentBufferSize = HttpAgencyGateway.LongestAnswer;
            })
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                // A redirect would carry health data to a place that nobody configured.
                AllowAutoRedirect = false,
                UseCookies = false,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        services.AddSingleton<AgencyIntakeGateway>();
        services.AddSingleton<IAgencyGateway>(provider =>
            provider.GetRequiredService<IOptions<DeliveryOptions>>().Value.EndpointUri is null
                ? provider.GetRequiredService<AgencyIntakeGateway>()
                : provider.GetRequiredService<HttpAgencyGateway>());
        services.AddSingleton<Outbox>();
        services.AddSingleton<Courier>();
        services.AddHostedService<DeliveryWorker>();
        return services;
    }
}
