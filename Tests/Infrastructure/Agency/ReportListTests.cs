using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Agency.Queue;
using CovidSchoolReporting.Domain.Lists;
using CovidSchoolReporting.Tests.Infrastructure.Delivery;
using CovidSchoolReporting.Tests.Support;

namespace CovidSchoolReporting.Tests.Infrastructure.Agency;

public sealed class ReportListTests
{
    private static readonly Actor OfBoth = Actor.OfAgency(901, "Ada", Role.AgencyOperator, Territory.Milano, Territory.Lodi);
    private static readonly Actor OfMilano = Actor.OfAgency(902, "Ugo", Role.AgencyOperator, Territory.Milano);
    private static readonly Actor OfLodi = Actor.OfAgency(903, "Lia", Role.AgencyOperator, Territory.Lodi);

    private static CancellationToken Patience => Xunit.TestContext.Current.CancellationToken;

    [Fact(Timeout = 30_000)]
    public async Task List_ThreePages_WalkedForthAndBackAreTheSameNewestFirst()
    {
        await using var stage = await DeliveryStage.SetAsync();
        var ids = await stage.ReceiveAsync((ReportListRequest.PageSize * 2) + 3, Patience);

        foreach (var actor in new[] { OfBoth, OfMilano })
        {
            foreach (var state in new AgencyState?[] { null, AgencyState.Received })
            {
                var first = await ListAsync(stage, actor, new ReportListRequest { Filter = new() { State = state } });
                var second = await ListAsync(stage, actor, new ReportListRequest(Anchor: first.Next) { Filter = new() { State = state } });
                var third = await ListAsync(stage, actor, new ReportListRequest(Anchor: second.Next) { Filter = new() { State = state } });
                var back = await ListAsync(stage, actor, new ReportListRequest(Anchor: third.Previous) { Filter = new() { State = state } });

                Assert.Equal(ids.OrderDescending(), first.Rows.Concat(second.Rows).Concat(third.Rows).Select(r => r.Id));
                Assert.Null(first.Previous);
                Assert.Null(third.Next);
                Assert.Equal(second.Rows, back.Rows);
            }
        }
    }

    [Fact(Timeout = 30_000)]
    public async Task List_StateFilter_ShowsOnlyThoseInTheState()
    {
        await using var stage = await DeliveryStage.SetAsync();
        var ids = await stage.ReceiveAsync(3, Patience);
        await stage.Portal.Get<AgencyDesk>().TakeInChargeAsync(OfMilano, ids[1], Patience);

        var received = await ListAsync(stage, OfBoth, new ReportListRequest { Filter = new() { State = AgencyState.Received } });
        var taken = await ListAsync(stage, OfBoth, new ReportListRequest { Filter = new() { State = AgencyState.TakenInCharge } });

        Assert.Equal([ids[2], ids[0]], received.Rows.Select(r => r.Id));
        var row = Assert.Single(taken.Rows);
        Assert.Equal((ids[1], "Ugo", TestPortal.Start.UtcDateTime), (row.Id, row.TakenInChargeByName!, row.TakenInChargeAt!.Value));
    }

