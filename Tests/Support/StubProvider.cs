using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CovidSchoolReporting.Tests.Support;

/// <summary>What the agency's provider says of whoever signs in.</summary>
public sealed record StubPerson(string Subject, string Email, bool EmailVerified = true);

/// <summary>The agency's OpenID Connect provider, as small as it can be: it asks nobody anything and says what the test wants.</summary>
public sealed class StubProvider : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly RsaSecurityKey _key = new(RSA.Create(2048)) { KeyId = "stub" };
    private readonly ConcurrentDictionary<string, string?> _nonces = new();

    private StubProvider(WebApplication app) => _app = app;

    public string Authority { get; private set; } = "";

    public StubPerson Person { get; set; } = new("nobody", "nobody@invalid.example");

    /// <summary>When true it answers as if the user had cancelled.</summary>
    public bool Refuses { get; set; }

    /// <summary>When true the token endpoint fails.</summary>
    public bool IsBroken { get; set; }

    /// <summary>While set, whoever asks for the discovery document waits for it.</summary>
    public TaskCompletionSource? Silence { get; set; }

    /// <summary>Completes when somebody asks for the discovery document during the <see cref="Silence"/>.</summary>
    public TaskCompletionSource AskedInVain { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>How often somebody signed out here.</summary>
    public int SignOuts { get; private set; }

    /// <summary>Whether the last sign-out said whose session it ended.</summary>
    public bool WasNamedAtSignOut { get; private set; }

    public static async Task<StubProvider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var stub = new StubProvider(builder.Build());
        stub.Map();
        await stub._app.StartAsync();
        stub.Authority = stub._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return stub;
    }

    /// <summary>An access token as the provider would give it to another system.</summary>
    public string AccessToken(string client, string audience, string scope) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Authority,
        Audience = audience,
        Claims = new Dictionary<string, object> { ["sub"] = client, ["azp"] = client, ["scp"] = scope.Split(' ') },
        SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.RsaSha256),
    });

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private void Map()
    {
        _app.MapGet("/.well-known/openid-configuration", DescribeAsync);
        _app.MapGet("/keys", () =>
        {
            var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(_key.Rsa.ExportParameters(false)) { KeyId = _key.KeyId });
            return new { keys = new[] { new { kty = key.Kty, n = key.N, e = key.E, kid = key.Kid, alg = "RS256", use = "sig" } } };
        });
        _app.MapGet("/authorize", (string redirect_uri, string state, string nonce) =>
        {
            var code = Guid.NewGuid().ToString("N");
            _nonces[code] = nonce;
            var answer = Refuses ? "error=access_denied" : $"code={code}";
            return Results.Redirect($"{redirect_uri}?{answer}&state={Uri.EscapeDataString(state)}");
        });
        _app.MapPost("/token", (HttpContext context) => IsBroken
            ? Results.StatusCode(StatusCodes.Status500InternalServerError)
            : Results.Json(new { access_token = "stub", token_type = "Bearer", expires_in = 60, id_token = IdToken(context) }));
        _app.MapGet("/userinfo", () => new { sub = Person.Subject, email = Person.Email, email_verified = Person.EmailVerified });
        _app.MapGet("/logout", (string post_logout_redirect_uri, string state, string? id_token_hint) =>
        {
            SignOuts++;
            WasNamedAtSignOut = id_token_hint is not null;
            return Results.Redirect($"{post_logout_redirect_uri}?state={Uri.EscapeDataString(state)}");
        });
    }

    private async Task<Dictionary<string, object>> DescribeAsync()
    {
        if (Silence is { } silence)
        {
            AskedInVain.TrySetResult();
            await silence.Task;
        }

        return new Dictionary<string, object>
        {
            ["issuer"] = Authority,
            ["authorization_endpoint"] = Authority + "/authorize",
            ["token_endpoint"] = Authority + "/token",
            ["userinfo_endpoint"] = Authority + "/userinfo",
            ["end_session_endpoint"] = Authority + "/logout",
            ["jwks_uri"] = Authority + "/keys",
        };
    }

    private string IdToken(HttpContext context)
    {
        var form = context.Request.Form;
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Authority,
            Audience = form["client_id"].ToString(),
            Claims = new Dictionary<string, object> { ["sub"] = Person.Subject, ["nonce"] = _nonces[form["code"].ToString()]! },
            SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.RsaSha256),
        });
    }
}
