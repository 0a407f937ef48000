using CovidSchoolReporting.App.Features.Api.Fhir;
using CovidSchoolReporting.App.Identity;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Cases;
using Microsoft.Extensions.Options;

namespace CovidSchoolReporting.App.Features.Api;

/// <summary>The addresses of the API. There are none when another provider vouches for people and no audience is set for its tokens.</summary>
internal static class ApiEndpoints
{
    /// <summary>Everything below belongs to the API, and answers programs and not people.</summary>
    public const string Prefix = "/api";

    public const string Root = Prefix + "/v1";

    public static void MapApi(this WebApplication app)
    {
        if (app.Services.GetRequiredService<ProviderChoice>() is ProviderChoice.External
            && string.IsNullOrWhiteSpace(app.Services.GetRequiredService<IOptions<ApiOptions>>().Value.Audience))
        {
            return;
        }

        app.MapCases();
        app.MapFhir();
        app.MapOpenApi(ApiDocument.Path).AllowAnonymous();
        app.Map(Prefix + "/{**rest}", Elsewhere).RequireAuthorization(ApiAuthentication.Policy).ExcludeFromDescription();
    }

    /// <summary>An address that only clients with the scope read, of those who are not refused for another reason.</summary>
    public static RouteHandlerBuilder MapApiGet(this IEndpointRouteBuilder routes, string pattern, string scope, Delegate handler)
    {
        var endpoint = routes.MapGet(pattern, handler)
            .RequireAuthorization(ApiAuthentication.Policy)
            .WithMetadata(new ApiScopeNeeded(scope))
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status429TooManyRequests)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        return endpoint.AddEndpointFilter((invocation, next) => PassAsync(invocation, next, scope));
    }

    public static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments(Prefix);

    /// <param name="pattern">The address, whose ids the audit does not want.</param>
    public static FeedReader ReaderOf(HttpContext context, string pattern) =>
        new(ApiGate.ClientOf(context), pattern.Replace(":int", "", StringComparison.Ordinal));

    private static async ValueTask<object?> PassAsync(
        EndpointFilterInvocationContext invocation, EndpointFilterDelegate next, string scope)
    {
        var context = invocation.HttpContext;
        try
        {
            return await context.RequestServices.GetRequiredService<ApiGate>().RefuseAsync(context, scope) ?? await next(invocation);
        }
        catch (StoreUnavailableException)
        {
            context.Response.Headers.RetryAfter = "60";
            return ApiProblem.Of(
                StatusCodes.Status503ServiceUnavailable, "unavailable", "The portal cannot answer now",
                "The reading could not be written down, and what is not written down is not given out. Try again later.");
        }
    }

    private static IResult Elsewhere(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (HttpMethods.IsGet(context.Request.Method))
        {
            return ApiProblem.NotFound("There is nothing at this address. What there is stands in /openapi/v1.json.");
        }

        context.Response.Headers.Allow = HttpMethods.Get;
        return ApiProblem.Of(
            StatusCodes.Status405MethodNotAllowed, "method", "Method not allowed", "The API only reads: GET is the one method.");
    }
}

/// <summary>The scope that an address needs, for the description of the API.</summary>
internal sealed record ApiScopeNeeded(string Name);
