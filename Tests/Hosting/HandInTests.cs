using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using CovidSchoolReporting.App.Components.Forms;
using CovidSchoolReporting.App.Features.Drafts;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Drafts;
using CovidSchoolReporting.Infrastructure.Identity;
using CovidSchoolReporting.Tests.Browser.Support;
using CovidSchoolReporting.Tests.Support;
using Microsoft.AspNetCore.DataProtection;

namespace CovidSchoolReporting.Tests.Hosting;

/// <summary>What a page that has lost its circuit may hand in, and whose.</summary>
public sealed class HandInTests : IAsyncLifetime
{
    private static readonly CancellationToken _none = CancellationToken.None;

    private PortalProcess _portal = null!;
    private TestPortal _database = null!;
    private PortalHttpClient _client = null!;
    private Actor _referent = null!;
    private Actor _colleague = null!;
    private int _caseId;

    private IDraftStore Store => _database.Get<IDraftStore>();

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalProcess.StartAsync();
        _database = await BrowserFixture.OpenDatabaseAsync(_portal);
        _referent = await ActorAsync(DemonstrationPortal.Referent);
        _colleague = await ActorAsync("referente2@calvino.example");
        _caseId = await _database.ReportAsync(_referent);
        _client = _portal.NewClient();
        await _client.SignInAsAsync(DemonstrationPortal.Referent);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _database.DisposeAsync();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task Post_FieldsOfOnesOwnForm_AreInTheDraft()
    {
        using var answer = await PostAsync(Ticket(_referent, DraftKey.OfCase(_caseId), revision: 1), ("Surname", "Quattrocch"), ("Altro", "x"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal($"/casi/{_caseId}", (await answer.Content.ReadFromJsonAsync<JsonElement>(_none)).GetProperty("address").GetString());
        var mine = await DraftOfAsync(_referent);
        Assert.Equal(("Quattrocch", "Mario", _caseId, 1), (mine.Surname, mine.Name, mine.Id, mine.Revision));
    }

    [Fact]
    public async Task Post_ACellOfOnesOwnList_StandsBesideItsRowsAndNeverWithoutThem()
    {
        var key = DraftKey.ContactImport(_caseId);
        using var without = await PostAsync(Ticket(_referent, key), ("cell-1-Surname", "Quattrocch"));
        await Store.SaveAsync(
            _referent, key, new ListDraft(Guid.NewGuid(), "le righe", new Dictionary<string, string>()).Write(), 0, _none);
        using var answer = await PostAsync(Ticket(_referent, key, version: 1), ("cell-1-Surname", "Quattrocch"));

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (without.StatusCode, answer.StatusCode));
        var list = ListDraft.Read((await Store.FindAsync(_referent, key, _none))!)!;
        Assert.Equal(("le righe", "Quattrocch"), (list.Rows, list.Cells["cell-1-Surname"]));
    }

    [Fact]
    public async Task Post_TheSameTwice_IsOneCommit()
    {
        var ticket = Ticket(_referent, DraftKey.OfCase(_caseId), revision: 1);
        (await PostAsync(ticket, ("Surname", "Quattrocch"))).Dispose();
        (await PostAsync(ticket, ("Surname", "Quattrocch"))).Dispose();

        Assert.Equal(1, (await Store.FindAsync(_referent, DraftKey.OfCase(_caseId), _none))!.Version);
    }

    [Fact]
    public async Task Post_SignedOut_IsUnauthorized()
    {
        using var nobody = _portal.NewClient();
        using var answer = await nobody.Raw.PostAsJsonAsync(DraftEndpoints.HandIn, Body(Ticket(_referent, DraftKey.OfCase(_caseId))), _none);
        using var token = await nobody.Raw.SendAsync(Script(HttpMethod.Get, DraftEndpoints.Token), _none);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (answer.StatusCode, token.StatusCode));
        Assert.Null(await Store.FindAsync(_referent, DraftKey.OfCase(_caseId), _none));
    }

