using System.Security.Claims;
using System.Threading.RateLimiting;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Infrastructure.Identity;
using Microsoft.Extensions.Options;

namespace CovidSchoolReporting.App.Features.Api;

/// <summary>
/// Stands before every address of the API: which client asks, whether it may still, whether token and client have the scope, and
/// whether it has not asked too often.
/// </summary>
internal sealed class ApiGate(ApiClientDirectory clients, IOptions<ApiOptions> options) : IDisposable
{
    private static readonly object Key = new();

    /// <summary>What providers call the client in their tokens.</summary>
    private static readonly string[] ClientClaims = ["client_id", "azp", "appid"];

    private static readonly string[] ScopeClaims = ["scope", "scp"];

    private readonly PartitionedRateLimiter<ApiClient> _limiter = PartitionedRateLimiter.Create<ApiClient, int>(client =>
        RateLimitPartition.GetSlidingWindowLimiter(client.Id, _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = options.Value.RequestsPerMinute,
            Window = TimeSpan.FromMinutes(1),
            SegmentsPerWindow = 6,
        }));

    /// <summary>The client that the gate let in.</summary>
    public static ApiClient ClientOf(HttpContext context) => (ApiClient)context.Items[Key]!;

    /// <summary>Why the request goes no further; null when it may.</summary>
    public async Task<IResult?> RefuseAsync(HttpContext context, string scope)
    {
        context.Response.Headers.CacheControl = "no-store";
        var name = ClientClaims.Select(type => context.User.FindFirstValue(type)).FirstOrDefault(value => value is not null) ?? "";
        if (await clients.FindEnabledAsync(name, context.RequestAborted) is not { } client)
        {
            return ApiProblem.Of(
                StatusCodes.Status403Forbidden, "client", "The client may not read",
                "The token is good, but its client is not registered at the portal, or was disabled.");
        }

        using var permit = _limiter.AttemptAcquire(client);
        if (!permit.IsAcquired)
        {
            context.Response.Headers.RetryAfter = "60";
            return ApiProblem.Of(
                StatusCodes.Status429TooManyRequests, "too-many-requests", "Too many requests",
                $"A client may make {options.Value.RequestsPerMinute} requests in a minute. Wait a minute, or ask for larger pages.");
        }

        if (!client.Scopes.Contains(scope) || !HasScope(context.User, scope))
        {
            context.Response.Headers.WWWAuthenticate = $"{ApiAuthentication.Challenge}, error=\"insufficient_scope\", scope=\"{scope}\"";
            return ApiProblem.Of(
                StatusCodes.Status403Forbidden, "scope", "The scope is missing",
                $"This address needs the scope {scope}, in the token and among those that the client was registered with.");
        }

        context.Items[Key] = client;
        return null;
    }

    public void Dispose() => _limiter.Dispose();

    private static bool HasScope(ClaimsPrincipal token, string scope) => token.Claims
        .Where(claim => ScopeClaims.Contains(claim.Type))
        .SelectMany(claim => claim.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Contains(scope, StringComparer.Ordinal);
}
