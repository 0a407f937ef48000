using MudBlazor.Services;

namespace CovidSchoolReporting.App.Components;

internal static class ScreenServices
{
    /// <summary>Blazor with interactive server rendering, and MudBlazor.</summary>
    public static IServiceCollection AddScreens(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddMudServices();
        return services;
    }
}
