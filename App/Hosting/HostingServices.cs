using CovidSchoolReporting.Domain.Time;
using Microsoft.Extensions.Options;

namespace CovidSchoolReporting.App.Hosting;

internal static class HostingServices
{
    /// <summary>Configuration, clocks, logs and addresses.</summary>
    public static void AddPortalHosting(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<PortalOptions>().BindConfiguration(PortalOptions.Section)
            .ValidateDataAnnotations()
            .Validate(
                options => options.StartDay is null || !builder.Environment.IsProduction(),
                "Portal:StartDay is set in Production: there the business clock is the real one. Remove it.")
            .ValidateOnStart();

        // The framework keeps the real clock (cookies, tokens, retries); only the domain and the screens live on the business day.
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(provider =>
        {
            var real = provider.GetRequiredService<TimeProvider>();
            return provider.GetRequiredService<IOptions<PortalOptions>>().Value.StartDay is { } day
                ? new PortalClock(new ShiftedTimeProvider(real, day))
                : new PortalClock(real);
        });
    }
}
