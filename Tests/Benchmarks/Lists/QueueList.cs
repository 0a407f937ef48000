using System.Globalization;
using CovidSchoolReporting.Benchmarks.Stage;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Agency.Queue;
using CovidSchoolReporting.Domain.Lists;
using CovidSchoolReporting.Domain.Schools;
using CovidSchoolReporting.Domain.Time;

namespace CovidSchoolReporting.Benchmarks.Lists;

/// <summary>«Casi ricevuti» under each filter, in each order, and under filters that together find little or nothing.</summary>
internal static class QueueList
{
    private static readonly Actor Ada = Actor.OfAgency(1, "Ada", Role.AgencyOperator, Territory.Milano, Territory.Lodi);
    /// <summary>Stands for the instant a day before the portal's now.</summary>
    private const string Yesterday = "@yesterday";

    private static readonly DayRange Days = new(new DateOnly(2020, 11, 2), new DateOnly(2020, 11, 3));

    private static readonly (string Name, ReportFilter Filter, string Condition)[] Filters =
    [
        ("no filter", ReportFilter.None, ""),
        ("state Received, 1 of 40", new() { State = AgencyState.Received }, " AND State = 0"),
        ("waiting over 24 h", new() { Waiting = WaitingTime.OneDay }, $" AND State = 0 AND ReceivedAt <= '{Yesterday}'"),
        ("plesso, 1 of 200", new() { SiteId = 17 }, " AND SiteId = 17"),
        ("class, 1 of 40", new() { ClassKey = "3 C" }, " AND ClassKey = '3 C'"),
        ("comune with a third", new() { MunicipalityCode = FilledDatabase.BigMunicipality }, $" AND SiteMunicipalityCode = '{FilledDatabase.BigMunicipality}'"),
        ("comune, 1 of 90", new() { MunicipalityCode = "M007" }, " AND SiteMunicipalityCode = 'M007'"),
        ("comune without any", new() { MunicipalityCode = "Z999" }, " AND SiteMunicipalityCode = 'Z999'"),
        ("school type", new() { SchoolType = SchoolType.Primary }, " AND SchoolType = 2"),
        ("two days of receipt", new() { Received = Days }, " AND ReceivedAt >= '2020-11-01 23:00:00' AND ReceivedAt < '2020-11-03 23:00:00'"),
        ("last day in two days", new() { LastDayAttended = Days }, " AND LastDayAttended >= '2020-11-02' AND LastDayAttended <= '2020-11-03'"),
        ("no codice fiscale, 1 of 997", new() { Missing = ReportGaps.FiscalCode }, " AND Missing & 1 <> 0"),
        ("assigned to me, 1 of 40", new() { Assignee = AssigneeFilter.Me }, " AND AssignedTo = 1"),
        ("assigned to nobody", new() { Assignee = AssigneeFilter.Nobody }, " AND AssignedTo IS NULL"),
        ("five filters, rare", new() { State = AgencyState.Received, SchoolType = SchoolType.Primary, Missing = ReportGaps.FiscalCode, Received = Days, Assignee = AssigneeFilter.Nobody },
            " AND State = 0 AND SchoolType = 2 AND Missing & 1 <> 0 AND ReceivedAt >= '2020-11-01 23:00:00' AND ReceivedAt < '2020-11-03 23:00:00' AND AssignedTo IS NULL"),
    ];

    private static readonly (ReportOrder Order, string Key)[] Orders =
    [
        (ReportOrder.Received, "Id"), (ReportOrder.State, "State"), (ReportOrder.LastDay, "LastDayAttended"),
        (ReportOrder.School, "SchoolName"), (ReportOrder.Surname, "SurnameKey"),
    ];

    public static IEnumerable<ListVariant> Variants() =>
    [
        .. from filter in Filters
           from order in Orders
           select new ListVariant($"{filter.Name}, by {order.Order}", database => Pair(
               database, new ReportListRequest { Filter = filter.Filter }.By(order.Order), [(filter.Condition, order.Key)])),
        .. from filter in Filters.Take(2)
           from order in Orders
           from place in new[] { Place.Middle, Place.Last }
           select new ListVariant($"{filter.Name}, by {order.Order}, {place} page", database => Pair(
               database, new ReportListRequest { Filter = filter.Filter }.By(order.Order), [(filter.Condition, order.Key)], place)),
        .. from typed in new[] { "r", "Rova" }
           from filter in Filters
           select new ListVariant($"search '{typed}', {filter.Name}", database => Pair(
               database, new ReportListRequest(typed) { Filter = filter.Filter }, [.. SchoolList.Searched("1", typed).Select(part => ($" AND {part.Item1}{filter.Condition}", part.Item2))])),
        new ListVariant("search a codice fiscale", database => Pair(
            database, new ReportListRequest("RSSMRA10C01F205I"), [(" AND FiscalCodeKey = 'RSSMRA10C01F205I'", "Id")])),
        new ListVariant("counts by state", database => Counts(database, default, "")),
        new ListVariant("counts by state, two days of receipt", database => Counts(database, Days, " AND Day >= '2020-11-02' AND Day <= '2020-11-03'")),
        new ListVariant("search a plesso among 3,200", Sites),
    ];

    private static ListPair Pair(FilledDatabase database, ReportListRequest request, IReadOnlyList<(string Condition, string Key)> parts, Place place = Place.First)
    {
        const string Owner = "Territory IN (0, 1)";
        var queries = database.Portal.Get<IReportQueries>();
        var yesterday = database.Portal.Get<PortalClock>().UtcNow.AddDays(-1).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        var slices = parts.SelectMany(part => new[] { 0, 1 }.Select(territory => ($"Territory = {territory}{part.Condition.Replace(Yesterday, yesterday, StringComparison.Ordinal)}", part.Key))).ToList();
        var descending = (string.IsNullOrEmpty(request.Search) || parts[0].Key == "Id") && request.Descending;
        var after = place.Find(database, "ReceivedReports", Owner + parts[0].Condition, parts[0].Key, descending);
        var plain = new PlainList<ReportRow>(database.Plain, AgencyList.Rows, slices, descending, after, Owner);
        var page = request with { Anchor = PageAnchor.Of(after, null) };
        return new ListPair(
            async () => (await queries.ListAsync(Ada, page, CancellationToken.None)).Rows.Count,
            () => plain.Read().Count);
    }

    /// <summary>The figures above the list; by hand from the same sums.</summary>
    private static ListPair Counts(FilledDatabase database, DayRange days, string condition)
    {
        var queries = database.Portal.Get<IQueueQueries>();
        var plain = database.Plain.Prepared($"SELECT State, SUM(Count) FROM ReportTallies WHERE Territory IN (0, 1){condition} GROUP BY State HAVING SUM(Count) > 0");
        return new ListPair(
            async () => (await queries.CountsAsync(Ada, days, CancellationToken.None)).ByState.Values.Count(count => count > 0),
            () => plain.Drain());
    }

    /// <summary>The plessi that are proposed while one is typed; by hand without regard to accents.</summary>
    private static ListPair Sites(FilledDatabase database)
    {
        var queries = database.Portal.Get<IQueueQueries>();
        var plain = database.Plain.Prepared("SELECT Id, Code, Name, Type, MunicipalityCode FROM SchoolSites WHERE Code LIKE 'rova%' OR ' ' || Name LIKE '% rova%' ORDER BY Name, Code LIMIT 12");
        return new ListPair(
            async () => (await queries.SitesAsync(Ada, "rova", CancellationToken.None)).Count,
            () => plain.Drain());
    }
}
