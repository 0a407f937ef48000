using System.Text.Json.Nodes;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Tests.Support;

namespace CovidSchoolReporting.Tests.Api;

/// <summary>The description of the API says what the API does.</summary>
public sealed class ApiDocumentTests(ApiStage stage) : IClassFixture<ApiStage>
{
    [Fact]
    public async Task Document_Paths_AreTheAddressesWithTheirScopes()
    {
        var document = await DocumentAsync();

        var scopes = document["paths"]!.AsObject().ToDictionary(
            path => path.Key, path => path.Value!["get"]!["security"]![0]!["oauth2"]![0]!.GetValue<string>());
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["/api/v1/cases"] = "cases.read",
                ["/api/v1/cases/{id}"] = "cases.read",
                ["/api/v1/cases/{id}/contacts"] = "cases.read",
                ["/api/v1/cases/{id}/fhir"] = "fhir.read",
                ["/api/v1/contacts"] = "cases.read",
                ["/api/v1/fhir/cases"] = "fhir.read",
            },
            scopes);
    }

    [Fact]
    public async Task Document_SecurityScheme_LeadsToTheTokenEndpoint()
    {
        var flow = (await DocumentAsync())["components"]!["securitySchemes"]!["oauth2"]!["flows"]!["clientCredentials"]!;

        Assert.Equal(new Uri(stage.Process.Address, "/connect/token").ToString(), flow["tokenUrl"]!.GetValue<string>());
        Assert.Equal(ApiScopes.All.Order(StringComparer.Ordinal), flow["scopes"]!.AsObject().Select(s => s.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Document_EveryAnswer_HasAnExampleWithTheFieldsThatTravel()
    {
        var document = await DocumentAsync();
        var id = Assert.Single(await stage.ReceiveAsync(1));
        await stage.TakeInChargeAsync(id);
        await stage.Portal.DecideAllAsync(ApiStage.Operator, id);
        using var http = await stage.EnterAsync(Territory.Milano);
        var last = $"?updatedSince={stage.Portal.Clock.GetUtcNow():yyyy-MM-ddTHH:mm:ss}Z";

        foreach (var address in new[] { "/api/v1/cases", "/api/v1/contacts" })
        {
            var example = document["paths"]![address]!["get"]!["responses"]!["200"]!["content"]!["application/json"]!["example"]!;
            Assert.Equal(Shape(await http.ReadAsync(address + last)), Shape(example));
        }
    }

    [Fact]
    public async Task Document_Parameters_SayWhatIsTaken()
    {
        var parameters = (await DocumentAsync())["paths"]!["/api/v1/cases"]!["get"]!["parameters"]!.AsArray();

        Assert.Equal(["updatedSince", "pageToken", "limit"], parameters.Select(p => p!["name"]!.GetValue<string>()));
        var limit = parameters[2]!["schema"]!;
        Assert.Equal(("integer", 1, 500), (limit["type"]!.GetValue<string>(), limit["minimum"]!.GetValue<int>(), limit["maximum"]!.GetValue<int>()));
        Assert.Equal("date-time", parameters[0]!["schema"]!["format"]!.GetValue<string>());
    }

    /// <summary>Others keep these words: they may grow in number, and not change.</summary>
    [Fact]
    public async Task Document_States_KeepTheirNames()
    {
        var names = Find(await DocumentAsync(), "AgencyState")!["enum"]!.AsArray().Select(n => n!.GetValue<string>());

        Assert.Equal(["received", "takenInCharge", "measuresIssued", "concluded"], names);
        Assert.Equal(4, Enum.GetValues<AgencyState>().Length);
    }

    /// <summary>Whoever writes a client reads the page, not the description for programs: no field may be missing there.</summary>
    [Fact]
    public async Task Page_EveryFieldAndWordOfTheAnswers_IsNamedInIt()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "api.md"), TestContext.Current.CancellationToken);
        var schemas = (await DocumentAsync())["components"]!["schemas"]!.AsObject();
        var fields = schemas.Where(schema => !schema.Key.StartsWith("Problem", StringComparison.Ordinal))
            .SelectMany(schema => (schema.Value!["properties"]?.AsObject().Select(field => field.Key) ?? [])
                .Concat(schema.Value["enum"]?.AsArray().OfType<JsonNode>().Select(word => word.GetValue<string>()) ?? [])).ToHashSet();

        Assert.Superset(new HashSet<string> { "decision", "measure", "toWithTest", "hasMore", "lowRisk", "quarantine" }, fields);
        Assert.Equal([], fields.Where(field => !page.Contains($"`{field}`", StringComparison.Ordinal) && !page.Contains($"\"{field}\"", StringComparison.Ordinal)).Order());
    }

    private static JsonNode? Find(JsonNode document, string schema) => document["components"]!["schemas"]![schema];

    /// <summary>The names of all fields, of the first item where there is a list; below a null nothing is known.</summary>
    private static IEnumerable<string> Shape(JsonNode? node, string prefix = "") => node switch
    {
        JsonObject fields => fields.Where(field => !prefix.EndsWith("confirmedWarnings", StringComparison.Ordinal))
            .SelectMany(field => Shape(field.Value, $"{prefix}.{field.Key}")).Order(StringComparer.Ordinal),
        JsonArray { Count: > 0 } items when !prefix.EndsWith("confirmedWarnings", StringComparison.Ordinal) => Shape(items[0], prefix + "[]"),
        _ => [prefix],
    };

    private async Task<JsonNode> DocumentAsync()
    {
        using var anybody = stage.With(null);
        return await anybody.ReadAsync("/openapi/v1.json");
    }
}
