using CovidSchoolReporting.App.Identity;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Imports;
using CovidSchoolReporting.Domain.Rosters;
using CovidSchoolReporting.Infrastructure.Imports;

namespace CovidSchoolReporting.App.Features.Imports;

/// <summary>Lists as files: the template to fill in, and the contacts of a case. Both can be loaded again as they are.</summary>
public static class ImportEndpoints
{
    /// <summary>The template, without its ending.</summary>
    public const string TemplatePath = "/modelli/contatti";

    /// <summary>The template of the classes of a school, without its ending.</summary>
    public const string ClassesTemplatePath = "/modelli/classi";

    private const string Formats = "{format:regex(^(csv|xlsx)$)}";

    /// <summary>The address of a case's contacts as a file.</summary>
    /// <param name="format">csv or xlsx.</param>
    public static string ExportAddress(int caseId, string format) => $"/casi/{caseId}/contatti/esporta.{format}";

    public static void MapImports(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet($"{TemplatePath}.{Formats}", (string format, HttpContext http) =>
                File(http, ContactTable.Template, "modello-contatti", format))
            .RequireAuthorization(Policies.School);
        endpoints.MapGet($"{ClassesTemplatePath}.{Formats}", (string format, HttpContext http) =>
                File(http, RosterTable.Template, "modello-classi", format))
            .RequireAuthorization(Policies.School);
        endpoints.MapGet($"/casi/{{id:int}}/contatti/esporta.{Formats}", ExportAsync).RequireAuthorization(Policies.School);
    }

    private static async Task<IResult> ExportAsync(
        int id, string format, HttpContext http, CurrentActor current, ICaseQueries cases,
        CancellationToken cancellationToken)
    {
        try
        {
            var actor = await current.RequireAsync(http, cancellationToken);
            return await cases.ExportContactsAsync(actor, id, cancellationToken) is { } contacts
                ? File(http, ContactTable.Of(contacts), $"contatti-caso-{id}", format)
                : Results.NotFound();
        }
        catch (SessionEndedException)
        {
            return Results.Challenge();
        }
    }

    private static IResult File(HttpContext http, SourceTable table, string name, string format)
    {
        http.Response.Headers.CacheControl = "no-store";
        return format == "csv"
            ? Results.File(TableWriter.Csv(table), TableWriter.CsvType, $"{name}.csv")
            : Results.File(TableWriter.Xlsx(table), TableWriter.XlsxType, $"{name}.xlsx");
    }
}
