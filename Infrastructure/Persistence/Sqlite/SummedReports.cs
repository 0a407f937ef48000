using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Persistence.Sqlite;

/// <summary>
/// Keeps the sums of the epidemic in the commit that registers a report or moves it on, whoever writes: triggers see the portal's own
/// commands and a bulk load alike. They are made anew at every start, because SQLite drops them when a migration rebuilds the table.
/// A report that is removed later stays in the sums: they hold no person, and the epidemic was what it was.
/// </summary>
internal static class SummedReports
{
    // The values are those of EpidemicBasis, RoleGroup and DelayStep.
    private const int LastDayToReport = 0, SwabToReport = 1, ReportToCharge = 2, ChargeToMeasures = 3;

    private static readonly (int Value, string Day)[] Bases = [(0, "ReceivedDay"), (1, "PositiveSwabDate"), (2, "SymptomOnset")];

    public static async Task KeepAsync(PortalDbContext context, CancellationToken cancellationToken)
    {
        string[] statements =
        [
            Trigger("SummedNew", "AFTER INSERT", "", [.. Cases("NEW", ""), .. Delays("NEW", "")]),
            Trigger("SummedCharge", "AFTER UPDATE OF \"TakenInChargeAt\"", "WHEN OLD.\"TakenInChargeAt\" IS NULL", [Charge("NEW", "")]),
            Trigger("SummedMeasures", "AFTER UPDATE OF \"MeasuresIssuedAt\"", "WHEN OLD.\"MeasuresIssuedAt\" IS NULL", [Measures("NEW", "")]),
        ];
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        foreach (var statement in statements)
        {
            await context.Database.ExecuteSqlRawAsync(statement, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Sums the reports that came before there were sums. Does nothing when there are any.</summary>
    /// <returns>Whether it summed.</returns>
    public static async Task<bool> CatchUpAsync(PortalDbContext context, CancellationToken cancellationToken)
    {
        const string Due =
            """
            SELECT COUNT(*) AS "Value" WHERE NOT EXISTS (SELECT 1 FROM "DayFigures") AND EXISTS (SELECT 1 FROM "ReceivedReports")
            """;
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        if (await context.Database.SqlQueryRaw<int>(Due).SingleAsync(cancellationToken) == 0)
        {
            return false;
        }

        const string All = "FROM \"ReceivedReports\" AS r";
        foreach (var statement in (string[])[.. Cases("r", All), .. Delays("r", All)])
        {
            await context.Database.ExecuteSqlRawAsync(statement, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private static string Trigger(string name, string when, string condition, string[] body) =>
        $"""
        DROP TRIGGER IF EXISTS "ReceivedReports_{name}";
        CREATE TRIGGER "ReceivedReports_{name}" {when} ON "ReceivedReports" {condition} BEGIN {string.Join(' ', body)} END;
        """;

    private static IEnumerable<string> Cases(string row, string from)
    {
        foreach (var (basis, day) in Bases)
        {
            var known = $"{row}.\"{day}\" IS NOT NULL";
            (string, string)[] common =
            [
                ("Basis", $"{basis}"), ("Territory", $"{row}.\"Territory\""), ("Day", $"{row}.\"{day}\""),
                ("SchoolType", $"{row}.\"SchoolType\""), ("Role", Group(row)),
            ];
            var place = ("MunicipalityCode", $"{row}.\"SiteMunicipalityCode\"");
            (string, string)[] sums = [("Cases", "1"), ("Contacts", $"{row}.\"ContactCount\"")];
            yield return Add("DayFigures", common, sums, from, known);
            yield return Add("PlaceFigures", [.. common, place], sums, from, known);
            yield return Add(
                "ClassFigures",
                [.. common, place, ("SiteId", $"{row}.\"SiteId\""), ("ClassKey", $"{row}.\"ClassKey\"")],
                sums, from, $"{known} AND {row}.\"SiteId\" IS NOT NULL");
        }
    }

    private static IEnumerable<string> Delays(string row, string from) =>
    [
        Delay(row, from, LastDayToReport, Days(row, "LastDayAttended"), $"{row}.\"LastDayAttended\""),
        Delay(row, from, SwabToReport, Days(row, "PositiveSwabDate"), $"{row}.\"PositiveSwabDate\""),
        Charge(row, from),
        Measures(row, from),
    ];

    private static string Charge(string row, string from) =>
        Delay(row, from, ReportToCharge, Hours(row, "ReceivedAt", "TakenInChargeAt"), $"{row}.\"TakenInChargeAt\"");

    private static string Measures(string row, string from) =>
        Delay(row, from, ChargeToMeasures, Hours(row, "TakenInChargeAt", "MeasuresIssuedAt"), $"{row}.\"MeasuresIssuedAt\"");

    private static string Delay(string row, string from, int step, string length, string known) => Add(
        "DelayFigures",
        [
            ("Territory", $"{row}.\"Territory\""), ("Step", $"{step}"), ("Length", length), ("Day", $"{row}.\"ReceivedDay\""),
            ("SchoolType", $"{row}.\"SchoolType\""), ("Role", Group(row)), ("MunicipalityCode", $"{row}.\"SiteMunicipalityCode\""),
        ],
        [("Reports", "1")],
        from,
        $"{known} IS NOT NULL AND {length} IS NOT NULL");

    // As RoleGroups.Of: pupils, the three roles that teach, all others.
    private static string Group(string row) => $"CASE WHEN {row}.\"Role\" = 0 THEN 0 WHEN {row}.\"Role\" <= 3 THEN 1 ELSE 2 END";

    /// <summary>Whole days from a day to the report. A swab may be known only after it: no time at all.</summary>
    private static string Days(string row, string day) =>
        $"MAX(0, CAST(julianday({row}.\"ReceivedDay\") - julianday({row}.\"{day}\") AS INTEGER))";

    private static string Hours(string row, string from, string to) => $"MAX(0, (unixepoch({row}.\"{to}\") - unixepoch({row}.\"{from}\")) / 3600)";

    private static string Add(string table, (string Name, string Value)[] key, (string Name, string Value)[] sums, string from, string condition)
    {
        var columns = key.Concat(sums).ToList();
        return $"""
            INSERT INTO "{table}" ({string.Join(", ", columns.Select(c => $"\"{c.Name}\""))})
            SELECT {string.Join(", ", columns.Select(c => c.Value))} {from} WHERE {condition}
            ON CONFLICT ({string.Join(", ", key.Select(c => $"\"{c.Name}\""))})
            DO UPDATE SET {string.Join(", ", sums.Select(c => $"\"{c.Name}\" = \"{c.Name}\" + excluded.\"{c.Name}\""))};
            """;
    }
}
