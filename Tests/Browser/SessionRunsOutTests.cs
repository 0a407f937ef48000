using System.Text.RegularExpressions;
using CovidSchoolReporting.Infrastructure.Identity;
using CovidSchoolReporting.Tests.Browser.Support;
using CovidSchoolReporting.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CovidSchoolReporting.Tests.Browser;

/// <summary>
/// The session runs out while somebody types. The same user, signed in again, is where they were with all that was typed; another
/// user is somewhere else with nothing of it.
/// </summary>
public sealed class SessionRunsOutTests(BrowserFixture fixture) : BrowserTest(fixture), IAsyncLifetime
{
    private const string SignInAgain = "Accedi di nuovo (si apre un’altra scheda)";

    private PortalProcess _portal = null!;
    private TestPortal _database = null!;
    private School _school = null!;

    async ValueTask IAsyncLifetime.InitializeAsync()
    {
        await base.InitializeAsync();
        _portal = await PortalProcess.StartAsync();
        _database = await BrowserFixture.OpenDatabaseAsync(_portal);
        _school = await Fixture.NewSchoolAsync(_database);
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await DisposeAsync();
        await _database.DisposeAsync();
        await _portal.DisposeAsync();
        Fixture.Traces.AssertNoneIn("the portal's output", _portal.Lines);
    }

    [Fact]
    public async Task OnAnOpenPage_TheSameUserIsWhereTheyWere_NewCase()
    {
        var referent = await ArriveAsync("/casi/nuovo");
        await TypedForm.OfCaseAsync(referent);

        await SessionsRunOutAsync(referent);
        var typed = await TypedForm.HalfTypeAsync(referent);
        await Expect(referent.Heading).ToHaveTextAsync("Sessione terminata");
        await referent.Page.Locator("a.bottone").ClickAsync();
        await SignInAsync(referent, _school.Referent);

        await Expect(referent.Heading).ToHaveTextAsync("Nuova segnalazione di caso COVID-19");
        await typed.IsBackAsync();
    }

    [Fact]
    public async Task OnAnOpenPage_AnotherUserIsNotThere_AmendedCase()
    {
        var caseId = await _school.HasCaseAsync();
        var referent = await ArriveAsync($"/casi/{caseId}");
        await TypedForm.HalfTypeAsync(referent);

        await SessionsRunOutAsync(referent);
        await Expect(referent.Heading).ToHaveTextAsync("Sessione terminata");
        await referent.Page.Locator("a.bottone").ClickAsync();
        await SignInAsync(referent, _school.Colleague);

        await Expect(referent.Heading).ToHaveTextAsync("Piattaforma Web di Caricamento Dati");
        Assert.Equal("/", referent.Address);
        await referent.OpenAsync("/casi");
        await Expect(referent.Page.GetByRole(AriaRole.Region, new() { Name = "Bozze" })).ToHaveCountAsync(0);
        await referent.OpenAsync($"/casi/{caseId}");
        await Expect(referent.Field("Cognome")).ToHaveValueAsync("Rossi");
    }

    [Fact]
    public async Task WhileTheServerIsAway_ThePageWaitsForTheSameUser_NewContact()
    {
        var caseId = await _school.HasCaseAsync();
        var referent = await ArriveAsync($"/casi/{caseId}/contatti/nuovo");
        var typed = await TypedForm.OfContactAsync(referent);

        var beside = await SignInBesideAsync(referent, _school.Referent);

        await Expect(beside.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Accesso riuscito");
        await Expect(referent.Notices.Filter(new() { HasText = "Ripresa la bozza" })).ToBeVisibleAsync();
        await typed.IsBackAsync();
    }

    [Fact]
    public async Task WhileTheServerIsAway_ThePageGivesAnotherUserNothing_NewContact()
    {
        var caseId = await _school.HasCaseAsync();
        var referent = await ArriveAsync($"/casi/{caseId}/contatti/nuovo");
        await TypedForm.OfContactAsync(referent);

        await SignInBesideAsync(referent, _school.Colleague);

        await Expect(referent.Heading).ToHaveTextAsync("Piattaforma Web di Caricamento Dati");
        Assert.Equal("/", referent.Address);
        await referent.OpenAsync($"/casi/{caseId}/contatti/nuovo");
        await Expect(referent.Field("Cognome")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task WhileNobodyIsSignedIn_ThePageAsksForATokenAndSendsItsFormNoMore()
    {
        var referent = await ArriveAsync("/casi/nuovo");
        await TypedForm.OfCaseAsync(referent);
        var asked = new List<string>();
        referent.Page.Request += (_, request) => asked.Add($"{request.Method} {new Uri(request.Url).AbsolutePath}");

        await _portal.KillAsync();
        await SessionsRunOutAsync(referent);
        await _portal.StartAsync();
        await Expect(referent.Link(SignInAgain)).ToBeVisibleAsync();
        asked.Clear();
        await referent.Page.WaitForRequestAsync(request => request.Url.EndsWith("/bozze/gettone", StringComparison.Ordinal));
        await referent.Page.WaitForRequestAsync(request => request.Url.EndsWith("/bozze/gettone", StringComparison.Ordinal));

        Assert.DoesNotContain("POST /bozze", asked);
    }

    private async Task<Visitor> ArriveAsync(string path)
    {
        var referent = await NewVisitorAsync(_portal);
        await referent.SignInAsync(_school.Referent, path);
        return referent;
    }

    /// <summary>All sessions are over by their time, the provider's too; nobody tells the portal.</summary>
    private async Task SessionsRunOutAsync(Visitor referent)
    {
        await referent.Context.ClearCookiesAsync(new() { Name = "portale-identita" });
        await using var context = await _database.OpenAsync();
        await context.Set<UserSession>().ExecuteUpdateAsync(
            set => set.SetProperty(s => s.ExpiresAt, s => s.CreatedAt), Xunit.TestContext.Current.CancellationToken);
    }

    /// <summary>The server restarts, the session is over meanwhile, and somebody signs in by the link that the page shows.</summary>
    private async Task<IPage> SignInBesideAsync(Visitor referent, Account account)
    {
        await _portal.KillAsync();
        await SessionsRunOutAsync(referent);
        await _portal.StartAsync();
        await Expect(referent.Link(SignInAgain)).ToBeVisibleAsync();
        await Expect(referent.Page.Locator("main")).ToBeHiddenAsync();
        await new Accessibility(referent).LookAtOnceAsync("signed out beside a form");
        var beside = await referent.Context.RunAndWaitForPageAsync(() => referent.Link(SignInAgain).ClickAsync());
        await beside.GetByLabel("Indirizzo e-mail").FillAsync(account.Email);
        await beside.GetByLabel("Password").FillAsync(Account.Password);
        await beside.GetByRole(AriaRole.Button, new() { Name = "Accedi" }).ClickAsync();
        await beside.WaitForURLAsync(new Regex("^(?!.*/accesso\\?)"));
        return beside;
    }

    private static async Task SignInAsync(Visitor visitor, Account account)
    {
        await visitor.Field("Indirizzo e-mail").FillAsync(account.Email);
        await visitor.Field("Password").FillAsync(Account.Password);
        await visitor.Button("Accedi").ClickAsync();
        await visitor.StartedAsync();
    }
}
