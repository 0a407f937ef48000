using CovidSchoolReporting.Tests.Browser.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CovidSchoolReporting.Tests.Browser;

/// <summary>Italian unless somebody asks for English; then everything is English, and stays so.</summary>
public sealed class LanguageTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [Fact]
    public async Task TheSwitchInTheHeader_TurnsEveryWordIntoEnglishAndBack()
    {
        var school = await Fixture.NewSchoolAsync();
        var caseId = await school.HasCaseAsync();
        var referent = await ReferentOfAsync(school, "/casi");
        await Expect(referent.Page.Locator("html")).ToHaveAttributeAsync("lang", "it");

        await referent.Page.GetByRole(AriaRole.Link, new() { Name = "EN English" }).ClickAsync();
        await Expect(referent.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await referent.StartedAsync();
        await Expect(referent.Heading).ToHaveTextAsync("Reported cases");
        Assert.Equal("/casi", referent.Address);
        await referent.OpenAsync($"/casi/{caseId}");
        await referent.TypeAndLeaveAsync("Surname", "123");
        await Expect(referent.MessageOf("Surname")).ToContainTextAsync("letters");
        await Expect(referent.Page.GetByRole(AriaRole.Main)).Not.ToContainTextAsync("Cognome");

        await referent.OpenAsync("/casi");
        await referent.Page.GetByRole(AriaRole.Link, new() { Name = "IT Italiano" }).ClickAsync();
        await Expect(referent.Heading).ToHaveTextAsync("Elenco dei casi segnalati");
    }

    [Fact]
    public async Task ABrowserThatPrefersEnglish_IsStillMetInItalian()
    {
        var referent = await NewVisitorAsync();
        await referent.Context.SetExtraHTTPHeadersAsync([new("Accept-Language", "en-GB,en;q=0.9")]);

        await referent.Page.GotoAsync("/");

        await Expect(referent.Heading).ToHaveTextAsync("Accesso al portale");
    }
}
