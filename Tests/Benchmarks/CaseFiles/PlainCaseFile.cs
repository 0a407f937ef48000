using CovidSchoolReporting.Benchmarks.Stage;
using Microsoft.Data.Sqlite;

namespace CovidSchoolReporting.Benchmarks.CaseFiles;

/// <summary>The page of one case as one would read it by hand: prepared statements on an open connection, every value read.</summary>
internal sealed class PlainCaseFile : IDisposable
{
    private const string ToReports = "JOIN ReceivedReports r ON r.CaseId = c.CaseId";

    private readonly SqliteCommand[] _sheet, _history, _decisions, _related, _matches, _thread, _supplements;

    public PlainCaseFile(SqliteConnection connection, int caseId)
    {
        CaseId = caseId;
        ReportId = (int)connection.Ask<long>($"SELECT Id FROM ReceivedReports WHERE CaseId = {caseId}");
        var (report, people) = ($"r.Id = {ReportId}", $"m.CaseId = {caseId}");
        _sheet = Prepared(
            $"SELECT * FROM ReceivedReports r WHERE {report}",
            $"SELECT c.*, p.*, i.* FROM Cases c JOIN ReportingPolicies p ON p.Id = c.PolicyId JOIN Institutes i ON i.Id = c.InstituteId WHERE c.Id = {caseId}",
            $"SELECT * FROM Contacts m WHERE {people}");
        _history = Prepared($"SELECT * FROM ReceivedReports r WHERE {report}", $"SELECT * FROM ReportEvents WHERE ReportId = {ReportId} ORDER BY Id");
        _decisions = Prepared($"SELECT * FROM ContactDecisions WHERE ReportId = {ReportId} ORDER BY Id");
        _related = Prepared(
            $"SELECT o.* FROM ReceivedReports r CROSS JOIN ReceivedReports o ON o.SiteId = r.SiteId AND o.ClassKey = r.ClassKey AND o.ReceivedDay BETWEEN date(r.ReceivedDay, '-14 days') AND date(r.ReceivedDay, '+14 days') WHERE {report} LIMIT 40",
            $"SELECT r.*, m.Id FROM Contacts m CROSS JOIN ReceivedReports r ON r.Territory IN (0, 1) AND r.FiscalCodeKey = m.FiscalCodeKey WHERE {people} LIMIT 40",
            $"SELECT r.*, m.Id FROM Contacts m CROSS JOIN ReceivedReports r ON r.Territory IN (0, 1) AND r.SurnameKey = m.SurnameKey WHERE {people} LIMIT 40",
            $"SELECT r.*, m.Id FROM Contacts m CROSS JOIN Contacts c ON c.FiscalCodeKey = m.FiscalCodeKey AND c.CaseId <> m.CaseId {ToReports} WHERE {people} LIMIT 80",
            $"SELECT r.*, m.Id FROM Contacts m CROSS JOIN Contacts c ON c.SurnameKey = m.SurnameKey AND c.CaseId <> m.CaseId {ToReports} WHERE {people} LIMIT 80",
            $"SELECT r.* FROM Cases m CROSS JOIN Contacts c ON c.FiscalCodeKey = m.FiscalCodeKey {ToReports} WHERE m.Id = {caseId} LIMIT 80",
            $"SELECT r.* FROM Cases m CROSS JOIN Contacts c ON c.SurnameKey = m.SurnameKey {ToReports} WHERE m.Id = {caseId} LIMIT 80");
        _matches = Prepared($"SELECT * FROM MatchProposals m JOIN ReceivedReports o ON o.Id = m.OlderReportId JOIN ReceivedReports n ON n.Id = m.NewerReportId WHERE m.OlderReportId = {ReportId} OR m.NewerReportId = {ReportId}");
        _thread = Prepared(
            $"SELECT c.InstituteId, c.ReferentName, c.ReferentPhone, EXISTS (SELECT 1 FROM PortalUsers u WHERE u.InstituteId = c.InstituteId AND u.DisabledAt IS NULL) FROM Cases c WHERE c.Id = {caseId}",
            $"SELECT * FROM Conversations WHERE CaseId = {caseId}");
        _supplements = Prepared($"SELECT * FROM Supplements WHERE CaseId = {caseId} ORDER BY Number");

        SqliteCommand[] Prepared(params string[] statements) => [.. statements.Select(sql => connection.Prepared(sql))];
    }

    public int CaseId { get; }

    public int ReportId { get; }

    public void Sheet() => Drain(_sheet);

    public void History() => Drain(_history);

    public void Decisions() => Drain(_decisions);

    public void Related() => Drain(_related);

    public void Matches() => Drain(_matches);

    public void Thread() => Drain(_thread);

    public void Supplements() => Drain(_supplements);

    public void Dispose()
    {
        foreach (var command in (SqliteCommand[])[.. _sheet, .. _history, .. _decisions, .. _related, .. _matches, .. _thread, .. _supplements])
        {
            command.Dispose();
        }
    }

    private static void Drain(SqliteCommand[] commands)
    {
        foreach (var command in commands)
        {
            command.Drain();
        }
    }
}
