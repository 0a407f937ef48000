using CovidSchoolReporting.Tests.Browser.Support;
using static Microsoft.Playwright.Assertions;

namespace CovidSchoolReporting.Tests.Browser;

/// <summary>An operator has a list made and gets it.</summary>
public sealed class LineListBrowserTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [Fact]
    public async Task AList_IsChosenMadeAndFetched()
    {
        var school = await Fixture.CalvinoAsync();
        var caseId = await school.HasCaseAsync();
        await school.HasContactAsync(caseId);
        var referent = await NewVisitorAsync();
        await referent.SignInAsAsync("Giulia Ferrario", "/casi");
        await referent.CloseAndSendAsync(caseId);
        var agency = await NewVisitorAsync();
        await agency.SignInAsAsync("Sergio Valli", "/ats/esporta");
        var look = new Accessibility(agency);
        await look.LookAtAsync("choosing a list");
        await agency.Field("Formato").SelectOptionAsync("CSV (testo)");
        await agency.TypeAsync("Ricevuti dal", "26/11/2020");
        await agency.TypeAndLeaveAsync("Ricevuti fino al", "25/11/2020");
        await agency.Button("Prepara l'elenco").ClickAsync();
        await Expect(agency.Notices).ToContainTextAsync("L'ultimo giorno viene prima del primo.");
        await look.LookAtAsync("list refused");
        await agency.TypeAndLeaveAsync("Ricevuti dal", "");
        await agency.Button("Prepara l'elenco").ClickAsync();
        await Expect(agency.Notices).ToContainTextAsync("L'elenco è pronto");
        await look.LookAtAsync("list ready");

        var file = await agency.Page.RunAndWaitForDownloadAsync(() => agency.Link("Scarica il file").ClickAsync());

        Assert.Equal("contatti-2020-11-25.csv", file.SuggestedFilename);
        Assert.StartsWith("Cognome;Nome;Codice fiscale;", await File.ReadAllTextAsync(await file.PathAsync()), StringComparison.Ordinal);
        look.AssertNoFaults();
    }
}
