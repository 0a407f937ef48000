using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Policies;
using CovidSchoolReporting.Domain.Rules;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using CovidSchoolReporting.Tests.Infrastructure.Persistence;
using CovidSchoolReporting.Tests.Support;

namespace CovidSchoolReporting.Tests.Infrastructure.Policies;

/// <summary>The administrator's commands on a real database, on 25/11/2020.</summary>
public sealed class PolicyDeskTests : IAsyncLifetime
{
    private static readonly Actor _keeper = Actor.OfAgency(90, "Amministratore", Role.AgencyAdministrator);

    private readonly Sabotage _sabotage = new();
    private TestPortal _portal = null!;

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    private PolicyDesk Desk => _portal.Get<PolicyDesk>();

    public async ValueTask InitializeAsync() => _portal = await TestPortal.StartAsync(_sabotage.Install);

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task SaveDraft_New_IsADraftThatNobodyGoesBy()
    {
        var id = await SaveAsync(Drafts.Policy());

        var timeline = await TimelineAsync();
        Assert.Equal(PolicyState.Draft, timeline.StateOf(timeline.Find(id)!, new DateOnly(2020, 12, 1)));
        Assert.Equal(new DateOnly(2020, 10, 12), timeline.InForceOn(new DateOnly(2020, 12, 1)).StartsOn);
    }

    [Fact]
    public async Task SaveDraft_SentTwice_IsThereOnce()
    {
        var draft = Drafts.Policy();

        var (first, second) = (await SaveAsync(draft), await SaveAsync(draft));

        Assert.Equal(first, second);
        Assert.Equal(11, (await TimelineAsync()).All.Count);
        Assert.Equal(1, (await TimelineAsync()).Find(first)!.Version);
    }

    [Fact]
    public async Task SaveDraft_Amended_TakesTheNewValues()
    {
        var draft = await StoredDraftAsync();
        draft.Contacts[0].DaysWithoutTest = "15";

        await SaveAsync(draft);

        Assert.Equal(15, (await TimelineAsync()).Find(draft.Id!.Value)!.Terms.Contacts[0].DaysWithoutTest);
    }

    [Fact]
    public async Task SaveDraft_ColleagueWasFirst_IsStaleUntilItsVersionIsTaken()
    {
        var mine = await StoredDraftAsync();
        var theirs = PolicyDraft.Of((await TimelineAsync()).Find(mine.Id!.Value)!);
        theirs.Notes = "Della collega";
        await SaveAsync(theirs);
        mine.Notes = "Mia";

        var stale = Assert.IsType<PolicyOutcome.Stale>(await Desk.SaveDraftAsync(_keeper, mine, Patience));
        Assert.Equal("Della collega", (await TimelineAsync()).Find(mine.Id.Value)!.Notes);

        mine.Version = stale.Version;
        await SaveAsync(mine);
        Assert.Equal("Mia", (await TimelineAsync()).Find(mine.Id.Value)!.Notes);
    }

    [Fact]
    public async Task SaveDraft_Wrong_SaysWhatAndWritesNothing()
    {
        var outcome = await Desk.SaveDraftAsync(_keeper, Drafts.Policy(d => d.Source = ""), Patience);

        Assert.Equal([RuleCodes.PolicySource], Assert.IsType<PolicyOutcome.Invalid>(outcome).Findings.Select(f => f.Code));
        Assert.Equal(10, (await TimelineAsync()).All.Count);
    }

    [Fact]
    public async Task Publish_StartsToday_IsInForceAtOnce()
    {
        var id = await SaveAsync(Drafts.Policy(d => d.StartsOn = "25/11/2020"));

        Assert.IsType<PolicyOutcome.Done>(await Desk.PublishAsync(_keeper, id, 1, Patience));

        Assert.Equal(id, (await TimelineAsync()).InForceOn(new DateOnly(2020, 11, 25)).Id);
    }

    [Fact]
    public async Task Publish_DaysHavePassedSinceTheDraft_IsRefusedWithTheReason()
    {
        var id = await SaveAsync(Drafts.Policy(d => d.StartsOn = "26/11/2020"));
        _portal.Clock.Advance(TimeSpan.FromDays(3));

        var outcome = Assert.IsType<PolicyOutcome.Invalid>(await Desk.PublishAsync(_keeper, id, 1, Patience));

        Assert.Equal([RuleCodes.PolicyStartPassed], outcome.Findings.Select(f => f.Code));
    }

    [Fact]
    public async Task Publish_TwoDraftsOfOneDayAtOnce_OneIsRefused()
    {
        var (one, other) = (await SaveAsync(Drafts.Policy()), await SaveAsync(Drafts.Policy()));

        var outcomes = await Task.WhenAll(
            Desk.PublishAsync(_keeper, one, 1, Patience), Desk.PublishAsync(_keeper, other, 1, Patience));

        Assert.Single(outcomes, outcome => outcome is PolicyOutcome.Done);
        Assert.Single(outcomes, outcome => outcome is PolicyOutcome.Invalid);
    }

