using System.Text.RegularExpressions;
using CovidSchoolReporting.Tests.Browser.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CovidSchoolReporting.Tests.Browser;

/// <summary>A session is one for all tabs, and ends in all of them.</summary>
public sealed class SessionsInTheBrowserTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private const float Seconds = 5_000;

    [Fact]
    public async Task SigningOutInOneTab_ThrowsTheOtherOutWithinSeconds()
    {
        var school = await Fixture.NewSchoolAsync();
        var caseId = await school.HasCaseAsync();
        var referent = await ReferentOfAsync(school, "/casi");
        var other = await referent.NewTabAsync();
        await other.OpenAsync($"/casi/{caseId}");
        await Expect(other.Field("Cognome")).ToHaveValueAsync("Rossi");

        await referent.Page.GetByRole(AriaRole.Button, new() { Name = "ESCI" }).ClickAsync();
        await Expect(referent.Heading).ToHaveTextAsync("Uscita effettuata");

        await Expect(other.Heading).ToHaveTextAsync("Sessione terminata", new() { Timeout = Seconds });
        await Expect(other.Field("Cognome")).ToHaveCountAsync(0);
        await referent.Page.GoBackAsync();
        await Expect(referent.Page.GetByRole(AriaRole.Table)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task AfterSigningOut_TheNextCommandOfATabThatHeardNothingIsRefused()
    {
        var school = await Fixture.NewSchoolAsync();
        var caseId = await school.HasCaseAsync();
        var referent = await ReferentOfAsync(school, "/casi");
        var deaf = await referent.NewTabAsync();
        await deaf.Page.RouteAsync("**/sessione-terminata*", route => route.AbortAsync());
        await deaf.OpenAsync($"/casi/{caseId}");
        await deaf.TypeAsync("Cognome", "Quattrocchi");

        await referent.Page.GetByRole(AriaRole.Button, new() { Name = "ESCI" }).ClickAsync();
        await Expect(referent.Heading).ToHaveTextAsync("Uscita effettuata");
        await TryToSaveAsync(deaf);

        Assert.Equal("Rossi", (await school.SheetAsync(caseId)).Draft.Surname);
        await deaf.Page.UnrouteAllAsync();
        await deaf.Page.GotoAsync($"/casi/{caseId}");
        await Expect(deaf.Page).ToHaveURLAsync(new Regex("/accesso"));
    }

    /// <summary>Presses Save, if the page is still there to press it.</summary>
    private static async Task TryToSaveAsync(Visitor visitor)
    {
        try
        {
            await visitor.Button("Salva segnalazione").ClickAsync(new() { Timeout = 2_000 });
        }
        catch (Exception exception) when (exception is TimeoutException or PlaywrightException)
        {
            // The page was already taken away: nothing could be pressed.
        }
    }
}
