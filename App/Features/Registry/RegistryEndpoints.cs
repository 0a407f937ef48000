using System.Globalization;
using CovidSchoolReporting.App.Identity;
using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Imports;
using CovidSchoolReporting.Infrastructure.Audit;
using CovidSchoolReporting.Infrastructure.Imports;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Registry;

/// <summary>The entries of the audit as a file, for the answer to the person who asks.</summary>
public static class RegistryEndpoints
{
    public static void MapRegistry(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(RegistryAddress.Export, ExportAsync).RequireAuthorization(Policies.AgencyAdministrator);

    private static async Task<IResult> ExportAsync(
        HttpContext http, CurrentActor current, AuditDesk desk, IStringLocalizer<RegistryTexts> text, CancellationToken cancellationToken)
    {
        try
        {
            var actor = await current.RequireAsync(http, cancellationToken);
            var request = RegistryAddress.Read(http.Request.QueryString.Value ?? "");
            if (await desk.ExportAsync(actor, request, cancellationToken) is not { } file)
            {
                return Results.NotFound();
            }

            string[] head =
                [text["ColumnAt"], text["ColumnWho"], text["ColumnWhat"], text["ColumnRecord"], text["ColumnPeople"], text["ColumnScreen"], text["ColumnDetail"]];
            var table = new SourceTable(text["Title"], [head, .. file.Rows.Select(row => Cells(row, text)), .. Cut(file, text)]);
            http.Response.Headers.CacheControl = "no-store";
            return Results.File(TableWriter.Csv(table), TableWriter.CsvType, "registro.csv");
        }
        catch (SessionEndedException)
        {
            return Results.Challenge();
        }
    }

    /// <summary>Who sends the file on as an answer must see that it is not the whole of it.</summary>
    private static string[][] Cut(AuditFile file, IStringLocalizer<RegistryTexts> text) =>
        file.HasMore ? [[text["ExportCut", AuditDesk.MostExported]]] : [];

    private static string[] Cells(AuditRow row, IStringLocalizer<RegistryTexts> text) =>
    [
        DayText.OfInstant(row.At), RegistryWords.WhoOf(row, text), text.Of(row.Action), RegistryWords.RecordOf(row, text),
        row.PersonCount.ToString(CultureInfo.InvariantCulture), row.Screen ?? "", row.Details ?? "",
    ];
}
