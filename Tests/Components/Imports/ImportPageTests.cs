using AngleSharp.Dom;
using Bunit;
using CovidSchoolReporting.App.Features.Imports;
using CovidSchoolReporting.Domain.Drafts;
using CovidSchoolReporting.Domain.Imports;
using CovidSchoolReporting.Domain.Rules;
using CovidSchoolReporting.Tests.Infrastructure.Imports;
using CovidSchoolReporting.Tests.Support;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CovidSchoolReporting.Tests.Components.Imports;

/// <summary>A list on its way from the file to the contacts, over the real domain.</summary>
public sealed class ImportPageTests : ReferentContext
{
    [Fact]
    public async Task AClass_IsShownBeforeAnythingIsSaved()
    {
        var (page, caseId) = await OpenAsync();

        Upload(page, SchoolClass.Copied(SchoolClass.Of(25)));

        Assert.Equal(25, Rows(page).Count);
        Assert.Equal("Bianchetti", Value(page, Cell(2, "Surname")));
        Assert.Contains("Colonne riconosciute: 5 su 5", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Ultimo contatto (righe: 25)", page.Find(".faults").TextContent, StringComparison.Ordinal);
        Assert.Empty((await SheetAsync(caseId)).Contacts);
    }

    [Fact]
    public async Task SharedValues_AreThoseOfTheCaseAndMakeTheClassReady()
    {
        var (page, _) = await OpenAsync();
        Upload(page, SchoolClass.Copied(SchoolClass.Of(25)));

        Press(page, "Riempi le celle vuote");

        Assert.Equal(("5", "B", "20/11/2020"), (Value(page, Cell(2, "ClassName")), Value(page, Cell(26, "Section")), Value(page, Cell(9, "LastContactDate"))));
        Assert.Empty(page.FindAll(".faults"));
        Assert.NotNull(Button(page, "Salva tutti (25)"));
    }

    [Fact]
    public async Task AFaultyCell_SaysWhyAtTheCellAndInTheListUntilItIsMended()
    {
        var (page, _) = await OpenAsync();
        Upload(page, SchoolClass.Copied([SchoolClass.Of(1)[0] with { Phone = "casa" }]));
        Press(page, "Riempi le celle vuote");
        var cell = page.Find($"#{Cell(2, "Phone")}");
        Assert.Equal(("true", "Telefono, riga 2"), (cell.GetAttribute("aria-invalid"), cell.GetAttribute("aria-label")));
        Assert.Contains("Numero di telefono non valido", page.Find($"#{cell.GetAttribute("aria-describedby")}").TextContent, StringComparison.Ordinal);
        Assert.Equal("Riga 2, Telefono", page.Find(".faults a").TextContent);

        cell.Change("3331112223");

        Assert.Equal("333 1112223", Value(page, Cell(2, "Phone")));
        Assert.Null(page.Find($"#{Cell(2, "Phone")}").GetAttribute("aria-invalid"));
        Assert.Empty(page.FindAll(".faults"));
        Press(page, "Annulla modifica");
        Assert.Equal("casa", Value(page, Cell(2, "Phone")));
    }

    [Fact]
    public async Task AColumnWithAnotherMeaning_FillsTheCellsAnewKeepsWhatWasTypedAndIsRemembered()
    {
        var (page, _) = await OpenAsync();
        var list = "Cognome\tNome\tRecapito casa\tNote\r\nRossini\tAnna\t02 1111111\t333 1234567\r\nVerdini\tLuca\t02 2222222\t333 7654321\r\n";
        Upload(page, list);
        page.Find("#meaning-3").Change(nameof(ImportField.Phone));
        page.Find($"#{Cell(2, "Phone")}").Change("347 1111111");

        page.Find("#meaning-2").Change("");

        Assert.Equal(("347 1111111", "333 7654321"), (Value(page, Cell(2, "Phone")), Value(page, Cell(3, "Phone"))));
        var again = Render<ImportPage>(parameters => parameters.Add(p => p.CaseId, NewCase()));
        Upload(again, list);
        Assert.Equal("333 1234567", Value(again, Cell(2, "Phone")));
    }

    [Fact]
    public async Task SavingTheGoodRows_KeepsTheOthersWithTheirReasons()
    {
        var (page, caseId) = await OpenAsync();
        var pupils = SchoolClass.Of(5).ToList();
        pupils[1] = pupils[1] with { Born = "31/02/2010" };
        Upload(page, SchoolClass.Copied(pupils));
        Press(page, "Riempi le celle vuote");

        await PressAsync(page, "Salva le 4 righe corrette e tieni le altre");

        await page.WaitForAssertionAsync(() => Assert.Single(Rows(page)));
        Assert.Contains("Contatti salvati finora: 4. Righe ancora da completare: 1.", page.Markup, StringComparison.Ordinal);
        Assert.Equal("31/02/2010", Value(page, Cell(3, "BirthDate")));
        Assert.Equal(4, (await SheetAsync(caseId)).Contacts.Count);
    }

    [Fact]
    public async Task SavingAll_LeadsToTheContactsAndSaysHowMany()
    {
        var (page, caseId) = await OpenAsync();
        Upload(page, SchoolClass.Copied(SchoolClass.Of(25)));
        Press(page, "Riempi le celle vuote");

        await PressAsync(page, "Salva tutti (25)");

        await page.WaitForAssertionAsync(() => Assert.Equal($"casi/{caseId}/contatti", Place));
        Assert.Contains("salvati: 25", Services.GetRequiredService<App.Features.Cases.ListMessage>().Take(), StringComparison.Ordinal);
        Assert.Equal(25, (await SheetAsync(caseId)).Contacts.Count);
    }

    [Fact]
    public async Task SavingToADatabaseThatRefuses_KeepsEveryRowAndSaysSo()
    {
        var (page, _) = await OpenAsync();
        Upload(page, SchoolClass.Copied(SchoolClass.Of(3)));
        Press(page, "Riempi le celle vuote");
        BreakTheDatabase();

        await PressAsync(page, "Salva tutti (3)");

        await page.WaitForAssertionAsync(() => Assert.Contains("nulla è stato registrato", page.Find(".notice-error").TextContent, StringComparison.Ordinal));
        Assert.Equal(3, Rows(page).Count);
    }

    [Fact]
    public async Task ARefusalThatOnlyTheServerKnows_StaysMarkedAtItsRows()
    {
        var (page, caseId) = await OpenAsync();
        Upload(page, SchoolClass.Copied(SchoolClass.Of(2)));
        Press(page, "Riempi le celle vuote");
        await using (var context = await Portal.OpenAsync())
        {
            await context.Database.ExecuteSqlAsync($"UPDATE Cases SET PositiveSwabDate = '2020-11-24' WHERE Id = {caseId}"); // no news of it
        }

        await PressAsync(page, "Salva tutti (2)");

        await page.WaitForAssertionAsync(() => Assert.Contains("Nulla è stato salvato", page.Find(".notice-error").TextContent, StringComparison.Ordinal));
        Assert.Contains("Da correggere o confermare: 2", page.Find(".faults").TextContent, StringComparison.Ordinal);
        Assert.Contains("In 2 righe, Ultimo contatto", page.Find(".groups").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACaseClosedMeanwhile_KeepsTheRowsToBeReadAndSavesNothing()
    {
        var (page, caseId) = await OpenAsync();
        Upload(page, SchoolClass.Copied(SchoolClass.Of(3)));

        await CloseAsync(caseId);

        await page.WaitForAssertionAsync(() => Assert.Contains("Il caso è stato chiuso", page.Find(".notice-warning").TextContent, StringComparison.Ordinal));
        Assert.Equal(3, Rows(page).Count);
        Assert.True(page.Find(".sheet-save button").HasAttribute("disabled"));
    }

    [Fact]
    public async Task AContactAddedByAColleague_IsMarkedInTheSheet()
    {
        var (page, caseId) = await OpenAsync();
        var pupil = SchoolClass.Of(1)[0];
        Upload(page, SchoolClass.Copied([pupil]));

        await Portal.AddContactAsync(School, caseId, Drafts.Contact(d =>
            (d.Surname, d.Name, d.FiscalCodeUnavailable, d.FiscalCode, d.BirthDate) = (pupil.Surname, pupil.Name, false, pupil.FiscalCode, pupil.Born)));

        await page.WaitForAssertionAsync(() => Assert.Contains("già tra i contatti", page.Find(".faults").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task AWarningInManyRows_IsConfirmedOnceWithOneReason()
    {
        var (page, caseId) = await OpenAsync();
        Upload(page, SchoolClass.Copied(SchoolClass.Of(3)));
        page.Find("#shared-LastContactDate").Change("18/11/20");
        Press(page, "Riempi le celle vuote");
        page.Find(".groups button").Click();
        Press(page, "Confermo");
        Assert.Contains("Indicare il motivo", page.Find("dialog").TextContent, StringComparison.Ordinal);

        page.Find("#confirm-reason-0").Change("Gita di classe");
        Press(page, "Confermo");
        await PressAsync(page, "Salva tutti (3)");

        await page.WaitForAssertionAsync(() => Assert.Equal($"casi/{caseId}/contatti", Place));
        Assert.All(
            (await SheetAsync(caseId)).Contacts,
            contact => Assert.Equal(
                (RuleCodes.LastContactOutsideWindow, "Gita di classe"),
                (Assert.Single(contact.Draft.Confirmations).Code, contact.Draft.Confirmations[0].Reason)));
    }

    [Fact]
    public async Task RowsTakenOut_AreNotSavedAndCanBeBroughtBack()
    {
        var (page, _) = await OpenAsync();
        Upload(page, SchoolClass.Copied(SchoolClass.Of(3)));
        Press(page, "Riempi le celle vuote");

        Command(page, "Togli la riga 3").Click();

        Assert.NotNull(Button(page, "Salva tutti (2)"));
        Assert.Empty(page.FindAll($"#{Cell(3, "Surname")}"));
        Command(page, "Rimetti la riga 3").Click();
        Assert.NotNull(Button(page, "Salva tutti (3)"));
    }

    [Fact]
    public async Task TheFilter_ShowsTheFaultyRowsAndKeepsThemWhileTheyAreMended()
    {
        var (page, _) = await OpenAsync();
        var pupils = SchoolClass.Of(5).ToList();
        pupils[3] = pupils[3] with { Phone = "casa" };
        Upload(page, SchoolClass.Copied(pupils));
        Press(page, "Riempi le celle vuote");

        page.Find("#only-open").Change(true);
        Assert.Equal("casa", Value(page, Cell(5, "Phone")));
        page.Find($"#{Cell(5, "Phone")}").Change("3331112223");

        Assert.Single(Rows(page));
        page.Find("#only-open").Change(false);
        Assert.Equal(5, Rows(page).Count);
    }

    [Fact]
    public async Task AListThatWasLeft_GoesOnWithItsRowsSharedValuesAndMeanings()
    {
        var (page, caseId) = await OpenAsync();
        Upload(page, "Cognome\tNome\tNote\r\nRossini\tAnna\t333 1234567\r\nVerdini\tLuca\t333 7654321\r\n");
        page.Find("#shared-ClassName").Change("4");
        page.Find($"#{Cell(3, "Surname")}").Change("Bianchi");
        Command(page, "Togli la riga 2").Click();
        await page.WaitForAssertionAsync(() => Assert.StartsWith("Bozza salvata", page.Find(".draft-status").TextContent, StringComparison.Ordinal));

        var again = Render<ImportPage>(parameters => parameters.Add(p => p.CaseId, caseId));
        await again.WaitForAssertionAsync(() => Assert.Equal("Bianchi", Value(again, Cell(3, "Surname"))));
        Assert.Contains("Ripresa la bozza", again.Find(".draft .notice-info").TextContent, StringComparison.Ordinal);
        Assert.Equal("4", Value(again, "shared-ClassName"));
        Command(again, "Rimetti la riga 2").Click();
        again.Find("#meaning-2").Change(nameof(ImportField.Phone));

        Assert.Equal(
            ("Rossini", "333 1234567", "333 7654321"), (Value(again, Cell(2, "Surname")), Value(again, Cell(2, "Phone")), Value(again, Cell(3, "Phone"))));
    }

    [Fact]
    public async Task RowsSavedInTheMomentInWhichTheServerDied_AreNotOfferedAgain()
    {
        var (page, caseId) = await OpenAsync();
        Upload(page, SchoolClass.Copied(SchoolClass.Of(2)));
        Press(page, "Riempi le celle vuote");
        var key = DraftKey.ContactImport(caseId);
        await page.WaitForAssertionAsync(() => Assert.Contains("20/11/2020", Kept(key)!.Content, StringComparison.Ordinal));
        var before = Kept(key)!;
        await PressAsync(page, "Salva tutti (2)");
        await page.WaitForAssertionAsync(() => Assert.Equal($"casi/{caseId}/contatti", Place));
        Assert.Null(Kept(key));
        await Portal.Get<IDraftStore>().SaveAsync(School, key, before.Content, 0, CancellationToken.None);

        var again = Render<ImportPage>(parameters => parameters.Add(p => p.CaseId, caseId));

        await again.WaitForAssertionAsync(() => Assert.NotNull(again.Find("#list-file")));
        Assert.Empty(Rows(again));
    }

    [Fact]
    public async Task AFileThatIsNoList_IsRefusedWithASentence()
    {
        var (page, _) = await OpenAsync();

        Upload(page, [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10], "foto.xlsx");

        Assert.Contains("immagine", page.Find(".notice-error").TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.NotNull(page.Find("#paste-box"));
    }

    [Fact]
    public async Task AWorkbookOfTwoSheets_AsksWhichOne()
    {
        var (page, _) = await OpenAsync();

        Upload(page, new Workbook().Sheet("Note", ["Promemoria"]).Sheet("5B", ["Cognome", "Nome"], ["Rossini", "Anna"]).Bytes(), "classi.xlsx");
        await page.InvokeAsync(() => page.FindAll("button").Single(button => button.TextContent.StartsWith("5B:", StringComparison.Ordinal)).Click());

        await page.WaitForAssertionAsync(() => Assert.Equal("Rossini", Value(page, Cell(2, "Surname"))));
    }

    [Fact]
    public async Task AClosedCase_HasNoSuchPage()
    {
        var caseId = await Portal.ReportAsync(School);
        await CloseAsync(caseId);

        Render<ImportPage>(parameters => parameters.Add(p => p.CaseId, caseId));

        Assert.Equal(1, TimesNotFound);
    }

    private static string Cell(int row, string field) => $"cell-{row}-{field}";

    private static IReadOnlyList<IElement> Rows(IRenderedComponent<ImportPage> page) => [.. page.FindAll(".sheet tr[data-index]")];

    private static IElement Command(IRenderedComponent<ImportPage> page, string name) => page.Find($"button[aria-label='{name}']");

    private static void Upload(IRenderedComponent<ImportPage> page, string text) =>
        Upload(page, System.Text.Encoding.UTF8.GetBytes(text), "elenco.csv");

    private static void Upload(IRenderedComponent<ImportPage> page, byte[] bytes, string name)
    {
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary(bytes, name));
        page.WaitForAssertion(() => Assert.True(
            page.FindAll(".sheet tr[data-index], .notice-error, .tables").Count > 0 && page.FindAll("progress").Count == 0));
    }

    private StoredDraft? Kept(DraftKey key) =>
        Portal.Get<IDraftStore>().FindAsync(School, key, CancellationToken.None).GetAwaiter().GetResult();

    private int NewCase() => Portal.ReportAsync(School, Drafts.Case(d => d.Name = "Luigi")).GetAwaiter().GetResult();

    private async Task<(IRenderedComponent<ImportPage> Page, int CaseId)> OpenAsync()
    {
        var caseId = await Portal.ReportAsync(School);
        var page = Render<ImportPage>(parameters => parameters.Add(p => p.CaseId, caseId));
        await page.WaitForAssertionAsync(() => Assert.NotNull(page.Find("#list-file")));
        return (page, caseId);
    }
}
