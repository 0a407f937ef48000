using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace CovidSchoolReporting.App.Identity;

internal static class SignOutEndpoint
{
    public static void MapSignOut(this IEndpointRouteBuilder routes) =>
        routes.MapPost(IdentityPaths.Leave, LeaveAsync).AllowAnonymous();

    // The framework checks the token of its own accord only where a handler binds a form, and answers with an empty page:
    // here it is checked by hand, so that a stale page gets words.
    private static async Task LeaveAsync(HttpContext context, IAntiforgery antiforgery)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            await IdentityNotice.Stale.WriteAsync(context);
            return;
        }

        // Here first: whoever closes the tab while a slow provider is being asked is signed out all the same. The token that
        // names the session to the provider is in the ticket, which is gone then, so it is read before.
        var token = await context.GetTokenAsync(PortalCookie.Scheme, OpenIdConnectParameterNames.IdToken);
        await context.SignOutAsync(PortalCookie.Scheme, new AuthenticationProperties());

        var leaving = new AuthenticationProperties { RedirectUri = IdentityPaths.SignedOut };
        leaving.SetParameter(ProviderSignIn.TokenOfEndedSession, token);
        await context.SignOutAsync(ProviderSignIn.Scheme, leaving);
    }
}
