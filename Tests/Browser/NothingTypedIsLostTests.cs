using CovidSchoolReporting.Tests.Browser.Support;
using CovidSchoolReporting.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CovidSchoolReporting.Tests.Browser;

/// <summary>
/// A form is filled in, the last field stops in the middle of a word, and then something happens to the server, the line or the
/// browser. All that came back is compared with all that was typed.
/// </summary>
public sealed class NothingTypedIsLostTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ServerKilledAndStartedAgain_NewCase(bool killed)
    {
        await using var portal = await PortalProcess.StartAsync();
        var referent = await NewVisitorAsync(portal);
        await referent.SignInAsAsync("Giulia Ferrario", "/casi/nuovo");
        var typed = await TypedForm.OfCaseAsync(referent);

        await EndAsync(portal, killed);
        await Expect(ConnectionWindow(referent)).ToBeVisibleAsync();
        await portal.StartAsync();

        await Expect(ConnectionWindow(referent)).ToBeHiddenAsync();
        await Expect(referent.Notices.Filter(new() { HasText = "Ripresa la bozza" })).ToBeVisibleAsync();
        await typed.IsBackAsync();
        Fixture.Traces.AssertNoneIn("the portal's output", portal.Lines);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ServerKilledAndStartedAgain_AmendedContact(bool killed)
    {
        await using var portal = await PortalProcess.StartAsync();
        await using var database = await BrowserFixture.OpenDatabaseAsync(portal);
        var school = await Fixture.NewSchoolAsync(database);
        var caseId = await school.HasCaseAsync();
        var contactId = await school.HasContactAsync(caseId);
        var referent = await NewVisitorAsync(portal);
        await referent.SignInAsync(school.Referent, $"/casi/{caseId}/contatti/{contactId}");
        var typed = await TypedForm.HalfTypeAsync(referent);

        await EndAsync(portal, killed);
        await Expect(ConnectionWindow(referent)).ToBeVisibleAsync();
        await portal.StartAsync();

        await Expect(ConnectionWindow(referent)).ToBeHiddenAsync();
        await typed.IsBackAsync();
        await referent.Button("Salva contatto").ClickAsync();
        await Expect(referent.Notices.Filter(new() { HasText = "Le modifiche al contatto" })).ToBeVisibleAsync();
        Assert.Equal(TypedForm.HalfTyped, Assert.Single((await school.SheetAsync(caseId)).Contacts).Draft.Surname);
        await referent.OpenAsync("/casi");
        await Expect(DraftsOf(referent)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task ServerKilledAndStartedAgain_AnswersOfTheGuide_AndHalfTheNote()
    {
        await using var portal = await PortalProcess.StartAsync();
        await using var database = await BrowserFixture.OpenDatabaseAsync(portal);
        var school = await Fixture.NewSchoolAsync(database);
        var referent = await NewVisitorAsync(portal);
        await referent.SignInAsync(school.Referent, $"/casi/{await school.HasCaseAsync()}/contatti/nuovo");
        await referent.Field("Ruolo").SelectOptionAsync("Insegnante di sostegno");
        await referent.Button("Valuta se è contatto stretto").ClickAsync();
        await referent.Page.Locator(".guide-question").GetByLabel("No", new() { Exact = true }).CheckAsync();
        await referent.Button("Avanti").ClickAsync();
        await referent.Field("Nota del referente sulla valutazione").FocusAsync();
        await referent.Page.Keyboard.TypeAsync("Seduti vici");
        referent.Seen.ExpectADeadLine();

        await portal.KillAsync();
        await Expect(ConnectionWindow(referent)).ToBeVisibleAsync();
        await portal.StartAsync();

        await Expect(ConnectionWindow(referent)).ToBeHiddenAsync();
        await Expect(referent.Page.Locator(".guide-verdict")).ToHaveTextAsync("Valuta il referente, con una nota");
        await Expect(referent.Field("Nota del referente sulla valutazione")).ToHaveValueAsync("Seduti vici");
    }

    [Fact]
    public async Task NetworkCutOfFiveSeconds_NewCase_WhatWasTypedMeanwhileIsKeptToo()
    {
        var referent = await ReferentOfAsync(await Fixture.NewSchoolAsync(), "/casi/nuovo");
        await TypedForm.OfCaseAsync(referent);

        await referent.Context.SetOfflineAsync(true);
        await referent.TypeAndLeaveAsync("Telefono 2", "02 7654321");
        var typed = await TypedForm.HalfTypeAsync(referent);
        await Expect(ConnectionWindow(referent)).ToBeVisibleAsync();
        await TriedAsync(referent, times: 4);
        await referent.Context.SetOfflineAsync(false);

        await Expect(ConnectionWindow(referent)).ToBeHiddenAsync();
        await typed.IsBackAsync();
        await Expect(Saved(referent)).ToBeVisibleAsync();
        await referent.Page.ReloadAsync();
        await typed.IsBackAsync();
    }

    /// <summary>
    /// Ten minutes are more than the minute and a half after which the server takes the browser for gone, and the five minutes for
    /// which it keeps the circuit then: here they are 15 seconds and one, and the cut is longer than both.
    /// </summary>
    [Fact]
    public async Task NetworkCutLongerThanTheCircuitIsKept_NewContact()
    {
        await using var portal = await PortalProcess.StartAsync(KeepingCircuitsFor(seconds: 1));
        await using var database = await BrowserFixture.OpenDatabaseAsync(portal);
        var school = await Fixture.NewSchoolAsync(database);
        var caseId = await school.HasCaseAsync();
        var referent = await NewVisitorAsync(portal);
        await referent.SignInAsync(school.Referent, $"/casi/{caseId}/contatti/nuovo");
        var typed = await TypedForm.OfContactAsync(referent);

        await referent.Context.SetOfflineAsync(true);
        await Expect(ConnectionWindow(referent)).ToBeVisibleAsync();
        await TriedAsync(referent, times: 22);
        var reloaded = referent.Page.WaitForRequestAsync(request => request.IsNavigationRequest);
        await referent.Context.SetOfflineAsync(false);

        await reloaded;
        await Expect(ConnectionWindow(referent)).ToBeHiddenAsync();
        await typed.IsBackAsync();
    }

    /// <summary>A device asleep for an hour is a frozen page whose circuit is gone when it wakes.</summary>
    [Fact]
    public async Task DeviceAsleepUntilTheCircuitIsGone_NewCase()
    {
        await using var portal = await PortalProcess.StartAsync(KeepingCircuitsFor(seconds: 1));
        var referent = await NewVisitorAsync(portal);
        await referent.SignInAsAsync("Giulia Ferrario", "/casi/nuovo");
        var device = await referent.Context.NewCDPSessionAsync(referent.Page);
        var typed = await TypedForm.OfCaseAsync(referent);

        await device.SendAsync("Page.setWebLifecycleState", new Dictionary<string, object> { ["state"] = "frozen" });
        await portal.KillAsync();
        await portal.StartAsync();
        await device.SendAsync("Page.setWebLifecycleState", new Dictionary<string, object> { ["state"] = "active" });

        await Expect(referent.Notices.Filter(new() { HasText = "Ripresa la bozza" })).ToBeVisibleAsync();
        await typed.IsBackAsync();
    }

    [Fact]
    public async Task Reload_NewCase()
    {
        var referent = await ReferentOfAsync(await Fixture.NewSchoolAsync(), "/casi/nuovo");
        var typed = await TypedForm.OfCaseAsync(referent);

        await referent.Page.ReloadAsync();

        await typed.IsBackAsync();
    }

    [Fact]
    public async Task TabClosed_AmendedCase_GoesOnInAnotherBrowserOfTheSameUser()
    {
        var school = await Fixture.NewSchoolAsync();
        var caseId = await school.HasCaseAsync();
        var referent = await ReferentOfAsync(school, $"/casi/{caseId}");
        var typed = await TypedForm.HalfTypeAsync(referent);

        await referent.Page.CloseAsync();
        var elsewhere = await ReferentOfAsync(school, "/casi");
        await DraftsOf(elsewhere).GetByRole(AriaRole.Link, new() { Name = $"Caso {caseId}: " }).ClickAsync();

        await typed.IsBackAsync(elsewhere);
        var colleague = await ColleagueOfAsync(school, $"/casi/{caseId}");
        await Expect(colleague.Field("Cognome")).ToHaveValueAsync("Rossi");
    }

    [Fact]
    public async Task BackAndForward_NewCase()
    {
        var referent = await ReferentOfAsync(await Fixture.NewSchoolAsync(), "/casi");
        await referent.Link("Nuovo Caso").ClickAsync();
        var typed = await TypedForm.OfCaseAsync(referent);

        await referent.Page.GoBackAsync();
        await Expect(DraftsOf(referent).GetByRole(AriaRole.Link, new() { Name = $"Nuovo caso: {TypedForm.HalfTyped}" })).ToBeVisibleAsync();
        await referent.Page.GoForwardAsync();

        await typed.IsBackAsync();
    }

    [Fact]
    public async Task ALinkFollowed_AmendedCase_AsksNothingAndKeepsTheDraft()
    {
        var school = await Fixture.NewSchoolAsync();
        var caseId = await school.HasCaseAsync();
        var referent = await ReferentOfAsync(school, $"/casi/{caseId}");
        var typed = await TypedForm.HalfTypeAsync(referent);

        await referent.Link("Annulla").ClickAsync();
        await DraftsOf(referent).GetByRole(AriaRole.Link, new() { Name = $"Caso {caseId}: " }).ClickAsync();

        await typed.IsBackAsync();
        await referent.Button("Scarta la bozza").ClickAsync();
        await Expect(referent.Field("Cognome")).ToHaveValueAsync("Rossi");
        await referent.Button("Ripristina la bozza").ClickAsync();
        await typed.IsBackAsync();
    }

    [Fact]
    public async Task TwoTabs_AmendedCase_BothTextsStay()
    {
        var school = await Fixture.NewSchoolAsync();
        var caseId = await school.HasCaseAsync();
        var first = await ReferentOfAsync(school, $"/casi/{caseId}");
        var second = await first.NewTabAsync();
        await second.OpenAsync($"/casi/{caseId}");

        var typed = await TypedForm.HalfTypeAsync(first);
        await Expect(Saved(first)).ToBeVisibleAsync();
        await second.TypeAndLeaveAsync("Nome", "Ermenegildo");

        await Expect(second.Notices.Filter(new() { HasText = "aperto anche in un’altra scheda" })).ToBeVisibleAsync();
        await Expect(second.Field("Nome")).ToHaveValueAsync("Ermenegildo");
        await second.Button("Riprendi quella dell’altra scheda").ClickAsync();
        await typed.IsBackAsync(second);
        await second.OpenAsync("/casi");
        var links = DraftsOf(second).GetByRole(AriaRole.Link, new() { Name = $"Caso {caseId}: " });
        await Expect(links).ToHaveCountAsync(2);
        await links.First.ClickAsync();
        await Expect(second.Field("Nome")).ToHaveValueAsync("Ermenegildo");
        await Expect(second.Field("Cognome")).ToHaveValueAsync("Rossi");
    }

    /// <summary>The user typed in one form, saved it, and stands before the next one, in which nothing was typed.</summary>
    [Fact]
    public async Task ServerKilled_BeforeAFormInWhichNothingWasTyped_LeavesNoDraftOfIt()
    {
        await using var portal = await PortalProcess.StartAsync();
        await using var database = await BrowserFixture.OpenDatabaseAsync(portal);
        var school = await Fixture.NewSchoolAsync(database);
        var first = await school.HasCaseAsync();
        var second = await school.HasCaseAsync();
        var referent = await NewVisitorAsync(portal);
        await referent.SignInAsync(school.Referent, $"/casi/{first}");
        await TypedForm.HalfTypeAsync(referent);
        await referent.Link("Annulla").ClickAsync();
        await referent.Row(second).GetByRole(AriaRole.Link, new() { Name = "modifica caso" }).ClickAsync();
        await Expect(referent.Heading).ToContainTextAsync($"{second}");
        await referent.StartedAsync();
        var handedIn = 0;
        referent.Page.Request += (_, request) => handedIn += request.Method == "POST" && request.Url.EndsWith("/bozze", StringComparison.Ordinal) ? 1 : 0;

        await portal.KillAsync();
        await Expect(ConnectionWindow(referent)).ToBeVisibleAsync();
        await portal.StartAsync();

        await Expect(ConnectionWindow(referent)).ToBeHiddenAsync();
        await referent.StartedAsync();
        Assert.Equal(0, handedIn);
    }

    [Fact]
    public async Task TooManyDrafts_WhenTheServerComesBack_ThePageWaitsUntilThereIsRoom()
    {
        await using var portal = await PortalProcess.StartAsync();
        var referent = await NewVisitorAsync(portal);
        await referent.SignInAsAsync("Giulia Ferrario", "/casi/nuovo");
        var isFull = true;
        await referent.Page.RouteAsync("**/bozze", route => isFull ? route.FulfillAsync(new() { Status = 507 }) : route.ContinueAsync());
        var typed = await TypedForm.OfCaseAsync(referent);

        await portal.KillAsync();
        await Expect(ConnectionWindow(referent)).ToBeVisibleAsync();
        await portal.StartAsync();

        await Expect(ConnectionWindow(referent).GetByText("Ci sono troppe bozze")).ToBeVisibleAsync();
        await new Accessibility(referent).LookAtOnceAsync("no room for a draft");
        isFull = false;
        await Expect(ConnectionWindow(referent)).ToBeHiddenAsync();
        await typed.IsBackAsync();
    }

    private static PortalSettings KeepingCircuitsFor(int seconds) => new()
    {
        Configuration = new Dictionary<string, string>
        {
            ["Portal:CircuitRetentionSeconds"] = $"{seconds}",
            ["Portal:SilentBrowserSeconds"] = "15",
        },
    };

    private static Task EndAsync(PortalProcess portal, bool killed) => killed ? portal.KillAsync() : portal.StopAsync();

    private static ILocator ConnectionWindow(Visitor visitor) =>
        visitor.Page.GetByRole(AriaRole.Dialog, new() { Name = "Connessione interrotta" });

    private static ILocator DraftsOf(Visitor visitor) => visitor.Page.GetByRole(AriaRole.Region, new() { Name = "Bozze" });

    private static ILocator Saved(Visitor visitor) => visitor.Page.GetByText("Bozza salvata alle");

    /// <summary>The page has tried so often to reconnect: once a second.</summary>
    private static async Task TriedAsync(Visitor visitor, int times) =>
        await visitor.Page.WaitForFunctionAsync(
            "times => Number(document.getElementById('components-reconnect-current-attempt').textContent) >= times", times);
}
