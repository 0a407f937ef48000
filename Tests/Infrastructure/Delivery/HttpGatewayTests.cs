using System.Text.Json;
using CovidSchoolReporting.Domain.Delivery;
using CovidSchoolReporting.Infrastructure.Delivery;
using CovidSchoolReporting.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace CovidSchoolReporting.Tests.Infrastructure.Delivery;

/// <summary>The way to the agency's own server, with the worker and the database as they run and a real socket between.</summary>
public sealed class HttpGatewayTests
{
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(1);

    public static TheoryData<string, Action<AgencyStub>> Troubles => new()
    {
        { "HTTP 503", stub => stub.ThenStatus(503) },
        { "HTTP 500", stub => stub.ThenStatus(500, "<html>Rossi Mario</html>") },
        { "HTTP 401", stub => stub.ThenStatus(401) },
        { "HTTP 307", stub => stub.Then(Redirect) },
        { "HTTP 200 without a receipt", stub => stub.ThenStatus(200, "ricevuto") },
        { "HTTP 200 without a receipt", stub => stub.ThenStatus(200, "{}") },
        { "HTTP 200 without a receipt", stub => stub.ThenStatus(200, "null") },
        { "HTTP 201 without a receipt", stub => stub.ThenStatus(201, """{"protocolNumber":"7","receivedAt":"2020-11-25T10:00:00Z"}""") },
        { "HTTP 201 without a receipt", stub => stub.ThenStatus(201, """{"protocolNumber":"2020/0000001","receivedAt":"2020-11-25T10:00:00"}""") },
        { "HTTP 409 without a receipt", stub => stub.ThenStatus(409) },
        { "connection: ConfigurationLimitExceeded", stub => stub.ThenStatus(200, new string(' ', 100_000)) },
        { "connection: ", stub => stub.ThenLoseTheAnswer() },
        { "no answer in time", stub => stub.ThenHang(new TaskCompletionSource().Task) },
    };

    private static CancellationToken Patience => Xunit.TestContext.Current.CancellationToken;

    [Theory(Timeout = 30_000)]
    [MemberData(nameof(Troubles), DisableDiscoveryEnumeration = true)]
    public async Task Deliver_TroubleOnce_IsNotedAndThenReceivedOnce(string failure, Action<AgencyStub> trouble)
    {
        await using var stub = await AgencyStub.StartAsync();
        trouble(stub);
        await using var stage = await SetAsync(stub);
        var id = await stage.CloseCaseAsync(await stage.Portal.AddSchoolAsync());
        await stage.StartWorkerAsync();

        var wait = await stage.Machine.WaitBegunAsync(wait => wait < LongestRest, Patience);
        Assert.StartsWith(failure, (await stage.ReadCaseAsync(id)).Delivery!.LastFailure, StringComparison.Ordinal);
        stage.Machine.Advance(wait);
        await stage.NextReceivedAsync(Patience);

        var stored = await stage.ReadCaseAsync(id);
        Assert.Equal(DeliveryState.Delivered, stored.Delivery!.State);
        Assert.Equal(Assert.Single(stub.Reports), new(stored.Delivery.Key, new(stored.ProtocolNumber!, stored.ReceivedAt!.Value)));
        Assert.Equal(2, stub.Calls);
        Assert.Empty(stub.Refusals);
    }

    [Fact(Timeout = 30_000)]
    public async Task Deliver_AnswerLostThenConflict_TheFirstReceiptCounts()
    {
        await using var stub = (await AgencyStub.StartAsync()).ThenLoseTheAnswer().ThenConflict();
        await using var stage = await SetAsync(stub);
        var id = await stage.CloseCaseAsync(await stage.Portal.AddSchoolAsync());
        await stage.StartWorkerAsync();

        stage.Machine.Advance(await stage.Machine.WaitBegunAsync(wait => wait < LongestRest, Patience));
        await stage.NextReceivedAsync(Patience);

        Assert.Equal("2020/0000001", (await stage.ReadCaseAsync(id)).ProtocolNumber);
        Assert.Single(stub.Reports);
    }

    [Theory(Timeout = 30_000)]
    [InlineData(400)]
    [InlineData(422)]
    public async Task Deliver_Refused_ThrowsAndQuotesNothing(int status)
    {
        await using var stub = (await AgencyStub.StartAsync()).ThenStatus(status, "Rossi Mario");
        await using var stage = await SetAsync(stub);

        var refusal = await Assert.ThrowsAsync<DeliveryRefusedException>(() =>
            stage.Portal.Get<IAgencyGateway>().DeliverAsync(Guid.NewGuid(), Reports.OfMarioRossi(), Patience));

        Assert.Equal($"refused: HTTP {status}", refusal.Message);
    }

    [Fact(Timeout = 30_000)]
    public async Task Deliver_AnotherSecret_IsNotTakenByTheAgency()
    {
        await using var stub = await AgencyStub.StartAsync();
        await using var stage = await SetAsync(stub, options => options.Secret = AgencyStub.Secret + "x");

        await Assert.ThrowsAnyAsync<Exception>(() =>
            stage.Portal.Get<IAgencyGateway>().DeliverAsync(Guid.NewGuid(), Reports.OfMarioRossi(), Patience));

        Assert.Equal("signature", Assert.Single(stub.Refusals));
        Assert.Empty(stub.Reports);
    }

    [Fact(Timeout = 30_000)]
    public async Task Deliver_NobodyListens_IsTriedAgain()
    {
        var stub = await AgencyStub.StartAsync();
        await using var stage = await SetAsync(stub);
        await stub.DisposeAsync();
        var id = await stage.CloseCaseAsync(await stage.Portal.AddSchoolAsync());
        await stage.StartWorkerAsync();

        await stage.Machine.WaitBegunAsync(wait => wait < LongestRest, Patience);

        Assert.Equal("connection: ConnectionError", (await stage.ReadCaseAsync(id)).Delivery!.LastFailure);
    }

    [Fact(Timeout = 30_000)]
    public async Task Deliver_Report_IsWrittenAsDocumented()
    {
        await using var stub = await AgencyStub.StartAsync();
        await using var stage = await SetAsync(stub);

        await stage.Portal.Get<IAgencyGateway>().DeliverAsync(Guid.NewGuid(), Reports.OfMarioRossi(), Patience);

        using var sent = JsonDocument.Parse(Assert.Single(stub.Bodies));
        using var documented = JsonDocument.Parse(Reports.Documented);
        Assert.True(JsonElement.DeepEquals(documented.RootElement, sent.RootElement), sent.RootElement.GetRawText());
    }

    private static Task<DeliveryStage> SetAsync(AgencyStub stub, Action<DeliveryOptions>? more = null) =>
        DeliveryStage.SetAsync(options: options =>
        {
            options.Endpoint = stub.Address.ToString();
            options.Secret = AgencyStub.Secret;
            options.TimeoutSeconds = 1;
            more?.Invoke(options);
        });

    private static Task Redirect(HttpContext http)
    {
        http.Response.Headers.Location = "/casi";
        return AgencyStub.WriteAsync(http, 307, "");
    }
}
