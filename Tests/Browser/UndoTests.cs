using CovidSchoolReporting.Tests.Browser.Support;
using static Microsoft.Playwright.Assertions;

namespace CovidSchoolReporting.Tests.Browser;

/// <summary>A contact that was deleted by mistake comes back, with a mouse and without.</summary>
public sealed class UndoTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [Fact]
    public async Task ADeletedContact_IsBroughtBackAtOnceOrLaterAndHindersNobody()
    {
        var school = await Fixture.NewSchoolAsync();
        var caseId = await school.HasCaseAsync();
        var contactId = await school.HasContactAsync(caseId);
        var referent = await ReferentOfAsync(school, $"/casi/{caseId}/contatti");
        var keys = new Keyboard(referent);
        var look = new Accessibility(referent);
        await DeleteAsync(referent, contactId);
        await look.LookAtAsync("a contact was deleted");

        await keys.TabAndPressAsync("Annulla l'eliminazione");
        await Expect(referent.Notices.Filter(new() { HasText = $"Il contatto {contactId} è di nuovo nell'elenco." })).ToBeVisibleAsync();
        await Expect(referent.Row(contactId)).ToBeVisibleAsync();

        await DeleteAsync(referent, contactId);
        await referent.OpenAsync($"/casi/{caseId}/contatti");
        await referent.Page.GetByText("Contatti eliminati (1)").ClickAsync();
        await look.LookAtAsync("deleted contacts");
        await referent.Button($"Ripristina contatto {contactId}").ClickAsync();
        await Expect(referent.Row(contactId)).ToBeVisibleAsync();
        await Expect(referent.Page.GetByText("Contatti eliminati")).ToHaveCountAsync(0);
        Assert.Equal(contactId, Assert.Single((await school.SheetAsync(caseId)).Contacts).Id);
        look.AssertNoFaults();
    }

    private static async Task DeleteAsync(Visitor referent, int contactId)
    {
        await referent.Link($"elimina contatto {contactId}").ClickAsync();
        await referent.Button("SÌ").ClickAsync();
        await Expect(referent.Notices.Filter(new() { HasText = $"Il contatto {contactId} è stato eliminato." })).ToBeVisibleAsync();
    }
}
