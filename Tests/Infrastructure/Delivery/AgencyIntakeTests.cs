using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Delivery;
using CovidSchoolReporting.Domain.Schools;
using CovidSchoolReporting.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Tests.Infrastructure.Delivery;

public sealed class AgencyIntakeTests
{
    [Fact]
    public async Task Deliver_FiftyAtOnceEachTwice_NumbersHaveNeitherHolesNorDoubles()
    {
        const int Many = 50;
        await using var stage = await DeliveryStage.SetAsync();
        var parcels = await CloseManyAsync(stage, Many);
        var gateway = stage.Portal.Get<IAgencyGateway>();

        var receipts = await Task.WhenAll(parcels.Concat(parcels).Select(parcel =>
            Task.Run(() => gateway.DeliverAsync(parcel.Key, parcel.Report, CancellationToken.None))));

        await using var context = await stage.Portal.OpenAsync();
        var registered = await context.Set<ReceivedReport>().Select(r => r.ProtocolNumber).ToListAsync();
        Assert.Equal(Enumerable.Range(1, Many).Select(count => Receipt.Number(2020, count)), registered.Order());
        Assert.Equal(receipts[..Many], receipts[Many..]);
    }

    [Fact]
    public async Task Deliver_TwoProcessesAtOnce_NumbersHaveNeitherHolesNorDoubles()
    {
        // Two gateways over one file know nothing of each other, as two processes.
        await using var stage = await DeliveryStage.SetAsync();
        await using var other = await TestPortal.StartAsync(services => DeliveryStage.Beside(services, stage.Portal));
        var parcels = await CloseManyAsync(stage, 20);
        IAgencyGateway[] gateways = [stage.Portal.Get<IAgencyGateway>(), other.Get<IAgencyGateway>()];

        var receipts = await Task.WhenAll(gateways.SelectMany(gateway => parcels.Select(parcel =>
            Task.Run(() => gateway.DeliverAsync(parcel.Key, parcel.Report, CancellationToken.None)))));

        Assert.Equal(
            Enumerable.Range(1, 20).Select(count => Receipt.Number(2020, count)),
            receipts.Select(receipt => receipt.ProtocolNumber).Distinct().Order());
        Assert.Equal(receipts[..20], receipts[20..]);
    }

    [Fact]
    public async Task Deliver_NewYearInRome_BeginsANewRegister()
    {
        await using var stage = await DeliveryStage.SetAsync();
        var parcels = await CloseManyAsync(stage, 2);
        var gateway = stage.Portal.Get<IAgencyGateway>();

        // 22:59 and 23:00 UTC of 31 December: in Rome the second is already the new year.
        stage.Portal.Clock.SetUtcNow(new DateTimeOffset(2020, 12, 31, 22, 59, 0, TimeSpan.Zero));
        var last = await gateway.DeliverAsync(parcels[0].Key, parcels[0].Report, CancellationToken.None);
        stage.Portal.Clock.SetUtcNow(new DateTimeOffset(2020, 12, 31, 23, 0, 0, TimeSpan.Zero));
        var first = await gateway.DeliverAsync(parcels[1].Key, parcels[1].Report, CancellationToken.None);

        Assert.Equal(("2020/0000001", "2021/0000001"), (last.ProtocolNumber, first.ProtocolNumber));
    }

    private static async Task<List<(Guid Key, CaseReport Report)>> CloseManyAsync(DeliveryStage stage, int count)
    {
        var school = await stage.Portal.AddSchoolAsync();
        for (var i = 0; i < count; i++)
        {
            await stage.CloseCaseAsync(school);
        }

        await using var context = await stage.Portal.OpenAsync();
        var institute = await context.Set<Institute>().SingleAsync();
        var closed = await context.Set<CovidCase>().Include(c => c.Contacts).ToListAsync();
        return closed.ConvertAll(c => (c.RequestKey, CaseReport.Of(c, institute)));
    }
}
