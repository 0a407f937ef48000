using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Epidemic;
using CovidSchoolReporting.Domain.Policies;
using CovidSchoolReporting.Domain.Schools;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using CovidSchoolReporting.Tests.Infrastructure.Delivery;
using CovidSchoolReporting.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Tests.Infrastructure.Epidemic;

/// <summary>Clusters as reports make them, and what operators do with them.</summary>
public sealed class ClusterDeskTests : IAsyncLifetime
{
    private static readonly Actor _ada = Actor.OfAgency(901, "Ada", Role.AgencyOperator, Territory.Milano);
    private static readonly Actor _ofLodi = Actor.OfAgency(902, "Lia", Role.AgencyOperator, Territory.Lodi);

    private DeliveryStage _stage = null!;
    private Actor _school = null!;

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    private ClusterDesk Desk => _stage.Portal.Get<ClusterDesk>();

    private IClusterQueries Queries => _stage.Portal.Get<IClusterQueries>();

    public async ValueTask InitializeAsync()
    {
        _stage = await DeliveryStage.SetAsync();
        _school = await _stage.Portal.AddSchoolAsync();
        await _stage.StartWorkerAsync();
    }

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    [Fact(Timeout = 60_000)]
    public async Task Report_SecondOfAClassWithinTwoWeeks_MakesACluster()
    {
        await ReceiveAsync("Rossi", "10/11/2020", "5", "B");
        Assert.Empty(await ListAsync());
        await ReceiveAsync("Bruni", "21/11/2020", "5^", "b");
        await ReceiveAsync("Verdi", "21/11/2020", "4", "B");

        var row = Assert.Single(await ListAsync());
        Assert.Equal(("5 B", "Scuola primaria Calvino", 2), (row.ClassKey, row.SchoolName, row.Cases));
        Assert.Equal((new DateOnly(2020, 11, 10), new DateOnly(2020, 11, 21)), (row.FirstDay, row.LastDay));
        var sheet = await SheetAsync(row.Id);
        Assert.Equal(["Rossi", "Bruni"], sheet.Cases.Select(one => one.Surname));
    }

    [Fact(Timeout = 60_000)]
    public async Task Report_PolicyThatAsksForThree_FindsOnlyFromThen()
    {
        await ReceiveAsync("Rossi", "20/11/2020", "5", "B");
        var keeper = Actor.OfAgency(905, "Davide", Role.AgencyAdministrator);
        var policies = _stage.Portal.Get<PolicyDesk>();
        var draft = Drafts.Policy(d => (d.StartsOn, d.ClusterCases, d.ClusterDays) = ("25/11/2020", "3", "5"));
        var saved = Assert.IsType<PolicyOutcome.Done>(await policies.SaveDraftAsync(keeper, draft, Patience));
        Assert.IsType<PolicyOutcome.Done>(await policies.PublishAsync(keeper, saved.Id, 1, Patience));

        await ReceiveAsync("Bruni", "21/11/2020", "5", "B");
        Assert.Empty(await ListAsync());
        await ReceiveAsync("Verdi", "24/11/2020", "5", "B");

        Assert.Equal(3, Assert.Single(await ListAsync()).Cases);
    }

    [Fact(Timeout = 60_000)]
    public async Task Report_LateOneBetweenTwoClusters_MakesThemOne()
    {
        await ReceiveAsync("Rossi", "01/10/2020", "5", "B");
        await ReceiveAsync("Bruni", "03/10/2020", "5", "B");
        await ReceiveAsync("Verdi", "27/10/2020", "5", "B");
        await ReceiveAsync("Neri", "28/10/2020", "5", "B");
        Assert.Equal(2, (await ListAsync()).Count);
        var older = (await ListAsync()).Single(row => row.FirstDay == new DateOnly(2020, 10, 1));

        await ReceiveAsync("Gialli", "15/10/2020", "5", "B");

        var one = Assert.Single(await ListAsync());
        Assert.Equal((older.Id, 5, new DateOnly(2020, 10, 28)), (one.Id, one.Cases, one.LastDay));
    }

