using Microsoft.AspNetCore.Localization;
using MudBlazor;

namespace CovidSchoolReporting.App.Localization;

internal static class LocalizationServices
{
    /// <summary>Texts from resource files beside the features, and the language chosen by cookie.</summary>
    public static IServiceCollection AddPortalLocalization(this IServiceCollection services)
    {
        services.AddLocalization();
        services.AddTransient<MudLocalizer, PortalMudLocalizer>();
        services.Configure<RequestLocalizationOptions>(options =>
        {
            string[] cultures = [.. PortalCultures.All];
            options.SetDefaultCulture(PortalCultures.Italian).AddSupportedCultures(cultures).AddSupportedUICultures(cultures);

            // The browser's language is not asked: the service is Italian until the user chooses otherwise.
            options.RequestCultureProviders = [new CookieRequestCultureProvider { CookieName = PortalCultures.CookieName }];
        });
        return services;
    }
}
