using CovidSchoolReporting.App.Identity;
using CovidSchoolReporting.Infrastructure.Imports;
using CovidSchoolReporting.Infrastructure.LineLists;

namespace CovidSchoolReporting.App.Features.LineLists;

/// <summary>Gives a line list to whoever had it made.</summary>
public static class LineListEndpoints
{
    public const string Page = "/ats/esporta";

    public static string AddressOf(Guid key) => $"{Page}/{key}";

    public static void MapLineLists(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet($"{Page}/{{key:guid}}", GiveAsync).RequireAuthorization(Policies.AgencyOperator);

    private static async Task<IResult> GiveAsync(
        Guid key, HttpContext http, CurrentActor current, LineListExports exports, CancellationToken cancellationToken)
    {
        try
        {
            if (exports.Open(await current.RequireAsync(http, cancellationToken), key) is not { } found)
            {
                return Results.NotFound();
            }

            http.Response.Headers.CacheControl = "no-store";
            return Results.Stream(found.Content, found.File.Format == LineListFormat.Csv ? TableWriter.CsvType : TableWriter.XlsxType, found.File.Name);
        }
        catch (SessionEndedException)
        {
            return Results.Challenge();
        }
    }
}
