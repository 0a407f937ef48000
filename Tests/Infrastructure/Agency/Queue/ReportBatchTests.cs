using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Agency.Queue;
using CovidSchoolReporting.Domain.Lists;
using CovidSchoolReporting.Domain.Time;

namespace CovidSchoolReporting.Tests.Infrastructure.Agency.Queue;

public sealed class ReportBatchTests : IAsyncLifetime
{
    private QueueStage _stage = null!;

    private static CancellationToken Patience => Xunit.TestContext.Current.CancellationToken;

    private ReportBatch Batch => _stage.Portal.Get<ReportBatch>();

    public async ValueTask InitializeAsync() => _stage = await QueueStage.SetAsync();

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    [Fact(Timeout = 120_000)]
    public async Task TakeInCharge_ManyOfWhichAColleagueHasOneAndOneIsElsewhere_SaysSoByCount()
    {
        var free = Reports(AgencyState.Received, Territory.Milano).Take(3).ToList();
        await _stage.Portal.Get<AgencyDesk>().TakeInChargeAsync(_stage.Ada, free[0], Patience);
        var elsewhere = Reports(AgencyState.Received, Territory.Lodi).First();

        var outcome = await Batch.TakeInChargeAsync(_stage.Ugo, [.. free, elsewhere], Patience);

        Assert.Equal((2, 1, 0), (outcome.Done, outcome.NotThere, outcome.NotSaved));
        Assert.Equal(new HeldReports("Ada", 1), Assert.Single(outcome.Held));
        Assert.False(outcome.IsWhole);
        Assert.Equal([free[2], free[1]], (await MineAsync(_stage.Ugo)).Where(free.Contains));
    }

    [Fact(Timeout = 120_000)]
    public async Task TakeInCharge_SentTwice_IsDoneOnceAndSaysTheSame()
    {
        var free = Reports(AgencyState.Received, Territory.Milano).Take(2).ToList();

        var first = await Batch.TakeInChargeAsync(_stage.Ugo, free, Patience);
        var again = await Batch.TakeInChargeAsync(_stage.Ugo, free, Patience);

        Assert.True(first.IsWhole);
        Assert.Equal((first.Done, 2), (again.Done, first.Done));
    }

    [Fact(Timeout = 120_000)]
    public async Task Assign_ToAColleagueOfOneTerritory_GivesOnlyThoseOfIt()
    {
        var milano = Reports(AgencyState.Received, Territory.Milano).Take(2).ToList();
        var lodi = Reports(AgencyState.Received, Territory.Lodi).Take(1).ToList();

        var outcome = await Batch.AssignAsync(_stage.Ada, [.. milano, .. lodi], _stage.Ugo.UserId, Patience);

        Assert.Equal((2, 1), (outcome.Done, outcome.NotTheirs));
        Assert.Equal(2, (await MineAsync(_stage.Ugo)).Count(milano.Contains));
    }

    [Fact(Timeout = 120_000)]
    public async Task Assign_Many_AsksOnceWhoTheColleaguesAre()
    {
        var asked = new Asked(_stage.Portal.Get<IColleagues>());
        var batch = new ReportBatch(new AgencyDesk(_stage.Portal.Get<IReportStore>(), asked, new PortalClock(_stage.Portal.Clock)));

        var outcome = await batch.AssignAsync(_stage.Ada, [.. Reports(AgencyState.Received, Territory.Milano).Take(3)], _stage.Ugo.UserId, Patience);

        Assert.Equal((3, 1), (outcome.Done, asked.Times));
    }

    private IEnumerable<int> Reports(AgencyState state, Territory territory) =>
        _stage.All.Where(r => r.State == state && r.Territory == territory && r.AssignedTo is null).Select(r => r.Id);

    private async Task<IReadOnlyList<int>> MineAsync(Actor actor)
    {
        var ids = new List<int>();
        Page<ReportRow> page;
        var request = new ReportListRequest { Filter = new() { Assignee = AssigneeFilter.Me } };
        do
        {
            page = await _stage.Portal.Get<IReportQueries>().ListAsync(actor, request, Patience);
            ids.AddRange(page.Rows.Select(row => row.Id));
            request = request with { Anchor = page.Next };
        }
        while (page.Next is not null);

        return ids;
    }

    private sealed class Asked(IColleagues colleagues) : IColleagues
    {
        public int Times { get; private set; }

        public Task<IReadOnlyList<Actor>> ListAsync(Actor actor, CancellationToken cancellationToken)
        {
            Times++;
            return colleagues.ListAsync(actor, cancellationToken);
        }
    }
}
