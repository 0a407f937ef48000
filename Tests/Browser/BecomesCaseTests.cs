using CovidSchoolReporting.Tests.Browser.Support;
using static Microsoft.Playwright.Assertions;

namespace CovidSchoolReporting.Tests.Browser;

/// <summary>A contact tests positive: their own case begins with what is known, and nothing personal is in an address.</summary>
public sealed class BecomesCaseTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [Fact]
    public async Task AContact_BecomesACaseAndHindersNobody()
    {
        var school = await Fixture.NewSchoolAsync();
        var caseId = await school.HasCaseAsync();
        var contactId = await school.HasContactAsync(caseId);
        var referent = await ReferentOfAsync(school, $"/casi/{caseId}/contatti");
        var look = new Accessibility(referent);
        await look.LookAtAsync("contacts with the command");

        await referent.Link($"diventa caso: contatto {contactId}").ClickAsync();
        await Expect(referent.Heading).ToHaveTextAsync("Nuova segnalazione di caso COVID-19");
        Assert.Equal($"/casi/nuovo?dacaso={caseId}&dacontatto={contactId}", referent.Address);
        await Expect(referent.Field("Cognome")).ToHaveValueAsync("Valeri");
        await Expect(referent.Page.GetByText($"Questa persona è già tra i contatti del caso {caseId}, ancora aperto.")).ToBeVisibleAsync();
        await look.LookAtAsync("case from a contact");
        await referent.TypeAndLeaveAsync("Ultimo giorno di frequenza", "24/11/2020");
        await referent.Button("Salva segnalazione").ClickAsync();

        await Expect(referent.Notices.First).ToContainTextAsync("è stato inserito correttamente");
        Assert.Equal(1, await school.CountAsync("Valeri"));
        Assert.Equal(contactId, Assert.Single((await school.SheetAsync(caseId)).Contacts).Id);

        await referent.OpenAsync("/casi/nuovo");
        await referent.TypeAsync("Cognome", "Valeri");
        await referent.TypeAsync("Nome", "Valerio");
        await referent.TypeAndLeaveAsync("Data di nascita", "13/01/2010");
        await Expect(referent.Page.GetByText("Questa persona è già segnalata")).ToBeVisibleAsync();
        await look.LookAtAsync("person known already");
        look.AssertNoFaults();
    }
}
