using System.Net;
using System.Net.Http.Headers;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Audit;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Tests.Api;

/// <summary>What the API gives, and in which portions.</summary>
public sealed class ApiFeedTests(ApiStage stage) : IClassFixture<ApiStage>
{
    [Fact]
    public async Task Cases_PagedWhileReportsArrive_AreEachReadOnce()
    {
        await stage.ReceiveAsync(5);
        using var http = await stage.EnterAsync(Territory.Milano);
        List<int> read = [];
        var page = await http.ReadAsync("/api/v1/cases?limit=2");
        read.AddRange(page.Ids());
        var late = await stage.ReceiveAsync(2);

        while (page.HasMore())
        {
            page = await http.ReadAsync($"/api/v1/cases?limit=2&pageToken={page.Next()}");
            read.AddRange(page.Ids());
        }

        Assert.Equal(await AllAsync(Territory.Milano), read.Order());
        Assert.Equal(late, read.TakeLast(2));
    }

    [Fact]
    public async Task Cases_ReadToTheEnd_TheLastTokenBringsWhatChangedSince()
    {
        var ids = await stage.ReceiveAsync(2);
        using var http = await stage.EnterAsync(Territory.Milano);
        var all = await http.ReadAsync("/api/v1/cases?limit=500");

        var nothing = await http.ReadAsync($"/api/v1/cases?limit=500&pageToken={all.Next()}");
        await stage.TakeInChargeAsync(ids[0]);
        var changed = await http.ReadAsync($"/api/v1/cases?limit=500&pageToken={nothing.Next()}");

        Assert.Empty(nothing.Ids());
        Assert.Equal([ids[0]], changed.Ids());
        Assert.Equal("takenInCharge", changed["items"]![0]!["state"]!.GetValue<string>());
    }

    [Fact]
    public async Task Contacts_PagedOneByOne_AreThoseOfAllCases()
    {
        var ids = await stage.ReceiveAsync(3);
        using var http = await stage.EnterAsync(Territory.Milano);
        List<int> cases = [];
        for (var page = await http.ReadAsync("/api/v1/contacts?limit=1"); ; page = await http.ReadAsync($"/api/v1/contacts?limit=1&pageToken={page.Next()}"))
        {
            cases.AddRange(page["items"]!.AsArray().Select(item => item!["caseId"]!.GetValue<int>()));
            if (!page.HasMore())
            {
                break;
            }
        }

        Assert.Equal(await AllAsync(Territory.Milano), cases.Order()); // One contact each.
        Assert.Equal(ids, cases.TakeLast(3));
    }

    [Fact]
    public async Task Cases_UpdatedSince_AreThoseThatChangedThenOrLater()
    {
        var ids = await stage.ReceiveAsync(2);
        stage.Portal.Clock.Advance(TimeSpan.FromHours(1));
        var since = stage.Portal.Clock.GetUtcNow();
        await stage.TakeInChargeAsync(ids[1]);
        using var http = await stage.EnterAsync(Territory.Milano);

        var utc = await http.ReadAsync($"/api/v1/cases?updatedSince={since:yyyy-MM-ddTHH:mm:ss}Z");
        var rome = await http.ReadAsync($"/api/v1/cases?updatedSince={since.AddHours(1):yyyy-MM-ddTHH:mm:ss}%2B01:00");
        var contacts = await http.ReadAsync($"/api/v1/contacts?updatedSince={since:yyyy-MM-ddTHH:mm:ss}Z");
        var later = await http.ReadAsync($"/api/v1/cases?updatedSince={since.AddSeconds(1):yyyy-MM-ddTHH:mm:ss}Z");

        Assert.Equal([ids[1]], utc.Ids());
        Assert.Equal([ids[1]], rome.Ids());
        Assert.Equal(ids[1], Assert.Single(contacts["items"]!.AsArray())!["caseId"]!.GetValue<int>());
        Assert.Empty(later.Ids());
    }

