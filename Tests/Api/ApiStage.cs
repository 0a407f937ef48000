using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Delivery;
using CovidSchoolReporting.Infrastructure.Delivery;
using CovidSchoolReporting.Infrastructure.Identity;
using CovidSchoolReporting.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Tests.Api;

/// <summary>A running portal, the schools and operators that work on its database, and the systems that read it.</summary>
public sealed class ApiStage : IAsyncLifetime
{
    public static readonly Actor Operator = Actor.OfAgency(901, "Ada", Role.AgencyOperator, Territory.Milano, Territory.Lodi);

    public const string Milano = "F205", Lodi = "E648";

    private int _clients;

    public PortalSettings Settings { get; init; } = new();

    public PortalProcess Process { get; private set; } = null!;

    public TestPortal Portal { get; private set; } = null!;

    public ApiClientDirectory Clients => Portal.Get<ApiClientDirectory>();

    public async ValueTask InitializeAsync()
    {
        Process = await PortalProcess.StartAsync(Settings);
        Portal = await BesideAsync(Process);
    }

    public async ValueTask DisposeAsync()
    {
        await (Portal?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (Process?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    /// <summary>The stores of a portal that runs, for schools and operators without screens.</summary>
    public static Task<TestPortal> BesideAsync(PortalProcess process) =>
        TestPortal.StartAsync(services => services.AddUserStores().AddDelivery(), process.DatabasePath);

    /// <summary>A client of the API, registered, with its token in each request.</summary>
    public async Task<HttpClient> EnterAsync(Territory territory, string scopes = "cases.read fhir.read")
    {
        var (id, secret) = await RegisterAsync([territory], scopes);
        return await EnterAsync(id, secret);
    }

    public async Task<HttpClient> EnterAsync(string id, string secret, string? scope = null)
    {
        var token = await AskForTokenAsync(id, secret, scope);
        return With(token["access_token"]!.GetValue<string>());
    }

    /// <summary>Whoever sends this token.</summary>
    public HttpClient With(string? token) => new(new HttpClientHandler { AllowAutoRedirect = false })
    {
        BaseAddress = Process.Address,
        DefaultRequestHeaders = { Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token) },
    };

    public async Task<(string Id, string Secret)> RegisterAsync(IEnumerable<Territory> territories, string scopes)
    {
        var id = $"sistema-{Interlocked.Increment(ref _clients)}";
        return (id, (await Clients.RegisterWithSecretAsync(id, territories, scopes.Split(' ')))!);
    }

    /// <summary>What the embedded provider answers to client credentials.</summary>
    public async Task<JsonNode> AskForTokenAsync(string id, string secret, string? scope = null)
    {
        using var http = new HttpClient { BaseAddress = Process.Address };
        var form = new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = id, ["client_secret"] = secret };
        if (scope is not null)
        {
            form["scope"] = scope;
        }

        var answer = await http.PostAsync("/connect/token", new FormUrlEncodedContent(form));
        return (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    /// <summary>Cases of one contact each, closed by a school of their own and received.</summary>
    /// <returns>Ids of the reports.</returns>
    public Task<IReadOnlyList<int>> ReceiveAsync(int count, string municipality = Milano) => ReceiveAsync(Portal, count, municipality);

    /// <inheritdoc cref="ReceiveAsync(int, string)"/>
    public static async Task<IReadOnlyList<int>> ReceiveAsync(TestPortal portal, int count, string municipality = Milano)
    {
        var school = await portal.AddSchoolAsync(municipalityCode: municipality);
        var ids = new List<int>();
        for (var i = 0; i < count; i++)
        {
            var draft = Drafts.Case(d => d.SiteMunicipality = municipality == Milano ? d.SiteMunicipality : "Lodi (LO)");
            var caseId = await portal.ReportAsync(school, draft);
            await portal.AddContactAsync(school, caseId);
            Assert.IsType<CloseOutcome.Closed>(await portal.Reporting.CloseAndSendAsync(school, caseId, null, CancellationToken.None));
            await using var context = await portal.OpenAsync();
            var delivery = await context.Set<CaseDelivery>().Where(d => d.CaseId == caseId).Select(d => d.Id).SingleAsync();
            await portal.Get<Courier>().CarryAsync(delivery, CancellationToken.None);
            ids.Add(await context.Set<ReceivedReport>().Where(r => r.CaseId == caseId).Select(r => r.Id).SingleAsync());
        }

        return ids;
    }

    public async Task TakeInChargeAsync(int reportId)
    {
        Assert.IsType<TakeInChargeOutcome.TakenInCharge>(
            await Portal.Get<AgencyDesk>().TakeInChargeAsync(Operator, reportId, CancellationToken.None));
    }
}

internal static class ApiAnswers
{
    public static async Task<JsonNode> ReadAsync(this HttpClient http, string address) =>
        (await http.GetFromJsonAsync<JsonNode>(address))!;

    public static IEnumerable<int> Ids(this JsonNode page) => page["items"]!.AsArray().Select(item => item!["id"]!.GetValue<int>());

    public static string? Next(this JsonNode page) => page["nextPageToken"]?.GetValue<string>();

    public static bool HasMore(this JsonNode page) => page["hasMore"]!.GetValue<bool>();

    /// <summary>The problem document of a refusal.</summary>
    public static async Task<JsonNode> ProblemAsync(this HttpResponseMessage answer)
    {
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        return (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
    }
}
