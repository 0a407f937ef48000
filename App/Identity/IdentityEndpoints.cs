using Microsoft.AspNetCore.Authentication;

namespace CovidSchoolReporting.App.Identity;

internal static class IdentityEndpoints
{
    public static void MapSignInAndOut(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(IdentityPaths.Enter, EnterAsync).AllowAnonymous();
        routes.MapSignOut();
        routes.MapGet(IdentityPaths.SignedOut, IdentityNotice.SignedOut.WriteAsync).AllowAnonymous();
        routes.MapGet(IdentityPaths.SessionEnded, IdentityNotice.SessionEnded.WriteAsync).AllowAnonymous();
        routes.MapGet(IdentityPaths.Error, (HttpContext context, string? motivo) =>
            (IdentityNotice.SignInFailures.FirstOrDefault(n => n.Key == motivo) ?? IdentityNotice.Refused).WriteAsync(context)).AllowAnonymous();
    }

    private static async Task EnterAsync(HttpContext context)
    {
        var back = context.Request.Query[IdentityPaths.Return].ToString();

        // Whoever asks to sign in anew leaves the old session behind.
        await context.SignOutAsync(PortalCookie.Scheme, new AuthenticationProperties());
        await context.ChallengeAsync(
            ProviderSignIn.Scheme, new AuthenticationProperties { RedirectUri = IdentityPaths.IsLocal(back) ? back : "/" });
    }
}
