using CovidSchoolReporting.Tests.Browser.Support;
using CovidSchoolReporting.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CovidSchoolReporting.Tests.Browser;

/// <summary>An operator sees the epidemic come in, and works a cluster. On a portal of its own: the figures are of all schools.</summary>
public sealed class EpidemicTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [Fact]
    public async Task FromAnEmptyTerritoryToAClusterInCharge_TheFiguresFollowByThemselves()
    {
        await using var portal = await PortalProcess.StartAsync();
        await using var database = await BrowserFixture.OpenDatabaseAsync(portal);
        var school = await Fixture.NewSchoolAsync(database);
        var (first, second) = (await school.HasCaseAsync(), await school.HasCaseAsync(d => d.Surname = "Quercioli"));
        await school.HasContactAsync(first);
        await school.HasContactAsync(second);
        var referent = await NewVisitorAsync(portal);
        await referent.SignInAsync(school.Referent, "/casi");
        var ada = await NewVisitorAsync(portal);
        var look = new Accessibility(ada);
        await ada.SignInAsAsync("Sergio Valli", "/ats/andamento");
        var page = ada.Page;
        var cases = page.Locator(".tile-number").First;
        await Expect(cases).ToHaveTextAsync("0");
        await Expect(page.GetByText("Nessun caso con questi filtri.").First).ToBeVisibleAsync();
        await look.LookAtAsync("figures without cases");
        await page.EvaluateAsync("window.same = true");

        await referent.CloseAndSendAsync(first);
        await Expect(cases).ToHaveTextAsync("1");
        await referent.CloseAndSendAsync(second);
        await Expect(cases).ToHaveTextAsync("2");
        Assert.True(await page.EvaluateAsync<bool>("window.same"));

        await page.GetByText("Mostra i dati").First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Row, new() { Name = "25/11/2020 2 0 0 2 0,3" })).ToBeVisibleAsync();
        await ada.Link("Casi").ClickAsync();
        await Expect(page.Locator("svg.comuni a[href*=F205] title").First).ToHaveTextAsync("Milano (MI): 2 casi");
        await look.LookAtAsync("figures with cases");
        await ada.Field("Tipo di scuola").SelectOptionAsync("Nido (0-3 anni)");
        await Expect(cases).ToHaveTextAsync("0");
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("scuola=nido"));

        await ada.OpenAsync("/ats/focolai");
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);
        await look.LookAtAsync("clusters");
        await page.Locator("tbody tr a").ClickAsync();
        await ada.Button("Prendi in carico tutti (2)").ClickAsync();
        await Expect(ada.Notices).ToContainTextAsync("Casi presi in carico: 2.");
        await ada.Button("Metti in sorveglianza").ClickAsync();
        await Expect(page.Locator(".badge").First).ToContainTextAsync("Sorvegliato");
        await look.LookAtAsync("a cluster");
        look.AssertNoFaults();
    }

    [Theory]
    [InlineData("dal=2020-11-20&al=2020-11-02", "finisce prima di cominciare")]
    [InlineData("dal=2010-11-20&al=2020-11-02", "supera 366 giorni")]
    [InlineData("dal=ieri", "non esiste")]
    public async Task PeriodThatIsNone_IsSaidAndTheDefaultShown(string words, string said)
    {
        var ada = await NewVisitorAsync();
        await ada.SignInAsAsync("Elena Corti", $"/ats/andamento?{words}");

        await Expect(ada.Page.Locator(".notice-warning")).ToContainTextAsync(said);
        await Expect(ada.Link("28 giorni")).ToHaveAttributeAsync("aria-current", "true");
    }
}
