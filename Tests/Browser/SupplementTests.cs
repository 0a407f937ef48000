using CovidSchoolReporting.Tests.Browser.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CovidSchoolReporting.Tests.Browser;

/// <summary>A referent adds to a closed case, and an operator of the agency judges it.</summary>
public sealed class SupplementTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [Fact]
    public async Task TheReferentAddsAContactAndCorrectsAPhone_TheOperatorAcceptsOneAndRefusesTheOther()
    {
        var school = await Fixture.NewSchoolAsync();
        var caseId = await school.HasCaseAsync();
        await school.HasContactAsync(caseId);
        var referent = await ReferentOfAsync(school, "/casi");
        var protocol = await referent.CloseAndSendAsync(caseId);
        var staff = await NewVisitorAsync();
        await staff.SignInAsAsync("Sergio Valli", "/ats/casi");
        await staff.Link($"Apri il caso con protocollo {protocol}").ClickAsync();
        var look = new Accessibility(referent);

        await referent.OpenAsync($"/casi/{caseId}/contatti");
        await referent.Link("Integrazioni").ClickAsync();
        await look.LookAtAsync("no additions");
        await referent.Link("Aggiungi un contatto dimenticato").ClickAsync();
        await Expect(referent.Field("Cognome")).ToBeVisibleAsync();
        await look.LookAtAsync("added contact");
        var forgotten = People.AuroraGalli();
        await referent.FillAddedContactAsync(forgotten);
        await referent.Button("Invia l'integrazione").ClickAsync();
        await Expect(referent.Notices.First).ToContainTextAsync("integrazione 1 è stata inviata");
        await referent.Link("Correggi un dato").ClickAsync();
        await referent.Field("Di chi è il dato").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await referent.Field("Quale dato").SelectOptionAsync("Telefono 1");
        await Expect(referent.Field("Come inviato")).ToHaveValueAsync("333 1234567");
        referent.Remember("347 1112223");
        await referent.Field("Dato corretto").FillAsync("347 1112223");
        await look.LookAtAsync("corrected value");
        await referent.Button("Invia l'integrazione").ClickAsync();
        await Expect(referent.Notices.First).ToContainTextAsync("integrazione 2 è stata inviata");

        var second = staff.Page.GetByRole(AriaRole.Article, new() { NameRegex = new("^Integrazione 2") });
        await Expect(second).ToContainTextAsync("333 1234567");
        await Expect(second).ToContainTextAsync("347 1112223");
        await staff.Button("Accetta l'integrazione 1").ClickAsync();
        await Expect(staff.Page.GetByText("L'integrazione 1 è stata accettata.")).ToBeVisibleAsync();
        await staff.Button("Rifiuta l'integrazione 2").ClickAsync();
        await staff.Field("Motivo del rifiuto").FillAsync("Il numero non risponde");
        await new Accessibility(staff).LookAtOnceAsync("report with additions");
        await second.GetByRole(AriaRole.Button, new() { Name = "Rifiuta l'integrazione" }).ClickAsync();

        await Expect(referent.Page.GetByText("Motivo: Il numero non risponde")).ToBeVisibleAsync();
        await Expect(referent.Page.GetByRole(AriaRole.Article, new() { NameRegex = new("^Integrazione 1") })).ToContainTextAsync("Accettata");
        await look.LookAtAsync("additions judged");
        look.AssertNoFaults();
        Assert.Single((await school.SheetAsync(caseId)).Contacts);
    }
}
