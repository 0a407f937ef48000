using CovidSchoolReporting.Tests.Browser.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CovidSchoolReporting.Tests.Browser;

/// <summary>What drafts add to the screens hinders nobody: not those who hear the page, nor those who have no mouse.</summary>
public sealed class DraftScreensTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [Fact]
    public async Task Drafts_OnFormAndList_HaveNoFaults()
    {
        var school = await Fixture.NewSchoolAsync();
        var caseId = await school.HasCaseAsync();
        var referent = await ReferentOfAsync(school, $"/casi/{caseId}");
        var look = new Accessibility(referent);
        await TypedForm.HalfTypeAsync(referent);
        await Expect(referent.Page.GetByText("Bozza salvata alle")).ToBeVisibleAsync();
        await look.LookAtAsync("form with a kept draft");

        await referent.Page.ReloadAsync();
        await Expect(referent.Notices.Filter(new() { HasText = "Ripresa la bozza" })).ToBeVisibleAsync();
        await referent.StartedAsync();
        await look.LookAtAsync("resumed form");
        var other = await referent.NewTabAsync();
        await other.OpenAsync($"/casi/{caseId}");
        await other.TypeAndLeaveAsync("Nome", "Ermenegildo");
        await Expect(other.Page.GetByText("Bozza salvata alle")).ToBeVisibleAsync();
        await referent.TypeAndLeaveAsync("Nome", "Ermengarda");
        await Expect(referent.Notices.Filter(new() { HasText = "aperto anche in un’altra scheda" })).ToBeVisibleAsync();
        await look.LookAtAsync("form in two tabs");

        await referent.OpenAsync("/casi");
        await look.LookAtAsync("list with drafts");
        look.AssertNoFaults();
    }

    [Fact]
    public async Task Drafts_NeedNoMouse()
    {
        var school = await Fixture.NewSchoolAsync();
        var caseId = await school.HasCaseAsync();
        var referent = await ReferentOfAsync(school, $"/casi/{caseId}");
        await TypedForm.HalfTypeAsync(referent);
        await Expect(referent.Page.GetByText("Bozza salvata alle")).ToBeVisibleAsync();
        await referent.OpenAsync("/casi");
        var drafts = referent.Page.GetByRole(AriaRole.Region, new() { Name = "Bozze" });
        var keys = new Keyboard(referent);

        await keys.TabAndPressAsync($"Scarta la bozza: Caso {caseId}: {TypedForm.HalfTyped} Mario");
        await Expect(drafts.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(0);
        await keys.TabAndPressAsync("Ripristina la bozza");
        await Expect(drafts.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(1);
    }
}
