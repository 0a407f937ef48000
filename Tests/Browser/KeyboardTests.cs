using CovidSchoolReporting.Tests.Browser.Support;
using CovidSchoolReporting.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CovidSchoolReporting.Tests.Browser;

/// <summary>The portal without a mouse.</summary>
public sealed class KeyboardTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [Fact]
    public async Task FromSignInToTheClosedCase_TheKeyboardIsEnough()
    {
        var school = await Fixture.NewSchoolAsync();
        var referent = await NewVisitorAsync();
        var keys = new Keyboard(referent);
        await referent.Page.GotoAsync("/");
        await keys.TabAndTypeAsync("Indirizzo e-mail", school.Referent.Email);
        await keys.TabAndTypeAsync("Password", Account.Password);
        await keys.PressAsync("Enter");
        await referent.StartedAsync();

        await keys.TabAndPressAsync("Entra nella sezione");
        await keys.ArriveAsync("Elenco dei casi segnalati");
        await keys.TabAndPressAsync("Nuovo Caso");
        await keys.ArriveAsync("Nuova segnalazione di caso COVID-19");
        await TypeCaseAsync(keys);
        await Expect(referent.Field("Comune di domicilio")).ToHaveValueAsync("Milano (MI)");
        await keys.TabAndPressAsync("Salva segnalazione");
        await Expect(referent.Notices).ToContainTextAsync("è stato inserito correttamente");
        var caseId = int.Parse(await referent.Page.Locator("table.cases td").First.InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);

        await keys.TabAndPressAsync($"Chiudi e invia il caso in ATS: caso {caseId}");
        await Expect(referent.Dialog).ToBeVisibleAsync();
        await keys.TabAndTypeAsync("Motivo per cui non ci sono contatti", "Assente nel periodo");
        await keys.TabAndPressAsync("SÌ");

        await Expect(referent.Row(caseId)).ToContainTextAsync("Caso chiuso");
    }

    [Fact]
    public async Task ARefusedSave_TakesTheFocusToTheErrorsAndTheirLinksToTheFields()
    {
        var referent = await ReferentOfAsync(await Fixture.NewSchoolAsync(), "/casi/nuovo");
        var keys = new Keyboard(referent);

        await keys.TabAndPressAsync("Salva segnalazione");

        await Expect(referent.ErrorSummary).ToBeFocusedAsync();
        await Expect(referent.ErrorSummary).ToContainTextAsync("ERRORE! Salvataggio non riuscito. Correggere i dati indicati in rosso");
        var links = referent.ErrorSummary.GetByRole(AriaRole.Link);
        for (var number = 0; number < await links.CountAsync(); number++)
        {
            var link = links.Nth(number);
            var field = await link.GetAttributeAsync("data-focus");
            await link.FocusAsync();
            await keys.PressAsync("Enter");
            await Expect(referent.Page.Locator($"[id='{field}']")).ToBeFocusedAsync();
            await Expect(referent.Page.Locator($"[id='{field}']")).ToHaveAttributeAsync("aria-invalid", "true");
        }
    }

    [Fact]
    public async Task TheClosingDialog_KeepsTheFocusInsideAndEscapeCancels()
    {
        var school = await Fixture.NewSchoolAsync();
        var caseId = await school.HasCaseAsync();
        await school.HasContactAsync(caseId);
        var referent = await ReferentOfAsync(school, "/casi");
        var keys = new Keyboard(referent);
        await keys.TabAndPressAsync($"Chiudi e invia il caso in ATS: caso {caseId}");
        await Expect(referent.Dialog).ToBeVisibleAsync();

        for (var stop = 0; stop < 6; stop++)
        {
            await keys.PressAsync("Tab");
            Assert.True(await referent.Page.EvaluateAsync<bool>(
                "() => document.activeElement === document.body || document.activeElement.closest('dialog') !== null"));
        }

        await keys.PressAsync("Escape");
        await Expect(referent.Dialog).ToHaveCountAsync(0);
        await Expect(referent.Row(caseId)).ToContainTextAsync("Chiudi e invia il caso in ATS");
        await Expect(referent.Page).ToHaveURLAsync("/casi");
    }

    [Fact]
    public async Task TheSkipLink_LeadsPastTheHeader()
    {
        var referent = await ReferentOfAsync(await Fixture.NewSchoolAsync(), "/guida");
        await referent.Page.ReloadAsync();
        await referent.StartedAsync();
        var keys = new Keyboard(referent);

        await keys.TabAndPressAsync("Vai al contenuto");

        await Expect(referent.Page.GetByRole(AriaRole.Main)).ToBeFocusedAsync();
    }

    private async Task TypeCaseAsync(Keyboard keys)
    {
        var draft = Drafts.Case();
        Fixture.Traces.Remember(draft.Surname, draft.Phone, draft.ReferentName, draft.ReferentPhone, draft.ReferentEmail);
        await keys.TabAndTypeAsync("Comune del plesso", "Milano (MI)");
        await keys.TabAndTypeAsync("Nome scuola", draft.SchoolName);
        await keys.TabAndChooseAsync("Tipo scuola", "Primaria");
        await keys.TabAndTypeAsync("Classe", draft.ClassName);
        await keys.TabAndTypeAsync("Sezione", draft.Section);
        await keys.TabAndTypeAsync("Cognome e nome del referente scuola", draft.ReferentName);
        await keys.TabAndTypeAsync("Telefono del referente", draft.ReferentPhone);
        await keys.TabAndTypeAsync("E-mail del referente", draft.ReferentEmail);
        await keys.TabAndChooseAsync("Ruolo", "Studente/Alunno");
        await keys.TabAndTypeAsync("Cognome", draft.Surname);
        await keys.TabAndTypeAsync("Nome", draft.Name);
        await keys.TabAndTypeAsync("Codice fiscale", Drafts.MarioRossi);
        await keys.TabAndTypeAsync("Comune di domicilio", "mil");

        // The first of the list, by the arrow; Enter takes it and does not send the form.
        await keys.PressAsync("ArrowDown");
        await keys.PressAsync("Enter");
        await keys.TabAndTypeAsync("Telefono 1", draft.Phone);
        await keys.TabAndTypeAsync("Ultimo giorno di frequenza", "20/11/2020");
        await keys.TabAndTypeAsync("Data del tampone positivo (se noto)", "21/11/2020");
    }
}