    [Theory]
    [InlineData("updatedSince=ieri", "updatedSince", "malformed-parameter")]
    [InlineData("updatedSince=2020-11-25", "updatedSince", "malformed-parameter")]
    [InlineData("updatedSince=2020-11-25T09:00:00", "updatedSince", "malformed-parameter")]
    [InlineData("updatedSince=2020-11-31T09:00:00Z", "updatedSince", "malformed-parameter")]
    [InlineData("updatedSince=2020-11-25T09:00:00+01:00", "updatedSince", "malformed-parameter")] // The plus sign arrives as a blank.
    [InlineData("limit=0", "limit", "malformed-parameter")]
    [InlineData("limit=501", "limit", "malformed-parameter")]
    [InlineData("limit=1e2", "limit", "malformed-parameter")]
    [InlineData("limit=1&limit=2", "limit", "malformed-parameter")]
    [InlineData("pageToken=abc", "pageToken", "malformed-parameter")]
    [InlineData("pageToken=%F0%9F%98%80", "pageToken", "malformed-parameter")]
    [InlineData("since=2020-11-25T09:00:00Z", "since", "unknown-parameter")]
    public async Task List_UnusableParameter_IsNamed(string query, string parameter, string kind)
    {
        using var http = await stage.EnterAsync(Territory.Milano);

        foreach (var address in new[] { "/api/v1/cases", "/api/v1/contacts", "/api/v1/fhir/cases" })
        {
            var answer = await http.GetAsync($"{address}?{query}");
            var problem = await answer.ProblemAsync();

            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Equal((parameter, $"urn:portale-scuola:problem:{kind}"), (problem["parameter"]!.GetValue<string>(), problem["type"]!.GetValue<string>()));
            Assert.StartsWith(parameter + ":", problem["detail"]!.GetValue<string>(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task List_PageTokenOfAnotherQuery_IsRefusedAndSaysSo()
    {
        await stage.ReceiveAsync(1);
        using var http = await stage.EnterAsync(Territory.Milano);
        using var other = await stage.EnterAsync(Territory.Milano);
        var token = (await http.ReadAsync("/api/v1/cases?limit=1&updatedSince=2020-01-01T00:00:00Z")).Next();

        HttpResponseMessage[] refused =
        [
            await http.GetAsync($"/api/v1/cases?pageToken={token}"),
            await http.GetAsync($"/api/v1/cases?pageToken={token}&updatedSince=2020-01-02T00:00:00Z"),
            await http.GetAsync($"/api/v1/contacts?pageToken={token}&updatedSince=2020-01-01T00:00:00Z"),
            await other.GetAsync($"/api/v1/cases?pageToken={token}&updatedSince=2020-01-01T00:00:00Z"),
        ];
        var accepted = await http.GetAsync($"/api/v1/cases?pageToken={token}&updatedSince=2020-01-01T00:00:00Z&limit=7");

        foreach (var answer in refused)
        {
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Equal("urn:portale-scuola:problem:page-token-of-another-query", (await answer.ProblemAsync())["type"]!.GetValue<string>());
        }

        Assert.Equal(HttpStatusCode.OK, accepted.StatusCode);
    }

    [Fact]
    public async Task Case_Read_SaysWhatTheSchoolSentAndWhereItStands()
    {
        var id = Assert.Single(await stage.ReceiveAsync(1));
        using var http = await stage.EnterAsync(Territory.Milano);

        var found = await http.ReadAsync($"/api/v1/cases/{id}");
        var contacts = (await http.ReadAsync($"/api/v1/cases/{id}/contacts")).AsArray();

        Assert.Equal(
            (id, "received", "milano", "Rossi", "pupil", "primary", 1),
            (found["id"]!.GetValue<int>(), found["state"]!.GetValue<string>(), found["territory"]!.GetValue<string>(),
                found["person"]!["surname"]!.GetValue<string>(), found["person"]!["role"]!.GetValue<string>(),
                found["school"]!["schoolType"]!.GetValue<string>(), found["contactCount"]!.GetValue<int>()));
        Assert.EndsWith("Z", found["receivedAt"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(("Valeri", id), (Assert.Single(contacts)!["person"]!["surname"]!.GetValue<string>(), contacts[0]!["caseId"]!.GetValue<int>()));
    }

    [Fact]
    public async Task Case_UnchangedSinceItsTag_IsNotSentAgain()
    {
        var id = Assert.Single(await stage.ReceiveAsync(1));
        using var http = await stage.EnterAsync(Territory.Milano);
        var tag = (await http.GetAsync($"/api/v1/cases/{id}")).Headers.ETag!;

        var same = await AskAsync(tag);
        await stage.TakeInChargeAsync(id);
        var changed = await AskAsync(tag);

        Assert.Equal((HttpStatusCode.NotModified, ""), (same.StatusCode, await same.Content.ReadAsStringAsync()));
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.NotEqual(tag, changed.Headers.ETag);

        async Task<HttpResponseMessage> AskAsync(EntityTagHeaderValue known)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/cases/{id}");
            request.Headers.IfNoneMatch.Add(known);
            return await http.SendAsync(request);
        }
    }

    [Fact]
    public async Task Read_EveryOne_IsInTheAudit()
    {
        var id = (await stage.ReceiveAsync(2))[0];
        var (client, secret) = await stage.RegisterAsync([Territory.Milano], "cases.read fhir.read");
        using var http = await stage.EnterAsync(client, secret);

        await http.ReadAsync("/api/v1/cases?limit=2");
        await http.ReadAsync("/api/v1/contacts?limit=1");
        await http.ReadAsync("/api/v1/fhir/cases?limit=2");
        await http.ReadAsync($"/api/v1/cases/{id}");
        await http.GetAsync($"/api/v1/cases/{id + 90_000}");

        await using var context = await stage.Portal.OpenAsync();
        var key = (await context.Set<ApiClient>().SingleAsync(c => c.ClientId == client)).Id;
        var caseId = await context.Set<CovidSchoolReporting.Domain.Agency.ReceivedReport>().Where(r => r.Id == id).Select(r => r.CaseId).SingleAsync();
        var entries = await context.Set<AuditEntry>().Where(e => e.ClientId == key).OrderBy(e => e.Id).ToListAsync();
        Assert.Equal(
            [("/api/v1/cases", 2, null), ("/api/v1/contacts", 1, null), ("/api/v1/fhir/cases", 4, null), ("/api/v1/cases/{id}", 2, caseId)],
            entries.Select(e => (e.Screen!, e.PersonCount, e.RecordId)));
        Assert.All(entries, e => Assert.Equal((AuditAction.ApiRead, null), (e.Action, e.UserId)));
        Assert.Equal(AuditKind.Case, entries[^1].RecordKind); // What is about a report names its case: one id finds it all.
    }

    private async Task<IEnumerable<int>> AllAsync(Territory territory)
    {
        await using var context = await stage.Portal.OpenAsync();
        return await context.Set<CovidSchoolReporting.Domain.Agency.ReceivedReport>()
            .Where(r => r.Territory == territory).Select(r => r.Id).Order().ToListAsync();
    }
}
