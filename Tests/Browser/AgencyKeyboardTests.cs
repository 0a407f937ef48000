using CovidSchoolReporting.Tests.Browser.Support;
using CovidSchoolReporting.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace CovidSchoolReporting.Tests.Browser;

/// <summary>The agency's screens without a mouse. On a portal of its own, where the first report is the case.</summary>
public sealed class AgencyKeyboardTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [Fact]
    public async Task FromTheClusterToTheConcludedCase_TheKeyboardIsEnough()
    {
        await using var portal = await PortalProcess.StartAsync();
        await using var database = await BrowserFixture.OpenDatabaseAsync(portal);
        await ReportAsync(await Fixture.NewSchoolAsync(database));
        var staff = await NewVisitorAsync(portal);
        var page = staff.Page;
        var keys = new Keyboard(staff);
        await staff.SignInAsAsync("Sergio Valli", "/ats/focolai");

        await keys.ArriveAsync("Focolai");
        await keys.TabAndPressAsync("Apri il focolaio della classe 5 B, Scuola primaria Calvino");
        await Expect(staff.Button("Prendi in carico tutti (2)")).ToBeVisibleAsync();
        await Expect(staff.Heading).ToBeFocusedAsync();
        await keys.TabAndPressAsync("Prendi in carico tutti (2)");
        await Expect(staff.Notices).ToContainTextAsync("Casi presi in carico: 2.");
        await keys.TabAndPressAsync("Apri il caso con protocollo 2020/0000001");

        await keys.ArriveAsync("Caso con protocollo 2020/0000001");
        await keys.TabAndPressAsync("Decidi: Valeri Valerio");
        await Expect(staff.Dialog).ToBeVisibleAsync();
        await keys.PressAsync("Tab");
        await keys.PressAsync(" ");
        await Expect(staff.Dialog.GetByLabel("Contatto stretto")).ToBeCheckedAsync();
        await keys.TabAndPressAsync("Salva la decisione");
        await Expect(page.GetByText("Tutti i contatti sono decisi")).ToBeVisibleAsync();
        await keys.TabAndPressAsync("Emetti il provvedimento");
        await Expect(staff.Dialog).ToBeVisibleAsync();
        await keys.TabAndPressAsync("SÌ");
        await Expect(staff.Button("Concludi il caso")).ToBeVisibleAsync();
        await keys.TabAndPressAsync("Concludi il caso");
        await Expect(staff.Dialog).ToBeVisibleAsync();
        await keys.TabAndPressAsync("SÌ");

        await Expect(page.Locator(".steps .notice-success")).ToContainTextAsync("concluso");
    }

    [Fact]
    public async Task TheDashboard_ShowsAnotherPeriodAndItsNumbersByKeyboard()
    {
        await using var portal = await PortalProcess.StartAsync();
        await using var database = await BrowserFixture.OpenDatabaseAsync(portal);
        await ReportAsync(await Fixture.NewSchoolAsync(database));
        var staff = await NewVisitorAsync(portal);
        var page = staff.Page;
        var keys = new Keyboard(staff);
        await staff.SignInAsAsync("Sergio Valli", "/ats/andamento");

        await keys.ArriveAsync("Andamento");
        await keys.TabAndPressAsync("7 giorni");
        await Expect(staff.Link("7 giorni")).ToHaveAttributeAsync("aria-current", "true");
        await keys.TabAndPressAsync("Mostra i dati");

        await Expect(page.Locator("details[open] table")).ToHaveCountAsync(1);
        await Expect(page.Locator("details[open] table")).ToContainTextAsync("25/11/2020");
    }

    /// <summary>Two cases of a class, the first with a contact.</summary>
    private static async Task ReportAsync(School school)
    {
        var first = await school.HasCaseAsync();
        await school.HasContactAsync(first);
        await school.ReceivedAsync(first);
        await school.ReceivedAsync(await school.HasCaseAsync(draft => draft.Surname = "Quercioli"));
    }
}
