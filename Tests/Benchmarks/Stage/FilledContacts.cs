using Microsoft.Data.Sqlite;

namespace CovidSchoolReporting.Benchmarks.Stage;

/// <summary>The contacts of the cases of a <see cref="FilledDatabase"/>, and what was decided and noted about them.</summary>
internal static class FilledContacts
{
    private const int OfCase = 10, OfLargeCase = 60;

    /// <summary>How many contacts a case has, in SQL.</summary>
    public static string CountOf(string caseId, int largeCase) => $"CASE WHEN {caseId} = {largeCase} THEN {OfLargeCase} ELSE {OfCase} END";

    /// <summary>Copies the contact that the portal itself wrote. Those of the large case beyond the tenth are the people of the next ones.</summary>
    /// <param name="template">The case of that contact.</param>
    public static void Add(SqliteConnection load, int template, int largeCase)
    {
        var copied = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Id"] = "NULL",
            ["CaseId"] = "n.CaseId",
            ["InstituteId"] = "n.InstituteId",
            ["RequestKey"] = "printf('%08X-%04X-4000-8000-000000000000', n.CaseId, n.k)",
            ["Surname"] = "s.Text",
            ["Name"] = "g.Text",
            ["SurnameKey"] = "upper(s.Text) || ' ' || upper(g.Text)",
            ["FiscalCode"] = "printf('C%015d', n.i)",
            ["FiscalCodeKey"] = "printf('C%015d', n.i)",
            ["BirthDate"] = "date('2006-01-01', '+' || (n.i % 3000) || ' days')",
        };
        var columns = load.Texts("SELECT name FROM pragma_table_info('Contacts')");
        load.Run($"""
            BEGIN;
            WITH RECURSIVE k(k) AS (SELECT 0 UNION ALL SELECT k + 1 FROM k WHERE k < {OfLargeCase - 1}),
                n(CaseId, InstituteId, k, i) AS (
                    SELECT c.Id, c.InstituteId, k.k, c.Id * {OfCase} + k.k FROM Cases c CROSS JOIN k
                    WHERE c.Id <> {template} AND k.k < {CountOf("c.Id", largeCase)})
            INSERT INTO Contacts ({string.Join(", ", columns)})
            SELECT {string.Join(", ", columns.Select(column => copied.GetValueOrDefault(column, $"t.{column}")))}
            FROM n
            JOIN Contacts t ON t.CaseId = {template}
            JOIN temp.Surnames s ON s.Id = n.i * 40503 % {Names.Surnames.Count}
            JOIN temp.GivenNames g ON g.Id = (n.i * 7919 + n.i / {Names.Surnames.Count}) % {Names.GivenNames.Count};
            COMMIT
            """);
    }

    /// <summary>Every contact of a report whose measures are out is decided; the steps stand in the history.</summary>
    public static void Decide(SqliteConnection load) => load.Run("""
        BEGIN;
        INSERT INTO ContactDecisions (ReportId, ContactId, Version, IsCurrent, Status, DecidedBy, DecidedByName, DecidedAt)
        SELECT r.Id, c.Id, 1, 1, CASE c.Id % 7 WHEN 0 THEN 'LowRisk' WHEN 1 THEN 'NotContact' ELSE 'Close' END, 1, 'Ada', r.ReceivedAt
        FROM ReceivedReports r CROSS JOIN Contacts c ON c.CaseId = r.CaseId WHERE r.State > 1;
        INSERT INTO ReportEvents (ReportId, At, UserId, UserName, Kind)
        SELECT r.Id, r.ReceivedAt, 1, 'Ada', e.column2
        FROM ReceivedReports r CROSS JOIN (VALUES (0, 'Received'), (1, 'TakenInCharge'), (2, 'ContactsDecided'), (2, 'MeasuresIssued'), (3, 'Concluded')) e
        WHERE r.State >= e.column1;
        COMMIT
        """);
}
