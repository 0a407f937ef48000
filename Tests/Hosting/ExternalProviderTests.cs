using System.Net;
using CovidSchoolReporting.Tests.Support;

namespace CovidSchoolReporting.Tests.Hosting;

/// <summary>A portal that trusts the agency's provider.</summary>
public sealed class ExternalPortal : IAsyncLifetime
{
    public StubProvider Provider { get; private set; } = null!;

    public PortalProcess Portal { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Provider = await StubProvider.StartAsync();
        Portal = await PortalProcess.StartAsync(new PortalSettings { Configuration = Trusting(Provider.Authority) });
    }

    public async ValueTask DisposeAsync()
    {
        await Portal.DisposeAsync();
        await Provider.DisposeAsync();
    }

    public static Dictionary<string, string> Trusting(string authority) => new()
    {
        ["Identity:Authority"] = authority,
        ["Identity:ClientId"] = "portale",
        ["Identity:ClientSecret"] = "segreto",
    };
}

public sealed class ExternalProviderTests(ExternalPortal external) : IClassFixture<ExternalPortal>
{
    private PortalProcess Portal => external.Portal;

    [Fact]
    public async Task SignIn_RegisteredVerifiedAddress_OpensThePortal()
    {
        external.Provider.Person = new StubPerson("s-1", "Referente2@Calvino.example");
        using var client = Portal.NewClient();

        var page = await client.OpenAsync("/");

        Assert.Equal((HttpStatusCode.OK, "/"), (page.Status, page.Address.AbsolutePath));
        Assert.Contains("Paolo Brambati", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_NoRecord_SaysSoAndSignsOutAtTheProviderToo()
    {
        external.Provider.Person = new StubPerson("s-2", "sconosciuto@altrove.example");
        using var client = Portal.NewClient();
        var before = external.Provider.SignOuts;

        var page = await client.OpenAsync("/");
        var after = await client.SubmitAsync(page, "/esci");

        Assert.Equal((HttpStatusCode.Forbidden, "Account non abilitato"), (page.Status, page.Heading));
        Assert.Equal(("Uscita effettuata", before + 1), (after.Heading, external.Provider.SignOuts));
    }

    [Fact]
    public async Task SignIn_AddressNotVerified_DoesNotJoin()
    {
        external.Provider.Person = new StubPerson("s-3", "referente@pandini.example", EmailVerified: false);
        using var client = Portal.NewClient();

        var page = await client.OpenAsync("/");

        Assert.Equal((HttpStatusCode.Forbidden, "Indirizzo e-mail da verificare"), (page.Status, page.Heading));
    }

    [Fact]
    public async Task SignIn_AnotherAccountWithTheSameAddress_IsNotLetIn()
    {
        external.Provider.Person = new StubPerson("s-4", "dirigente@calvino.example");
        using var first = Portal.NewClient();
        await first.OpenAsync("/");
        external.Provider.Person = new StubPerson("s-5", "dirigente@calvino.example");
        using var second = Portal.NewClient();

        var page = await second.OpenAsync("/");

        Assert.Equal("Account non abilitato", page.Heading);
    }

    [Fact]
    public async Task SignIn_ProviderRefuses_GetsAPageWithAWayBack()
    {
        external.Provider.Refuses = true;
        using var client = Portal.NewClient();

        var page = await client.OpenAsync("/");
        external.Provider.Refuses = false;

        Assert.Equal((HttpStatusCode.Forbidden, "Accesso non riuscito"), (page.Status, page.Heading));
        Assert.Equal("/accedi", page.Document.QuerySelector("a.bottone")!.GetAttribute("href"));
        Assert.DoesNotContain("code", page.Address.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_TokenEndpointBroken_GetsThePageOfAProviderThatIsDown()
    {
        external.Provider.IsBroken = true;
        using var client = Portal.NewClient();

        var page = await client.OpenAsync("/");
        external.Provider.IsBroken = false;

        Assert.Equal((HttpStatusCode.BadGateway, "Servizio di identità non raggiungibile"), (page.Status, page.Heading));
    }

    [Theory]
    [InlineData("/accesso")]
    [InlineData("/connect/authorize")]
    [InlineData("/.well-known/openid-configuration")]
    public async Task EmbeddedProvider_ExternalAuthorityConfigured_DoesNotExist(string path)
    {
        external.Provider.Person = new StubPerson("s-6", "operatore@ats.example");
        using var client = Portal.NewClient();
        await client.OpenAsync("/");

        var page = await client.OpenAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
    }

    [Fact]
    public async Task SignOut_SignedIn_TellsTheProviderWhoseSessionItEnds()
    {
        external.Provider.Person = new StubPerson("s-7", "operatore.lodi@ats.example");
        using var client = Portal.NewClient();

        var page = await client.SubmitAsync(await client.OpenAsync("/"), "/esci");

        Assert.Equal(("Uscita effettuata", true), (page.Heading, external.Provider.WasNamedAtSignOut));
    }

    [Fact]
    public async Task SignOut_GivenUpWhileTheProviderIsSilent_HasEndedTheSessionHere()
    {
        await using var provider = await StubProvider.StartAsync();
        provider.Person = new StubPerson("s-8", "referente@pandini.example");
        await using var portal = await PortalProcess.StartAsync(
            new PortalSettings { Configuration = ExternalPortal.Trusting(provider.Authority) });
        using var client = portal.NewClient();
        var home = await client.OpenAsync("/");
        var kept = client.Cookies.GetCookies(portal.Address)["portale"]!.Value;
        await portal.KillAsync();
        await portal.StartAsync(); // It has forgotten the discovery document, and must ask again.
        provider.Silence = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        using var patience = new CancellationTokenSource();
        var leaving = client.SubmitAsync(home, "/esci", patience.Token);
        await provider.AskedInVain.Task.WaitAsync(TimeSpan.FromMinutes(1));
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaving);
        provider.Silence.SetResult();
        provider.Silence = null;
        provider.Refuses = true; // Else the provider would sign the user in again at once.

        client.Cookies.Add(portal.Address, new Cookie("portale", kept));
        Assert.Equal("Accesso non riuscito", (await client.OpenAsync("/")).Heading);
    }

    [Fact]
    public async Task Open_AuthorityUnreachable_GetsAnItalianPage()
    {
        await using var portal = await PortalProcess.StartAsync(
            new PortalSettings { Configuration = ExternalPortal.Trusting("http://127.0.0.1:9") });
        using var client = portal.NewClient();

        var page = await client.OpenAsync("/");

        Assert.Equal((HttpStatusCode.BadGateway, "Servizio di identità non raggiungibile"), (page.Status, page.Heading));
    }
}
