using CovidSchoolReporting.App.Identity;
using Microsoft.AspNetCore.Localization;

namespace CovidSchoolReporting.App.Localization;

public static class LanguageEndpoint
{
    public const string Path = "/lingua";

    /// <summary>The address that switches the language and comes back.</summary>
    /// <param name="culture">One of <see cref="PortalCultures.All"/>.</param>
    /// <param name="returnPath">Where to come back: a path of the portal, beginning with a slash.</param>
    public static string Address(string culture, string returnPath) =>
        $"{Path}?codice={culture}&ritorno={Uri.EscapeDataString(returnPath)}";

    /// <summary>Maps the address that keeps the chosen language in a cookie for a year.</summary>
    public static void MapLanguageChoice(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(Path, (HttpContext http, string? codice, string? ritorno) =>
        {
            if (PortalCultures.All.Contains(codice))
            {
                http.Response.Cookies.Append(
                    PortalCultures.CookieName,
                    CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(codice!)),
                    new CookieOptions
                    {
                        HttpOnly = true,
                        IsEssential = true,
                        MaxAge = TimeSpan.FromDays(365),
                        SameSite = SameSiteMode.Lax,
                        Secure = http.Request.IsHttps,
                    });
            }

            return Results.LocalRedirect(IdentityPaths.IsLocal(ritorno) ? ritorno! : "/");
        }).AllowAnonymous();
}
