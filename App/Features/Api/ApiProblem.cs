using Microsoft.AspNetCore.Mvc;

namespace CovidSchoolReporting.App.Features.Api;

/// <summary>Why a request got no data, as a problem document (RFC 9457). In English: programs and their makers read it.</summary>
internal static class ApiProblem
{
    public const string MediaType = "application/problem+json";

    private const string TypePrefix = "urn:portale-scuola:problem:";

    /// <summary>A value of the address that cannot be used.</summary>
    /// <param name="parameter">Its name.</param>
    public static IResult BadParameter(string kind, string parameter, string detail) => Of(
        StatusCodes.Status400BadRequest, kind, "The request cannot be used", detail,
        new Dictionary<string, object?> { ["parameter"] = parameter });

    public static IResult NotFound(string detail) => Of(StatusCodes.Status404NotFound, "not-found", "Not found", detail);

    public static IResult Of(int status, string kind, string title, string detail, IDictionary<string, object?>? more = null) =>
        TypedResults.Problem(new ProblemDetails
        {
            Status = status,
            Type = TypePrefix + kind,
            Title = title,
            Detail = detail,
            Extensions = more ?? new Dictionary<string, object?>(),
        });

    /// <summary>Says that an unexpected fault ended the request; what it was stands in the log.</summary>
    public static Task WriteFailureAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        return Of(
            StatusCodes.Status500InternalServerError, "failure", "The portal failed",
            "Something went wrong in the portal. Nothing was changed; try again later.").ExecuteAsync(context);
    }
}
