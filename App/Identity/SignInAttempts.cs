using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace CovidSchoolReporting.App.Identity;

/// <summary>How often one network address may try to sign in. The lock-out guards an account, this guards all of them together.</summary>
internal static class SignInAttempts
{
    public const string Policy = "SignInAttempts";

    public static void AddSignInAttempts(this IServiceCollection services) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = (rejected, _) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = "60";
            return new ValueTask(IdentityNotice.TooManyAttempts.WriteAsync(rejected.HttpContext));
        };
        limiter.AddPolicy(Policy, context => RateLimitPartition.GetSlidingWindowLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new SlidingWindowRateLimiterOptions
            {
                PermitLimit = context.RequestServices.GetRequiredService<IOptions<IdentityOptions>>().Value.SignInAttemptsPerMinute,
                Window = TimeSpan.FromMinutes(1),
                SegmentsPerWindow = 6,
            }));
    });
}
