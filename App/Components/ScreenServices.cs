using CovidSchoolReporting.App.Components.Lists;
using CovidSchoolReporting.App.Features.Cases;
using CovidSchoolReporting.App.Features.Contacts;
using CovidSchoolReporting.App.Localization;
using MudBlazor.Services;

namespace CovidSchoolReporting.App.Components;

internal static class ScreenServices
{
    /// <summary>Blazor with interactive server rendering, its timings, the languages, and MudBlazor.</summary>
    public static IServiceCollection AddScreens(this IServiceCollection services)
    {
        services.AddRazorComponents()
            .AddInteractiveServerComponents(options =>
                options.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(5))
            .AddHubOptions(options =>
            {
                // SignalR looks once a second and pings when this long has passed: below a second means every second.
                // The browser (js/portal.js) takes 2.2 s of silence for a dead line.
                options.KeepAliveInterval = TimeSpan.FromMilliseconds(500);

                // A tab in the background may wake only once a minute: its silence is not a death.
                options.ClientTimeoutInterval = TimeSpan.FromSeconds(90);
            });
        services.AddMudServices();
        services.AddScoped<ListMessage>();
        services.AddScoped<AppraisalMemory>();
        services.AddScoped(typeof(SearchMemory<>));
        services.AddPortalLocalization();
        return services;
    }
}
