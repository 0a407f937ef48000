using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Supplements;
using CovidSchoolReporting.Infrastructure.Delivery;
using CovidSchoolReporting.Tests.Infrastructure.Delivery;
using CovidSchoolReporting.Tests.Infrastructure.Persistence;
using CovidSchoolReporting.Tests.Support;

namespace CovidSchoolReporting.Tests.Infrastructure.Agency;

public sealed class ReportFeedTests
{
    private static readonly Actor Ada = Actor.OfAgency(901, "Ada", Role.AgencyOperator, Territory.Milano);

    private static CancellationToken Patience => Xunit.TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Change_EachCommit_HasTheNextNumber()
    {
        await using var stage = await DeliveryStage.SetAsync();
        var ids = await stage.ReceiveAsync(3, Patience);
        await stage.StopWorkerAsync();
        var desk = stage.Portal.Get<AgencyDesk>();

        await desk.TakeInChargeAsync(Ada, ids[0], Patience);
        stage.Portal.Clock.AdjustTime(stage.Portal.Clock.GetUtcNow().AddHours(-2)); // The clock goes back, the order does not.
        await desk.TakeInChargeAsync(Ada, ids[1], Patience);
        await desk.TakeInChargeAsync(Ada, ids[1], Patience); // Done already: nothing changes.

        var page = await ReadAsync(stage);
        Assert.Equal([(ids[2], 3L), (ids[0], 4L), (ids[1], 5L)], page.Rows.Select(r => (r.Id, r.Change)));
    }

    [Fact(Timeout = 60_000)]
    public async Task Change_LastReportDeleted_ItsNumberIsNotGivenAgain()
    {
        await using var stage = await DeliveryStage.SetAsync();
        var ids = await stage.ReceiveAsync(2, Patience);
        await stage.StopWorkerAsync();
        await using (var context = await stage.Portal.OpenAsync())
        {
            context.Remove((await context.FindAsync<ReceivedReport>([ids[1]], Patience))!);
            await context.SaveChangesAsync(Patience);
        }

        await stage.Portal.Get<AgencyDesk>().TakeInChargeAsync(Ada, ids[0], Patience);

        Assert.Equal(3, Assert.Single((await ReadAsync(stage)).Rows).Change);
    }

    [Fact(Timeout = 60_000)]
    public async Task Read_AuditCannotBeWritten_GivesNothing()
    {
        var sabotage = new Sabotage();
        await using var stage = await DeliveryStage.SetAsync(more: sabotage.Install);
        var id = Assert.Single(await stage.ReceiveAsync(1, Patience));
        await stage.StopWorkerAsync();
        sabotage.Now = Sabotage.ReadOnly;

        await Assert.ThrowsAsync<StoreUnavailableException>(() => ReadAsync(stage));
        await Assert.ThrowsAsync<StoreUnavailableException>(
            () => stage.Portal.Get<IReportFeed>().FindAsync(Reader(stage), id, Patience));
    }

    [Fact(Timeout = 60_000)]
    public async Task Read_DisabledClient_HasNothing()
    {
        await using var stage = await DeliveryStage.SetAsync();
        await stage.ReceiveAsync(1, Patience);
        var reader = Reader(stage);
        reader.Client.Disable(stage.Portal.Clock.GetUtcNow().UtcDateTime);

        var page = await stage.Portal.Get<IReportFeed>().ReportsAsync(reader, new FeedRequest(default, null, 10), Patience);

        Assert.Empty(page.Rows);
    }

    [Fact(Timeout = 60_000)]
    public async Task Contacts_AddedCorrectedAndDecided_ArePagedAsTheyCount()
    {
        await using var portal = await TestPortal.StartAsync(services => services.AddDelivery());
        var school = await portal.AddSchoolAsync();
        List<int> reports = [];
        foreach (var surname in (string[])["Verdi", "Bruni"])
        {
            reports.Add(await portal.ReceiveAsync(school, null, d => d.Surname = surname, d => d.Surname = $"{surname}ni"));
        }

        var feed = portal.Get<IReportFeed>();
        var reader = Reader(portal);
        var first = (await feed.FindAsync(reader, reports[0], Patience))!;
        await portal.CorrectLaterAsync(school, first.Report.CaseId, first.Report.Contacts[0].ContactId, nameof(PersonDraft.Surname), "Verdone");
        await portal.AddLaterAsync(school, first.Report.CaseId, "Rossini");
        foreach (var number in (int[])[1, 2])
        {
            await portal.Get<SupplementDesk>().AcceptAsync(Ada, first.Report.CaseId, number, Patience);
        }

        await portal.Get<AgencyDesk>().TakeInChargeAsync(Ada, reports[0], Patience);
        await portal.DecideAllAsync(Ada, reports[0]);

        List<FeedContact> all = [];
        for (FeedPage<FeedContact>? page = null; page?.HasMore ?? true;)
        {
            page = await feed.ContactsAsync(reader, new FeedRequest(page?.End ?? default, null, 2), Patience);
            all.AddRange(page.Rows);
        }

        Assert.Equal(
            [("Bruni", false), ("Brunini", false), ("Verdone", true), ("Verdini", true), ("Rossini", true)],
            all.Select(row => (row.Contact.Person.Surname, row.Decided is not null)));
        Assert.Equal(new DateOnly(2020, 12, 4), all[2].Decided!.Period!.To);
        Assert.Equal(3, (await feed.ReportsAsync(reader, new FeedRequest(default, null, 10), Patience)).Rows[1].ContactCount);
    }

    private static FeedReader Reader(TestPortal portal) => new(
        ApiClient.Register("sistema", [Territory.Milano], ApiScopes.All, portal.Clock.GetUtcNow().UtcDateTime), "/api/v1/cases");

    private static FeedReader Reader(DeliveryStage stage) => Reader(stage.Portal);

    private static Task<FeedPage<FeedReport>> ReadAsync(DeliveryStage stage) =>
        stage.Portal.Get<IReportFeed>().ReportsAsync(Reader(stage), new FeedRequest(default, null, 10), Patience);
}
