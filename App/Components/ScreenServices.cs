using CovidSchoolReporting.App.Components.Forms;
using CovidSchoolReporting.App.Components.Lists;
using CovidSchoolReporting.App.Features.CaseFiles;
using CovidSchoolReporting.App.Features.Cases;
using CovidSchoolReporting.App.Features.Contacts;
using CovidSchoolReporting.App.Features.Drafts;
using CovidSchoolReporting.App.Features.Epidemic;
using CovidSchoolReporting.App.Hosting;
using CovidSchoolReporting.App.Localization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;
using MudBlazor.Services;

namespace CovidSchoolReporting.App.Components;

internal static class ScreenServices
{
    /// <summary>Blazor with interactive server rendering, its timings, the languages, and MudBlazor.</summary>
    public static IServiceCollection AddScreens(this IServiceCollection services)
    {
        services.AddRazorComponents()
            .AddInteractiveServerComponents()
            .AddHubOptions(options =>
            {
                // SignalR looks once a second and pings when this long has passed: below a second means every second.
                // The browser (js/portal.js) takes 2.2 s of silence for a dead line.
                options.KeepAliveInterval = TimeSpan.FromMilliseconds(500);
            });
        services.AddOptions<CircuitOptions>().Configure<IOptions<PortalOptions>>((circuits, portal) =>
        {
            circuits.DisconnectedCircuitRetentionPeriod = TimeSpan.FromSeconds(portal.Value.CircuitRetentionSeconds);

            // A new circuit in the place of a lost one would draw over what is half typed on the page. The page hands that in
            // and begins anew (js/reconnect.js), which works after a restart of the server too.
            circuits.PersistedCircuitInMemoryMaxRetained = 0;
        });
        services.AddOptions<HubOptions>().Configure<IOptions<PortalOptions>>((hub, portal) =>
            hub.ClientTimeoutInterval = TimeSpan.FromSeconds(portal.Value.SilentBrowserSeconds));
        services.AddMudServices();
        services.AddScoped<ListMessage>();
        services.AddScoped<AppraisalMemory>();
        services.AddSingleton<ChartTables>();
        services.AddSingleton<CaseFileReader>();
        services.AddSingleton<FormTickets>();
        services.AddSingleton<HandInNews>();
        services.AddScoped<ListDrafts>();
        services.AddSingleton<SavedForms>();
        services.AddSingleton<FormHandIn>();
        services.AddScoped(typeof(SearchMemory<>));
        services.AddPortalLocalization();
        return services;
    }
}