    [Fact]
    public async Task Post_WithoutAntiforgeryToken_IsRefused()
    {
        using var answer = await _client.Raw.PostAsJsonAsync(
            DraftEndpoints.HandIn, Body(Ticket(_referent, DraftKey.OfCase(_caseId)), ("Surname", "x")), _none);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Null(await Store.FindAsync(_referent, DraftKey.OfCase(_caseId), _none));
    }

    [Fact]
    public async Task Post_FormsThatAreNotTheirs_AreNotThereAlike()
    {
        var pandini = await ActorAsync("referente@pandini.example");
        var foreign = await _database.ReportAsync(pandini, Drafts.Case(d =>
            (d.SiteMunicipality, d.SchoolName, d.SchoolType) = ("Lodi (LO)", "Liceo scientifico Pandini", CovidSchoolReporting.Domain.Schools.SchoolType.UpperSecondary)));
        var closed = await _database.ReportAsync(_referent);
        await _database.Reporting.CloseAndSendAsync(_referent, closed, "Assente", _none);
        string[] tickets =
        [
            Ticket(_colleague, DraftKey.OfCase(_caseId)),
            Ticket(pandini, DraftKey.OfCase(foreign)),
            Ticket(_referent, DraftKey.OfCase(foreign)),
            Ticket(_referent, DraftKey.OfCase(closed)),
            Ticket(_referent, DraftKey.OfCase(900_000)),
            Ticket(_referent with { InstituteId = pandini.InstituteId }, DraftKey.NewCase(Guid.NewGuid())),
            "nessuno ha mai dato questo",
        ];

        foreach (var ticket in tickets)
        {
            using var answer = await PostAsync(ticket, ("Surname", "Quattrocch"));
            Assert.Equal((HttpStatusCode.NotFound, ""), (answer.StatusCode, await answer.Content.ReadAsStringAsync(_none)));
        }

        foreach (var actor in (Actor[])[_referent, _colleague, pandini])
        {
            Assert.Empty(await Store.ListAsync(actor, _none));
        }
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"ticket\":\"x\"}")]
    [InlineData("{\"ticket\":\"x\",\"fields\":{\"Surname\":null}}")]
    [InlineData("non è json")]
    public async Task Post_SomethingElse_IsRefused(string body)
    {
        using var answer = await SendAsync(new StringContent(body, new MediaTypeHeaderValue("application/json")));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Post_TooLarge_IsRefusedWhetherItSaysSoOrNot()
    {
        var long_ = new string('x', DraftEndpoints.MaxBytes);
        using var said = await SendAsync(new StringContent($"{{\"ticket\":\"{long_}\",\"fields\":{{}}}}", new MediaTypeHeaderValue("application/json")));
        using var content = new PushedContent($"{{\"ticket\":\"{long_}\",\"fields\":{{}}}}");
        using var unsaid = await SendAsync(content);

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.RequestEntityTooLarge), (said.StatusCode, unsaid.StatusCode));
    }

    [Fact]
    public async Task Post_OfAnOlderTab_IsKeptBesideAndOverwritesNothing()
    {
        var older = Ticket(_referent, DraftKey.OfCase(_caseId), revision: 1);
        (await PostAsync(Ticket(_referent, DraftKey.OfCase(_caseId), revision: 1), ("Surname", "Nuovo"))).Dispose();

        using var answer = await PostAsync(older, ("Surname", "Vecchio"));

        var address = (await answer.Content.ReadFromJsonAsync<JsonElement>(_none)).GetProperty("address").GetString();
        Assert.StartsWith($"/casi/{_caseId}?bozza=", address, StringComparison.Ordinal);
        Assert.Equal("Nuovo", (await DraftOfAsync(_referent)).Surname);
        Assert.Equal(2, (await Store.ListAsync(_referent, _none)).Count);
    }

    [Fact]
    public async Task Post_OfAnOlderTabOnceMore_IsStillTheSameDraftBeside()
    {
        var older = Ticket(_referent, DraftKey.OfCase(_caseId), revision: 1);
        (await PostAsync(Ticket(_referent, DraftKey.OfCase(_caseId), revision: 1), ("Surname", "Nuovo"))).Dispose();

        using var first = await PostAsync(older, ("Surname", "Vecchi"));
        using var second = await PostAsync(older, ("Surname", "Vecchio"));

        Assert.Equal(await AddressAsync(first), await AddressAsync(second));
        Assert.Equal("Nuovo", (await DraftOfAsync(_referent)).Surname);
        var beside = Assert.Single(await Store.ListAsync(_referent, _none), row => row.Key.Mark is not null);
        Assert.StartsWith("Vecchio ", beside.Person, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_OfNothingNew_IsNoDraft()
    {
        using var answer = await PostAsync(Ticket(_referent, DraftKey.OfCase(_caseId), revision: 1), ("Surname", "Rossi"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(await Store.ListAsync(_referent, _none));
    }

    [Fact]
    public async Task Post_WithMoreDraftsThanThereIsRoomFor_SaysSo()
    {
        for (var count = 0; count < SavedDraft.MostOfOneUser; count++)
        {
            Assert.IsType<DraftOutcome.Kept>(await Store.SaveAsync(_referent, DraftKey.NewCase(Guid.NewGuid()), "{}", 0, _none));
        }

        using var answer = await PostAsync(Ticket(_referent, DraftKey.OfCase(_caseId), revision: 1), ("Surname", "Quattrocch"));

        Assert.Equal(HttpStatusCode.InsufficientStorage, answer.StatusCode);
    }

    [Fact]
    public async Task Post_OfANewCaseThatWasSavedWithoutTheAnswer_LeadsToItAndIsNoDraft()
    {
        var draft = Drafts.Case(d => d.Name = "Ermenegildo ");
        var caseId = await _database.ReportAsync(_referent, draft);
        var fields = FieldsOf(draft);

        using var answer = await PostAsync(Ticket(_referent, DraftKey.NewCase(Guid.NewGuid()), requestKey: draft.RequestKey), fields);

        Assert.Equal($"/casi/{caseId}", await AddressAsync(answer));
        Assert.Empty(await Store.ListAsync(_referent, _none));
    }

    [Fact]
    public async Task Post_OfANewCaseThatWasSavedAndThenTypedInOn_BecomesNoSecondCase()
    {
        var draft = Drafts.Case();
        var caseId = await _database.ReportAsync(_referent, draft);
        var key = DraftKey.NewCase(Guid.NewGuid());
        draft.Section = "Z";

        (await PostAsync(Ticket(_referent, key, requestKey: draft.RequestKey), FieldsOf(draft))).Dispose();

        var again = Assert.IsType<CaseDraft>(FormDraft.Read((await Store.FindAsync(_referent, key, _none))!)!.Mine);
        Assert.Equal((null, 0, "Z"), (again.Id, again.Revision, again.Section));
        var outcome = Assert.IsType<SaveOutcome.Stale>(await _database.Reporting.SaveCaseAsync(_referent, again, _none));
        Assert.Equal(caseId, outcome.Current.Id);
    }

    [Fact]
    public async Task Post_OfANewCaseBeforeItIsSaved_IsSavedOnce()
    {
        var draft = Drafts.Case();
        var key = DraftKey.NewCase(Guid.NewGuid());
        (await PostAsync(Ticket(_referent, key, requestKey: draft.RequestKey), FieldsOf(draft))).Dispose();
        var caseId = await _database.ReportAsync(_referent, draft);

        var again = Assert.IsType<CaseDraft>(FormDraft.Read((await Store.FindAsync(_referent, key, _none))!)!.Mine);
        var outcome = Assert.IsType<SaveOutcome.Saved>(await _database.Reporting.SaveCaseAsync(_referent, again, _none));

        Assert.Equal(caseId, outcome.Id);
    }

    [Fact]
    public async Task Post_OfANewContactThatWasSavedWithoutTheAnswer_LeadsToItAndIsNoDraft()
    {
        var draft = Drafts.Contact();
        Assert.IsType<SaveOutcome.Saved>(await _database.Reporting.SaveContactAsync(_referent, _caseId, draft, _none));
        var contact = Assert.Single((await _database.Queries.FindAsync(_referent, _caseId, _none))!.Contacts);

        using var answer = await PostAsync(
            Ticket(_referent, DraftKey.NewContact(_caseId, Guid.NewGuid()), requestKey: draft.RequestKey), FieldsOf(draft));

        Assert.Equal($"/casi/{_caseId}/contatti/{contact.Id}", await AddressAsync(answer));
        Assert.Empty(await Store.ListAsync(_referent, _none));
    }

    [Fact]
    public async Task Token_OfASessionThatCameLater_OpensThePost()
    {
        await _client.SubmitAsync(await _client.OpenAsync("/"), "/esci");
        await _client.SignInAsAsync(DemonstrationPortal.Referent);

        using var answer = await PostAsync(Ticket(_referent, DraftKey.OfCase(_caseId), revision: 1), ("Surname", "Quattrocch"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static object Body(string ticket, params (string Name, string Value)[] fields) =>
        new { ticket, fields = fields.ToDictionary(f => f.Name, f => f.Value) };

    private static HttpRequestMessage Script(HttpMethod method, string address)
    {
        var request = new HttpRequestMessage(method, address);
        request.Headers.Add("Sec-Fetch-Mode", "cors");
        return request;
    }

    private string Ticket(Actor actor, DraftKey key, int revision = 0, int version = 0, Guid requestKey = default) =>
        new FormTickets(_database.Get<IDataProtectionProvider>()).Seal(
            new FormTicket(actor.UserId, actor.InstituteId!.Value, key, Guid.NewGuid(), version, revision, requestKey));

    private Task<HttpResponseMessage> PostAsync(string ticket, params (string Name, string Value)[] fields) =>
        SendAsync(JsonContent.Create(Body(ticket, fields)));

    private async Task<HttpResponseMessage> SendAsync(HttpContent content)
    {
        using var asked = await _client.Raw.SendAsync(Script(HttpMethod.Get, DraftEndpoints.Token), _none);
        var token = (await asked.Content.ReadFromJsonAsync<JsonElement>(_none)).GetProperty("token").GetString();
        var request = Script(HttpMethod.Post, DraftEndpoints.HandIn);
        request.Headers.Add("RequestVerificationToken", token);
        request.Content = content;
        return await _client.Raw.SendAsync(request, _none);
    }

    private static async Task<string?> AddressAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>(_none)).GetProperty("address").GetString();

    /// <summary>The fields of a form as its page would hand them in.</summary>
    private static (string, string)[] FieldsOf(PersonDraft draft) =>
    [
        .. DraftComparison.FieldsOf(draft.GetType()).Where(field => field.Name != nameof(ContactDraft.GuideAnswers)).Select(field => (field.Name, field.GetValue(draft) switch
        {
            Enum choice => Array.IndexOf(Enum.GetValues(choice.GetType()), choice).ToString(CultureInfo.InvariantCulture),
            bool ticked => ticked ? "true" : "false",
            null => field.PropertyType == typeof(string) ? "" : "-1",
            var value => value.ToString()!,
        })),
    ];

    private async Task<PersonDraft> DraftOfAsync(Actor actor) =>
        FormDraft.Read((await Store.FindAsync(actor, DraftKey.OfCase(_caseId), _none))!)!.Mine;

    private async Task<Actor> ActorAsync(string email) => (await _database.Get<UserDirectory>().FindByEmailAsync(email))!.ToActor();

    /// <summary>A body that does not say how long it is.</summary>
    private sealed class PushedContent : HttpContent
    {
        private readonly byte[] _bytes;

        public PushedContent(string text)
        {
            _bytes = System.Text.Encoding.UTF8.GetBytes(text);
            Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            stream.WriteAsync(_bytes).AsTask();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
