using System.Globalization;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Cases;
using Microsoft.Data.Sqlite;

namespace CovidSchoolReporting.Benchmarks.Stage;

/// <summary>
/// A portal with a given number of cases: one school has half of them, two hundred others share the rest; six of seven are
/// closed and received by the agency, a fifth of those by its territory of Lodi. Of forty received one waits, one is taken in charge, one has
/// its measures, and the others are concluded.
/// </summary>
internal sealed class FilledDatabase : IAsyncDisposable
{
    private const int OtherSchools = 200;

    /// <summary>The comune of a third of the reports; sixty others share the rest.</summary>
    public const string BigMunicipality = "F205";

    private FilledDatabase(int cases, BenchmarkPortal portal, Actor school)
    {
        Cases = cases;
        Portal = portal;
        School = school;
        Plain = portal.Connect();
    }

    public int Cases { get; }

    public BenchmarkPortal Portal { get; }

    public Actor School { get; }

    public SqliteConnection Plain { get; }

    public static async Task<FilledDatabase> CreateAsync(int cases)
    {
        var portal = await BenchmarkPortal.StartAsync();
        var school = await portal.AddSchoolAsync("Calvino");
        var template = await portal.ReportAsync(school, "Calvino");
        var outcome = await portal.Reporting.CloseAndSendAsync(school, template, "Assente da giorni", CancellationToken.None);
        if (outcome is not CloseOutcome.Closed)
        {
            throw new InvalidOperationException($"The case was not closed: {outcome}");
        }

        for (var i = 1; i <= OtherSchools; i++)
        {
            await portal.AddSchoolAsync(i.ToString(CultureInfo.InvariantCulture));
        }

        var filled = new FilledDatabase(cases, portal, school);
        filled.Fill(template);
        return filled;
    }

    public async ValueTask DisposeAsync()
    {
        await Plain.DisposeAsync();
        await Portal.DisposeAsync();
    }

    /// <summary>Copies the case that the portal itself wrote, so that every column holds what the portal puts there.</summary>
    private void Fill(int template)
    {
        using var load = Portal.Connect();
        load.Run("PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -500000; PRAGMA temp_store = MEMORY");
        var indexes = load.Texts("SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ('Cases', 'ReceivedReports')");
        foreach (var name in load.Texts("SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ('Cases', 'ReceivedReports')"))
        {
            load.Run($"DROP INDEX \"{name}\"");
        }

        NamePeople(load, "Surnames", Names.Surnames);
        NamePeople(load, "GivenNames", Names.GivenNames);
        var copied = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Id"] = "n.i",
            ["InstituteId"] = $"CASE WHEN n.i % 2 = 0 THEN t.InstituteId ELSE t.InstituteId + 1 + n.i % {OtherSchools} END",
            ["RequestKey"] = "printf('%08X-0000-4000-8000-000000000000', n.i)",
            ["Surname"] = "s.Text",
            ["Name"] = "g.Text",
            ["SurnameKey"] = "upper(s.Text) || ' ' || upper(g.Text)",
            ["NameKey"] = "upper(g.Text) || ' ' || upper(s.Text)",
            ["FiscalCode"] = "printf('%016d', n.i)",
            ["FiscalCodeKey"] = "printf('%016d', n.i)",
            ["LastDayAttended"] = "date('2020-09-14', '+' || (n.i * 31 % 70) || ' days')",
            ["Status"] = "n.i % 7 <> 0",
            ["ProtocolNumber"] = "CASE WHEN n.i % 7 <> 0 THEN '2020/' || printf('%07d', n.i) END",
        };
        var columns = load.Texts("SELECT name FROM pragma_table_info('Cases')");
        load.Run($"""
            BEGIN;
            WITH RECURSIVE n(i) AS (SELECT {template + 1} UNION ALL SELECT i + 1 FROM n WHERE i < {Cases})
            INSERT INTO Cases ({string.Join(", ", columns)})
            SELECT {string.Join(", ", columns.Select(column => copied.GetValueOrDefault(column, $"t.{column}")))}
            FROM n
            JOIN Cases t ON t.Id = {template}
            JOIN temp.Surnames s ON s.Id = n.i * 40503 % {Names.Surnames.Count}
            JOIN temp.GivenNames g ON g.Id = (n.i * 7919 + n.i / {Names.Surnames.Count}) % {Names.GivenNames.Count};
            INSERT INTO ReceivedReports (DeliveryKey, CaseId, ProtocolNumber, ReceivedAt, ReceivedDay, Territory, InstituteId, SiteId, SchoolName,
                SiteMunicipalityCode, SchoolType, ClassName, Section, ClassKey, Role, LastDayAttended, BirthDate, Missing,
                Surname, Name, SurnameKey, NameKey, FiscalCodeKey, ContactCount, State, AssignedTo, AssignedToName, AssignedAt,
                TakenInChargeBy, TakenInChargeByName, TakenInChargeAt, Version)
            SELECT RequestKey, Id, '2020/' || printf('%07d', Id), At, date(At), Id % 5 = 0, InstituteId, 1 + Id * 7 % {OtherSchools}, 'Plesso ' || (Id * 7 % {OtherSchools}),
                CASE WHEN Id % 3 = 0 THEN '{BigMunicipality}' ELSE printf('M%03d', Id % 61) END, Id % 6, 1 + Id % 5, char(65 + Id % 8),
                (1 + Id % 5) || ' ' || char(65 + Id % 8), Role, LastDayAttended, BirthDate, CASE WHEN Id % 997 = 0 THEN 1 ELSE 0 END | CASE WHEN Id % 2 = 0 THEN 2 ELSE 0 END,
                Surname, Name, SurnameKey, NameKey, FiscalCodeKey, ContactCount, Work, CASE WHEN Work > 0 THEN 1 + Id % 40 END, CASE WHEN Work > 0 THEN 'Ada' END, CASE WHEN Work > 0 THEN At END,
                CASE WHEN Work > 0 THEN 1 END, CASE WHEN Work > 0 THEN 'Ada' END, CASE WHEN Work > 0 THEN At END, 0
            FROM (SELECT *, datetime('2020-10-29 07:00:00', '+' || (Id * 3400000 / {Cases}) || ' seconds') AS At, min(Id % 40, 3) AS Work FROM Cases)
            WHERE Status = 1 ORDER BY Id;
            COMMIT
            """);
        foreach (var index in indexes)
        {
            load.Run(index);
        }

        load.Run("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private static void NamePeople(SqliteConnection load, string table, IReadOnlyList<string> names)
    {
        load.Run($"CREATE TEMP TABLE {table} (Id INTEGER PRIMARY KEY, Text TEXT NOT NULL); BEGIN");
        using var insert = load.Prepared($"INSERT INTO temp.{table} VALUES (@id, @text)", "@id", "@text");
        for (var i = 0; i < names.Count; i++)
        {
            insert.Set("@id", i);
            insert.Set("@text", names[i]);
            insert.ExecuteNonQuery();
        }

        load.Run("COMMIT");
    }
}