    [Theory(Timeout = 30_000)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task List_ByStateAndTheRowAtTheEdgeIsTakenInCharge_LeavesNoneOutThatStillWait(bool back)
    {
        await using var stage = await DeliveryStage.SetAsync();
        var ids = await stage.ReceiveAsync((ReportListRequest.PageSize * 2) + 3, Patience);
        var byState = new ReportListRequest().By(ReportOrder.State);
        var first = await ListAsync(stage, OfMilano, byState);
        var second = await ListAsync(stage, OfMilano, byState with { Anchor = first.Next });
        var third = await ListAsync(stage, OfMilano, byState with { Anchor = second.Next });
        var (shown, place, edge) = back ? (second, third.Previous, third.Rows[0]) : (second, first.Next, first.Rows[^1]);

        await stage.Portal.Get<AgencyDesk>().TakeInChargeAsync(OfMilano, edge.Id, Patience);
        var again = await ListAsync(stage, OfMilano, byState with { Anchor = place });

        Assert.Equal(ids.Count, first.Rows.Count + second.Rows.Count + third.Rows.Count);
        Assert.Equal(shown.Rows, again.Rows);
    }

    [Fact(Timeout = 30_000)]
    public async Task List_Territories_EachOperatorSeesTheirOwn()
    {
        await using var stage = await DeliveryStage.SetAsync();
        var milano = await stage.ReceiveAsync(2, Patience);
        var lodi = await stage.ReceiveAsync(1, Patience, draft => draft.SiteMunicipality = "Lodi (LO)", "E648");

        Assert.Equal(milano.OrderDescending(), (await ListAsync(stage, OfMilano, new())).Rows.Select(r => r.Id));
        Assert.Equal(lodi, (await ListAsync(stage, OfLodi, new())).Rows.Select(r => r.Id));
        Assert.Equal(3, (await ListAsync(stage, OfBoth, new())).Rows.Count);
        Assert.Single((await ListAsync(stage, OfLodi, new("ros"))).Rows);
        Assert.Equal(lodi, (await ListAsync(stage, OfLodi, new("ros", Anchor: PageAnchor.After(milano[0])))).Rows.Select(r => r.Id));
        Assert.Null(await stage.Portal.Get<IReportQueries>().FindAsync(OfLodi, milano[0], Patience));
    }

    [Theory(Timeout = 30_000)]
    [InlineData("neri", new[] { "Neri Luca", "Zeta Neri" })]
    [InlineData("NERI L", new[] { "Neri Luca" })]
    [InlineData("luca n", new[] { "Neri Luca" })]
    [InlineData("d'angelo", new[] { "D'Angelò Lia" })]
    [InlineData("rss mra 10c01 f205i", new[] { "Rossi Mario" })]
    [InlineData("eri", new string[0])]
    [InlineData("?", new string[0])]
    public async Task List_Search_FindsByBeginningOfNamesAndByWholeCode(string typed, string[] expected)
    {
        await using var stage = await DeliveryStage.SetAsync();
        foreach (var (surname, name) in new[] { ("Neri", "Luca"), ("Zeta", "Neri"), ("D'Angelò", "Lia") })
        {
            await stage.ReceiveAsync(1, Patience, draft => (draft.Surname, draft.Name) = (surname, name));
        }

        await stage.ReceiveAsync(1, Patience, draft =>
            (draft.FiscalCode, draft.FiscalCodeUnavailable, draft.FiscalCodeUnavailableReason) = (Drafts.MarioRossi, false, ""));

        foreach (var actor in new[] { OfBoth, OfMilano })
        {
            var found = await ListAsync(stage, actor, new ReportListRequest(typed));
            Assert.Equal(expected, found.Rows.Select(r => $"{r.Surname} {r.Name}"));
        }
    }

    [Fact(Timeout = 30_000)]
    public async Task Find_Report_ShowsWhatTheSchoolSent()
    {
        await using var stage = await DeliveryStage.SetAsync();
        var school = await stage.Portal.AddSchoolAsync();
        await stage.StartWorkerAsync();
        var caseId = await stage.Portal.ReportAsync(school);
        await stage.Portal.AddContactAsync(school, caseId);
        await stage.Portal.Reporting.CloseAndSendAsync(school, caseId, null, Patience);
        await stage.NextReceivedAsync(Patience);

        var id = Assert.Single((await ListAsync(stage, OfMilano, new())).Rows).Id;
        var sheet = await stage.Portal.Get<IReportQueries>().FindAsync(OfMilano, id, Patience);

        Assert.Equal(("2020/0000001", 1, "F205"), (sheet!.Row.ProtocolNumber, sheet.Row.ContactCount, sheet.Row.SiteMunicipalityCode));
        Assert.Equal(("Istituto Calvino", "Rossi"), (sheet.Report.InstituteName, sheet.Report.Person.Surname));
        Assert.Equal("Valeri", Assert.Single(sheet.Report.Contacts).Person.Surname);
    }

    private static Task<Page<ReportRow>> ListAsync(DeliveryStage stage, Actor actor, ReportListRequest request) =>
        stage.Portal.Get<IReportQueries>().ListAsync(actor, request, Patience);
}
