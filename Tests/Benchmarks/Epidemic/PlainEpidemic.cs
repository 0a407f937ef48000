using CovidSchoolReporting.Benchmarks.Stage;
using CovidSchoolReporting.Domain.Epidemic;
using Microsoft.Data.Sqlite;

namespace CovidSchoolReporting.Benchmarks.Epidemic;

/// <summary>What the dashboard shows, as one would ask for it by hand: from the sums, and from the reports.</summary>
internal sealed class PlainEpidemic : IDisposable
{
    private const string Territories = "Territory IN (0, 1)";

    private readonly List<SqliteCommand> _sums, _rows;

    public PlainEpidemic(SqliteConnection connection, EpidemicFilter filter)
    {
        var (from, to) = (EpidemicPeriod.Write(filter.From), EpidemicPeriod.Write(filter.To));
        var before = EpidemicPeriod.Write(filter.FromBefore);
        var comune = filter.MunicipalityCode is { } code ? $" AND MunicipalityCode = '{code}'" : "";
        var role = filter.Role is { } only ? $" AND Role = {(int)only}" : "";
        var sums = $"Basis = {(int)filter.Basis} AND {Territories} AND Day BETWEEN '{from}' AND '{to}'{comune}{role}";
        var days = comune.Length > 0 ? "PlaceFigures" : "DayFigures";
        _sums = Prepared(
            $"SELECT Day, SchoolType, Role, SUM(Cases), SUM(Contacts) FROM {days} WHERE {sums.Replace(from, before, StringComparison.Ordinal)} GROUP BY 1, 2, 3",
            $"SELECT MunicipalityCode, SUM(Cases), SUM(Contacts) FROM PlaceFigures WHERE {sums} GROUP BY 1",
            "SELECT MunicipalityCode, SUM(Pupils) FROM SchoolSites WHERE ClosedOn IS NULL AND Pupils IS NOT NULL GROUP BY 1",
            $"SELECT SiteId, SUM(Cases) AS n, SUM(Contacts) FROM ClassFigures WHERE {sums} GROUP BY Territory, 1 ORDER BY n DESC LIMIT 10",
            $"SELECT SiteId, ClassKey, SUM(Cases) AS n, SUM(Contacts) FROM ClassFigures WHERE {sums} GROUP BY Territory, 1, 2 HAVING n > 1 ORDER BY n DESC LIMIT 10",
            $"SELECT Step, Length, SUM(Reports) FROM DelayFigures WHERE {Territories} AND Day BETWEEN '{from}' AND '{to}'{comune}{role} GROUP BY 1, 2",
            $"SELECT ReceivedDay, COUNT(*) FROM ReceivedReports WHERE State = 0 AND {Territories}{comune.Replace("Mun", "SiteMun", StringComparison.Ordinal)}{role} GROUP BY 1",
            $"SELECT COUNT(*) FROM Clusters WHERE {Territories} AND State IN (0, 1){comune.Replace("Mun", "SiteMun", StringComparison.Ordinal)}",
            $"SELECT Day, SUM(Cases) FROM OfficialFigures WHERE {Territories} AND Day BETWEEN '{from}' AND '{to}' GROUP BY 1",
            $"SELECT Code, Path FROM MunicipalityShapes WHERE {Territories}");

        var day = filter.Basis == EpidemicBasis.Swab ? "PositiveSwabDate" : "ReceivedDay";
        var of = $"""
            FROM ReceivedReports WHERE {Territories} AND {day} BETWEEN '{from}' AND '{to}'{comune.Replace("Mun", "SiteMun", StringComparison.Ordinal)}{role}
            """;
        _rows = Prepared(
            $"SELECT {day}, SchoolType, Role, COUNT(*), SUM(ContactCount) {of} GROUP BY 1, 2, 3",
            $"SELECT SiteMunicipalityCode, COUNT(*), SUM(ContactCount) {of} GROUP BY 1",
            $"SELECT SiteId, COUNT(*) AS n, SUM(ContactCount) {of} GROUP BY 1 ORDER BY n DESC LIMIT 10",
            $"SELECT SiteId, ClassKey, COUNT(*) AS n {of} GROUP BY 1, 2 HAVING n > 1 ORDER BY n DESC LIMIT 10",
            $"SELECT julianday(ReceivedDay) - julianday(LastDayAttended), COUNT(*) {of} GROUP BY 1",
            $"SELECT (unixepoch(TakenInChargeAt) - unixepoch(ReceivedAt)) / 3600, COUNT(*) {of} AND TakenInChargeAt IS NOT NULL GROUP BY 1",
            $"SELECT (unixepoch(MeasuresIssuedAt) - unixepoch(TakenInChargeAt)) / 3600, COUNT(*) {of} AND MeasuresIssuedAt IS NOT NULL GROUP BY 1",
            $"SELECT ReceivedDay, COUNT(*) FROM ReceivedReports WHERE {Territories} AND State = 0 GROUP BY 1");

        List<SqliteCommand> Prepared(params string[] statements) => [.. statements.Select(sql => connection.Prepared(sql))];
    }

    public void Sums() => _sums.ForEach(command => command.Drain());

    public void Rows() => _rows.ForEach(command => command.Drain());

    public void Dispose()
    {
        foreach (var command in _sums.Concat(_rows))
        {
            command.Dispose();
        }
    }
}
