using CovidSchoolReporting.Tests.Browser.Support;
using CovidSchoolReporting.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CovidSchoolReporting.Tests.Browser;

/// <summary>A referent asks the guide who is a close contact, and the answer travels with the contact.</summary>
public sealed class GuideWalkTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [Fact]
    public async Task TheGuide_IsWalkedAndKeptWithTheContact_AndHindersNobody()
    {
        var school = await Fixture.NewSchoolAsync();
        var caseId = await school.HasCaseAsync();
        var referent = await ReferentOfAsync(school, $"/casi/{caseId}/contatti");
        var look = new Accessibility(referent);
        await referent.Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Chi è contatto stretto?", Exact = true }).ClickAsync();
        await Expect(referent.Heading).ToHaveTextAsync("Chi è contatto stretto?");
        await Expect(Question(referent)).ToContainTextAsync("Chi è la persona esposta?");
        await look.LookAtAsync("guide, first question");
        await referent.Button("Avanti").ClickAsync();
        await Expect(referent.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Scegliere una risposta");
        await look.LookAtAsync("guide, no answer chosen");

        await AnswerAsync(referent, "Insegnante");
        await AnswerAsync(referent, "A lezione e durante il pasto in comune");
        await AnswerAsync(referent, "Sì");
        await AnswerAsync(referent, "Sì");
        await AnswerAsync(referent, "Sì");
        await Expect(referent.Page.Locator(".guide-verdict")).ToHaveTextAsync("Non è un contatto stretto");
        await look.LookAtAsync("guide, result");
        await referent.Button("Cambia la risposta: Mascherina").ClickAsync();
        await AnswerAsync(referent, "No");
        await Expect(referent.Page.Locator(".guide-verdict")).ToHaveTextAsync("È un contatto stretto");

        await referent.Link("Aggiungi questa persona ai contatti").ClickAsync();
        await referent.FillContactAsync(Drafts.Contact(d => (d.Role, d.BirthDate) = (CovidSchoolReporting.Domain.People.PersonRole.Teacher, "13/01/1980")));
        await Expect(referent.Page.Locator(".guide-verdict")).ToHaveTextAsync("È un contatto stretto");
        await look.LookAtAsync("contact with appraisal");
        await referent.Button("Salva contatto").ClickAsync();
        await Expect(referent.Notices.Filter(new() { HasText = "Il nuovo contatto è stato inserito" })).ToBeVisibleAsync();
        Assert.EndsWith("PersonMasked=No", Assert.Single((await school.SheetAsync(caseId)).Contacts).Draft.GuideAnswers, StringComparison.Ordinal);

        await school.ClosedAsync(caseId);
        await referent.OpenAsync($"/casi/{caseId}/contatti/{(await school.SheetAsync(caseId)).Contacts[0].Id}");
        await Expect(referent.Page.Locator(".guide-summary")).ToContainTextAsync("non ha indossato sempre la mascherina");
        await look.LookAtAsync("locked contact with appraisal");
        look.AssertNoFaults();
    }

    [Fact]
    public async Task TheGuideInAContact_NeedsNoMouseAndEnterOnAnAnswerSavesNothing()
    {
        var school = await Fixture.NewSchoolAsync();
        var caseId = await school.HasCaseAsync();
        var referent = await ReferentOfAsync(school, $"/casi/{caseId}/contatti/nuovo");
        var keys = new Keyboard(referent);
        await keys.TabAndChooseAsync("Ruolo", "Insegnante di sostegno");
        await keys.TabAndPressAsync("Valuta se è contatto stretto");
        await Expect(Question(referent)).ToContainTextAsync("contatto fisico");

        await keys.TabAndPressAsync("Sì", " ");
        await keys.PressAsync("ArrowDown");
        await keys.PressAsync("Enter");
        await Expect(referent.Page.GetByLabel("No", new() { Exact = true })).ToBeCheckedAsync();
        await Expect(referent.ErrorSummary).ToHaveCountAsync(0);
        await keys.TabAndPressAsync("Avanti");

        await Expect(referent.Page.Locator(".guide-verdict")).ToHaveTextAsync("Valuta il referente, con una nota");
        await Expect(referent.Page.Locator("div[tabindex='-1']:has(> .guide-result)")).ToBeFocusedAsync();
        await keys.TabAndTypeAsync("Nota del referente sulla valutazione", "Seduti vicini");
    }

    private static ILocator Question(Visitor referent) => referent.Page.Locator(".guide-question legend");

    private static async Task AnswerAsync(Visitor referent, string answer)
    {
        var question = await Question(referent).InnerTextAsync();
        await referent.Page.Locator(".guide-question").GetByLabel(answer, new() { Exact = true }).CheckAsync();
        await referent.Button("Avanti").ClickAsync();
        await Expect(Question(referent).Filter(new() { HasText = question })).ToHaveCountAsync(0);
    }
}
