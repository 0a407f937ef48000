using CovidSchoolReporting.Tests.Browser.Support;
using CovidSchoolReporting.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CovidSchoolReporting.Tests.Browser;

/// <summary>The way of a report through the portal, from the referent's sign-in to the operator's desk.</summary>
public sealed class WalkTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [Fact]
    public async Task AReferentReportsACaseWithContactsAndClosesIt_TheOperatorSeesItArriveAndTakesItInCharge()
    {
        var operatorAtAts = await NewVisitorAsync();
        await operatorAtAts.SignInAsAsync("Sergio Valli", "/ats/casi");
        var referent = await NewVisitorAsync();
        await referent.SignInAsAsync("Giulia Ferrario");
        await referent.Link("Entra nella sezione").ClickAsync();
        await Expect(referent.Heading).ToHaveTextAsync("Elenco dei casi segnalati");

        var caseId = await referent.ReportCaseAsync(People.GiuliaBrambilla());
        await Expect(referent.Row(caseId)).ToContainTextAsync("Brambilla");
        await referent.Link($"aggiungi contatti al caso {caseId}").ClickAsync();
        await Expect(referent.Page.GetByText("Nessun contatto con il caso è stato registrato.")).ToBeVisibleAsync();
        await referent.AddContactAsync(caseId, People.TommasoFumagalli());
        await referent.AddContactAsync(caseId, People.AuroraGalli());
        await referent.AddContactAsync(caseId, Drafts.Contact());
        await AmendAsync(referent, "Fumagalli");
        await DeleteAsync(referent, "Valeri");
        await referent.Link("Fine inserimento contatti. Torna all'elenco dei casi.").ClickAsync();
        await Expect(referent.Row(caseId).Locator("td").Nth(5)).ToHaveTextAsync("2");

        var protocol = await referent.CloseAndSendAsync(caseId);

        await Expect(referent.Notices).ToContainTextAsync($"Il caso id: {caseId} è stato chiuso ed i dati sono stati ricevuti da ATS Milano.");
        await Expect(referent.Row(caseId).Locator(".badge-success")).ToBeVisibleAsync();
        var received = operatorAtAts.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = protocol });
        await Expect(received).ToContainTextAsync("Brambilla");
        await Expect(received).ToContainTextAsync("Ricevuto");
        await operatorAtAts.Link($"Apri il caso con protocollo {protocol}").ClickAsync();
        await Expect(operatorAtAts.Heading).ToHaveTextAsync($"Caso con protocollo {protocol}");
        await Expect(operatorAtAts.Page.GetByRole(AriaRole.Heading, new() { Name = "Contatti (2)" })).ToBeVisibleAsync();
        await operatorAtAts.Button("Prendi in carico").ClickAsync();
        await Expect(operatorAtAts.Notices.First).ToContainTextAsync("è stato preso in carico");
        await Expect(operatorAtAts.Page.GetByText("Preso in carico").First).ToBeVisibleAsync();
    }

    private static async Task AmendAsync(Visitor referent, string surname)
    {
        await ContactRow(referent, surname).GetByRole(AriaRole.Link, new() { NameRegex = new("^modifica contatto") }).ClickAsync();
        await Expect(referent.Field("Cognome")).ToHaveValueAsync(surname);
        await referent.TypeAsync("Telefono cellulare", "347 7654321");
        await referent.Button("Salva contatto").ClickAsync();
        await Expect(referent.Notices.Filter(new() { HasText = "sono state salvate" })).ToBeVisibleAsync();
    }

    private static async Task DeleteAsync(Visitor referent, string surname)
    {
        var row = ContactRow(referent, surname);
        await row.GetByRole(AriaRole.Link, new() { NameRegex = new("^elimina contatto") }).ClickAsync();
        var question = referent.Page.GetByRole(AriaRole.Region, new() { Name = "Conferma l'eliminazione di questo contatto?" });
        await question.GetByRole(AriaRole.Link, new() { Name = "NO" }).ClickAsync();
        await Expect(row).ToBeVisibleAsync();
        await row.GetByRole(AriaRole.Link, new() { NameRegex = new("^elimina contatto") }).ClickAsync();
        await question.GetByRole(AriaRole.Button, new() { Name = "SÌ" }).ClickAsync();
        await Expect(referent.Notices.Filter(new() { HasText = "è stato eliminato" })).ToBeVisibleAsync();
        await Expect(row).ToHaveCountAsync(0);
    }

    private static ILocator ContactRow(Visitor referent, string surname) =>
        referent.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = surname });
}
