using System.Text.RegularExpressions;
using CovidSchoolReporting.Tests.Browser.Support;
using CovidSchoolReporting.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CovidSchoolReporting.Tests.Browser;

/// <summary>
/// The day after the worst week of autumn 2020 (2-8 November: 2,616 cases of the schools), on a portal that is filled with it: an operator
/// brings a class from its cluster to its measures while a school goes on reporting.
/// </summary>
public sealed class WorkingDayTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private const string ClassOfTheCluster = "5B";

    private static readonly PortalSettings _dayAfter = new()
    {
        Configuration = new Dictionary<string, string> { ["Portal:StartDay"] = "2020-11-09" },
    };

    [Fact]
    public async Task FromTheClusterOfAClass_ToItsLettersAndList_WhileReportsArrive()
    {
        await using var portal = await PortalProcess.StartAsync(_dayAfter, async empty =>
            Assert.Equal(0, (await empty.CommandAsync(["simulate", "--from", "2020-11-02", "--to", "2020-11-08"])).ExitCode));
        await using var database = await BrowserFixture.OpenDatabaseAsync(portal);
        var school = await Fixture.NewSchoolAsync(database);
        int[] cases = [await CaseAsync(school, "Quaglia", 2), await CaseAsync(school, "Querini", 1), await CaseAsync(school, "Quintavalle", 1)];
        var referent = await NewVisitorAsync(portal);
        await referent.SignInAsync(school.Referent, "/casi");
        await referent.CloseAndSendAsync(cases[0]);
        await referent.CloseAndSendAsync(cases[1]);
        var staff = await NewVisitorAsync(portal);
        var page = staff.Page;

        await staff.SignInAsAsync("Sergio Valli", "/ats/focolai");
        await page.Locator("tbody tr").Filter(new() { HasText = "Scuola primaria Calvino" }).GetByRole(AriaRole.Link).ClickAsync();
        var ofTheClass = page.Locator("table.data tbody tr");
        await Expect(ofTheClass.Filter(new() { HasText = "Quaglia" })).ToHaveCountAsync(1);
        await staff.Button("Prendi in carico tutti (2)").ClickAsync();
        await Expect(staff.Notices).ToContainTextAsync("Casi presi in carico: 2.");
        await referent.CloseAndSendAsync(cases[2]);
        await Expect(ofTheClass.Filter(new() { HasText = "Quintavalle" })).ToHaveCountAsync(1);
        await staff.Button("Prendi in carico tutti (1)").ClickAsync();
        await Expect(staff.Notices).ToContainTextAsync("Casi presi in carico: 1.");
        await ofTheClass.Filter(new() { HasText = "Quaglia" }).GetByRole(AriaRole.Link).ClickAsync();

        await staff.Button("Accetta le proposte (2)").ClickAsync();
        await Expect(page.GetByText("Tutti i contatti sono decisi")).ToBeVisibleAsync();
        await AskAndBeAnsweredAsync(staff, referent, cases[0]);
        await staff.Link("Lettere").ClickAsync();
        await page.Locator("#whole-class").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Emetti le lettere scelte") }).ClickAsync();
        await Expect(staff.Notices.First).ToContainTextAsync("Lettere emesse in un solo file");
        var letters = await page.RunAndWaitForDownloadAsync(() => staff.Notices.First.GetByRole(AriaRole.Link).ClickAsync());
        Assert.EndsWith(".pdf", letters.SuggestedFilename, StringComparison.Ordinal);
        await staff.Button("Segna il provvedimento come emesso").ClickAsync();
        await Expect(page.Locator(".badge")).ToContainTextAsync("Provvedimento emesso");

        await staff.OpenAsync("/ats/esporta");
        await staff.Field("Formato").SelectOptionAsync("CSV (testo)");
        await staff.TypeAndLeaveAsync("Ricevuti dal", "02/11/2020");
        await staff.Button("Prepara l'elenco").ClickAsync();
        await Expect(staff.Notices).ToContainTextAsync("L'elenco è pronto");
        var list = await page.RunAndWaitForDownloadAsync(() => staff.Link("Scarica il file").ClickAsync());
        var lines = await File.ReadAllLinesAsync(await list.PathAsync());
        Assert.True(lines.Length > 20_000, $"{lines.Length} lines");
        Assert.Equal(4, lines.Count(line => line.StartsWith("Della Quercia", StringComparison.Ordinal)));
    }

    /// <summary>The agency asks, the school answers at its own browser, and the agency reads it without asking again.</summary>
    private static async Task AskAndBeAnsweredAsync(Visitor staff, Visitor referent, int caseId)
    {
        await staff.Field("Messaggio alla scuola").FillAsync("La classe era divisa in due gruppi?");
        await staff.Button("Invia il messaggio").ClickAsync();
        await Expect(referent.Row(caseId)).ToContainTextAsync("ATS ha fatto una domanda");
        await referent.OpenAsync($"/casi/{caseId}/messaggi");
        await Expect(referent.Page.Locator(".message .text")).ToHaveTextAsync("La classe era divisa in due gruppi?");
        await referent.Field("Messaggio ad ATS").FillAsync("No, in un gruppo solo.");
        await referent.Button("Invia il messaggio").ClickAsync();
        await Expect(staff.Page.Locator(".message").Filter(new() { HasText = "No, in un gruppo solo." })).ToBeVisibleAsync();
    }

    private static async Task<int> CaseAsync(School school, string surname, int contacts)
    {
        var id = await school.HasCaseAsync(draft =>
        {
            (draft.Surname, draft.ClassName, draft.Section) = (surname, ClassOfTheCluster[..1], ClassOfTheCluster[1..]);
            (draft.LastDayAttended, draft.PositiveSwabDate, draft.SymptomOnset) = ("06/11/2020", "", "07/11/2020");
        });
        for (var number = 0; number < contacts; number++)
        {
            await school.HasContactAsync(id, draft =>
                (draft.Surname, draft.Name, draft.LastContactDate) = ("Della Quercia", NameOf(id, number), "06/11/2020"));
        }

        return id;
    }

    private static string NameOf(int caseId, int number) => $"Jacopo {(char)('a' + (caseId % 26))}{(char)('a' + number)}";
}
