using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;

namespace CovidSchoolReporting.App.Identity;

/// <summary>
/// The framework's handler throws when the provider cannot be asked (discovery, pushed authorization request), which
/// would be a raw 500 on whatever page the user opened. Here it becomes a page with a way back.
/// </summary>
internal sealed class PatientOpenIdConnectHandler(
    IOptionsMonitor<OpenIdConnectOptions> options, ILoggerFactory loggers, HtmlEncoder htmlEncoder, UrlEncoder encoder)
    : OpenIdConnectHandler(options, loggers, htmlEncoder, encoder)
{
    public override async Task SignOutAsync(AuthenticationProperties? properties)
    {
        try
        {
            await base.SignOutAsync(properties);
        }
        catch (Exception exception) when (!Context.RequestAborted.IsCancellationRequested)
        {
            // The session here has ended already; the provider's own ends by itself.
            Logger.LogWarning("The provider could not be asked to sign out: {Failure}", exception.GetType().Name);
            Response.Redirect(IdentityPaths.SignedOut);
        }
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (!IsNavigation(Request))
        {
            // A script, a form or a circuit cannot follow a sign-in: it learns that it is signed out.
            Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        try
        {
            await base.HandleChallengeAsync(properties);
        }
        catch (Exception exception) when (!Context.RequestAborted.IsCancellationRequested && !Response.HasStarted)
        {
            Logger.LogWarning("The provider could not be asked to sign in: {Failure}", exception.GetType().Name);
            await IdentityNotice.Unavailable.WriteAsync(Context);
        }
    }

    private static bool IsNavigation(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && (request.Headers.TryGetValue("Sec-Fetch-Mode", out var mode)
            ? mode == "navigate"
            : request.Headers.Accept.Count == 0 || request.Headers.Accept.ToString() is var accept
                && (accept.Contains("text/html", StringComparison.OrdinalIgnoreCase) || accept.Contains("*/*", StringComparison.Ordinal)))
        && !request.Path.StartsWithSegments("/_blazor");
}
