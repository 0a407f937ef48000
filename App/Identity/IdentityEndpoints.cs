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
        var onward = IdentityPaths.IsLocal(back) ? back : "/";

        // Any page of the web can link to here: that must not end a session.
        if (context.User.Identity is { IsAuthenticated: true })
        {
            context.Response.Redirect(onward);
            return;
        }

        await context.ChallengeAsync(ProviderSignIn.Scheme, new AuthenticationProperties { RedirectUri = onward });
    }
}
