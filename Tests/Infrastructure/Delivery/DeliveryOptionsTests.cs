using CovidSchoolReporting.Infrastructure.Delivery;
using CovidSchoolReporting.Tests.Support;
using Microsoft.Extensions.Options;

namespace CovidSchoolReporting.Tests.Infrastructure.Delivery;

public sealed class DeliveryOptionsTests
{
    public static TheoryData<string, Action<DeliveryOptions>> Mistakes => new()
    {
        { "Delivery:Endpoint is 'http://ats.example.it/casi'", o => (o.Endpoint, o.Secret) = ("http://ats.example.it/casi", AgencyStub.Secret) },
        { "Delivery:Endpoint is 'casi'", o => (o.Endpoint, o.Secret) = ("casi", AgencyStub.Secret) },
        { "Delivery:Endpoint is 'ftp://ats.example.it'", o => (o.Endpoint, o.Secret) = ("ftp://ats.example.it", AgencyStub.Secret) },
        { "Delivery:Endpoint is 'https://a:b@ats.example.it'", o => (o.Endpoint, o.Secret) = ("https://a:b@ats.example.it", AgencyStub.Secret) },
        { "Delivery:Secret has fewer than 32", o => o.Endpoint = "https://ats.example.it/casi" },
        { "Delivery:Secret has fewer than 32", o => (o.Endpoint, o.Secret) = ("https://ats.example.it/casi", "short") },
        { "Delivery:Secret is set without Delivery:Endpoint", o => o.Secret = AgencyStub.Secret },
        { "Delivery:FirstRetrySeconds is 0", o => o.FirstRetrySeconds = 0 },
        { "Delivery:LongestRetrySeconds is 4", o => o.LongestRetrySeconds = 4 },
        { "Delivery:MaxAttempts is 0", o => o.MaxAttempts = 0 },
        { "Delivery:TimeoutSeconds is 301", o => o.TimeoutSeconds = 301 },
        { "Delivery:AtOnce is -1", o => o.AtOnce = -1 },
    };

    [Theory]
    [MemberData(nameof(Mistakes), DisableDiscoveryEnumeration = true)]
    public async Task Options_WrongValue_StopTheStartWithASentenceThatNamesIt(string sentence, Action<DeliveryOptions> mistake)
    {
        await using var stage = await DeliveryStage.SetAsync(options: mistake);

        var refusal = Assert.Throws<OptionsValidationException>(() => stage.Portal.Get<IStartupValidator>().Validate());

        Assert.Contains(sentence, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(AgencyStub.Secret, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://ats.example.it/casi")]
    [InlineData("http://127.0.0.1:8080/casi")]
    [InlineData("http://localhost/casi")]
    public async Task Options_SafeEndpoint_Start(string endpoint)
    {
        await using var stage = await DeliveryStage.SetAsync(options: o => (o.Endpoint, o.Secret) = (endpoint, AgencyStub.Secret));

        stage.Portal.Get<IStartupValidator>().Validate();
    }
}
