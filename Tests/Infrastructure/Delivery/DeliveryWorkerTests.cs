using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Delivery;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using CovidSchoolReporting.Tests.Support;

namespace CovidSchoolReporting.Tests.Infrastructure.Delivery;

public sealed class DeliveryWorkerTests
{
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(1);

    private static CancellationToken Patience => Xunit.TestContext.Current.CancellationToken;

    [Fact(Timeout = 30_000)]
    public async Task Worker_CaseClosed_ReceiptIsOnTheCaseAndScreensAreTold()
    {
        await using var stage = await DeliveryStage.SetAsync();
        var school = await stage.Portal.AddSchoolAsync();
        await stage.StartWorkerAsync();

        var id = await stage.CloseCaseAsync(school);
        var change = await stage.NextReceivedAsync(Patience);

        var stored = await stage.ReadCaseAsync(id);
        Assert.Equal(new Change(id, school.InstituteId!.Value, Territory.Milano), change);
        Assert.Equal("2020/0000001", stored.ProtocolNumber);
        Assert.Equal(TestPortal.Start.UtcDateTime, stored.ReceivedAt);
        Assert.Equal(DeliveryState.Delivered, stored.Delivery!.State);
        Assert.Equal(1, stored.Delivery.Attempts);
    }

    [Fact(Timeout = 30_000)]
    public async Task Worker_StartedLate_SendsEverythingThatWaited()
    {
        await using var stage = await DeliveryStage.SetAsync();
        var school = await stage.Portal.AddSchoolAsync();
        var ids = new HashSet<int>();
        for (var i = 0; i < 20; i++)
        {
            ids.Add(await stage.CloseCaseAsync(school));
        }

        await stage.StartWorkerAsync();
        for (var i = 0; i < 20; i++)
        {
            Assert.True(ids.Remove((await stage.NextReceivedAsync(Patience)).CaseId));
        }
    }

    [Fact(Timeout = 30_000)]
    public async Task Worker_GatewayFails_TriesAgainLaterAndLater()
    {
        var gateway = new ScriptedGateway()
            .ThenFail(new TimeoutException("Rossi Mario"))
            .ThenFail(new HttpRequestException("Rossi Mario"))
            .ThenFail(new InvalidOperationException("Rossi Mario"));
        await using var stage = await DeliveryStage.SetAsync(gateway, options =>
        {
            options.FirstRetrySeconds = 4;
            options.LongestRetrySeconds = 8;
        });
        var school = await stage.Portal.AddSchoolAsync();
        var id = await stage.CloseCaseAsync(school);
        await stage.StartWorkerAsync();

        // Each wait lies between half of 4, 8 and 8 seconds and the whole.
        foreach (var whole in new[] { 4, 8, 8 })
        {
            await gateway.NextCallAsync(Patience);
            var wait = await stage.Machine.WaitBegunAsync(wait => wait < LongestRest, Patience);
            Assert.InRange(wait.TotalSeconds, whole / 2.0, whole);
            var waiting = await stage.ReadCaseAsync(id);
            Assert.Equal(DeliveryState.Pending, waiting.Delivery!.State);
            Assert.DoesNotContain("Rossi", waiting.Delivery.LastFailure, StringComparison.Ordinal);
            stage.Machine.Advance(wait);
        }

        await stage.NextReceivedAsync(Patience);
        var delivered = await stage.ReadCaseAsync(id);
        Assert.Equal(DeliveryState.Delivered, delivered.Delivery!.State);
        Assert.Equal(4, delivered.Delivery.Attempts);
        Assert.Null(delivered.Delivery.LastFailure);
        Assert.Single(gateway.Keys.Distinct());
    }

    [Fact(Timeout = 30_000)]
    public async Task Worker_EveryTryFails_GivesUpAndServesTheOthers()
    {
        var gateway = new ScriptedGateway()
            .ThenFail(new TimeoutException()).ThenFail(new TimeoutException());
        await using var stage = await DeliveryStage.SetAsync(gateway, options => options.MaxAttempts = 2);
        var school = await stage.Portal.AddSchoolAsync();
        var dead = await stage.CloseCaseAsync(school);
        await stage.StartWorkerAsync();

        await gateway.NextCallAsync(Patience);
        stage.Machine.Advance(await stage.Machine.WaitBegunAsync(wait => wait < LongestRest, Patience));
        await gateway.NextCallAsync(Patience);
        var next = await stage.CloseCaseAsync(school);
        Assert.Equal(next, (await stage.NextReceivedAsync(Patience)).CaseId);
        await stage.StopWorkerAsync();

        var stored = await stage.ReadCaseAsync(dead);
        Assert.Equal(DeliveryState.Dead, stored.Delivery!.State);
        Assert.Equal(nameof(TimeoutException), stored.Delivery.LastFailure);
        Assert.Null(stored.ProtocolNumber);
        Assert.Equal(3, gateway.Keys.Count);
    }

