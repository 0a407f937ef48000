using CovidSchoolReporting.App.Features.Api;
using Microsoft.Extensions.Options;

namespace CovidSchoolReporting.App.Hosting;

/// <summary>Small rules that hold for every request, before anything else looks at it.</summary>
internal static class RequestRules
{
    /// <summary>Pages are mapped for GET only. The server never sends a body for HEAD, so it can simply be answered as GET.</summary>
    public static void UseHeadAsGet(this WebApplication app) => app.Use((context, next) =>
    {
        if (HttpMethods.IsHead(context.Request.Method))
        {
            context.Request.Method = HttpMethods.Get;
        }

        return next(context);
    });

    /// <summary>
    /// Someone who types 127.0.0.1 where the portal's address says localhost goes to the address: cookies and the provider's
    /// redirect belong to one name.
    /// </summary>
    public static void UseCanonicalLoopback(this WebApplication app)
    {
        var address = app.Services.GetRequiredService<IOptions<PortalOptions>>().Value.PublicUri();
        if (!address.IsLoopback)
        {
            return;
        }

        app.Use((context, next) =>
        {
            var host = context.Request.Host;
            var otherAlias = host.Port == address.Port && !string.Equals(host.Host, address.Host, StringComparison.OrdinalIgnoreCase);
            if (!otherAlias || !HttpMethods.IsGet(context.Request.Method)
                || ApiEndpoints.IsApi(context) || context.Request.Path.StartsWithSegments("/_blazor") || context.Request.Path.StartsWithSegments(HealthEndpoints.Root))
            {
                return next(context);
            }

            context.Response.Redirect(new Uri(address, context.Request.Path + context.Request.QueryString).ToString());
            return Task.CompletedTask;
        });
    }

    /// <summary>
    /// Browsers let any page open a WebSocket anywhere, cookies included; only the Origin tells. The circuit's address takes
    /// none but the portal's own.
    /// </summary>
    public static void UseOwnOriginForCircuits(this WebApplication app)
    {
        var own = app.Services.GetRequiredService<IOptions<PortalOptions>>().Value.PublicUri().GetLeftPart(UriPartial.Authority);
        app.Use((context, next) =>
        {
            var origin = context.Request.Headers.Origin;
            var refused = context.Request.Path.StartsWithSegments("/_blazor")
                && (origin.Count > 0 ? !string.Equals(origin, own, StringComparison.OrdinalIgnoreCase) : context.WebSockets.IsWebSocketRequest);
            if (!refused)
            {
                return next(context);
            }

            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        });
    }
}
