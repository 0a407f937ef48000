using CovidSchoolReporting.App.Hosting;
using CovidSchoolReporting.App.Identity.Embedded;
using CovidSchoolReporting.Infrastructure.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace CovidSchoolReporting.App.Identity;

/// <summary>Signing in at the provider, whichever it is: authorization code with PKCE, and pushed requests where the provider takes them.</summary>
internal static class ProviderSignIn
{
    public const string Scheme = "Provider";

    /// <summary>Parameter of a sign-out: the identity token of the session that has just ended here. Parameters travel nowhere.</summary>
    public const string TokenOfEndedSession = "portal.ended";

    private const string IssuerItem = "portal.issuer";
    private const string LastHere = "portal.last";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static void AddProviderSignIn(this AuthenticationBuilder authentication, ProviderChoice choice)
    {
        authentication.Services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IPostConfigureOptions<OpenIdConnectOptions>, OpenIdConnectPostConfigureOptions>());
        authentication.AddRemoteScheme<OpenIdConnectOptions, PatientOpenIdConnectHandler>(Scheme, null, _ => { });
        authentication.Services.AddOptions<OpenIdConnectOptions>(Scheme)
            .Configure<IOptions<PortalOptions>, IOptions<IdentityOptions>>((options, portal, identity) =>
            {
                PointAtProvider(options, choice, portal.Value, identity.Value);
                Configure(options, portal.Value);
            });
    }

    private static void PointAtProvider(OpenIdConnectOptions options, ProviderChoice choice, PortalOptions portal, IdentityOptions identity)
    {
        if (choice is ProviderChoice.Embedded)
        {
            options.Authority = portal.PublicUri().ToString();
            options.ClientId = EmbeddedProvider.ClientId;
            options.Scope.Add("roles");
        }
        else
        {
            options.Authority = identity.Authority;
            options.ClientId = identity.ClientId;
            options.ClientSecret = identity.ClientSecret;
        }

        options.RequireHttpsMetadata = !(new Uri(options.Authority!) is { IsLoopback: true, Scheme: "http" });
    }

    private static void Configure(OpenIdConnectOptions options, PortalOptions portal)
    {
        options.SignInScheme = options.SignOutScheme = PortalCookie.Scheme;
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query; // A posted answer needs a script and a cross-site cookie.
        options.UsePkce = true;
        options.MapInboundClaims = false;
        options.GetClaimsFromUserInfoEndpoint = true;
        options.Scope.Add("email");
        options.ClaimActions.MapUniqueJsonKey("email_verified", "email_verified");
        options.SaveTokens = true;
        options.BackchannelTimeout = Patience;
        options.SignedOutRedirectUri = IdentityPaths.SignedOut;
        options.RemoteSignOutPath = PathString.Empty; // A foreign page could sign people out by embedding it.
        foreach (var cookie in (CookieBuilder[])[options.NonceCookie, options.CorrelationCookie])
        {
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = PortalCookie.SecurePolicyFor(portal);
        }

        options.Events = new OpenIdConnectEvents
        {
            OnRedirectToIdentityProvider = context =>
            {
                context.ProtocolMessage.RedirectUri = Absolute(portal, options.CallbackPath);
                return Task.CompletedTask;
            },
            OnRedirectToIdentityProviderForSignOut = context =>
            {
                // Some who sign out were never let in, and have no token to hint with: the client's name serves then.
                context.ProtocolMessage.ClientId = options.ClientId;
                context.ProtocolMessage.IdTokenHint = context.Properties.GetParameter<string>(TokenOfEndedSession);
                context.ProtocolMessage.PostLogoutRedirectUri = Absolute(portal, options.SignedOutCallbackPath);
                return Task.CompletedTask;
            },
            OnMessageReceived = async context =>
            {
                context.HttpContext.Items[LastHere] = await PortalCookie.LastUserAsync(context.HttpContext);

                // Each sign-in begins a session of its own: a cookie planted beforehand must not become this user's session.
                PortalCookie.Forget(context.Request, portal);
            },
            OnTokenValidated = context =>
            {
                context.Properties!.Items[IssuerItem] = context.SecurityToken.Issuer;
                return Task.CompletedTask;
            },
            OnTicketReceived = AdmitAsync,
            OnRemoteFailure = ExplainAsync,
        };
    }

    private static string Absolute(PortalOptions portal, PathString path) => new Uri(portal.PublicUri(), path.Value).ToString();

    private static async Task AdmitAsync(TicketReceivedContext context)
    {
        var (said, properties) = (context.Principal!, context.Properties!);
        var account = new ProviderAccount(
            properties.Items[IssuerItem]!,
            said.FindFirst("sub")!.Value,
            said.FindFirst("email")?.Value,
            bool.TryParse(said.FindFirst("email_verified")?.Value, out var verified) && verified);

        var directory = context.HttpContext.RequestServices.GetRequiredService<UserDirectory>();
        var refusal = await directory.AdmitAsync(account, context.HttpContext.RequestAborted) switch
        {
            AdmissionOutcome.Admitted admitted => Begin(context, admitted),
            AdmissionOutcome.Disabled => IdentityNotice.Disabled,
            AdmissionOutcome.EmailNotVerified => IdentityNotice.EmailNotVerified,
            _ => IdentityNotice.NotRegistered,
        };
        if (refusal is not null)
        {
            Logger(context.HttpContext).LogInformation("Sign-in refused: {Reason}", refusal.Key);
            context.Response.Redirect(refusal.Address);
            context.HandleResponse();
        }
    }

    private static IdentityNotice? Begin(TicketReceivedContext context, AdmissionOutcome.Admitted admitted)
    {
        context.Principal = PortalPrincipal.Begin(admitted.User);

        // Signing out at the provider needs the identity token; the others would only be secrets to lose.
        var properties = context.Properties!;
        properties.StoreTokens(properties.GetTokens().Where(t => t.Name == OpenIdConnectParameterNames.IdToken).ToList());
        properties.Items.Remove(IssuerItem);
        if (context.HttpContext.Items[LastHere] is int last && last != admitted.User.Id)
        {
            context.ReturnUri = "/"; // The address is where somebody else was when their session ran out.
        }

        Logger(context.HttpContext).LogInformation("User {UserId} signed in", admitted.User.Id);
        return null;
    }

    private static Task ExplainAsync(RemoteFailureContext context)
    {
        // A refusal comes with the protocol's error code; a provider in trouble answers with something else, or not at all.
        var unavailable = context.Failure switch
        {
            OpenIdConnectProtocolException protocol => protocol.Data["error"] is null,
            HttpRequestException or TaskCanceledException or InvalidOperationException => true,
            var other => other?.InnerException is HttpRequestException or IOException or TaskCanceledException,
        };
        var notice = unavailable ? IdentityNotice.Unavailable : IdentityNotice.Refused;
        Logger(context.HttpContext).LogWarning("Sign-in failed at the provider ({Failure}): {Notice}", context.Failure?.GetType().Name, notice.Key);
        context.Response.Redirect(notice.Address);
        context.HandleResponse();
        return Task.CompletedTask;
    }

    private static ILogger Logger(HttpContext context) =>
        context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ProviderSignIn));
}
