using CovidSchoolReporting.App.Hosting;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Infrastructure.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CovidSchoolReporting.App.Identity.Embedded;

/// <summary>The portal's own OpenID Connect provider, for the demonstration and for agencies that have none.</summary>
internal static class EmbeddedProvider
{
    public const string ClientId = "portale-scuola";

    /// <summary>The provider's own, short sign-in; not the portal's session.</summary>
    public const string CookieScheme = "EmbeddedProvider";

    public const string AuthorizePath = "/connect/authorize";
    public const string TokenPath = "/connect/token";
    public const string EndSessionPath = "/connect/logout";
    private const string RolesScope = "roles";

    // Long enough to come back from the sign-in page; too short to let the next person at the desk in without a password.
    private static readonly TimeSpan SignInLasts = TimeSpan.FromMinutes(5);

    public static void AddEmbeddedProvider(this AuthenticationBuilder authentication)
    {
        authentication.AddCookie(CookieScheme);
        var services = authentication.Services;
        services.AddOptions<CookieAuthenticationOptions>(CookieScheme).Configure<IOptions<PortalOptions>>((options, portal) =>
        {
            PortalCookie.Harden(options.Cookie, portal.Value, "portale-identita");
            options.ExpireTimeSpan = SignInLasts;
            options.SlidingExpiration = false;
        });

        services.AddOpenIddict()
            .AddServer(server => server
                .SetAuthorizationEndpointUris(AuthorizePath)
                .SetPushedAuthorizationEndpointUris("/connect/par")
                .SetTokenEndpointUris(TokenPath)
                .SetUserInfoEndpointUris("/connect/userinfo")
                .SetEndSessionEndpointUris(EndSessionPath)
                .AllowAuthorizationCodeFlow()
                .RequireProofKeyForCodeExchange()
                .AllowClientCredentialsFlow()
                .RegisterScopes([Scopes.OpenId, Scopes.Profile, Scopes.Email, RolesScope, .. ApiScopes.All])
                .RegisterClaims(Claims.Email, Claims.EmailVerified, Claims.Name, Claims.Role)
                .DisableAuthorizationStorage()
                .AddEventHandler(ClientTokens.Descriptor)
                .UseAspNetCore()
                .EnableAuthorizationEndpointPassthrough()
                .EnableEndSessionEndpointPassthrough());

        services.AddOptions<OpenIddictServerOptions>().Configure<IOptions<PortalOptions>, EmbeddedProviderKeys>((options, portal, keys) =>
        {
            options.Issuer = portal.Value.PublicUri();
            options.SigningCredentials.Add(new SigningCredentials(keys.Signing, SecurityAlgorithms.RsaSha256));
            options.EncryptionCredentials.Add(new EncryptingCredentials(
                keys.Encryption, SecurityAlgorithms.Aes256KW, SecurityAlgorithms.Aes256CbcHmacSha512));
        });

        // Start-up refuses http outside loopback, so this opens nothing that is not local.
        services.AddOptions<OpenIddictServerAspNetCoreOptions>().Configure<IOptions<PortalOptions>>((options, portal) =>
            options.DisableTransportSecurityRequirement = portal.Value.PublicUri().Scheme == Uri.UriSchemeHttp);
    }

    /// <summary>Loads or makes the keys, and registers the portal as the provider's one client, at its public address.</summary>
    public static async Task PrepareEmbeddedProviderAsync(this IServiceProvider services)
    {
        await services.GetRequiredService<EmbeddedProviderKeys>().PrepareAsync();

        await using var scope = services.CreateAsyncScope();
        var clients = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
        var address = services.GetRequiredService<IOptions<PortalOptions>>().Value.PublicUri();
        var client = new OpenIddictApplicationDescriptor
        {
            ClientId = ClientId,
            ClientType = ClientTypes.Public,
            ConsentType = ConsentTypes.Implicit,
            RedirectUris = { new Uri(address, "/signin-oidc") },
            PostLogoutRedirectUris = { new Uri(address, "/signout-callback-oidc") },
            Permissions =
            {
                Permissions.Endpoints.Authorization,
                Permissions.Endpoints.PushedAuthorization,
                Permissions.Endpoints.Token,
                Permissions.Endpoints.EndSession,
                Permissions.GrantTypes.AuthorizationCode,
                Permissions.ResponseTypes.Code,
                Permissions.Scopes.Profile,
                Permissions.Scopes.Email,
                Permissions.Scopes.Roles,
            },
        };
        if (await clients.FindByClientIdAsync(ClientId) is { } known)
        {
            await clients.UpdateAsync(known, client);
        }
        else
        {
            await clients.CreateAsync(client);
        }
    }

    public static void MapEmbeddedProvider(this IEndpointRouteBuilder routes)
    {
        routes.MapProtocol();
        routes.MapSignInPage();
    }
}
