using System.Text.RegularExpressions;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Agency.Queue;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Epidemic;
using CovidSchoolReporting.Domain.Lists;
using CovidSchoolReporting.Domain.Schools;
using CovidSchoolReporting.Infrastructure.Audit;
using CovidSchoolReporting.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CovidSchoolReporting.Tests.Infrastructure.Persistence;

/// <summary>
/// Asks SQLite how it would run what the lists send. A list that reads a table from end to end, or sorts more than a page,
/// is as fast as any with the few rows of a test: only the plan tells.
/// </summary>
public sealed partial class QueryPlanTests : IAsyncLifetime
{
    private const string RowsById = "INTEGER PRIMARY KEY";

    private readonly CommandRecorder _recorder = new();
    private TestPortal _portal = null!;
    private Actor _school = null!;

    public static TheoryData<CaseListRequest, string[]> SchoolLists() => new()
    {
        { new(CaseOrder.Id), ["IX_Cases_ById"] },
        { new(CaseOrder.Id, Status: CaseStatus.Open), ["IX_Cases_ByStatus"] },
        { new(CaseOrder.Surname), ["IX_Cases_BySurname"] },
        { new(CaseOrder.Surname, Status: CaseStatus.Closed), ["IX_Cases_ByStatusAndSurname"] },
        { new(CaseOrder.LastDay), ["IX_Cases_ByLastDay"] },
        { new(CaseOrder.LastDay, Status: CaseStatus.Open), ["IX_Cases_ByStatusAndLastDay"] },
        { new(CaseOrder.Status), ["IX_Cases_ByStatus"] },
        { new(CaseOrder.Status, Status: CaseStatus.Closed), ["IX_Cases_ByStatus"] },
        { new(Search: "ros"), ["IX_Cases_BySurname", "IX_Cases_ByName"] },

        // By name SQLite reckons both indexes alike, because either has to look up the surname.
        { new(Search: "ros", Status: CaseStatus.Open), ["IX_Cases_ByStatusAndSurname", "IX_Cases_ByStatusAndName", "IX_Cases_ByName"] },
        { new(Search: Drafts.MarioRossi), ["IX_Cases_ByFiscalCode"] },
    };

    public static TheoryData<ReportListRequest, string> AgencyLists() => new()
    {
        { new(), "IX_ReceivedReports_ById" },
        { new() { Filter = new() { Missing = ReportGaps.FiscalCode, SchoolType = SchoolType.Primary } }, "IX_ReceivedReports_ById" },
        { new() { Filter = new() { Received = Days, LastDayAttended = Days } }, "IX_ReceivedReports_ById" },
        { new() { Filter = new() { Assignee = AssigneeFilter.Nobody } }, "IX_ReceivedReports_ById" },
        { new() { Filter = new() { State = AgencyState.Received } }, "IX_ReceivedReports_ByState" },
        { new() { Filter = new() { Waiting = WaitingTime.TwoDays } }, "IX_ReceivedReports_ByState" },
        { new() { Filter = new() { MunicipalityCode = "F205", State = AgencyState.Received } }, "IX_ReceivedReports_ByMunicipality" },
        { new ReportListRequest().By(ReportOrder.State), "IX_ReceivedReports_ByState" },
        { new ReportListRequest { Filter = new() { State = AgencyState.Received } }.By(ReportOrder.LastDay), "IX_ReceivedReports_ByLastDay" },
        { new ReportListRequest { Filter = new() { MunicipalityCode = "F205" } }.By(ReportOrder.School), "IX_ReceivedReports_BySchool" },
        { new ReportListRequest().By(ReportOrder.Surname), "IX_ReceivedReports_BySurname" },
    };

    public static TheoryData<ReportListRequest, string[]> AgencyChoices() => new()
    {
        { new() { Filter = new() { SiteId = 3, State = AgencyState.Received } }, ["IX_ReceivedReports_OfSite"] },
        { new ReportListRequest { Filter = new() { ClassKey = "1 B" } }.By(ReportOrder.Surname), ["IX_ReceivedReports_OfClass"] },
        { new ReportListRequest { Filter = new() { Assignee = AssigneeFilter.Me } }.By(ReportOrder.LastDay), ["IX_ReceivedReports_OfAssignee"] },
        { new("ros"), ["IX_ReceivedReports_BySurname", "IX_ReceivedReports_ByName"] },
        { new ReportListRequest("ros") { Filter = new() { SiteId = 3 } }, ["IX_ReceivedReports_OfSite"] },
        { new ReportListRequest(Drafts.MarioRossi) { Filter = new() { SiteId = 3 } }, ["IX_ReceivedReports_ByFiscalCode"] },
    };

