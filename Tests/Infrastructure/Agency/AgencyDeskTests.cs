using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Agency.Queue;
using CovidSchoolReporting.Infrastructure.Persistence;
using CovidSchoolReporting.Tests.Infrastructure.Delivery;
using CovidSchoolReporting.Tests.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace CovidSchoolReporting.Tests.Infrastructure.Agency;

public sealed class AgencyDeskTests
{
    private static readonly Actor Ada = Actor.OfAgency(901, "Ada Operatrice", Role.AgencyOperator, Territory.Milano, Territory.Lodi);
    private static readonly Actor Ugo = Actor.OfAgency(902, "Ugo Operatore", Role.AgencyOperator, Territory.Milano);
    private static readonly Actor OfLodi = Actor.OfAgency(903, "Lia Lodigiana", Role.AgencyOperator, Territory.Lodi);

    private static CancellationToken Patience => Xunit.TestContext.Current.CancellationToken;

    [Fact(Timeout = 30_000)]
    public async Task TakeInCharge_TwoOperatorsAtOnce_OneHasItAndTheOtherIsToldWho()
    {
        await using var stage = await DeliveryStage.SetAsync();
        var desk = stage.Portal.Get<AgencyDesk>();
        foreach (var id in await stage.ReceiveAsync(10, Patience))
        {
            var outcomes = await Task.WhenAll(
                Task.Run(() => desk.TakeInChargeAsync(Ada, id, Patience)), Task.Run(() => desk.TakeInChargeAsync(Ugo, id, Patience)));

            var winner = outcomes[0] is TakeInChargeOutcome.TakenInCharge ? 0 : 1;
            Assert.IsType<TakeInChargeOutcome.TakenInCharge>(outcomes[winner]);
            var told = Assert.IsType<TakeInChargeOutcome.AlreadyTaken>(outcomes[1 - winner]);
            Assert.Equal(new[] { Ada, Ugo }[winner].DisplayName, told.ByName);
            var sheet = await stage.Portal.Get<IReportQueries>().FindAsync(Ada, id, Patience);
            Assert.Equal((told.ByName, told.At), (sheet!.Row.TakenInChargeByName!, sheet.Row.TakenInChargeAt!.Value));
        }
    }

    [Fact(Timeout = 30_000)]
    public async Task TakeInCharge_AskedTwice_IsDoneOnceAndToldOnce()
    {
        await using var stage = await DeliveryStage.SetAsync();
        var desk = stage.Portal.Get<AgencyDesk>();
        var id = Assert.Single(await stage.ReceiveAsync(1, Patience));

        Assert.IsType<TakeInChargeOutcome.TakenInCharge>(await desk.TakeInChargeAsync(Ugo, id, Patience));
        Assert.Equal(Territory.Milano, (await stage.NextReceivedAsync(Patience)).Territory);
        var first = (await stage.Portal.Get<IReportQueries>().FindAsync(Ugo, id, Patience))!.Row;
        stage.Portal.Clock.Advance(TimeSpan.FromHours(1));
        Assert.IsType<TakeInChargeOutcome.TakenInCharge>(await desk.TakeInChargeAsync(Ugo, id, Patience));

        Assert.Equal(first, (await stage.Portal.Get<IReportQueries>().FindAsync(Ugo, id, Patience))!.Row);
        Assert.Equal(AgencyState.TakenInCharge, first.State);
    }

    [Fact(Timeout = 30_000)]
    public async Task TakeInCharge_DatabaseUnreadableRightAfterTheCommit_SaysThatItIsDone()
    {
        var blackout = new ReadsFailAfterACommit();
        await using var stage = await DeliveryStage.SetAsync(
            more: services => services.ConfigureDbContext<PortalDbContext>(builder => builder.AddInterceptors(blackout)));
        var id = Assert.Single(await stage.ReceiveAsync(1, Patience));
        await stage.StopWorkerAsync();
        blackout.IsOn = true;

        var outcome = await stage.Portal.Get<AgencyDesk>().TakeInChargeAsync(Ada, id, Patience);

        Assert.IsType<TakeInChargeOutcome.TakenInCharge>(outcome);
        Assert.True(blackout.HasBegun);
        Assert.Equal(Territory.Milano, (await stage.NextReceivedAsync(Patience)).Territory);
    }

    [Fact(Timeout = 30_000)]
    public async Task TakeInCharge_NotOnesOwn_LooksLikeAnUnknownReport()
    {
        await using var stage = await DeliveryStage.SetAsync();
        var desk = stage.Portal.Get<AgencyDesk>();
        var id = Assert.Single(await stage.ReceiveAsync(1, Patience));
        Actor[] others =
        [
            OfLodi,
            Actor.OfAgency(904, "Amministratrice", Role.AgencyAdministrator),
            Actor.OfSchool(905, "Referente", Role.Referent, 1),
            Actor.OfSchool(906, "Dirigente", Role.HeadTeacher, 1),
        ];

        foreach (var other in others)
        {
            Assert.Equal(await desk.TakeInChargeAsync(other, id + 1000, Patience), await desk.TakeInChargeAsync(other, id, Patience));
            Assert.Null(await stage.Portal.Get<IReportQueries>().FindAsync(other, id, Patience));
            Assert.Empty((await stage.Portal.Get<IReportQueries>().ListAsync(other, new ReportListRequest(), Patience)).Rows);
        }

        var row = (await stage.Portal.Get<IReportQueries>().FindAsync(Ada, id, Patience))!.Row;
        Assert.Equal(AgencyState.Received, row.State);
    }
}
