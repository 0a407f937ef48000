using System.Globalization;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Cases;
using Microsoft.Data.Sqlite;

namespace CovidSchoolReporting.Benchmarks.Stage;

/// <summary>
/// A portal with a given number of cases: one school has half of them, two hundred others share the rest; six of seven are
/// closed and received by the agency, a fifth of those by its territory of Lodi. Of forty received one waits, one is taken in charge, one has
/// its measures, and the others are concluded. Up to 100,000 cases each has ten contacts, which are decided where the measures are out, and one
/// case has sixty; a million cases have none, because no list reads them.
/// </summary>
internal sealed class FilledDatabase : IAsyncDisposable
{
    private const int OtherSchools = 200;

    /// <summary>Plessi that report nothing, as many as the two provinces have: a search for a plesso reads them all.</summary>
    private const int QuietSites = 3000;

    private const int MostWithContacts = 100_000;

    private static readonly string Tables = "('Cases', 'ReceivedReports', 'Contacts')";

    /// <summary>The comune of a third of the reports; sixty others share the rest.</summary>
    public const string BigMunicipality = "F205";

    private FilledDatabase(int cases, BenchmarkPortal portal, Actor school)
    {
        Cases = cases;
        Portal = portal;
        School = school;
        Plain = portal.Connect();

        // Closed, and with its measures out.
        LargeCase = Enumerable.Range(Math.Max(2, cases / 2), cases).First(id => id % 7 != 0 && id % 40 > 2);
    }

    public int Cases { get; }

    /// <summary>Id of the case with sixty contacts, fifty of whom are contacts of other cases too.</summary>
    public int LargeCase { get; }

    public bool HasContacts => Cases <= MostWithContacts;

    public BenchmarkPortal Portal { get; }

    public Actor School { get; }

    public SqliteConnection Plain { get; }

    public static async Task<FilledDatabase> CreateAsync(int cases)
    {
        var portal = await BenchmarkPortal.StartAsync();
        var school = await portal.AddSchoolAsync("Calvino");
        var template = await portal.ReportAsync(school, "Calvino");
        var contact = await portal.Reporting.SaveContactAsync(school, template, BenchmarkPortal.Contact(0), CancellationToken.None);
        if (contact is not SaveOutcome.Saved)
        {
            throw new InvalidOperationException($"The contact was not saved: {contact}");
        }

        var outcome = await portal.Reporting.CloseAndSendAsync(school, template, null, CancellationToken.None);
        if (outcome is not CloseOutcome.Closed)
        {
            throw new InvalidOperationException($"The case was not closed: {outcome}");
        }

        for (var i = 1; i <= OtherSchools; i++)
        {
            await portal.AddSchoolAsync(i.ToString(CultureInfo.InvariantCulture));
        }

        await portal.AddQuietSitesAsync(QuietSites);
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
        var indexes = load.Texts($"SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN {Tables}");
        foreach (var name in load.Texts($"SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN {Tables}"))
        {
            load.Run($"DROP INDEX \"{name}\"");
        }

        Names.Load(load);
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
            ["ContactCount"] = HasContacts ? FilledContacts.CountOf("n.i", LargeCase) : "0",
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
                TakenInChargeBy, TakenInChargeByName, TakenInChargeAt, DecidedCount, Version)
            SELECT RequestKey, Id, '2020/' || printf('%07d', Id), At, date(At), Id % 5 = 0, InstituteId, 1 + Id * 7 % {OtherSchools}, 'Plesso ' || (Id * 7 % {OtherSchools}),
                CASE WHEN Id % 3 = 0 THEN '{BigMunicipality}' ELSE printf('M%03d', Id % 61) END, Id % 6, 1 + Id % 5, char(65 + Id % 8),
                (1 + Id % 5) || ' ' || char(65 + Id % 8), Role, LastDayAttended, BirthDate, CASE WHEN Id % 997 = 0 THEN 1 ELSE 0 END | CASE WHEN Id % 2 = 0 THEN 2 ELSE 0 END,
                Surname, Name, SurnameKey, NameKey, FiscalCodeKey, ContactCount, Work, CASE WHEN Work > 0 THEN 1 + Id % 40 END, CASE WHEN Work > 0 THEN 'Ada' END, CASE WHEN Work > 0 THEN At END,
                CASE WHEN Work > 0 THEN 1 END, CASE WHEN Work > 0 THEN 'Ada' END, CASE WHEN Work > 0 THEN At END, CASE WHEN Work > 1 THEN ContactCount ELSE 0 END, 0
            FROM (SELECT *, datetime('2020-10-29 07:00:00', '+' || (Id * 3400000 / {Cases}) || ' seconds') AS At, min(Id % 40, 3) AS Work FROM Cases)
            WHERE Status = 1 ORDER BY Id;
            COMMIT
            """);
        if (HasContacts)
        {
            FilledContacts.Add(load, template, LargeCase);
        }

        foreach (var index in indexes)
        {
            load.Run(index);
        }

        FilledContacts.Decide(load);
        load.Run("PRAGMA wal_checkpoint(TRUNCATE)");
    }
}