    private static DayRange Days => new(new DateOnly(2020, 11, 1), new DateOnly(2020, 11, 7));

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync(services => services.AddSingleton<ILoggerProvider>(_recorder));
        _school = await _portal.AddSchoolAsync();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Theory]
    [MemberData(nameof(SchoolLists))]
    public async Task SchoolList_AnyPage_SeeksInItsIndexes(CaseListRequest request, string[] indexes)
    {
        foreach (var descending in new[] { true, false })
        {
            foreach (var anchor in new PageAnchor?[] { null, PageAnchor.After(5), PageAnchor.Before(5) })
            {
                var plan = await PlanOfAsync(() => _portal.Queries.ListAsync(
                    _school, request with { Descending = descending, Anchor = anchor }, CancellationToken.None));

                AssertSeeks(plan, indexes);
            }
        }
    }

    [Theory]
    [MemberData(nameof(AgencyLists))]
    public async Task AgencyList_AnyOrderWithAnyFilter_IsWalkedInItsIndexWithoutTheTable(ReportListRequest request, string index)
    {
        foreach (var plan in await PlansAsync(request))
        {
            AssertSeeks(plan, [index]);
            Assert.All(
                plan.Steps.Where(step => step.Contains(index, StringComparison.Ordinal)),
                step => Assert.Contains("USING COVERING INDEX", step, StringComparison.Ordinal));
        }
    }

    /// <summary>Few reports each: they are read and sorted, whatever the order.</summary>
    [Theory]
    [MemberData(nameof(AgencyChoices))]
    public async Task AgencyList_AChoiceOfFewReports_IsFoundInTheIndexOfTheChoice(ReportListRequest request, string[] indexes)
    {
        foreach (var plan in await PlansAsync(request))
        {
            Assert.False(ReadsWhole(plan), string.Join('\n', plan.Steps));
            AssertUses(plan, indexes);
        }
    }

    [Theory]
    [InlineData(true, "IX_ReceivedReports_ByChange")]
    [InlineData(false, "IX_ReceivedReports_ByTerritoryAndChange")]
    public async Task Feed_AnyPage_SeeksByChange(bool wholeAgency, string index)
    {
        Territory[] territories = wholeAgency ? [Territory.Milano, Territory.Lodi] : [Territory.Milano];
        var reader = new FeedReader(ApiClient.Register("sistema", territories, ApiScopes.All, TestPortal.Start.UtcDateTime), "/api");
        var feed = _portal.Get<IReportFeed>();
        foreach (var since in new DateTime?[] { null, TestPortal.Start.UtcDateTime })
        {
            var request = new FeedRequest(new FeedPosition(5, 5), since, 100);

            AssertSeeks(await PlanOfAsync(() => feed.ReportsAsync(reader, request, CancellationToken.None)), [index]);
            var contacts = await PlanOfAsync(() => feed.ContactsAsync(reader, request, CancellationToken.None));

            // Of the contacts it may sort those of one report, and no more.
            AssertSeeks(contacts with { Steps = [.. contacts.Steps.Where(step => step != "USE TEMP B-TREE FOR LAST TERM OF ORDER BY")] }, [index, "IX_Contacts_Case"]);
        }
    }

    /// <summary>Those of one plesso may be sorted, which are few, and those of a territory: a class has a cluster or two in a year.</summary>
    [Theory]
    [InlineData(3, null)]
    [InlineData(null, "F205")]
    [InlineData(null, null)]
    public async Task Clusters_OfAnySearch_AreFoundInAnIndex(int? site, string? place)
    {
        var clusters = _portal.Get<IClusterQueries>();
        foreach (var territories in new Territory[][] { [Territory.Milano], [Territory.Milano, Territory.Lodi] })
        {
            var actor = Actor.OfAgency(1, "Ada", Role.AgencyOperator, territories);
            foreach (var state in new ClusterState?[] { null, ClusterState.Open })
            {
                var plan = await PlanOfAsync(() => clusters.ListAsync(
                    actor, new ClusterListRequest(state, SiteId: site, MunicipalityCode: place), CancellationToken.None));

                Assert.False(ReadsWhole(plan), string.Join('\n', plan.Steps));
                AssertUses(plan, ["IX_Clusters_ByState", "IX_Clusters_OfClass"]);
            }
        }
    }

    /// <summary>So in every test on a database: which rows a page reads is never left to chance.</summary>
    [Fact]
    public async Task Query_SomeRowsInNoOrder_Throws()
    {
        await using var context = await _portal.OpenAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => context.Set<Institute>().Take(1).ToListAsync(CancellationToken.None));
        await Assert.ThrowsAsync<InvalidOperationException>(() => context.Set<Institute>().FirstAsync(CancellationToken.None));
    }

    [Theory]
    [InlineData("rossi", "IX_Cases_BySurname", "IX_Contacts_EverywhereByName")]
    [InlineData(Drafts.MarioRossi, "IX_Cases_ByFiscalCode", "IX_Contacts_Everywhere")]
    public async Task AuditSearch_OfAPerson_SeeksInTheIndexesOfCasesAndContacts(string typed, string ofCases, string ofContacts)
    {
        var keeper = Actor.OfAgency(1, "Ada", Role.AgencyAdministrator);
        _recorder.Take();
        await _portal.Get<AuditDesk>().FindPeopleAsync(keeper, typed, CancellationToken.None);
        var searches = _recorder.Take().Take(2);
        using var connection = Connect();

        foreach (var (plan, index) in searches.Select(sql => Explain(connection, sql)).Zip([ofCases, ofContacts]))
        {
            Assert.False(ReadsWhole(plan), string.Join('\n', plan.Steps));
            Assert.Contains(plan.Steps, step => UsedIndex().Match(step).Value == index);
        }
    }

    [Fact]
    public void Assertion_ScanOrSort_IsSeen()
    {
        using var connection = Connect();

        Assert.True(ReadsWhole(Explain(connection, "SELECT Id FROM \"Cases\" AS \"c\" WHERE Section = 'B'")));
        Assert.True(SortsWhole(Explain(connection, "SELECT Id FROM \"Cases\" AS \"c\" WHERE InstituteId = 1 ORDER BY Section LIMIT 26")));
        Assert.True(SortsWhole(Explain(
            connection, "SELECT Id FROM \"Cases\" AS \"c\" WHERE InstituteId = 1 ORDER BY SurnameKey, Id DESC LIMIT 26")));
    }

    private static void AssertSeeks(Plan plan, string[] indexes)
    {
        Assert.False(ReadsWhole(plan), string.Join('\n', plan.Steps));
        Assert.False(SortsWhole(plan), string.Join('\n', plan.Steps));
        AssertUses(plan, indexes);
    }

    private static void AssertUses(Plan plan, string[] indexes)
    {
        var used = plan.Steps.Where(step => step.StartsWith("SEARCH", StringComparison.Ordinal))
            .Select(step => UsedIndex().Match(step).Value);
        Assert.True(
            used.All(index => index == RowsById || indexes.Contains(index)),
            $"Expected {string.Join(", ", indexes)} or the key:\n{string.Join('\n', plan.Steps)}");
    }

    /// <summary>Reads one of the tables from its beginning; what is read of pages that were found is no table.</summary>
    private static bool ReadsWhole(Plan plan) => plan.Steps.Any(step =>
        step.Split(' ') is ["SCAN", var name, ..] && plan.Tables.Contains(name));

    /// <summary>Sorts what a search found. What is merged of pages that were found may be sorted: it is 26 rows each.</summary>
    private static bool SortsWhole(Plan plan) => plan.Steps.Zip(plan.Steps.Skip(1)).Any(pair =>
        pair.Second.Contains("TEMP B-TREE", StringComparison.Ordinal) && pair.First.StartsWith("SEARCH", StringComparison.Ordinal));

    private static Plan Explain(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {sql}";
        foreach (var parameter in Parameter().Matches(sql).Select(match => match.Value).Distinct())
        {
            command.Parameters.AddWithValue(parameter, DBNull.Value);
        }

        using var reader = command.ExecuteReader();
        var steps = new List<string>();
        while (reader.Read())
        {
            steps.Add(reader.GetString(3));
        }

        return new Plan(steps, [.. TableName().Matches(sql).Select(match => match.Groups[2].Success ? match.Groups[2].Value : match.Groups[1].Value)]);
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={_portal.DatabasePath}");
        connection.Open();
        return connection;
    }

    /// <summary>How the first page, the next and the one before are found, for an operator of one territory and of both.</summary>
    private async Task<IReadOnlyList<Plan>> PlansAsync(ReportListRequest request)
    {
        List<Plan> plans = [];
        foreach (var territories in new Territory[][] { [Territory.Milano], [Territory.Milano, Territory.Lodi] })
        {
            var actor = Actor.OfAgency(1, "Ada", Role.AgencyOperator, territories);
            foreach (var anchor in new PageAnchor?[] { null, PageAnchor.After(5), PageAnchor.Before(5), PageAnchor.After(5) with { Key = 1 } })
            {
                plans.Add(await PlanOfAsync(() => _portal.Get<IReportQueries>().ListAsync(actor, request with { Anchor = anchor }, CancellationToken.None)));
            }
        }

        return plans;
    }

    private async Task<Plan> PlanOfAsync(Func<Task> list)
    {
        _recorder.Take();
        await list();
        using var connection = Connect();

        // The first command; a second one asks for the first page when there is nothing at the anchor.
        return Explain(connection, _recorder.Take()[0]);
    }

    /// <summary>The name that a query gives to a table, or the table's own.</summary>
    [GeneratedRegex("\"(Cases|Contacts|ReceivedReports|Clusters)\"(?: AS \"(\\w+)\")?")]
    private static partial Regex TableName();

    [GeneratedRegex(@"IX_\w+|INTEGER PRIMARY KEY")]
    private static partial Regex UsedIndex();

    [GeneratedRegex(@"@\w+")]
    private static partial Regex Parameter();

    private sealed record Plan(IReadOnlyList<string> Steps, HashSet<string> Tables);
}
