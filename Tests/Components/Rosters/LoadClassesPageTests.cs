using Bunit;
using CovidSchoolReporting.App.Features.Cases;
using CovidSchoolReporting.App.Features.Rosters;
using CovidSchoolReporting.Domain.Drafts;
using CovidSchoolReporting.Domain.Schools;
using CovidSchoolReporting.Tests.Support;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CovidSchoolReporting.Tests.Components.Rosters;

/// <summary>A list on its way from the file to the classes of the school.</summary>
public sealed class LoadClassesPageTests : ReferentContext
{
    private const string Header = "Cognome\tNome\tData di nascita\tRuolo\tClasse\tSezione";

    [Fact]
    public async Task AListOfClasses_IsLoadedWholeAndLeadsToTheClasses()
    {
        var page = Open();
        Upload(page, "Abbiati\tLuca\t01/02/2010\talunno\t5\tB", "Bonfanti\tLuca\t02/02/2010\talunno\t4\tA", "Cattaneo\tLuca\t03/02/1980\tdocente\t\t");

        await PressAsync(page, "Salva tutti (3)");

        await page.WaitForAssertionAsync(() => Assert.Equal("classi", Place));
        Assert.Equal(["", "4 A", "5 B"], (await Portal.ClassesAsync(School)).Select(row => row.Name).Order());
        Assert.Equal("Le classi sono state caricate. Persone: 3.", Services.GetRequiredService<ListMessage>().Take());
        Assert.Equal(1, await Portal.AskAsync<int>("SELECT COUNT(*) FROM AuditEntries WHERE Screen = '/classi/carica' AND PersonCount = 3"));
    }

    [Fact]
    public void WhatAReportNeedsAndAListLacks_IsNoFault()
    {
        var page = Open();

        Upload(page, "Abbiati\tLuca\t01/02/2010\talunno\t5\tB");

        Assert.Empty(page.FindAll(".faults"));
        Assert.Equal(["Cognome *", "Nome *", "Codice fiscale", "Data di nascita *", "Sesso", "Ruolo *", "Classe *", "Sezione *", "Comune di domicilio", "Telefono", "Indirizzo"],
            page.FindAll(".sheet th[class^=col]").Select(head => head.TextContent));
    }

    [Fact]
    public async Task AClassThatIsThere_IsAnnouncedBeforeItIsReplaced()
    {
        await Portal.LoadAsync(School, Support.Rosters.Class(5));
        var page = Open();
        Upload(page, "Rossi\tLuca\t01/02/2010\talunno\t5\tb", "Verdi\tLuca\t02/02/2010\talunno\t4\tA");
        Assert.Contains("Questa classe c'è già: 5 B.", page.Find(".notice-warning").TextContent, StringComparison.Ordinal);

        await PressAsync(page, "Salva tutti (2)");

        await page.WaitForAssertionAsync(() => Assert.Equal("classi", Place));
        Assert.Equal(["Rossi"], await Portal.SurnamesAsync(School));
    }

