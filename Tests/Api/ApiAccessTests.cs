using System.Net;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Tests.Access;
using CovidSchoolReporting.Tests.Hosting;
using CovidSchoolReporting.Tests.Support;

namespace CovidSchoolReporting.Tests.Api;

/// <summary>Who is let in by the API, and who is told why not.</summary>
public sealed class ApiAccessTests(ApiStage stage) : IClassFixture<ApiStage>
{
    public static TheoryData<string> Addresses =>
    [
        "/api/v1/cases", "/api/v1/cases/1", "/api/v1/cases/1/contacts", "/api/v1/contacts", "/api/v1/cases/1/fhir", "/api/v1/fhir/cases",
    ];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Get_WithoutToken_IsAskedForOne(string address)
    {
        using var http = stage.With(null);

        var answer = await http.GetAsync(address);

        Assert.Equal((HttpStatusCode.Unauthorized, "Bearer realm=\"api\""), (answer.StatusCode, answer.Headers.WwwAuthenticate.ToString()));
        Assert.Equal("urn:portale-scuola:problem:access-token", (await answer.ProblemAsync())["type"]!.GetValue<string>());
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Get_SomethingElseThanAToken_IsToldThatItIsNoneOfThePortals(string address)
    {
        using var http = stage.With("eyJhbGciOiJub25lIn0.e30.");

        var answer = await http.GetAsync(address);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("invalid_token", answer.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_SignedInOperator_IsNoClient()
    {
        using var browser = stage.Process.NewClient();
        await browser.SignInAsAsync("operatore@ats.example");

        using var answer = await browser.Raw.GetAsync("/api/v1/cases");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData("cases.read", "/api/v1/fhir/cases", "fhir.read")]
    [InlineData("fhir.read", "/api/v1/cases", "cases.read")]
    [InlineData("fhir.read", "/api/v1/contacts", "cases.read")]
    public async Task Get_ScopeThatTheClientHasNot_IsForbidden(string scopes, string address, string missing)
    {
        using var http = await stage.EnterAsync(Territory.Milano, scopes);

        var answer = await http.GetAsync(address);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains($"error=\"insufficient_scope\", scope=\"{missing}\"", answer.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
        Assert.Contains(missing, (await answer.ProblemAsync())["detail"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_ScopeThatTheTokenHasNot_IsForbidden()
    {
        var (id, secret) = await stage.RegisterAsync([Territory.Milano], "cases.read fhir.read");
        using var http = await stage.EnterAsync(id, secret, "fhir.read");

        Assert.Equal(HttpStatusCode.Forbidden, (await http.GetAsync("/api/v1/cases")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/api/v1/fhir/cases")).StatusCode);
    }

    [Fact]
    public async Task Get_CaseOfAnotherTerritory_IsNotThere()
    {
        var lodi = Assert.Single(await stage.ReceiveAsync(1, ApiStage.Lodi));
        using var http = await stage.EnterAsync(Territory.Milano);

        foreach (var rest in new[] { "", "/contacts", "/fhir" })
        {
            var (there, nowhere) = (await http.GetAsync($"/api/v1/cases/{lodi}{rest}"), await http.GetAsync($"/api/v1/cases/{lodi + 90_000}{rest}"));

            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (there.StatusCode, nowhere.StatusCode));
            Assert.Equal(await nowhere.Content.ReadAsStringAsync(), await there.Content.ReadAsStringAsync());
        }

        Assert.DoesNotContain(lodi, (await http.ReadAsync("/api/v1/cases?limit=500")).Ids());
        using var neighbour = await stage.EnterAsync(Territory.Lodi);
        Assert.Contains(lodi, (await neighbour.ReadAsync("/api/v1/cases?limit=500")).Ids());
    }

    [Fact]
    public async Task Get_ClientDisabledMeanwhile_IsShutOutWithItsToken()
    {
        var (id, secret) = await stage.RegisterAsync([Territory.Milano], "cases.read");
        using var http = await stage.EnterAsync(id, secret);
        await stage.Clients.DisableAsync(id);

        var answer = await http.GetAsync("/api/v1/cases");
        var token = await stage.AskForTokenAsync(id, secret);
        await stage.Clients.EnableAsync(id);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("urn:portale-scuola:problem:client", (await answer.ProblemAsync())["type"]!.GetValue<string>());
        Assert.Equal("invalid_client", token["error"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/api/v1/cases")).StatusCode);
    }

    [Theory]
    [InlineData("another secret", null, "invalid_client")]
    [InlineData(null, "fhir.read", "invalid_request")]
    public async Task Token_WrongSecretOrScope_IsRefused(string? wrongSecret, string? scope, string error)
    {
        var (id, secret) = await stage.RegisterAsync([Territory.Milano], "cases.read");

        var answer = await stage.AskForTokenAsync(id, wrongSecret ?? secret, scope);

        Assert.Equal(error, answer["error"]!.GetValue<string>());
        Assert.Null(answer["access_token"]);
    }

    [Fact]
    public async Task Secret_IsStoredNowhere()
    {
        var (_, secret) = await stage.RegisterAsync([Territory.Milano], "cases.read");

        Assert.Equal(0, await stage.Portal.AskAsync<int>(
            $"SELECT COUNT(*) FROM OpenIddictApplications WHERE ClientSecret = '{secret}' OR Properties LIKE '%{secret}%'"));
        Assert.NotEqual(0, await stage.Portal.AskAsync<int>("SELECT COUNT(*) FROM OpenIddictApplications WHERE ClientSecret IS NOT NULL"));
    }

    [Fact]
    public async Task Secret_Renewed_OpensInPlaceOfTheOld()
    {
        var (id, secret) = await stage.RegisterAsync([Territory.Milano], "cases.read");

        var renewed = await stage.Clients.RenewSecretAsync(id);

        Assert.Equal("invalid_client", (await stage.AskForTokenAsync(id, secret))["error"]!.GetValue<string>());
        Assert.NotNull((await stage.AskForTokenAsync(id, renewed!))["access_token"]);
    }

    [Fact]
    public async Task Get_AddressThatIsNone_GetsAProblemAndNotAPage()
    {
        using var http = await stage.EnterAsync(Territory.Milano);

        var (nothing, posted) = (await http.GetAsync("/api/v2/cases"), await http.PostAsync("/api/v1/cases", null));

        Assert.Equal(404, (await nothing.ProblemAsync())["status"]!.GetValue<int>());
        Assert.Equal(405, (await posted.ProblemAsync())["status"]!.GetValue<int>());
        Assert.Equal(["GET"], posted.Content.Headers.Allow);
    }

    [Fact]
    public void AccessTable_EveryAddress_HasARow()
    {
        Assert.All(Addresses, address => Assert.Contains(
            AccessTable.Rows, row => row.Address?.Replace("{report}", "1", StringComparison.Ordinal) == address.Data));
        Assert.Contains(AccessTable.Rows, row => row.Address == "/openapi/v1.json");
    }

    [Fact]
    public async Task Clients_ManagedByCommand_GetInAndAreListed()
    {
        var added = await stage.Process.CommandAsync(["clients", "add", "magazzino-dati", "--territory", "MI,LO", "--scope", "cases.read"]);
        var again = await stage.Process.CommandAsync(["clients", "add", "magazzino-dati", "--territory", "MI", "--scope", "cases.read"]);
        var list = await stage.Process.CommandAsync(["clients", "list"]);
        var secret = added.Output.Split("secret: ")[1].Trim();

        Assert.Equal((0, 1, 0), (added.ExitCode, again.ExitCode, list.ExitCode));
        Assert.Contains("magazzino-dati\tMI,LO\tcases.read\tenabled", list.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, list.Output, StringComparison.Ordinal);
        Assert.NotNull((await stage.AskForTokenAsync("magazzino-dati", secret))["access_token"]);
    }

    [Theory]
    [InlineData("clients add x --territory MI --scope cases.read", 1)]
    [InlineData("clients add sistema --territory RM --scope cases.read", 1)]
    [InlineData("clients add sistema --territory MI --scope cases.write", 1)]
    [InlineData("clients add sistema --scope cases.read", 1)]
    [InlineData("clients disable nobody", 1)]
    [InlineData("clients renew-secret portale-scuola", 1)]
    [InlineData("clients remove sistema", 2)]
    public async Task Clients_WrongCommand_SaysSo(string words, int exitCode) =>
        Assert.Equal(exitCode, (await stage.Process.CommandAsync(words.Split(' '))).ExitCode);
}

public sealed class ApiLimitTests
{
    [Fact]
    public async Task Get_TooOften_IsToldToWaitAndOthersAreNot()
    {
        await using var stage = new ApiStage
        {
            Settings = new PortalSettings { Configuration = new Dictionary<string, string> { ["Api:RequestsPerMinute"] = "2" } },
        };
        await stage.InitializeAsync();
        using var busy = await stage.EnterAsync(Territory.Milano);
        using var other = await stage.EnterAsync(Territory.Milano);
        await busy.GetAsync("/api/v1/cases");
        await busy.GetAsync("/api/v1/contacts");

        var answer = await busy.GetAsync("/api/v1/cases");

        Assert.Equal((HttpStatusCode)429, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.Equal("urn:portale-scuola:problem:too-many-requests", (await answer.ProblemAsync())["type"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/api/v1/cases")).StatusCode);
    }

    [Fact]
    public async Task Get_AgencysOwnProvider_CountsForRegisteredClientsAndTheApisAudience()
    {
        await using var provider = await StubProvider.StartAsync();
        await using var stage = new ApiStage { Settings = Trusting(provider, ("Api:Audience", "portale-api")) };
        await stage.InitializeAsync();
        await stage.Clients.RegisterAsync("https://dati.ats.example", [Territory.Milano], [ApiScopes.CasesRead]);
        async Task<HttpStatusCode> AskAsync(string client, string audience, string scope)
        {
            using var http = stage.With(provider.AccessToken(client, audience, scope));
            return (await http.GetAsync("/api/v1/cases")).StatusCode;
        }

        Assert.Equal(HttpStatusCode.OK, await AskAsync("https://dati.ats.example", "portale-api", "cases.read other"));
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync("https://dati.ats.example", "portale-api", "other"));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync("https://dati.ats.example", "another-api", "cases.read"));
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync("nobody", "portale-api", "cases.read"));
    }

    [Fact]
    public async Task Get_AgencysOwnProviderWithoutAudience_ThereIsNoApi()
    {
        await using var provider = await StubProvider.StartAsync();
        await using var stage = new ApiStage { Settings = Trusting(provider) };
        await stage.InitializeAsync();
        using var http = stage.With(provider.AccessToken("anybody", "", "cases.read"));

        Assert.NotEqual(HttpStatusCode.OK, (await http.GetAsync("/api/v1/cases")).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await http.GetAsync("/openapi/v1.json")).StatusCode);
    }

    private static PortalSettings Trusting(StubProvider provider, params (string Key, string Value)[] more)
    {
        var configuration = ExternalPortal.Trusting(provider.Authority);
        foreach (var (key, value) in more)
        {
            configuration[key] = value;
        }

        return new PortalSettings { Configuration = configuration };
    }
}
