using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Matches;
using CovidSchoolReporting.Infrastructure.Persistence.Matches;
using CovidSchoolReporting.Tests.Infrastructure.Delivery;
using CovidSchoolReporting.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CovidSchoolReporting.Tests.Infrastructure.Agency;

/// <summary>Possible duplicates and related cases, found when a report arrives.</summary>
public sealed class MatchTests : IAsyncLifetime
{
    private static readonly Actor _ada = Actor.OfAgency(901, "Ada Operatrice", Role.AgencyOperator, Territory.Milano, Territory.Lodi);
    private static readonly Actor _ugo = Actor.OfAgency(902, "Ugo Operatore", Role.AgencyOperator, Territory.Milano);

    private DeliveryStage _stage = null!;

    private static CancellationToken Patience => Xunit.TestContext.Current.CancellationToken;

    private IMatchQueries Queries => _stage.Portal.Get<IMatchQueries>();

    private MatchDesk Desk => _stage.Portal.Get<MatchDesk>();

    public async ValueTask InitializeAsync() => _stage = await DeliveryStage.SetAsync();

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    [Theory(Timeout = 60_000)]
    [InlineData("Rossi", "Mario", "01/03/2010", true, MatchGround.FiscalCode)]
    [InlineData("Rossi", "Mario", "01/03/2010", false, MatchGround.NameAndBirthDate)]
    [InlineData("Rossi", "Mario", "03/01/2010", false, MatchGround.TransposedBirthDate)]
    [InlineData("Mario", "Rossi", "01/03/2010", false, MatchGround.SwappedNames)]
    [InlineData("Rosssi", "Mario", "01/03/2010", false, MatchGround.TypingSlip)]
    public async Task Arrival_OfWhoWasReportedElsewhere_IsProposed(string surname, string name, string born, bool withCode, MatchGround expected)
    {
        var older = Assert.Single(await _stage.ReceiveAsync(1, Patience, draft => Code(draft, withCode)));

        var newer = Assert.Single(await _stage.ReceiveAsync(1, Patience, draft =>
        {
            (draft.Surname, draft.Name, draft.BirthDate) = (surname, name, born);
            Code(draft, withCode);
        }));

        var pair = Assert.Single((await Queries.ListAsync(_ada, new MatchListRequest(), Patience)).Rows);
        Assert.Equal((expected, older, newer, MatchState.Open), (pair.Ground, pair.Older.ReportId, pair.Newer.ReportId, pair.State));
        Assert.Equal(pair.Id, Assert.Single(await Queries.OfReportAsync(_ada, older, Patience)).Id);
        Assert.Equal(pair.Id, Assert.Single(await Queries.OfReportAsync(_ada, newer, Patience)).Id);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("Maria", "01/03/2010", 0)]
    [InlineData("Luca", "01/03/2010", 0)]
    [InlineData("Mario", "02/03/2010", 0)]
    [InlineData("Mario", "01/03/2010", 91)]
    public async Task Arrival_OfSomebodyElseOrMuchLater_IsNotProposed(string name, string born, int daysLater)
    {
        await _stage.ReceiveAsync(1, Patience);
        _stage.Portal.Clock.Advance(TimeSpan.FromDays(daysLater));

        await _stage.ReceiveAsync(1, Patience, draft => (draft.Name, draft.BirthDate) = (name, born));

        Assert.Empty((await Queries.ListAsync(_ada, new MatchListRequest(), Patience)).Rows);
    }

    [Theory(Timeout = 60_000)]
    [InlineData(90, 90, 1)]
    [InlineData(91, 90, 0)]
    [InlineData(3, 3, 1)]
    [InlineData(4, 3, 0)]
    public async Task Arrival_LaterInTheDay_IsProposedWithTheLastDayIncluded(int daysLater, int withinDays, int pairs)
    {
        await using var stage = await DeliveryStage.SetAsync(more: services => services.Configure<MatchOptions>(options => options.WithinDays = withinDays));
        await stage.ReceiveAsync(1, Patience);
        stage.Portal.Clock.Advance(TimeSpan.FromDays(daysLater) + TimeSpan.FromHours(3));

        await stage.ReceiveAsync(1, Patience);

        Assert.Equal(pairs, (await stage.Portal.Get<IMatchQueries>().ListAsync(_ada, new MatchListRequest(), Patience)).Rows.Count);
    }

    [Fact(Timeout = 60_000)]
    public async Task Pair_AcrossTerritories_ExistsOnlyForWhoHasBoth()
    {
        var ofMilano = Assert.Single(await _stage.ReceiveAsync(1, Patience));
        await _stage.ReceiveAsync(1, Patience, draft => draft.SiteMunicipality = "Lodi (LO)", municipalityCode: "E648");
        var pair = Assert.Single((await Queries.ListAsync(_ada, new MatchListRequest(), Patience)).Rows);

        foreach (var other in new[] { _ugo, Actor.OfAgency(904, "Amministratrice", Role.AgencyAdministrator), Actor.OfSchool(905, "Referente", Role.Referent, 1) })
        {
            Assert.Empty((await Queries.ListAsync(other, new MatchListRequest(), Patience)).Rows);
            Assert.Empty(await Queries.OfReportAsync(other, ofMilano, Patience));
            Assert.Equal(new MatchOutcome.NotFound(), await Desk.SayAsync(other, pair.Id, MatchState.Linked, 0, Patience));
        }

        Assert.Equal(new MatchOutcome.Said(MatchState.Linked), await Desk.SayAsync(_ada, pair.Id, MatchState.Linked, 0, Patience));
    }

