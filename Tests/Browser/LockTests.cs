using CovidSchoolReporting.Tests.Browser.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CovidSchoolReporting.Tests.Browser;

/// <summary>A closed case can be read at every address and changed at none.</summary>
public sealed class LockTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private int _caseId;
    private int _contactId;

    [Fact]
    public async Task TheAddressesOfAClosedCase_ShowItAndSayWhyNothingCanBeChanged()
    {
        var referent = await ReferentOfClosedCaseAsync();

        foreach (var path in (string[])["", "/contatti", $"/contatti/{_contactId}", $"/contatti/{_contactId}/elimina"])
        {
            await referent.OpenAsync($"/casi/{_caseId}{path}");

            await Expect(referent.Notices.First).ToContainTextAsync("Il caso è chiuso");
            await NothingChangesAsync(referent);
        }
    }

    [Fact]
    public async Task ANewContactOfAClosedCase_HasNoPage()
    {
        var referent = await ReferentOfClosedCaseAsync();

        await referent.Page.GotoAsync($"/casi/{_caseId}/contatti/nuovo");

        await Expect(referent.Heading).ToHaveTextAsync("Pagina non trovata");
        await NothingChangesAsync(referent);
    }

    [Fact]
    public async Task ClosingAClosedCase_AsksNothingAndShowsItClosedInTheList()
    {
        var referent = await ReferentOfClosedCaseAsync();

        await referent.OpenAsync($"/casi/{_caseId}/chiudi");

        Assert.Equal("/casi", referent.Address);
        await Expect(referent.Dialog).ToHaveCountAsync(0);
        await Expect(referent.Row(_caseId)).ToContainTextAsync("Caso chiuso");
        await Expect(referent.Link($"vedi caso {_caseId}")).ToBeVisibleAsync();
        await Expect(referent.Link($"vedi contatti del caso {_caseId}")).ToBeVisibleAsync();
        await Expect(referent.Row(_caseId).GetByRole(AriaRole.Link)).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task ACaseOfAnotherSchool_AnUnknownOneAndAMistypedAddress_LookTheSame()
    {
        var caseId = await (await Fixture.NewSchoolAsync()).HasCaseAsync();
        var stranger = await ReferentOfAsync(await Fixture.NewSchoolAsync());

        foreach (var path in (string[])[$"/casi/{caseId}", $"/casi/{caseId}/contatti", $"/casi/{caseId}/chiudi", "/casi/999999", "/casi/x"])
        {
            var answer = await stranger.Page.GotoAsync(path);

            Assert.Equal(404, answer!.Status);
            await Expect(stranger.Heading).ToHaveTextAsync("Pagina non trovata");
        }
    }

    private static async Task NothingChangesAsync(Visitor referent)
    {
        var main = referent.Page.GetByRole(AriaRole.Main);
        await Expect(main.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await Expect(main.Locator("input:not([readonly]):not([disabled]), select, textarea:not([readonly])")).ToHaveCountAsync(0);
        await Expect(main.GetByRole(AriaRole.Link, new() { NameRegex = new("modifica|elimina|Elimina|Aggiungi Contatto|Chiudi e invia") })).ToHaveCountAsync(0);
    }

    private async Task<Visitor> ReferentOfClosedCaseAsync()
    {
        var school = await Fixture.NewSchoolAsync();
        _caseId = await school.HasCaseAsync();
        _contactId = await school.HasContactAsync(_caseId);
        await school.ClosedAsync(_caseId);
        return await ReferentOfAsync(school);
    }
}
