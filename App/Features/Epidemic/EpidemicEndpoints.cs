using CovidSchoolReporting.App.Identity;
using CovidSchoolReporting.Domain.Epidemic;
using CovidSchoolReporting.Domain.Imports;
using CovidSchoolReporting.Domain.Places;
using CovidSchoolReporting.Domain.Time;
using CovidSchoolReporting.Infrastructure.Imports;

namespace CovidSchoolReporting.App.Features.Epidemic;

/// <summary>The numbers of each chart as a file: sums only, nobody's name.</summary>
public static class EpidemicEndpoints
{
    public static void MapEpidemic(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet($"{EpidemicAddress.Page}/{{chart}}.csv", ExportAsync).RequireAuthorization(Policies.AgencyOperator);

    private static async Task<IResult> ExportAsync(
        string chart, HttpContext http, CurrentActor current, IEpidemicQueries queries, ChartTables tables,
        PlaceRegister places, PortalClock clock, CancellationToken cancellationToken)
    {
        if (EpidemicAddress.ChartNamed(chart) is not { } name)
        {
            return Results.NotFound();
        }

        try
        {
            var actor = await current.RequireAsync(http, cancellationToken);
            var view = EpidemicAddress.Read(http.Request.QueryString.ToString(), clock.Today, places);
            var table = tables.Of(name, await queries.ReadAsync(actor, view.Filter, cancellationToken), view);
            var rows = table.Rows.Select(row => (IReadOnlyList<string>)[.. row.Select(cell => cell.Text == ChartCell.None.Text ? "" : cell.Text)]).Prepend(table.Headings);
            var file = $"{chart}-{EpidemicPeriod.Write(view.Filter.From)}-{EpidemicPeriod.Write(view.Filter.To)}.csv";
            http.Response.Headers.CacheControl = "no-store";
            return Results.File(TableWriter.Csv(new SourceTable("", [.. rows])), TableWriter.CsvType, file);
        }
        catch (SessionEndedException)
        {
            return Results.Challenge();
        }
    }
}