    [Fact(Timeout = 60_000)]
    public async Task Put_Closed_LeavesTheListUntilANewCaseOpensItAgain()
    {
        var id = await ClusterOfTwoAsync();

        Assert.Equal(new ClusterOutcome.Put(ClusterState.Closed), await Desk.PutAsync(_ada, id, ClusterState.Closed, Patience));
        await _stage.NextReceivedAsync(Patience); // The news of the closing.
        Assert.Empty(await ListAsync());
        Assert.Equal("Ada", Assert.Single(await ListAsync(new ClusterListRequest(ClusterState.Closed))).StateByName);

        await ReceiveAsync("Verdi", "22/11/2020", "5", "B");
        Assert.Equal((ClusterState.Open, 3), (Assert.Single(await ListAsync()).State, (await ListAsync())[0].Cases));
    }

    [Fact(Timeout = 60_000)]
    public async Task Put_Done_TellsTheScreensOfTheTerritory()
    {
        var id = await ClusterOfTwoAsync();
        var heard = new TaskCompletionSource<Change>();
        using var ear = _stage.Portal.Get<ChangeHub>().Subscribe(change =>
        {
            heard.TrySetResult(change);
            return Task.CompletedTask;
        });

        await Desk.PutAsync(_ada, id, ClusterState.Watched, Patience);

        var change = await heard.Task.WaitAsync(Patience);
        Assert.Equal((true, false, false), (change.Concerns(_ada), change.Concerns(_ofLodi), change.Concerns(_school)));
    }

    [Fact(Timeout = 60_000)]
    public async Task TakeAllInCharge_SomeAreAColleagues_TakesTheRestAndSaysSo()
    {
        var id = await ClusterOfTwoAsync();
        var sheet = await SheetAsync(id);
        var ugo = Actor.OfAgency(903, "Ugo", Role.AgencyOperator, Territory.Milano);
        await _stage.Portal.Get<AgencyDesk>().TakeInChargeAsync(ugo, sheet.Cases[0].ReportId, Patience);

        Assert.Equal(new ClusterOutcome.Charged(1, 0), await Desk.TakeAllInChargeAsync(_ada, id, Patience));
        Assert.Equal(new ClusterOutcome.Charged(0, 0), await Desk.TakeAllInChargeAsync(_ada, id, Patience));

        Assert.Equal(0, (await SheetAsync(id)).Waiting);
        await using var context = await _stage.Portal.OpenAsync();
        Assert.Equal(["Ugo", "Ada"], await context.Set<ReceivedReport>().OrderBy(r => r.Id).Select(r => r.TakenInChargeByName!).ToListAsync(Patience));
    }

    [Fact(Timeout = 60_000)]
    public async Task Commands_ClusterOfAnotherTerritoryOrNoOperator_FindNothing()
    {
        var id = await ClusterOfTwoAsync();
        Actor[] strangers = [_ofLodi, _school, Actor.OfAgency(904, "Davide", Role.AgencyAdministrator)];
        foreach (var stranger in strangers)
        {
            Assert.IsType<ClusterOutcome.NotFound>(await Desk.PutAsync(stranger, id, ClusterState.Closed, Patience));
            Assert.IsType<ClusterOutcome.NotFound>(await Desk.TakeAllInChargeAsync(stranger, id, Patience));
            Assert.Null(await Queries.FindAsync(stranger, id, Patience));
            Assert.Empty((await Queries.ListAsync(stranger, new ClusterListRequest(), Patience)).Rows);
        }
    }

    [Fact(Timeout = 60_000)]
    public async Task List_MoreThanAPage_WalksThereAndBackByTheLatestCase()
    {
        await AddClustersAsync(_school, 60, "F205");

        List<ClusterRow> all = [];
        var page = await Queries.ListAsync(_ada, new ClusterListRequest(), Patience);
        all.AddRange(page.Rows);
        while (page.Next is { } next)
        {
            page = await Queries.ListAsync(_ada, new ClusterListRequest(Anchor: next), Patience);
            all.AddRange(page.Rows);
        }

        Assert.Equal(60, all.Count);
        Assert.Equal(all.OrderByDescending(row => row.LastDay).ThenByDescending(row => row.Id), all);
        var back = await Queries.ListAsync(_ada, new ClusterListRequest(Anchor: page.Previous), Patience);
        Assert.Equal(all.Skip(25).Take(25), back.Rows);
    }

