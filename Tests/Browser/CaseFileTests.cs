using CovidSchoolReporting.Tests.Browser.Support;
using CovidSchoolReporting.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CovidSchoolReporting.Tests.Browser;

/// <summary>An operator brings one case from received to concluded on its page. On a portal of its own, where the first report is the case.</summary>
public sealed class CaseFileTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private const string TheCase = "/ats/casi/1";

    [Fact]
    public async Task FromReceivedToConcluded_HindersNobody()
    {
        await using var portal = await PortalProcess.StartAsync();
        await using var database = await BrowserFixture.OpenDatabaseAsync(portal);
        await ReportAsync(await Fixture.NewSchoolAsync(database), 12);
        var operatorHere = await NewVisitorAsync(portal);
        var page = operatorHere.Page;
        await operatorHere.SignInAsAsync("Sergio Valli", "/ats/casi");
        await Expect(page.GetByText("2020/0000001")).ToBeVisibleAsync();
        await operatorHere.OpenAsync(TheCase);
        var look = new Accessibility(operatorHere);
        await look.LookAtAsync("received");

        await operatorHere.Button("Prendi in carico").ClickAsync();
        await operatorHere.Button("Emetti il provvedimento").ClickAsync();
        await Expect(page.Locator(".steps .notice-warning")).ToContainTextAsync("decidere per 12 contatti");
        await operatorHere.Button("Dettagli: Fumagallia Tommaso").ClickAsync();
        await Expect(page.Locator("tr.details")).ToBeVisibleAsync();
        await look.LookAtAsync("undecided, with details");

        await page.GetByLabel("Fumagallia Tommaso", new() { Exact = true }).CheckAsync();
        await page.GetByLabel("Fumagallib Tommaso", new() { Exact = true }).CheckAsync();
        await operatorHere.Button("Decidi per i selezionati (2)").ClickAsync();
        await operatorHere.Dialog.GetByLabel("Contatto stretto").CheckAsync();
        await operatorHere.TypeAndLeaveAsync("Ultimo giorno diverso", "27/11/20");
        await operatorHere.Button("Salva la decisione").ClickAsync();
        await Expect(operatorHere.Dialog).ToContainTextAsync("Scrivere perché");
        await look.LookAtAsync("deciding, with an error");
        await operatorHere.TypeAndLeaveAsync("Motivo della fine diversa", "Accordo con il medico");
        await operatorHere.Button("Salva la decisione").ClickAsync();
        await Expect(page.GetByText("dal 20/11/2020 al 27/11/2020")).ToHaveCountAsync(2);

        await operatorHere.Button("Accetta le proposte (10)").ClickAsync();
        await Expect(page.GetByText("Tutti i contatti sono decisi")).ToBeVisibleAsync();
        await operatorHere.Button("Emetti il provvedimento").ClickAsync();
        await operatorHere.Dialog.GetByRole(AriaRole.Button, new() { Name = "SÌ" }).ClickAsync();
        await Expect(operatorHere.Button("Concludi il caso")).ToBeVisibleAsync();
        await look.LookAtAsync("measures issued");
        await operatorHere.Button("Concludi il caso").ClickAsync();
        await operatorHere.Dialog.GetByRole(AriaRole.Button, new() { Name = "SÌ" }).ClickAsync();

        await Expect(page.Locator(".steps .notice-success")).ToContainTextAsync("concluso");
        await Expect(page.Locator(".history li")).ToHaveCountAsync(6);
        await look.LookAtAsync("concluded");
        look.AssertNoFaults();
    }

    [Fact]
    public async Task AColleaguesDecision_ShowsAtOnceAndTakesNothingAway()
    {
        await using var portal = await PortalProcess.StartAsync();
        await using var database = await BrowserFixture.OpenDatabaseAsync(portal);
        await ReportAsync(await Fixture.NewSchoolAsync(database), 2);
        var (first, second) = (await NewVisitorAsync(portal), await NewVisitorAsync(portal));
        await first.SignInAsAsync("Sergio Valli", "/ats/casi");
        await Expect(first.Page.GetByText("2020/0000001")).ToBeVisibleAsync();
        await first.OpenAsync(TheCase);
        await first.Button("Prendi in carico").ClickAsync();
        await second.SignInAsAsync("Sergio Valli", TheCase);

        await first.Button("Decidi: Fumagallia Tommaso").ClickAsync();
        await first.Dialog.GetByLabel("Non contatto").CheckAsync();
        await second.Button("Accetta le proposte (2)").ClickAsync();

        await Expect(first.Dialog).ToContainTextAsync("Nel frattempo è stato deciso");
        await Expect(first.Dialog.GetByLabel("Non contatto")).ToBeCheckedAsync();
        await first.Button("Ho visto, continua").ClickAsync();
        await first.Button("Salva la decisione").ClickAsync();

        await Expect(second.Page.Locator(".contacts tbody tr").First).ToContainTextAsync("Non contatto");
    }

    [Fact]
    public async Task PossibleDuplicates_HinderNobodyAndAreSaidAndUndone()
    {
        await using var portal = await PortalProcess.StartAsync();
        await using var database = await BrowserFixture.OpenDatabaseAsync(portal);
        var school = await Fixture.NewSchoolAsync(database);
        await ReportAsync(school, 0);
        await ReportAsync(school, 0);
        var operatorHere = await NewVisitorAsync(portal);
        await operatorHere.SignInAsAsync("Sergio Valli", "/ats/doppioni");
        var look = new Accessibility(operatorHere);
        await Expect(operatorHere.Page.Locator(".match")).ToHaveCountAsync(1);
        await look.LookAtAsync("a pair");

        await operatorHere.Button("No, persone diverse").ClickAsync();
        await Expect(operatorHere.Page.GetByText("Nessuna coppia da valutare")).ToBeVisibleAsync();
        await look.LookAtAsync("no pair");
        await operatorHere.Link("Persone diverse").ClickAsync();
        await operatorHere.Button("Annulla questa decisione").ClickAsync();
        await operatorHere.OpenAsync(TheCase);
        await Expect(operatorHere.Page.Locator(".match")).ToHaveCountAsync(1);

        await look.LookAtAsync("a case with a pair");
        look.AssertNoFaults();
    }

    private static async Task ReportAsync(School school, int contacts)
    {
        var id = await school.HasCaseAsync();
        for (var index = 0; index < contacts; index++)
        {
            await school.HasContactAsync(id, draft =>
            {
                (draft.Surname, draft.Name) = ($"Fumagalli{(char)('a' + index)}", "Tommaso");
                draft.BirthDate = "09/07/2010";
            });
        }

        await school.ReceivedAsync(id);
    }
}