    [Fact]
    public async Task Publish_AnotherProcessTookTheDay_IsRefusedByTheDatabaseItself()
    {
        var mine = await SaveAsync(Drafts.Policy());
        await using var beside = await TestPortal.StartAsync(databasePath: _portal.DatabasePath);
        await beside.Get<PolicyDesk>().SaveDraftAsync(_keeper, Drafts.Policy(), Patience);
        Assert.IsType<PolicyOutcome.Done>(await beside.Get<PolicyDesk>().PublishAsync(_keeper, mine + 1, 1, Patience));

        var outcome = await Desk.PublishAsync(_keeper, mine, 1, Patience);

        Assert.Equal([RuleCodes.PolicyDayTaken], Assert.IsType<PolicyOutcome.Invalid>(outcome).Findings.Select(f => f.Code));
    }

    [Fact]
    public async Task Withdraw_Planned_IsADraftAgainAndMayBeAmended()
    {
        var id = await SaveAsync(Drafts.Policy());
        await Desk.PublishAsync(_keeper, id, 1, Patience);

        Assert.IsType<PolicyOutcome.Done>(await Desk.WithdrawAsync(_keeper, id, 2, Patience));

        var draft = PolicyDraft.Of((await TimelineAsync()).Find(id)!);
        draft.WindowDaysBefore = "3";
        await SaveAsync(draft);
    }

    [Fact]
    public async Task Commands_InForceOrPast_AreRefused()
    {
        var timeline = await TimelineAsync();
        foreach (var policy in timeline.All.Where(p => p.StartsOn <= new DateOnly(2020, 11, 25)))
        {
            var state = timeline.StateOf(policy, new DateOnly(2020, 11, 25));
            PolicyOutcome[] outcomes =
            [
                await Desk.SaveDraftAsync(_keeper, PolicyDraft.Of(policy), Patience),
                await Desk.PublishAsync(_keeper, policy.Id, policy.Version, Patience),
                await Desk.WithdrawAsync(_keeper, policy.Id, policy.Version, Patience),
                await Desk.RemoveDraftAsync(_keeper, policy.Id, policy.Version, Patience),
            ];

            Assert.All(outcomes, outcome => Assert.Equal(new PolicyOutcome.Refused(state), outcome));
        }

        Assert.Equal(10, (await TimelineAsync()).All.Count);
    }

    [Fact]
    public async Task Withdraw_CameInForceMeanwhile_IsRefused()
    {
        var id = await SaveAsync(Drafts.Policy());
        await Desk.PublishAsync(_keeper, id, 1, Patience);
        _portal.Clock.Advance(TimeSpan.FromDays(6));

        Assert.Equal(new PolicyOutcome.Refused(PolicyState.InForce), await Desk.WithdrawAsync(_keeper, id, 2, Patience));
    }

    [Fact]
    public async Task RemoveDraft_Draft_IsGone()
    {
        var id = await SaveAsync(Drafts.Policy());

        Assert.IsType<PolicyOutcome.Done>(await Desk.RemoveDraftAsync(_keeper, id, 1, Patience));

        Assert.Null((await TimelineAsync()).Find(id));
        Assert.IsType<PolicyOutcome.NotFound>(await Desk.RemoveDraftAsync(_keeper, id, 1, Patience));
    }

    [Fact]
    public async Task SaveDraft_DatabaseCannotBeWritten_SaysSoAndTheTimelineIsAsBefore()
    {
        await TimelineAsync();
        _sabotage.Now = Sabotage.ReadOnly;

        Assert.IsType<PolicyOutcome.NothingSaved>(await Desk.SaveDraftAsync(_keeper, Drafts.Policy(), Patience));

        Assert.Equal(10, (await TimelineAsync()).All.Count);
    }

    [Fact]
    public async Task Publish_Done_TellsTheAdministratorsScreensOnly()
    {
        var told = new TaskCompletionSource<Change>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var subscription = _portal.Get<ChangeHub>().Subscribe(change =>
        {
            told.TrySetResult(change);
            return Task.CompletedTask;
        });

        await SaveAsync(Drafts.Policy());

        var change = await told.Task.WaitAsync(Patience);
        Assert.True(change.Concerns(_keeper));
        Assert.False(change.Concerns(Actor.OfSchool(1, "Referente", Role.Referent, 2)));
        Assert.False(change.Concerns(Actor.OfAgency(3, "Operatore", Role.AgencyOperator, Territory.Milano)));
    }

    private async Task<int> SaveAsync(PolicyDraft draft) =>
        Assert.IsType<PolicyOutcome.Done>(await Desk.SaveDraftAsync(_keeper, draft, Patience)).Id;

    private async Task<PolicyDraft> StoredDraftAsync()
    {
        var id = await SaveAsync(Drafts.Policy());
        return PolicyDraft.Of((await TimelineAsync()).Find(id)!);
    }

    private async Task<PolicyTimeline> TimelineAsync() => (await Desk.TimelineAsync(_keeper, Patience))!;
}