    [Fact(Timeout = 30_000)]
    public async Task Worker_AgencyRefuses_IsNotTriedAgain()
    {
        var gateway = new ScriptedGateway().ThenFail(new DeliveryRefusedException("refused: HTTP 422"));
        await using var stage = await DeliveryStage.SetAsync(gateway);
        var school = await stage.Portal.AddSchoolAsync();
        var refused = await stage.CloseCaseAsync(school);
        await stage.StartWorkerAsync();
        await gateway.NextCallAsync(Patience);
        await stage.StopWorkerAsync();

        var stored = await stage.ReadCaseAsync(refused);
        Assert.Equal(DeliveryState.Dead, stored.Delivery!.State);
        Assert.Equal("refused: HTTP 422", stored.Delivery.LastFailure);
        Assert.Equal(CaseStatus.Closed, stored.Status);
    }

    [Fact(Timeout = 30_000)]
    public async Task Worker_OneCallHangs_TheOthersPass()
    {
        var never = new TaskCompletionSource<Receipt>();
        var gateway = new ScriptedGateway().Then(() => never.Task);
        await using var stage = await DeliveryStage.SetAsync(gateway);
        var school = await stage.Portal.AddSchoolAsync();
        await stage.StartWorkerAsync();

        var hanging = await stage.CloseCaseAsync(school);
        Assert.Equal(hanging, (await gateway.NextCallAsync(Patience)).CaseId);
        var passing = await stage.CloseCaseAsync(school);

        Assert.Equal(passing, (await stage.NextReceivedAsync(Patience)).CaseId);
        Assert.Equal(DeliveryState.Pending, (await stage.ReadCaseAsync(hanging)).Delivery!.State);
    }

    [Fact(Timeout = 30_000)]
    public async Task Worker_ManyCallsHang_NoMoreThanAllowedAreUnderWay()
    {
        var release = new TaskCompletionSource();
        var gateway = new ScriptedGateway();
        for (var i = 0; i < 3; i++)
        {
            gateway.Then(async () =>
            {
                await release.Task;
                return gateway.Answer();
            });
        }

        await using var stage = await DeliveryStage.SetAsync(gateway, options => options.AtOnce = 2);
        var school = await stage.Portal.AddSchoolAsync();
        for (var i = 0; i < 3; i++)
        {
            await stage.CloseCaseAsync(school);
        }

        await stage.StartWorkerAsync();
        await gateway.NextCallAsync(Patience);
        await gateway.NextCallAsync(Patience);
        await stage.Machine.WaitBegunAsync(wait => wait == LongestRest, Patience);

        // Called once more, it looks again, and still has no free hand.
        await stage.CloseCaseAsync(school);
        await stage.Machine.WaitBegunAsync(wait => wait == LongestRest, Patience);
        Assert.Equal(2, gateway.Keys.Count);

        release.SetResult();
        for (var i = 0; i < 4; i++)
        {
            await stage.NextReceivedAsync(Patience);
        }
    }

    [Fact(Timeout = 30_000)]
    public async Task Worker_StoppedDuringACall_LeavesTheDeliveryAsItWas()
    {
        var never = new TaskCompletionSource<Receipt>();
        var gateway = new ScriptedGateway().Then(() => never.Task);
        await using var stage = await DeliveryStage.SetAsync(gateway);
        var id = await stage.CloseCaseAsync(await stage.Portal.AddSchoolAsync());
        await stage.StartWorkerAsync();
        await gateway.NextCallAsync(Patience);

        await stage.StopWorkerAsync();

        var stored = await stage.ReadCaseAsync(id);
        Assert.Equal(DeliveryState.Pending, stored.Delivery!.State);
        Assert.Equal(0, stored.Delivery.Attempts);
    }
}
