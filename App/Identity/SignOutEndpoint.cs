using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;

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

        // The token that names the session to the provider is in the ticket: the provider first, while it can be read.
        await context.SignOutAsync(ProviderSignIn.Scheme, new AuthenticationProperties { RedirectUri = IdentityPaths.SignedOut });
        await context.SignOutAsync(PortalCookie.Scheme, new AuthenticationProperties());
    }
}
