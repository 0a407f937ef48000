using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Delivery;
using CovidSchoolReporting.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Tests.Infrastructure.Delivery.Crash;

/// <summary>
/// Closed means one delivery record, and that means one report at the agency, wherever the process dies. The portal is killed
/// again and again while a school closes cases; then one start must put everything in order.
/// </summary>
public sealed class CrashTests
{
    private const int Kills = 4;
    private const int MostLines = 600;

    private static CancellationToken Patience => Xunit.TestContext.Current.CancellationToken;

    [Theory(Timeout = 240_000)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Portal_KilledAnywhere_EveryClosedCaseIsReceivedOnce(bool overHttp)
    {
        await using var agency = overHttp ? await AgencyStub.StartAsync() : null;
        await using var stage = await DeliveryStage.SetAsync(options: options =>
            (options.Endpoint, options.Secret) = (agency?.Address.ToString(), agency is null ? null : AgencyStub.Secret));
        var school = await stage.Portal.AddSchoolAsync();
        var answered = new List<int>();
        for (var kill = 0; kill < Kills; kill++)
        {
            using var portal = DoomedPortal.Start(stage.Portal.DatabasePath, school.InstituteId!.Value, agency);
            answered.AddRange(await portal.KillAfterAsync(Random.Shared.Next(1, MostLines), Patience));
        }

        await EnsureOneDeliveryForEachClosedCaseAsync(stage, answered);
        await DeliverTheRestAsync(stage);

        await using var context = await stage.Portal.OpenAsync();
        var closed = await context.Set<CovidCase>().Include(c => c.Delivery)
            .Where(c => c.Status == CaseStatus.Closed).OrderBy(c => c.ProtocolNumber).ToListAsync(Patience);
        var reports = agency?.Reports.Select(r => (r.Key, r.Value)).ToList()
            ?? [.. (await context.Set<ReceivedReport>().ToListAsync(Patience)).Select(r => (r.DeliveryKey, r.Receipt))];
        Assert.All(closed, c => Assert.Equal(DeliveryState.Delivered, c.Delivery!.State));
        Assert.Equal(
            reports.OrderBy(r => r.Item2.ProtocolNumber, StringComparer.Ordinal),
            closed.Select(c => (c.Delivery!.Key, new Receipt(c.ProtocolNumber!, c.ReceivedAt!.Value))));
        Assert.Equal(Enumerable.Range(1, closed.Count).Select(count => Receipt.Number(2020, count)), closed.Select(c => c.ProtocolNumber));
    }

    private static async Task EnsureOneDeliveryForEachClosedCaseAsync(DeliveryStage stage, List<int> answered)
    {
        await using var context = await stage.Portal.OpenAsync();
        var closed = await context.Set<CovidCase>().Where(c => c.Status == CaseStatus.Closed).Select(c => c.Id).ToListAsync(Patience);
        var delivered = await context.Set<CaseDelivery>().Select(d => d.CaseId).ToListAsync(Patience);
        Assert.NotEmpty(answered);
        Assert.Subset(closed.ToHashSet(), answered.ToHashSet());
        Assert.Equal(closed.Order(), delivered.Order());
    }

    private static async Task DeliverTheRestAsync(DeliveryStage stage)
    {
        await using var context = await stage.Portal.OpenAsync();
        var waiting = await context.Set<CaseDelivery>().CountAsync(d => d.State == DeliveryState.Pending, Patience);
        await stage.StartWorkerAsync();
        for (var i = 0; i < waiting; i++)
        {
            await stage.NextReceivedAsync(Patience);
        }
    }
}
