using CovidSchoolReporting.Tests.Browser.Support;
using CovidSchoolReporting.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CovidSchoolReporting.Tests.Browser;

/// <summary>
/// A list is pasted and put right, a cell stops in the middle of a word, and then something happens to the server, the line or the
/// browser. Every cell that came back is compared with what was there.
/// </summary>
public sealed class NothingTypedInListsIsLostTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ServerKilledAndStartedAgain_ListOfContacts(bool killed)
    {
        await using var portal = await PortalProcess.StartAsync();
        await using var database = await BrowserFixture.OpenDatabaseAsync(portal);
        var school = await Fixture.NewSchoolAsync(database);
        var caseId = await school.HasCaseAsync();
        var referent = await NewVisitorAsync(portal);
        await referent.SignInAsync(school.Referent);
        await PasteAndMendAsync(referent, caseId);
        var typed = await TypedSheet.HalfTypeAsync(referent, rows: 25, row: 20);

        await (killed ? portal.KillAsync() : portal.StopAsync());
        await Expect(ConnectionWindow(referent)).ToBeVisibleAsync();
        await portal.StartAsync();

        await Expect(ConnectionWindow(referent)).ToBeHiddenAsync();
        await Expect(referent.Notices.Filter(new() { HasText = "Ripresa la bozza" })).ToBeVisibleAsync();
        await typed.IsBackAsync();
        Assert.Empty((await school.SheetAsync(caseId)).Contacts);
        Fixture.Traces.AssertNoneIn("the portal's output", portal.Lines);
    }

    [Fact]
    public async Task SavedInPart_ServerKilled_TheRestIsThereAndNothingIsSavedTwice()
    {
        await using var portal = await PortalProcess.StartAsync();
        await using var database = await BrowserFixture.OpenDatabaseAsync(portal);
        var school = await Fixture.NewSchoolAsync(database);
        var caseId = await school.HasCaseAsync();
        var referent = await NewVisitorAsync(portal);
        await referent.SignInAsync(school.Referent);
        await PasteAndMendAsync(referent, caseId);
        await referent.Button("Salva le 24 righe corrette e tieni le altre").ClickAsync();
        await Expect(referent.Page.Locator(".notice-success")).ToContainTextAsync("24");
        var typed = await TypedSheet.HalfTypeAsync(referent, rows: 1, row: 8);
        Assert.Equal(24, (await school.SheetAsync(caseId)).Contacts.Count);

        await portal.KillAsync();
        await Expect(ConnectionWindow(referent)).ToBeVisibleAsync();
        await portal.StartAsync();

        await Expect(ConnectionWindow(referent)).ToBeHiddenAsync();
        await typed.IsBackAsync();
        await referent.Cell("Data di nascita", 8).FillAsync(SchoolClass.Of(25)[6].Born);
        await referent.Cell("Cognome", 8).FillAsync(SchoolClass.Of(25)[6].Surname);
        await referent.Page.Keyboard.PressAsync("Enter");
        await referent.Button("Salva tutti (1)").ClickAsync();
        await Expect(referent.Notices.First).ToContainTextAsync("salvati: 1");
        Assert.Equal(
            SchoolClass.Of(25).Select(pupil => pupil.FiscalCode).Order(),
            (await school.SheetAsync(caseId)).Contacts.Select(contact => contact.Draft.FiscalCode).Order());
        await referent.OpenAsync("/casi");
        await Expect(DraftsOf(referent)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Reload_ListOfContacts()
    {
        var school = await Fixture.NewSchoolAsync();
        var referent = await ReferentOfAsync(school);
        await PasteAndMendAsync(referent, await school.HasCaseAsync());
        var typed = await TypedSheet.HalfTypeAsync(referent, rows: 25, row: 3);

        await referent.Page.ReloadAsync();

        await typed.IsBackAsync();
        await Expect(referent.Page.GetByText("Bozza salvata alle")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task BackAtOnce_ListOfContacts_GoesOnFromTheDraftsInAnotherBrowser()
    {
        var school = await Fixture.NewSchoolAsync();
        var caseId = await school.HasCaseAsync();
        var referent = await ReferentOfAsync(school, $"/casi/{caseId}/contatti");
        await referent.Link("Incolla o carica un elenco").ClickAsync();
        await referent.PasteListAsync(SchoolClass.Of(5));
        var typed = await TypedSheet.HalfTypeAsync(referent, rows: 5, row: 4);

        await referent.Page.GoBackAsync();
        await Expect(referent.Heading).ToHaveTextAsync("Elenco dei contatti");
        var elsewhere = await ReferentOfAsync(school, "/casi");
        await DraftsOf(elsewhere).GetByRole(AriaRole.Link, new() { Name = $"Elenco di contatti del caso {caseId}" }).ClickAsync();

        await typed.IsBackAsync(elsewhere);
    }

    [Fact]
    public async Task Reload_ListOfClasses()
    {
        var school = await Fixture.NewSchoolAsync();
        var referent = await ReferentOfAsync(school, "/classi/carica");
        await referent.PasteListAsync(SchoolClass.Of(25));
        await referent.Field("Classe").FillAsync("5");
        await referent.Field("Sezione").FillAsync("B");
        await referent.Button("Riempi le celle vuote").ClickAsync();
        await Expect(referent.Cell("Sezione", 2)).ToHaveValueAsync("B");
        var typed = await TypedSheet.HalfTypeAsync(referent, rows: 25, row: 3);

        await referent.Page.ReloadAsync();

        await typed.IsBackAsync();
        await referent.OpenAsync("/casi");
        await DraftsOf(referent).GetByRole(AriaRole.Link, new() { Name = "Elenco delle classi" }).ClickAsync();
        await typed.IsBackAsync();
        await referent.Cell("Cognome", 3).FillAsync(SchoolClass.Of(2)[1].Surname);
        await referent.Page.Keyboard.PressAsync("Enter");
        await referent.Button("Salva tutti (25)").ClickAsync();
        await Expect(referent.Notices.First).ToContainTextAsync("Persone: 25.");
        await referent.OpenAsync("/casi");
        await Expect(DraftsOf(referent)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Escape_ACellThatWasHalfTyped_IsAsItWasAfterAReload()
    {
        var school = await Fixture.NewSchoolAsync();
        var referent = await ReferentOfAsync(school);
        await referent.PasteClassAsync(await school.HasCaseAsync(), SchoolClass.Of(3));
        await TypedSheet.HalfTypeAsync(referent, rows: 3, row: 3);
        await referent.Page.WaitForResponseAsync(response => response.Url.EndsWith("/bozze", StringComparison.Ordinal));

        await referent.Page.Keyboard.PressAsync("Escape");
        await referent.Page.ReloadAsync();

        await referent.StartedAsync();
        await Expect(referent.Cell("Cognome", 3)).ToHaveValueAsync("Colombani");
    }

    /// <summary>A class of 25 with two faults, of which one is put right; what it shares is filled in.</summary>
    private static async Task PasteAndMendAsync(Visitor referent, int caseId)
    {
        var pupils = SchoolClass.Of(25).ToList();
        pupils[6] = pupils[6] with { Born = "31/02/2010" };
        pupils[11] = pupils[11] with { Phone = "333 1OOO011" };
        await referent.PasteClassAsync(caseId, pupils);
        await referent.Field("Classe").FillAsync("4");
        await referent.Button("Riempi le celle vuote").ClickAsync();
        await referent.Cell("Telefono", 13).FillAsync("333 7654321");
        await referent.Page.Keyboard.PressAsync("Enter");
        await Expect(referent.Faults.GetByRole(AriaRole.Link)).ToHaveCountAsync(1);
    }

    private static ILocator ConnectionWindow(Visitor visitor) =>
        visitor.Page.GetByRole(AriaRole.Dialog, new() { Name = "Connessione interrotta" });

    private static ILocator DraftsOf(Visitor visitor) => visitor.Page.GetByRole(AriaRole.Region, new() { Name = "Bozze" });
}
