using CovidSchoolReporting.Tests.Browser.Support;
using CovidSchoolReporting.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CovidSchoolReporting.Tests.Browser;

/// <summary>A lost connection is told at once, in the portal's own words, and mends by itself.</summary>
public sealed class ConnectionTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    /// <summary>Three seconds, and half a one for the machine that runs the tests.</summary>
    private const float SeenWithin = 3_500;

    [Fact]
    public async Task ASilentServer_IsToldWithinThreeSecondsAndNothingTypedIsLost()
    {
        await using var portal = await PortalProcess.StartAsync();
        var referent = await NewVisitorAsync(portal);
        await referent.SignInAsAsync("Giulia Ferrario", "/casi/nuovo");
        await referent.TypeAndLeaveAsync("Cognome", "Quattrocchi");

        using (portal.Freeze())
        {
            await Expect(Window(referent)).ToBeVisibleAsync(new() { Timeout = SeenWithin });
            await Expect(Window(referent)).ToContainTextAsync("Il portale non riceve risposta e sta provando a riconnettersi da solo");
            await Expect(Window(referent).GetByText("non va perso")).ToBeVisibleAsync();
        }

        await Expect(Window(referent)).ToBeHiddenAsync();
        await Expect(referent.Field("Cognome")).ToHaveValueAsync("Quattrocchi");
        await referent.Button("Salva segnalazione").ClickAsync();
        await Expect(referent.ErrorSummary).ToBeVisibleAsync();
    }

    [Fact]
    public async Task AKilledServer_IsToldWithinThreeSecondsAndThePageComesBackWithIt()
    {
        await using var portal = await PortalProcess.StartAsync();
        var referent = await NewVisitorAsync(portal);
        await referent.SignInAsAsync("Giulia Ferrario", "/casi");

        await portal.KillAsync();
        await Expect(Window(referent)).ToBeVisibleAsync(new() { Timeout = SeenWithin });
        await new Accessibility(referent).LookAtOnceAsync("connection lost");
        await Expect(Window(referent).GetByText("quello che non era ancora salvato va rifatto")).ToBeVisibleAsync();
        await Expect(Window(referent).GetByText("non va perso")).ToBeHiddenAsync();
        await portal.StartAsync();

        await Expect(Window(referent)).ToBeHiddenAsync();
        await referent.StartedAsync();
        await referent.Link("Nuovo Caso").ClickAsync();
        await Expect(referent.Heading).ToHaveTextAsync("Nuova segnalazione di caso COVID-19");
        Fixture.Traces.AssertNoneIn("the portal's output", portal.Lines);
    }

    private static ILocator Window(Visitor visitor) =>
        visitor.Page.GetByRole(AriaRole.Dialog, new() { Name = "Connessione interrotta" });
}