    [Fact]
    public async Task TheRestOfAList_StandsBesideWhatWasSavedFirst()
    {
        await Portal.LoadAsync(School, Support.Rosters.Class(5));
        var page = Open();
        Upload(page, "Rossi\tLuca\t01/02/2010\talunno\t5\tB", "Verdi\tLuca\t31/02/2010\talunno\t5\tB");
        await PressAsync(page, "Salva la riga corretta e tieni le altre");
        await page.WaitForAssertionAsync(() => Assert.Contains("Persone caricate finora: 1.", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll(".notice-warning"));

        page.Find("#cell-3-BirthDate").Change("28/02/2010");
        await PressAsync(page, "Salva tutti (1)");

        await page.WaitForAssertionAsync(() => Assert.Equal("classi", Place));
        Assert.Equal(["Rossi", "Verdi"], await Portal.SurnamesAsync(School));
    }

    [Fact]
    public async Task AColleaguesListOverTheSameClass_IsNotReplacedUnseen()
    {
        var page = Open();
        Upload(page, "Rossi\tLuca\t01/02/2010\talunno\t5\tB", "Verdi\tLuca\t31/02/2010\talunno\t5\tB");
        await PressAsync(page, "Salva la riga corretta e tieni le altre");
        await page.WaitForAssertionAsync(() => Assert.Single(page.FindAll(".sheet tr[data-index]")));
        await Portal.LoadAsync(School, Support.Rosters.Class(5));
        page.Find("#cell-3-BirthDate").Change("28/02/2010");

        await PressAsync(page, "Salva tutti (1)");

        await page.WaitForAssertionAsync(() => Assert.Contains("qualcuno dell'istituto ha caricato", page.Find(".notice-error").TextContent, StringComparison.Ordinal));
        Assert.Equal(5, (await Portal.SurnamesAsync(School)).Count);
        Assert.Contains("Questa classe c'è già: 5 B.", page.Find(".notice-warning").TextContent, StringComparison.Ordinal);
        await PressAsync(page, "Salva tutti (1)");
        await page.WaitForAssertionAsync(() => Assert.Equal("classi", Place));
        Assert.Equal(["Verdi"], await Portal.SurnamesAsync(School));
    }

    [Fact]
    public void SeveralPeopleStandingTwice_AreConfirmedOneByOne()
    {
        var page = Open();

        Upload(
            page, "Rossi\tLuca\t01/02/2010\talunno\t5\tB", "Rossi\tLuca\t01/02/2010\talunno\t5\tB",
            "Verdi\tLuca\t02/02/2010\talunno\t5\tB", "Verdi\tLuca\t02/02/2010\talunno\t5\tB");

        Assert.Empty(page.FindAll(".groups li"));
        Assert.Contains("nella riga 2", page.Find(".faults").TextContent, StringComparison.Ordinal);
        Assert.Contains("nella riga 4", page.Find(".faults").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void OneRowThatIsTooShort_IsSpokenOfAsOne()
    {
        var page = Open();

        Upload(page, "Rossi\tLuca\t01/02/2010\talunno\t5\tB", "Verdi\tLuca\t02/02/2010\talunno");

        Assert.StartsWith("Riga 3:", page.Find(".notice-warning").TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnotherListOnTheSamePage_ReplacesAgain()
    {
        var page = Open();
        Upload(page, "Rossi\tLuca\t01/02/2010\talunno\t5\tB", "Verdi\tLuca\t31/02/2010\talunno\t5\tB");
        await PressAsync(page, "Salva la riga corretta e tieni le altre");
        await page.WaitForAssertionAsync(() => Assert.Single(page.FindAll(".sheet tr[data-index]")));
        Press(page, "Carica un altro elenco");
        Press(page, "Elimina e carica un altro elenco");

        Upload(page, "Bianchi\tLuca\t01/02/2010\talunno\t5\tB");
        Assert.Contains("Questa classe c'è già: 5 B.", page.Find(".notice-warning").TextContent, StringComparison.Ordinal);
        await PressAsync(page, "Salva tutti (1)");

        await page.WaitForAssertionAsync(() => Assert.Equal("classi", Place));
        Assert.Equal(["Bianchi"], await Portal.SurnamesAsync(School));
    }

    [Fact]
    public async Task ThePersonInTwoRows_IsStillMarkedWhenOneOfThemIsSaved()
    {
        var page = Open();
        Upload(page, "Rossi\tLuca\t01/02/2010\talunno\t5\tB", "Rossi\tLuca\t01/02/2010\talunno\t5\tB");
        Assert.Contains("nella riga 2", page.Find(".faults").TextContent, StringComparison.Ordinal);

        await PressAsync(page, "Salva la riga corretta e tieni le altre");

        await page.WaitForAssertionAsync(() => Assert.Single(page.FindAll(".sheet tr[data-index]")));
        Assert.Contains("nella riga 2", page.Find(".faults").TextContent, StringComparison.Ordinal);
        Assert.True(Button(page, "Nessuna riga pronta da salvare").HasAttribute("disabled"));
    }

    [Fact]
    public async Task SeveralPlessi_AreAskedForBeforeTheListAndCanStandInIt()
    {
        await AddSiteAsync();
        var page = Open();
        Assert.Empty(page.FindAll("#list-file"));
        Assert.Equal(
            ["Scegliere…", "Scuola primaria Calvino", "Scuola primaria Rodari", "Più plessi: sono scritti nell'elenco"],
            page.FindAll("#load-site option").Select(option => option.TextContent));

        page.Find("#load-site").Change("1");
        Upload(page, Header + "\tPlesso", "Rossi\tLuca\t01/02/2010\talunno\t5\tB\t", "Verdi\tLuca\t02/02/2010\talunno\t5\tB\tscuola primaria calvino");
        await PressAsync(page, "Salva tutti (2)");

        await page.WaitForAssertionAsync(() => Assert.Equal("classi", Place));
        Assert.Equal(
            [("Scuola primaria Calvino", "5 B"), ("Scuola primaria Rodari", "5 B")],
            (await Portal.ClassesAsync(School)).Select(row => (row.SiteName, row.Name)));
    }

    [Fact]
    public async Task ThePlessoThatWasChosen_ComesBackWithItsList()
    {
        await AddSiteAsync();
        var page = Open();
        page.Find("#load-site").Change("1");
        Upload(page, "Rossi\tLuca\t01/02/2010\talunno\t5\tB");
        page.Find("#cell-2-Name").Change("Luigi");
        await page.WaitForAssertionAsync(() => Assert.StartsWith("Bozza salvata", page.Find(".draft-status").TextContent, StringComparison.Ordinal));

        var again = Open();

        Assert.Equal(("Luigi", "Scuola primaria Rodari"), (Value(again, "cell-2-Name"), again.Find("#load-site option[selected]").TextContent));
        await PressAsync(again, "Salva tutti (1)");
        await again.WaitForAssertionAsync(() => Assert.Equal("classi", Place));
        Assert.Equal("Scuola primaria Rodari", Assert.Single(await Portal.ClassesAsync(School)).SiteName);
        Assert.Empty(await Portal.Get<IDraftStore>().ListAsync(School, CancellationToken.None));
    }

    [Fact]
    public async Task ChoosingAnotherPlesso_JudgesTheRowsAgain()
    {
        await AddSiteAsync();
        await Portal.LoadAsync(School, Support.Rosters.Class(5), siteId: await SiteAsync("Scuola primaria Calvino"));
        var page = Open();
        page.Find("#load-site").Change("2");
        Upload(page, "Rossi\tLuca\t01/02/2010\talunno\t5\tB");
        Assert.Equal("Riga 2, Plesso", page.Find(".faults a").TextContent);

        page.Find("#load-site").Change("0");

        await page.WaitForAssertionAsync(() => Assert.Empty(page.FindAll(".faults")));
        Assert.Contains("5 B (Scuola primaria Calvino)", page.Find(".notice-warning").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADatabaseThatRefuses_KeepsEveryRow()
    {
        var page = Open();
        Upload(page, "Rossi\tLuca\t01/02/2010\talunno\t5\tB");
        BreakTheDatabase();

        await PressAsync(page, "Salva tutti (1)");

        await page.WaitForAssertionAsync(() => Assert.Contains("nulla è stato registrato", page.Find(".notice-error").TextContent, StringComparison.Ordinal));
        Assert.Equal("Rossi", Value(page, "cell-2-Surname"));
    }

    private static void Upload(IRenderedComponent<LoadClassesPage> page, params string[] lines)
    {
        var text = string.Join("\r\n", lines[0].StartsWith("Cognome", StringComparison.Ordinal) ? lines : [Header, .. lines]);
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText(text, "classi.csv"));
        page.WaitForElement(".sheet tr[data-index]");
    }

    private IRenderedComponent<LoadClassesPage> Open()
    {
        var page = Render<LoadClassesPage>();
        page.WaitForElement("#list-file, #load-site");
        return page;
    }

    private async Task AddSiteAsync()
    {
        await using var context = await Portal.OpenAsync();
        var institute = await context.Set<Institute>().SingleAsync(i => i.Id == School.InstituteId);
        institute.AddSite($"{institute.Code}2", "Scuola primaria Rodari", SchoolType.Primary, "F205");
        await context.SaveChangesAsync();
    }

    private async Task<int> SiteAsync(string name)
    {
        await using var context = await Portal.OpenAsync();
        return await context.Set<SchoolSite>().Where(site => site.InstituteId == School.InstituteId && site.Name == name).Select(site => site.Id).SingleAsync();
    }
}
