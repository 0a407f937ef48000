using CovidSchoolReporting.Tests.Browser.Support;
using CovidSchoolReporting.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CovidSchoolReporting.Tests.Browser;

/// <summary>The administrator changes the rules, and a school's next case follows. On a portal of its own: rules are for all schools.</summary>
public sealed class PolicyTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [Fact]
    public async Task PublishedFromToday_ANewCaseFollowsAndTheFormerKeepsItsOwn()
    {
        await using var portal = await PortalProcess.StartAsync();
        await using var database = await BrowserFixture.OpenDatabaseAsync(portal);
        var school = await Fixture.NewSchoolAsync(database);
        var former = await school.HasCaseAsync();
        var referent = await NewVisitorAsync(portal);
        await referent.SignInAsync(school.Referent, "/casi");
        var administrator = await NewVisitorAsync(portal);
        await administrator.SignInAsAsync("Davide Monti");

        await administrator.Link("Vai alle regole").ClickAsync();
        await administrator.Link("Nuova bozza").ClickAsync();
        await administrator.TypeAsync("Primo giorno", "24/11/2020");
        await administrator.TypeAsync("Giorni da considerare prima dei sintomi o del tampone", "4");
        await administrator.TypeAsync("Giorni senza sintomi", "7");
        await administrator.TypeAndLeaveAsync("Giorni con test negativo", "5");
        await administrator.Button("Salva bozza").ClickAsync();
        await Expect(administrator.ErrorSummary).ToContainTextAsync("Il giorno è già passato");
        await Expect(administrator.Field("Giorni con test negativo")).ToHaveValueAsync("5");
        await administrator.TypeAsync("Primo giorno", "25/11/2020");
        await administrator.TypeAndLeaveAsync("Fonte", "Circolare di prova n. 1 del 25/11/2020");
        await administrator.Button("Salva bozza").ClickAsync();
        await Expect(administrator.Notices).ToContainTextAsync("La bozza è stata salvata");
        await administrator.Button("Pubblica").ClickAsync();
        await administrator.Dialog.GetByRole(AriaRole.Button, new() { Name = "SÌ" }).ClickAsync();
        await Expect(administrator.Page.Locator(".badge")).ToContainTextAsync("In vigore");

        var next = await referent.ReportCaseAsync(People.GiuliaBrambilla());
        await referent.AddContactAsync(next, People.TommasoFumagalli());
        var page = referent.Page;
        await Expect(page.Locator("td.window")).ToHaveCountAsync(4);
        await Expect(page.Locator(".case-dates")).ToContainTextAsync("almeno fino al 28/11/2020");
        await Expect(page.Locator(".case-dates")).ToContainTextAsync("Circolare di prova n. 1");
        await Expect(page.GetByText("con test: 25/11/2020")).ToBeVisibleAsync();

        await referent.OpenAsync($"/casi/{former}/contatti");
        await Expect(page.Locator("td.window")).ToHaveCountAsync(2);
        await Expect(page.Locator(".case-dates")).ToContainTextAsync("almeno fino al 01/12/2020");
    }

    [Fact]
    public async Task FromNewDraftToDeleted_TheKeyboardIsEnough()
    {
        var administrator = await NewVisitorAsync();
        await administrator.SignInAsAsync("Davide Monti", "/ats/regole");
        var keys = new Keyboard(administrator);

        await keys.TabAndPressAsync("Nuova bozza");
        await keys.ArriveAsync("Nuova bozza di regole");
        await keys.TabAndTypeAsync("Primo giorno", "01/12/2031");
        await keys.TabAndTypeAsync("Fonte", "Circolare scritta con la tastiera");
        await keys.TabAndChooseAsync("La misura per i contatti è", "Diversa per non vaccinati e vaccinati");
        await keys.TabAndPressAsync("Salva bozza");
        await Expect(administrator.Notices).ToContainTextAsync("La bozza è stata salvata");
        await keys.TabAndPressAsync("Elimina la bozza");
        await Expect(administrator.Dialog).ToContainTextAsync("Eliminare questa bozza?");
        await keys.PressAsync("Escape");
        await Expect(administrator.Dialog).ToHaveCountAsync(0);
        await keys.TabAndPressAsync("Elimina la bozza");
        await keys.TabAndPressAsync("SÌ");

        await Expect(administrator.Notices).ToContainTextAsync("La bozza è stata eliminata");
    }

    [Fact]
    public async Task LeavingWhatWasTyped_AsksFirst()
    {
        var administrator = await NewVisitorAsync();
        await administrator.SignInAsAsync("Davide Monti", "/ats/regole/nuova");
        await administrator.TypeAndLeaveAsync("Fonte", "Circolare a metà");

        await administrator.Link("Annulla").ClickAsync();
        await Expect(administrator.Dialog).ToBeVisibleAsync();
        await administrator.Dialog.GetByRole(AriaRole.Button).First.ClickAsync();

        await Expect(administrator.Field("Fonte")).ToHaveValueAsync("Circolare a metà");
    }

    [Fact]
    public async Task TheRules_HinderNobody()
    {
        var administrator = await NewVisitorAsync();
        await administrator.SignInAsAsync("Davide Monti", "/ats/regole");
        var look = new Accessibility(administrator);
        await Expect(administrator.Page.Locator("tbody tr")).Not.ToHaveCountAsync(0);
        await look.LookAtAsync("rules");
        await administrator.Link("vedi le regole dal 30/12/2021").ClickAsync();
        await Expect(administrator.Button("Ritira")).ToBeVisibleAsync();
        await look.LookAtAsync("planned rules");
        await administrator.Button("Ritira").ClickAsync();
        await Expect(administrator.Dialog).ToBeVisibleAsync();
        await look.LookAtAsync("withdrawing");
        await administrator.OpenAsync("/ats/regole/nuova");
        await administrator.Field("La misura per i contatti è").SelectOptionAsync("Diversa per non vaccinati, vaccinati e con dose di richiamo");
        await administrator.Button("Salva bozza").ClickAsync();
        await Expect(administrator.ErrorSummary).ToBeVisibleAsync();
        await look.LookAtAsync("draft with errors");
        look.AssertNoFaults();
    }

    [Fact]
    public async Task TheCalendar_HindersNobodyAndPrints()
    {
        var school = await Fixture.NewSchoolAsync();
        var overTwoMonths = await school.HasCaseAsync(d => (d.LastDayAttended, d.PositiveSwabDate, d.SymptomOnset) = ("02/11/2020", "04/11/2020", "01/11/2020"));
        var empty = await school.HasCaseAsync(d => d.PositiveSwabDate = "24/11/2020");
        await school.HasContactAsync(overTwoMonths, d => d.LastContactDate = "31/10/2020");
        var referent = await ReferentOfAsync(school, $"/casi/{overTwoMonths}/contatti");
        var look = new Accessibility(referent);
        await Expect(referent.Page.Locator("table.month")).ToHaveCountAsync(2);
        await referent.Page.Locator("section.panel summary").First.ClickAsync(); // Folded, because there is a contact.
        await look.LookAtAsync("calendar over two months");
        await referent.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(referent.Page.Locator("td.window").First).ToHaveCSSAsync("border-top-style", "solid");
        await Expect(referent.Page.GetByText("giorni da considerare: dal 30/10/2020 al 02/11/2020")).ToBeVisibleAsync();
        await referent.Page.EmulateMediaAsync(new() { Media = Media.Screen });
        await referent.OpenAsync($"/casi/{empty}/contatti");
        await look.LookAtAsync("empty window");
        await referent.Link("Chiudere il caso senza contatti").ClickAsync();
        await referent.Button("Usa questo motivo").ClickAsync();
        await look.LookAtAsync("closing with the offered reason");
        look.AssertNoFaults();
    }
}
