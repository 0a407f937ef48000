using System.Security.Claims;
using CovidSchoolReporting.Infrastructure.Identity;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CovidSchoolReporting.App.Identity.Embedded;

/// <summary>The two endpoints of the provider that a browser visits; OpenIddict has checked the request when they run.</summary>
internal static class ProtocolEndpoints
{
    public static void MapProtocol(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(EmbeddedProvider.AuthorizePath, AuthorizeAsync).AllowAnonymous();
        routes.MapGet(EmbeddedProvider.EndSessionPath, (Delegate)EndSessionAsync).AllowAnonymous();
    }

    private static async Task<IResult> AuthorizeAsync(
        HttpContext context, EmbeddedAccounts accounts, UserDirectory directory, CancellationToken cancellationToken)
    {
        var request = context.GetOpenIddictServerRequest()
            ?? throw new InvalidOperationException("The provider was asked without an OpenID Connect request.");
        var signedIn = await context.AuthenticateAsync(EmbeddedProvider.CookieScheme);
        if (!signedIn.Succeeded
            || await accounts.FindBySubjectAsync(signedIn.Principal.FindFirstValue(Claims.Subject)!, cancellationToken) is not { } account)
        {
            return Results.Redirect(IdentityPaths.WithReturn(IdentityPaths.SignIn, context.Request.Path + context.Request.QueryString));
        }

        var identity = new ClaimsIdentity(TokenValidationParameters.DefaultAuthenticationType, Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, account.Subject)
            .SetClaim(Claims.Email, account.Email)
            .SetClaim(Claims.EmailVerified, true);
        if (await directory.FindByEmailAsync(account.Email, cancellationToken) is { } user)
        {
            identity.SetClaim(Claims.Name, user.DisplayName).SetClaim(Claims.Role, user.Role.ToString());
        }

        identity.SetScopes(request.GetScopes());
        identity.SetDestinations(_ => [Destinations.IdentityToken, Destinations.AccessToken]);
        return Results.SignIn(new ClaimsPrincipal(identity), null, OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    private static async Task<IResult> EndSessionAsync(HttpContext context)
    {
        await context.SignOutAsync(EmbeddedProvider.CookieScheme);
        return Results.SignOut(
            new AuthenticationProperties { RedirectUri = IdentityPaths.SignedOut },
            [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
    }
}