    [Theory(Timeout = 60_000)]
    [InlineData(true, null)]
    [InlineData(false, "F205")]
    public async Task List_OfAPlessoOrComune_WalksOnlyThose(bool ofSite, string? place)
    {
        var here = await AddClustersAsync(_school, 40, "F205");
        await AddClustersAsync(await _stage.Portal.AddSchoolAsync("Manzi", "F119"), 40, "F119");
        var request = new ClusterListRequest(SiteId: ofSite ? here : null, MunicipalityCode: place);

        var first = await Queries.ListAsync(_ada, request, Patience);
        var second = await Queries.ListAsync(_ada, request with { Anchor = first.Next }, Patience);

        Assert.Equal((25, 15, null), (first.Rows.Count, second.Rows.Count, second.Next));
        Assert.All(first.Rows.Concat(second.Rows), row => Assert.Equal(here, row.SiteId));
        Assert.Equal(first.Rows, (await Queries.ListAsync(_ada, request with { Anchor = second.Previous }, Patience)).Rows);
        Assert.Empty((await Queries.ListAsync(_ofLodi, request, Patience)).Rows);
    }

    [Fact(Timeout = 60_000)]
    public async Task OfReport_InTheSpanOfItsClass_IsTheCluster()
    {
        var id = await ClusterOfTwoAsync();
        await ReceiveAsync("Neri", "02/09/2020", "5", "B");
        await ReceiveAsync("Gialli", "20/11/2020", "4", "B");
        await using var context = await _stage.Portal.OpenAsync();
        var reports = await context.Set<ReceivedReport>().ToDictionaryAsync(r => r.Surname, r => r.Id, Patience);

        Assert.Equal(id, (await Queries.OfReportAsync(_ada, reports["Rossi"], Patience))?.Id);
        Assert.Null(await Queries.OfReportAsync(_ada, reports["Neri"], Patience)); // Months before.
        Assert.Null(await Queries.OfReportAsync(_ada, reports["Gialli"], Patience)); // Another class.
        Assert.Null(await Queries.OfReportAsync(_ofLodi, reports["Rossi"], Patience));
    }

    private async Task<int> ClusterOfTwoAsync()
    {
        await ReceiveAsync("Rossi", "20/11/2020", "5", "B");
        await ReceiveAsync("Bruni", "21/11/2020", "5", "B");
        return Assert.Single(await ListAsync()).Id;
    }

    /// <summary>Classes of the plesso of a school, whose latest cases are of a few days.</summary>
    private async Task<int> AddClustersAsync(Actor school, int count, string place)
    {
        await using var context = await _stage.Portal.OpenAsync();
        var site = await context.Set<SchoolSite>().Where(s => s.InstituteId == school.InstituteId).Select(s => s.Id).SingleAsync(Patience);
        for (var i = 0; i < count; i++)
        {
            var day = new DateOnly(2020, 10, 1).AddDays(i * 7 % 20);
            context.Add(Cluster.Find(
                new ClusterPlace(site, $"{i}", Territory.Milano, place, SchoolType.Primary, "Calvino"), new ClusterSpan(day, day, 2, 0), default));
        }

        await context.SaveChangesAsync(Patience);
        return site;
    }

    private async Task ReceiveAsync(string surname, string swab, string className, string section)
    {
        await _stage.CloseCaseAsync(_school, Drafts.Case(d =>
        {
            (d.Surname, d.PositiveSwabDate, d.LastDayAttended) = (surname, swab, swab);
            (d.ClassName, d.Section) = (className, section);
        }));
        await _stage.NextReceivedAsync(Patience);
    }

    private async Task<IReadOnlyList<ClusterRow>> ListAsync(ClusterListRequest? request = null) =>
        (await Queries.ListAsync(_ada, request ?? new ClusterListRequest(), Patience)).Rows;

    private async Task<ClusterSheet> SheetAsync(int id) => (await Queries.FindAsync(_ada, id, Patience))!;
}
