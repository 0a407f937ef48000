using CovidSchoolReporting.App.Hosting;
using CovidSchoolReporting.Infrastructure.Identity;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace CovidSchoolReporting.App.Identity;

/// <summary>The session cookie: a key into the session store, nothing else.</summary>
internal static class PortalCookie
{
    public const string Scheme = "Portal";

    /// <summary>Under which the cookie handler keeps the key into its session store.</summary>
    private const string SessionKeyClaim = "Microsoft.AspNetCore.Authentication.Cookies-SessionId";

    /// <summary>Over https the prefix makes browsers refuse the cookie from subdomains and over http; on loopback http it cannot be used.</summary>
    public static string NameFor(PortalOptions portal, string name) =>
        portal.PublicUri().Scheme == Uri.UriSchemeHttps ? "__Host-" + name : name;

    public static void Harden(CookieBuilder cookie, PortalOptions portal, string name, SameSiteMode sameSite = SameSiteMode.Lax)
    {
        cookie.Name = NameFor(portal, name);
        cookie.Path = "/";
        cookie.HttpOnly = true;
        cookie.IsEssential = true;
        cookie.SameSite = sameSite;
        cookie.SecurePolicy = SecurePolicyFor(portal);
    }

    public static CookieSecurePolicy SecurePolicyFor(PortalOptions portal) =>
        portal.PublicUri().Scheme == Uri.UriSchemeHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;

    public static void AddPortalCookie(this IServiceCollection services)
    {
        services.AddOptions<CookieAuthenticationOptions>(Scheme)
            .Configure<IOptions<PortalOptions>, IOptions<IdentityOptions>, DatabaseTicketStore>((options, portal, identity, store) =>
            {
                Harden(options.Cookie, portal.Value, "portale");
                options.SessionStore = store;

                // The session store knows both limits; the ticket's own date only has to outlast them.
                options.ExpireTimeSpan = TimeSpan.FromHours(identity.Value.AbsoluteHours);
                options.SlidingExpiration = false;
                options.Events.OnRedirectToAccessDenied = context => IdentityNotice.Forbidden.WriteAsync(context.HttpContext);
            });
        services.AddOptions<AntiforgeryOptions>().Configure<IOptions<PortalOptions>>((options, portal) =>
        {
            Harden(options.Cookie, portal.Value, "portale-modulo", SameSiteMode.Strict);
            options.SuppressXFrameOptionsHeader = true; // The security headers say it for every answer.
        });
    }

    /// <summary>Whose session this browser had last, also when its time is over; null when it had none, or it was ended.</summary>
    public static async Task<int?> LastUserAsync(HttpContext context)
    {
        var services = context.RequestServices;
        var options = services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(Scheme);
        var key = context.Request.Cookies[options.Cookie.Name!] is { } cookie
            ? options.TicketDataFormat.Unprotect(cookie)?.Principal.FindFirst(SessionKeyClaim)?.Value
            : null;
        return key is null ? null : await services.GetRequiredService<SessionStore>().FindUserAsync(key, context.RequestAborted);
    }

    /// <summary>Takes the session cookie out of a request, before anybody has read it.</summary>
    public static void Forget(HttpRequest request, PortalOptions portal)
    {
        var prefix = NameFor(portal, "portale") + "=";
        var others = request.Headers.Cookie.ToString().Split(';', StringSplitOptions.TrimEntries)
            .Where(pair => !pair.StartsWith(prefix, StringComparison.Ordinal));
        request.Headers.Cookie = string.Join("; ", others);
    }
}
