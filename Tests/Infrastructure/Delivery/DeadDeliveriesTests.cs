using CovidSchoolReporting.Domain.Delivery;
using CovidSchoolReporting.Infrastructure.Delivery;
using CovidSchoolReporting.Infrastructure.Persistence;
using CovidSchoolReporting.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Tests.Infrastructure.Delivery;

public sealed class DeadDeliveriesTests
{
    private static CancellationToken Patience => Xunit.TestContext.Current.CancellationToken;

    [Fact(Timeout = 30_000)]
    public async Task Retry_GivenUp_IsDeliveredUnderTheSameKey()
    {
        var gateway = new ScriptedGateway().ThenFail(new DeliveryRefusedException("refused: HTTP 422"));
        await using var stage = await DeliveryStage.SetAsync(gateway);
        var school = await stage.Portal.AddSchoolAsync();
        var id = await stage.CloseCaseAsync(school);
        await stage.StartWorkerAsync();
        await gateway.NextCallAsync(Patience);
        await stage.StopWorkerAsync();
        var deliveries = new DeadDeliveries(stage.Portal.Get<IDbContextFactory<PortalDbContext>>());
        var dead = Assert.Single(await deliveries.ListAsync(Patience));
        Assert.Equal((id, 1, "refused: HTTP 422"), (dead.CaseId, dead.Attempts, dead.Failure));

        Assert.Equal(0, await deliveries.RetryAsync(id + 1, Patience));
        Assert.Equal(1, await deliveries.RetryAsync(id, Patience));
        Assert.Equal(0, await deliveries.RetryAsync(null, Patience));

        Assert.Empty(await deliveries.ListAsync(Patience));
        await stage.StartWorkerAsync();
        Assert.Equal(id, (await stage.NextReceivedAsync(Patience)).CaseId);
        Assert.Single(gateway.Keys.Distinct());
        Assert.Equal(DeliveryState.Delivered, (await stage.ReadCaseAsync(id)).Delivery!.State);
    }
}
