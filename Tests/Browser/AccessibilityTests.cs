using CovidSchoolReporting.Tests.Browser.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CovidSchoolReporting.Tests.Browser;

/// <summary>
/// No serious hindrance on any page, dialog, error or empty state, at 1366×768 and at 820×1180; nothing to touch is under 44 px high.
/// </summary>
public sealed class AccessibilityTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [Fact]
    public async Task ThePagesOpenToEverybody_HinderNobody()
    {
        var visitor = await NewVisitorAsync();
        var look = new Accessibility(visitor);

        foreach (var path in (string[])["/privacy", "/accessibilita", "/errore", "/accesso", "/uscita", "/sessione-terminata", "/errore/accesso"])
        {
            await visitor.Page.GotoAsync(path);
            await look.LookAtAsync(path);
        }

        await visitor.Page.GotoAsync("/");
        await look.LookAtAsync("sign-in");
        await visitor.Page.Locator("form button[type=submit]").First.ClickAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await look.LookAtAsync("sign-in refused");
        look.AssertNoFaults();
    }

    [Fact]
    public async Task InEnglish_ThePagesHinderNobodyEither()
    {
        var school = await Fixture.NewSchoolAsync();
        await school.HasCaseAsync();
        var referent = await NewVisitorAsync();
        var look = new Accessibility(referent);
        await referent.Page.GotoAsync("/lingua?codice=en-GB&ritorno=/privacy");
        await look.LookAtAsync("privacy in English");
        await referent.Page.GotoAsync("/");
        await look.LookAtAsync("sign-in in English");
        await referent.Field("E-mail address").FillAsync(school.Referent.Email);
        await referent.Field("Password").FillAsync(Account.Password);
        await referent.Page.Keyboard.PressAsync("Enter");
        await referent.StartedAsync();

        await referent.OpenAsync("/casi");
        await look.LookAtAsync("list in English");
        await referent.OpenAsync("/casi/nuovo");
        await referent.Page.Locator("form button[type=submit].btn-primary").ClickAsync();
        await Expect(referent.ErrorSummary).ToBeVisibleAsync();
        await look.LookAtAsync("case with errors in English");
        look.AssertNoFaults();
    }

    [Fact]
    public async Task TheListAndItsDialogs_HinderNobody()
    {
        var school = await Fixture.NewSchoolAsync();
        var referent = await ReferentOfAsync(school);
        var look = new Accessibility(referent);
        await look.LookAtAsync("home");
        await referent.OpenAsync("/guida");
        await look.LookAtAsync("guide");
        await referent.Page.GotoAsync("/da-nessuna-parte");
        await look.LookAtAsync("not found");
        await referent.OpenAsync("/casi");
        await look.LookAtAsync("empty list");

        var (bare, full, closed) = (await school.HasCaseAsync(), await school.HasCaseAsync(), await school.HasCaseAsync());
        await school.HasContactAsync(full);
        await school.ClosedAsync(closed);
        await referent.OpenAsync("/casi");
        await Expect(referent.Row(closed)).ToBeVisibleAsync();
        await look.LookAtAsync("list with rows");
        await referent.OpenAsync("/casi?stato=chiusi");
        await look.LookAtAsync("closed cases");
        await referent.OpenAsync($"/casi/{full}/chiudi");
        await Expect(referent.Dialog).ToBeVisibleAsync();
        await look.LookAtAsync("closing with contacts");
        await referent.OpenAsync($"/casi/{bare}/chiudi");
        await referent.Dialog.Locator(".btn-danger").ClickAsync();
        await Expect(referent.Dialog.Locator(".field-message")).ToBeVisibleAsync();
        await look.LookAtAsync("closing without contacts and reason");
        look.AssertNoFaults();
    }

    [Fact]
    public async Task TheCase_HindersNobodyWhateverIsWrong()
    {
        var school = await Fixture.NewSchoolAsync();
        var referent = await ReferentOfAsync(school, "/casi/nuovo");
        var look = new Accessibility(referent);
        await look.LookAtAsync("new case");
        await referent.Field("Comune di domicilio").PressSequentiallyAsync("mi");
        await Expect(referent.Page.Locator("li[role=option]").First).ToBeVisibleAsync();
        await look.LookAtAsync("suggestions");
        await referent.Page.Keyboard.PressAsync("Escape");
        await referent.Button("Salva segnalazione").ClickAsync();
        await Expect(referent.ErrorSummary).ToBeVisibleAsync();
        await look.LookAtAsync("case with errors");
        await referent.Link("Annulla").ClickAsync();
        await Expect(referent.Heading).ToHaveTextAsync("Elenco dei casi segnalati");
        await look.LookAtAsync("list with a draft");

        var closed = await school.HasCaseAsync();
        await school.ClosedAsync(closed);
        await referent.OpenAsync($"/casi/{closed}");
        await Expect(referent.Notices.First).ToContainTextAsync("chiuso");
        await look.LookAtAsync("locked case");
        look.AssertNoFaults();
    }

    [Fact]
    public async Task AVersionComparison_HindersNobody()
    {
        var school = await Fixture.NewSchoolAsync();
        var caseId = await school.HasCaseAsync();
        var referent = await ReferentOfAsync(school, $"/casi/{caseId}");
        var colleague = await ColleagueOfAsync(school, $"/casi/{caseId}");
        var look = new Accessibility(referent);
        await referent.TypeAndLeaveAsync("Cognome", "Rossini");
        await colleague.TypeAsync("Cognome", "Bellini");
        await colleague.Button("Salva segnalazione").ClickAsync();
        await Expect(referent.Notices).ToContainTextAsync("versione più recente");
        await look.LookAtAsync("changed elsewhere");
        await referent.Button("Salva segnalazione").ClickAsync();
        await Expect(referent.Button("Salva i valori scelti")).ToBeVisibleAsync();
        await look.LookAtAsync("version comparison");
        look.AssertNoFaults();
    }

    [Fact]
    public async Task TheContacts_HinderNobodyWhateverIsWrong()
    {
        var school = await Fixture.NewSchoolAsync();
        var caseId = await school.HasCaseAsync();
        var referent = await ReferentOfAsync(school, $"/casi/{caseId}/contatti");
        var look = new Accessibility(referent);
        await look.LookAtAsync("no contacts");
        await referent.OpenAsync($"/casi/{caseId}/contatti/nuovo");
        await look.LookAtAsync("new contact");
        await referent.Button("Salva contatto").ClickAsync();
        await Expect(referent.ErrorSummary).ToBeVisibleAsync();
        await look.LookAtAsync("contact with errors");
        await referent.FillContactAsync(Tests.Support.Drafts.Contact(draft => draft.LastContactDate = "22/11/2020"));
        await referent.Button("Salva contatto").ClickAsync();
        await Expect(referent.Page.GetByRole(AriaRole.Heading, new() { Name = "Dati da verificare" })).ToBeVisibleAsync();
        await referent.Button("Confermo, salva").ClickAsync();
        await look.LookAtAsync("warnings to confirm");

        var contactId = await school.HasContactAsync(caseId);
        await referent.Page.GotoAsync($"/casi/{caseId}/contatti/{contactId}/elimina");
        await referent.StartedAsync();
        await Expect(referent.Page.GetByText("Conferma l'eliminazione di questo contatto?")).ToBeVisibleAsync();
        await look.LookAtAsync("delete question");
        await referent.OpenAsync($"/casi/{caseId}/contatti");
        await look.LookAtAsync("contacts");
        look.AssertNoFaults();
    }

    [Fact]
    public async Task TheAgencysDesk_HindersNobody()
    {
        var referent = await NewVisitorAsync();
        await referent.SignInAsAsync("Giulia Ferrario");
        var caseId = await (await Fixture.CalvinoAsync()).HasCaseAsync();
        await (await Fixture.CalvinoAsync()).HasContactAsync(caseId);
        await referent.OpenAsync("/casi");
        var protocol = await referent.CloseAndSendAsync(caseId);

        var operatorAtAts = await NewVisitorAsync();
        await operatorAtAts.SignInAsAsync("Sergio Valli", "/ats/casi");
        var look = new Accessibility(operatorAtAts);
        await Expect(operatorAtAts.Page.GetByText(protocol)).ToBeVisibleAsync();
        await look.LookAtAsync("received cases");
        await operatorAtAts.Link($"Apri il caso con protocollo {protocol}").ClickAsync();
        await Expect(operatorAtAts.Button("Prendi in carico")).ToBeVisibleAsync();
        await look.LookAtAsync("received case");
        await operatorAtAts.Button("Prendi in carico").ClickAsync();
        await Expect(operatorAtAts.Notices.First).ToContainTextAsync("è stato preso in carico");
        await look.LookAtAsync("case in charge");
        look.AssertNoFaults();

        var lodi = await NewVisitorAsync();
        await lodi.SignInAsAsync("Elena Corti", "/ats/casi");
        look = new Accessibility(lodi);
        await Expect(lodi.Page.GetByText("Nessun caso è stato ancora ricevuto.")).ToBeVisibleAsync();
        await look.LookAtAsync("no received cases");
        look.AssertNoFaults();

        var administrator = await NewVisitorAsync();
        await administrator.SignInAsAsync("Davide Monti");
        look = new Accessibility(administrator);
        await look.LookAtAsync("administrator's home");
        look.AssertNoFaults();
    }
}