    [Fact(Timeout = 60_000)]
    public async Task Said_LinkedAndUndone_IsKeptInBothHistoriesAndMergesNothing()
    {
        var ids = await _stage.ReceiveAsync(2, Patience);
        var pair = Assert.Single((await Queries.ListAsync(_ugo, new MatchListRequest(), Patience)).Rows);

        await Desk.SayAsync(_ugo, pair.Id, MatchState.Linked, 0, Patience);
        Assert.Equal(new MatchOutcome.Said(MatchState.Linked), await Desk.SayAsync(_ugo, pair.Id, MatchState.Linked, 0, Patience));
        var linked = Assert.Single((await Queries.ListAsync(_ada, new MatchListRequest(MatchState.Linked), Patience)).Rows);
        Assert.Equal(("Ugo Operatore", 1), (linked.SaidByName, linked.Version));
        await Desk.SayAsync(_ada, pair.Id, MatchState.Open, linked.Version, Patience);

        Assert.Equal(MatchState.Open, Assert.Single((await Queries.ListAsync(_ada, new MatchListRequest(), Patience)).Rows).State);
        foreach (var id in ids)
        {
            var history = await _stage.Portal.Get<IReportHistory>().FindAsync(_ada, id, Patience);
            Assert.Equal([ReportEventKind.Received, ReportEventKind.MatchLinked, ReportEventKind.MatchReopened], history!.Events.Select(line => line.Kind));
            Assert.NotNull(await _stage.Portal.Get<IReportQueries>().FindAsync(_ada, id, Patience));
        }
    }

    [Fact(Timeout = 60_000)]
    public async Task Said_TwoOperatorsAtOnce_TheSecondIsTold()
    {
        await _stage.ReceiveAsync(2, Patience);
        var pair = Assert.Single((await Queries.ListAsync(_ada, new MatchListRequest(), Patience)).Rows);

        var outcomes = await Task.WhenAll(
            Task.Run(() => Desk.SayAsync(_ada, pair.Id, MatchState.Linked, 0, Patience)),
            Task.Run(() => Desk.SayAsync(_ugo, pair.Id, MatchState.Dismissed, 0, Patience)));

        var winner = outcomes[0] is MatchOutcome.Said ? 0 : 1;
        Assert.IsType<MatchOutcome.Said>(outcomes[winner]);
        Assert.Equal(new[] { _ada, _ugo }[winner].DisplayName, Assert.IsType<MatchOutcome.Overtaken>(outcomes[1 - winner]).ByName);
    }

    [Fact(Timeout = 60_000)]
    public async Task Start_ReportsThatWereNeverCompared_AreComparedOnce()
    {
        var ids = await _stage.ReceiveAsync(2, Patience);
        await _stage.StopWorkerAsync();
        await using (var context = await _stage.Portal.OpenAsync())
        {
            await context.Set<MatchProposal>().ExecuteDeleteAsync(Patience);
        }

        await using var again = await TestPortal.StartAsync(databasePath: _stage.Portal.DatabasePath);
        await using var oncemore = await TestPortal.StartAsync(databasePath: _stage.Portal.DatabasePath);

        var pair = Assert.Single((await Queries.ListAsync(_ada, new MatchListRequest(), Patience)).Rows);
        Assert.Equal((ids[0], ids[1], MatchGround.NameAndBirthDate), (pair.Older.ReportId, pair.Newer.ReportId, pair.Ground));
    }

    [Fact(Timeout = 60_000)]
    public async Task Pages_MorePairsThanOne_AreWalkedBothWays()
    {
        await _stage.ReceiveAsync(6, Patience); // Fifteen pairs.

        var first = await Queries.ListAsync(_ada, new MatchListRequest(), Patience);
        var second = await Queries.ListAsync(_ada, new MatchListRequest(Anchor: first.Next), Patience);
        var back = await Queries.ListAsync(_ada, new MatchListRequest(Anchor: second.Previous), Patience);

        Assert.Equal((10, 5), (first.Rows.Count, second.Rows.Count));
        Assert.Equal(first.Rows.Select(row => row.Id), back.Rows.Select(row => row.Id));
        Assert.Null(second.Next);
    }

    private static void Code(CaseDraft draft, bool withCode)
    {
        if (withCode)
        {
            (draft.FiscalCodeUnavailable, draft.FiscalCodeUnavailableReason, draft.FiscalCode) = (false, "", Drafts.MarioRossi);
        }
    }
}
