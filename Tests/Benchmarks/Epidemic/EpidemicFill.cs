using CovidSchoolReporting.Benchmarks.Stage;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Places;

namespace CovidSchoolReporting.Benchmarks.Epidemic;

/// <summary>
/// Reports for the dashboard, spread over the comuni of both provinces, 2,000 plessi of ten classes and 75 days. A third of them nobody has
/// taken in charge, which is far more than ever wait; of another third the measures are out.
/// </summary>
internal static class EpidemicFill
{
    public const int Days = 75;

    private const int Sites = 2000;

    /// <summary>Letters of the shape of a comune: as many as a map of the two provinces needs.</summary>
    private const int ShapeLength = 2500;

    public static async Task RunAsync(BenchmarkPortal portal, int size)
    {
        await portal.AddQuietSitesAsync(Sites);
        var comuni = portal.Get<PlaceRegister>().Municipalities.Where(place => place.Territory is not null).ToList();
        using (var load = portal.Connect())
        {
            load.Run("PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -500000");

            // The next start makes the trigger anew, sums what is there and finds its clusters, as after an update from a release without sums.
            load.Run("DROP TRIGGER ReceivedReports_SummedNew");
            Names.Load(load);
            var values = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["DeliveryKey"] = "printf('%08X-0000-4000-8000-000000000000', n.i)",
                ["CaseId"] = "n.i",
                ["ProtocolNumber"] = "'2020/' || printf('%07d', n.i)",
                ["ReceivedAt"] = "n.At",
                ["ReceivedDay"] = "date(n.At)",
                ["LastDayAttended"] = "date(n.At, '-' || (n.i % 8) || ' days')",
                ["BirthDate"] = "date('2004-01-01', '+' || (n.i * 31 % 4000) || ' days')",
                ["Surname"] = "p.Text",
                ["Name"] = "g.Text",
                ["SurnameKey"] = "upper(p.Text) || ' ' || upper(g.Text)",
                ["NameKey"] = "upper(g.Text) || ' ' || upper(p.Text)",
                ["Territory"] = "s.MunicipalityCode IN (SELECT Code FROM temp.Lodi)",
                ["SiteMunicipalityCode"] = "s.MunicipalityCode",
                ["SchoolType"] = "n.i * 7919 % 6",
                ["Role"] = "CASE n.i % 9 WHEN 0 THEN 1 WHEN 1 THEN 4 ELSE 0 END",
                ["ClassKey"] = "(n.i / 3 % 5 + 1) || ' ' || CASE n.i / 7 % 2 WHEN 0 THEN 'A' ELSE 'B' END",
                ["SchoolName"] = "s.Name",
                ["ContactCount"] = "n.i % 21",
                ["State"] = "n.i % 3",
                ["UpdatedAt"] = "n.At",
                ["InstituteId"] = "s.InstituteId",
                ["ClassName"] = "''",
                ["Section"] = "''",
            };
            load.Run("CREATE TEMP TABLE Lodi (Code TEXT PRIMARY KEY)");
            load.Run($"INSERT INTO temp.Lodi VALUES {string.Join(", ", comuni.Where(place => place.Territory == Territory.Lodi).Select(place => $"('{place.Code}')"))}");
            load.Run($"""
                BEGIN;
                WITH RECURSIVE i(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM i WHERE i < {size}),
                    n(i, At) AS (SELECT i, datetime('2020-09-11 07:00:00', '+' || (i * {Days} / {size}) || ' days', '+' || (i % 36000) || ' seconds') FROM i)
                INSERT INTO ReceivedReports ({string.Join(", ", values.Keys)}, Missing, Version, SiteId, PositiveSwabDate, TakenInChargeAt, MeasuresIssuedAt)
                SELECT {string.Join(", ", values.Values)}, 0, 0, s.Id, date(n.At, '-' || (n.i % 4) || ' days'),
                    CASE WHEN n.i % 3 > 0 THEN datetime(n.At, '+' || (n.i % 50) || ' hours') END,
                    CASE WHEN n.i % 3 > 1 THEN datetime(n.At, '+' || (n.i % 50 + n.i % 70) || ' hours') END
                FROM n
                JOIN SchoolSites s ON s.Id = 1 + n.i * 7919 % {Sites}
                JOIN temp.Surnames p ON p.Id = n.i * 40503 % {Names.Surnames.Count}
                JOIN temp.GivenNames g ON g.Id = (n.i * 7919 + n.i / {Names.Surnames.Count}) % {Names.GivenNames.Count};
                INSERT INTO OfficialFigures (Territory, Day, Cases)
                SELECT t.column1, d.Day, 100 FROM (VALUES (0), (1)) t CROSS JOIN (SELECT DISTINCT ReceivedDay AS Day FROM ReceivedReports) d;
                COMMIT
                """);
            load.Run($"INSERT INTO MunicipalityShapes (Code, Territory, Path) VALUES {string.Join(", ", comuni.Select(place => $"('{place.Code}', {(int)place.Territory!}, hex(zeroblob({ShapeLength / 2})))"))}");
        }

        await portal.PrepareAgainAsync();
        using var written = portal.Connect();
        written.Run("PRAGMA wal_checkpoint(TRUNCATE)");
    }
}
