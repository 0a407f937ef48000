using CovidSchoolReporting.App.Hosting;
using CovidSchoolReporting.App.Identity;
using CovidSchoolReporting.App.Identity.Embedded;
using CovidSchoolReporting.Infrastructure.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace CovidSchoolReporting.App.Features.Api;

/// <summary>
/// Access tokens in the header (RFC 6750), of whichever provider the portal trusts. The session cookie of a person opens nothing of the
/// API, nor does a token open a page.
/// </summary>
internal static class ApiAuthentication
{
    public const string Scheme = "Api";

    /// <summary>The policy of every address of the API.</summary>
    public const string Policy = "Api";

    /// <summary>How the header <c>WWW-Authenticate</c> begins.</summary>
    public const string Challenge = "Bearer realm=\"api\"";

    public static void AddApiTokens(this IServiceCollection services)
    {
        new AuthenticationBuilder(services).AddJwtBearer(Scheme, options =>
        {
            options.MapInboundClaims = false;
            options.Events = new JwtBearerEvents { OnChallenge = ExplainAsync };
        });
        services.AddAuthorizationBuilder().AddPolicy(
            Policy, new AuthorizationPolicyBuilder(Scheme).RequireAuthenticatedUser().Build());
        services.AddOptions<JwtBearerOptions>(Scheme)
            .Configure<ProviderChoice, IOptions<PortalOptions>, IOptions<ApiOptions>, EmbeddedProviderKeys>((bearer, choice, portal, api, keys) =>
            {
                if (choice is ProviderChoice.External external)
                {
                    bearer.Authority = external.Authority.ToString();
                    bearer.Audience = api.Value.Audience;
                    bearer.RequireHttpsMetadata = external.Authority.Scheme == Uri.UriSchemeHttps;
                }
                else
                {
                    TrustEmbedded(bearer.TokenValidationParameters, portal.Value, keys);
                }
            });
    }

    // The tokens are sealed as well as signed: a client cannot read them, and need not.
    private static void TrustEmbedded(TokenValidationParameters expected, PortalOptions portal, EmbeddedProviderKeys keys)
    {
        expected.ValidIssuer = portal.PublicUri().ToString();
        expected.ValidAudience = ClientTokens.Audience;
        expected.ValidTypes = ["at+jwt"];
        expected.IssuerSigningKey = keys.Signing;
        expected.TokenDecryptionKey = keys.Encryption;
    }

    private static Task ExplainAsync(JwtBearerChallengeContext context)
    {
        context.HandleResponse();
        var wasSent = context.AuthenticateFailure is not null;
        context.Response.Headers.WWWAuthenticate = wasSent ? $"{Challenge}, error=\"invalid_token\"" : Challenge;
        context.Response.Headers.CacheControl = "no-store";
        return ApiProblem.Of(
            StatusCodes.Status401Unauthorized,
            "access-token",
            "An access token is needed",
            wasSent
                ? "The access token is not valid here, or its time is over. Ask the identity provider for another one."
                : "Send an access token of the identity provider in the header: Authorization: Bearer <token>.").ExecuteAsync(context.HttpContext);
    }
}
