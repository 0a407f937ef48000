using System.Diagnostics;
using System.Globalization;
using CovidSchoolReporting.Benchmarks.Measuring;
using CovidSchoolReporting.Benchmarks.Stage;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Epidemic;

namespace CovidSchoolReporting.Benchmarks.Epidemic;

/// <summary>
/// The whole set of figures of the dashboard, beside plain ADO.NET that reads the same sums, and beside counting the same from the reports.
/// The first reading of a process pays for all that is made once; a process that measures one size alone shows it.
/// </summary>
internal static class EpidemicBenchmark
{
    private const int WarmUps = 3, Turns = 25;

    private static readonly Actor Ada = Actor.OfAgency(1, "Ada", Role.AgencyOperator, Territory.Milano, Territory.Lodi);
    private static readonly DateOnly Today = new(2020, 11, 25);

    public static async Task RunAsync(IReadOnlyList<int> sizes)
    {
        var table = new Table(
            "Figures of the epidemic: milliseconds of the portal, of plain ADO.NET on the same sums, and of counting the rows",
            "cases, filter", "first", "median", "nine tenths", "plain", "x", "rows", "x");
        foreach (var size in sizes)
        {
            await using var portal = await BenchmarkPortal.StartAsync();
            await EpidemicFill.RunAsync(portal, size);
            using var connection = portal.Connect();
            var queries = portal.Get<IEpidemicQueries>();
            foreach (var (name, filter) in Filters())
            {
                using var plain = new PlainEpidemic(connection, filter);
                var start = Stopwatch.GetTimestamp();
                await ReadAsync();
                var first = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
                var taken = await Contest.RunAsync(WarmUps, Turns, [ReadAsync, () => Done(plain.Sums), () => Done(plain.Rows)]);
                table.Add(
                    $"{size.ToString("N0", CultureInfo.InvariantCulture)}, {name}", Figures.Milli(first), Figures.Milli(Figures.Median(taken[0])),
                    Figures.Milli(Figures.Quantile(taken[0], 0.9)), Figures.Milli(Figures.Median(taken[1])), Figures.Times(Figures.Ratio(taken[0], taken[1])),
                    Figures.Milli(Figures.Median(taken[2])), Figures.Times(Figures.Ratio(taken[0], taken[2])));

                async Task ReadAsync()
                {
                    await queries.ReadAsync(Ada, filter, CancellationToken.None);
                    await queries.ShapesAsync(Ada, CancellationToken.None);
                }
            }
        }

        table.Print();
    }

    private static IEnumerable<(string, EpidemicFilter)> Filters() =>
    [
        ("four weeks", new EpidemicFilter(Today.AddDays(-27), Today)),
        ("all days", new EpidemicFilter(Today.AddDays(-EpidemicFill.Days), Today)),
        ("all days by swab", new EpidemicFilter(Today.AddDays(-EpidemicFill.Days), Today, EpidemicBasis.Swab)),
        ("all days, one comune, pupils", new EpidemicFilter(Today.AddDays(-EpidemicFill.Days), Today, MunicipalityCode: "F205", Role: RoleGroup.Pupils)),
    ];

    private static Task Done(Action act)
    {
        act();
        return Task.CompletedTask;
    }
}
