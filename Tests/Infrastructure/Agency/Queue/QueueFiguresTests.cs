using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Agency.Queue;
using CovidSchoolReporting.Tests.Infrastructure.Delivery;
using CovidSchoolReporting.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Tests.Infrastructure.Agency.Queue;

/// <summary>The figures by state, which are kept by the writes, and the choices around the list.</summary>
public sealed class QueueFiguresTests
{
    private static readonly Actor OfBoth = Actor.OfAgency(901, "Ada", Role.AgencyOperator, Territory.Milano, Territory.Lodi);
    private static readonly Actor OfLodi = Actor.OfAgency(903, "Lia", Role.AgencyOperator, Territory.Lodi);

    private static CancellationToken Patience => Xunit.TestContext.Current.CancellationToken;

    [Fact(Timeout = 120_000)]
    public async Task Counts_ReportsComeAndGoThroughTheirStates_FollowInTheSameCommit()
    {
        await using var stage = await DeliveryStage.SetAsync();
        var milano = await stage.ReceiveAsync(3, Patience);
        await stage.ReceiveAsync(2, Patience, draft => draft.SiteMunicipality = "Lodi (LO)", "E648");
        var desk = stage.Portal.Get<AgencyDesk>();
        await desk.TakeInChargeAsync(OfBoth, milano[0], Patience);
        await desk.TakeInChargeAsync(OfBoth, milano[1], Patience);
        await desk.IssueMeasuresAsync(OfBoth, milano[1], Patience);

        var all = await CountsAsync(stage.Portal, OfBoth);

        Assert.Equal([3, 1, 1, 0], Enum.GetValues<AgencyState>().Select(state => all[state]));
        Assert.Equal((5, 2), (all.All, (await CountsAsync(stage.Portal, OfLodi)).All));
        Assert.Equal(0, (await CountsAsync(stage.Portal, Actor.OfAgency(904, "Amministratrice", Role.AgencyAdministrator))).All);
    }

    [Fact(Timeout = 120_000)]
    public async Task Counts_OfSomeDays_AreOfThoseReceivedThen()
    {
        await using var stage = await DeliveryStage.SetAsync();
        await stage.ReceiveAsync(1, Patience);
        stage.Portal.Clock.Advance(TimeSpan.FromDays(2));
        await stage.ReceiveAsync(2, Patience);
        var first = DateOnly.FromDateTime(TestPortal.Start.UtcDateTime);

        Assert.Equal(1, (await CountsAsync(stage.Portal, OfBoth, new DayRange(null, first))).All);
        Assert.Equal(2, (await CountsAsync(stage.Portal, OfBoth, new DayRange(first.AddDays(1), null))).All);
        Assert.Equal(0, (await CountsAsync(stage.Portal, OfBoth, new DayRange(first.AddDays(9), first))).All);
    }

    [Fact(Timeout = 120_000)]
    public async Task Counts_ReportRemovedAndFigurePutWrongByHand_AreRightAfterTheNextStart()
    {
        await using var stage = await DeliveryStage.SetAsync();
        var ids = await stage.ReceiveAsync(3, Patience);
        await using var context = await stage.Portal.OpenAsync();
        var gone = ids[0];
        await context.Set<ReceivedReport>().Where(r => r.Id == gone).ExecuteDeleteAsync(Patience);
        Assert.Equal(2, (await CountsAsync(stage.Portal, OfBoth)).All);

        await context.Database.ExecuteSqlRawAsync("""UPDATE "ReportTallies" SET "Count" = 40""", Patience);
        await using var restarted = await TestPortal.StartAsync(databasePath: stage.Portal.DatabasePath);

        Assert.Equal(2, (await CountsAsync(restarted, OfBoth)).All);
    }

    [Fact(Timeout = 120_000)]
    public async Task Sites_Typed_AreThoseOfOnesTerritoriesByWordOrCode()
    {
        await using var stage = await QueueStage.SetAsync();
        var queries = stage.Portal.Get<IQueueQueries>();

        Assert.Equal(12, (await queries.SitesAsync(stage.Ada, "pless", Patience)).Count);
        Assert.Equal(6, (await queries.SitesAsync(stage.Lia, "PLESSO", Patience)).Count);
        var byLetter = Assert.Single(await queries.SitesAsync(stage.Ada, "a", Patience));
        Assert.Equal("Plesso A", byLetter.Name);
        Assert.Equal(byLetter, Assert.Single(await queries.SitesAsync(stage.Ada, byLetter.Code, Patience)));
        Assert.Equal(byLetter, await queries.SiteAsync(stage.Ada, byLetter.Id, Patience));
        Assert.Null(await queries.SiteAsync(byLetter.MunicipalityCode is "F205" or "A010" ? stage.Lia : stage.Ugo, byLetter.Id, Patience));
        Assert.Null(await queries.SiteAsync(stage.Ada, 900_000, Patience));
        Assert.Empty(await queries.SitesAsync(stage.Ada, "esso", Patience));
        Assert.Empty(await queries.SitesAsync(stage.Ada, "%", Patience));
        Assert.Empty(await queries.SitesAsync(Actor.OfSchool(1, "Referente", Role.Referent, 1), "plesso", Patience));
    }

    private static Task<StateCounts> CountsAsync(TestPortal portal, Actor actor, DayRange days = default) =>
        portal.Get<IQueueQueries>().CountsAsync(actor, days, Patience);
}
