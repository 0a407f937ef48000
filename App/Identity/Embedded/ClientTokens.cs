using System.Security.Claims;
using CovidSchoolReporting.App.Features.Api;
using CovidSchoolReporting.Infrastructure.Identity;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CovidSchoolReporting.App.Identity.Embedded;

/// <summary>
/// Gives another system of the agency its access token, once OpenIddict has checked its name, secret and scopes (client credentials,
/// RFC 6749, 4.4). The scopes that it may have are given when it asks for none.
/// </summary>
internal sealed class ClientTokens(ApiClientDirectory clients, IOptions<ApiOptions> options) : IOpenIddictServerHandler<HandleTokenRequestContext>
{
    /// <summary>The audience of the tokens: those that the portal gives to itself have none, and open nothing here.</summary>
    public const string Audience = "portale-scuola-api";

    public static OpenIddictServerHandlerDescriptor Descriptor { get; } =
        OpenIddictServerHandlerDescriptor.CreateBuilder<HandleTokenRequestContext>()
            .UseSingletonHandler<ClientTokens>()
            .SetOrder(OpenIddictServerHandlers.Exchange.AttachPrincipal.Descriptor.Order + 1)
            .SetType(OpenIddictServerHandlerType.Custom)
            .Build();

    public async ValueTask HandleAsync(HandleTokenRequestContext context)
    {
        if (!context.Request.IsClientCredentialsGrantType())
        {
            return;
        }

        if (await clients.FindEnabledAsync(context.Request.ClientId!, context.CancellationToken) is not { } client)
        {
            context.Reject(Errors.InvalidClient, "The client is disabled.");
            return;
        }

        var asked = context.Request.GetScopes();
        var identity = new ClaimsIdentity(TokenValidationParameters.DefaultAuthenticationType, Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, client.ClientId)
            .SetScopes(asked.IsEmpty ? client.Scopes : asked.Where(client.Scopes.Contains))
            .SetResources(Audience)
            .SetAccessTokenLifetime(TimeSpan.FromMinutes(options.Value.TokenMinutes));
        identity.SetDestinations(_ => [Destinations.AccessToken]);
        context.SignIn(new ClaimsPrincipal(identity));
    }
}
