using Microsoft.Extensions.Options;

namespace CovidSchoolReporting.App.Hosting;

/// <summary>What every answer carries, errors and static files too.</summary>
internal static class SecurityHeaders
{
    private const string NoBrowserFeatures =
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()";

    private const string OneYear = "max-age=31536000; includeSubDomains";

    public static void UseSecurityHeaders(this WebApplication app)
    {
        var address = app.Services.GetRequiredService<IOptions<PortalOptions>>().Value.PublicUri();
        var strictTransport = address.Scheme == Uri.UriSchemeHttps && !address.IsLoopback;
        var policy = app.Services.GetRequiredService<ContentSecurityPolicy>();
        app.Use((context, next) =>
        {
            // At the last moment, so that a page that was thrown away for an error page leaves no header of its own.
            context.Response.OnStarting(() =>
            {
                var headers = context.Response.Headers;
                headers.ContentSecurityPolicy = policy.For(context.GetCspNonce());
                headers.XContentTypeOptions = "nosniff";
                headers["Referrer-Policy"] = "same-origin";
                headers["Permissions-Policy"] = NoBrowserFeatures;
                headers["Cross-Origin-Opener-Policy"] = "same-origin";
                headers["Cross-Origin-Resource-Policy"] = "same-origin";
                if (strictTransport)
                {
                    headers.StrictTransportSecurity = OneYear;
                }

                if (context.Response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) is true)
                {
                    headers.CacheControl = "no-store"; // Pages hold people's data: nothing of them stays in the browser's cache.
                }

                return Task.CompletedTask;
            });
            return next(context);
        });
    }
}
