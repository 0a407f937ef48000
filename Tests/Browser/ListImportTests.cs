using System.Diagnostics;
using CovidSchoolReporting.Tests.Browser.Support;
using CovidSchoolReporting.Tests.Infrastructure.Imports;
using CovidSchoolReporting.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CovidSchoolReporting.Tests.Browser;

/// <summary>A class is pasted, put right in place, and saved.</summary>
public sealed class ListImportTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    /// <summary>Keys and clicks that a class of 25 may cost beside the pasting, until the agency has it.</summary>
    private const int MostEffort = 40;

    [Fact]
    public async Task AClassOf25WithFiveFaults_IsMendedSavedAndSentWithFewHandMoves()
    {
        var school = await Fixture.NewSchoolAsync();
        var caseId = await school.HasCaseAsync();
        var right = SchoolClass.Of(25);
        var pupils = right.ToList();
        pupils[2] = right[2] with { FiscalCode = right[2].FiscalCode[..^1] + (right[2].FiscalCode[^1] == 'A' ? 'B' : 'A') };
        pupils[6] = right[6] with { Born = "31/02/2010" };
        pupils[11] = right[11] with { Phone = "333 1OOO011" };
        pupils[15] = right[15] with { Surname = right[15].Surname + "2" };
        pupils.Add(right[4]);
        var referent = await ReferentOfAsync(school, $"/casi/{caseId}/contatti");
        var effort = await Effort.BeginAsync(referent);
        var watch = Stopwatch.StartNew();
        await referent.Link("Incolla o carica un elenco").ClickAsync();
        var box = referent.Field("Righe copiate da Excel, LibreOffice o da una pagina web");
        await box.ClickAsync();
        await referent.PasteAsync(SchoolClass.Copied(pupils));
        await referent.Button("Riempi le celle vuote").ClickAsync();
        await Expect(referent.Faults.GetByRole(AriaRole.Link)).ToHaveCountAsync(5);

        await ToFaultAsync(referent, "Riga 4, Codice fiscale");
        await PressAsync(referent, "End", "Backspace", right[2].FiscalCode[^1..], "Enter");
        await ToFaultAsync(referent, "Riga 8, Data di nascita");
        await PressAsync(referent, [.. right[6].Born.Select(letter => $"{letter}"), "Enter"]);
        await ToFaultAsync(referent, "Riga 13, Telefono");
        await PressAsync(referent, "End", "ArrowLeft", "ArrowLeft", "ArrowLeft", "Backspace", "Backspace", "Backspace", "Enter");
        await ToFaultAsync(referent, "Riga 17, Cognome");
        await PressAsync(referent, "End", "Backspace", "Enter");
        await ToFaultAsync(referent, "Riga 27, Cognome");
        await referent.Button("Togli la riga 27").ClickAsync();
        await referent.Button("Salva tutti (25)").ClickAsync();

        await Expect(referent.Notices.First).ToContainTextAsync("I contatti dell'elenco sono stati salvati: 25");
        await Expect(referent.Page.Locator("table.data tbody tr")).ToHaveCountAsync(25);
        await referent.Link("Fine inserimento contatti. Torna all'elenco dei casi.").ClickAsync();
        await referent.CloseAndSendAsync(caseId);
        var (keys, clicks) = await effort.SoFarAsync();
        keys--; // The pasting itself.
        TestContext.Current.TestOutputHelper!.WriteLine($"{keys} keys and {clicks} clicks, {watch.Elapsed.TotalSeconds:0.0} s");
        Assert.InRange(keys + clicks, 10, MostEffort);
        var contacts = (await school.SheetAsync(caseId)).Contacts;
        Assert.Equal(right.Select(pupil => pupil.FiscalCode), contacts.Select(contact => contact.Draft.FiscalCode));
        Assert.Equal(right.Select(pupil => pupil.Surname), contacts.Select(contact => contact.Draft.Surname));
    }

    [Fact]
    public async Task WithoutAMouse_AClassIsMendedAndSavedWithFewKeys()
    {
        var school = await Fixture.NewSchoolAsync();
        var caseId = await school.HasCaseAsync();
        var right = SchoolClass.Of(25);
        var pupils = right.ToList();
        pupils[6] = right[6] with { Born = "31/02/2010" };
        pupils[24] = right[24] with { Surname = right[24].Surname + "2" };
        var referent = await ReferentOfAsync(school, $"/casi/{caseId}/contatti");
        var keys = new Keyboard(referent);
        var effort = await Effort.BeginAsync(referent);
        await keys.TabAndPressAsync("Incolla o carica un elenco");
        await keys.ArriveAsync("Incolla o carica un elenco");
        await keys.TabToAsync("Righe copiate da Excel, LibreOffice o da una pagina web");
        await referent.PasteAsync(SchoolClass.Copied(pupils));
        await Expect(referent.Page.Locator("h2:focus")).ToHaveCountAsync(1); // What was read takes the focus: Tab goes on from there.
        await keys.TabAndPressAsync("Riempi le celle vuote");
        await Expect(referent.Faults.GetByRole(AriaRole.Link)).ToHaveCountAsync(2);

        await keys.TabAndPressAsync("Riga 8, Data di nascita");
        await Expect(referent.Cell("Data di nascita", 8)).ToBeFocusedAsync();
        await PressAsync(referent, [.. right[6].Born.Select(letter => $"{letter}"), "Control+ArrowDown"]);
        await Expect(referent.Cell("Cognome", 26)).ToBeFocusedAsync();
        await PressAsync(referent, "End", "Backspace", "Enter"); // The last row: the focus stays, what was typed is sent.
        await Expect(referent.Button("Salva tutti (25)")).ToBeEnabledAsync();
        await PressAsync(referent, "Control+Enter", "Enter");

        await Expect(referent.Notices.First).ToContainTextAsync("salvati: 25");
        var (pressed, clicks) = await effort.SoFarAsync();
        pressed--; // The pasting itself.
        TestContext.Current.TestOutputHelper!.WriteLine($"{pressed} keys");
        Assert.Equal(0, clicks);
        Assert.InRange(pressed, 10, MostEffort);
        Assert.Equal(right.Select(pupil => pupil.Surname), (await school.SheetAsync(caseId)).Contacts.Select(contact => contact.Draft.Surname));
    }

    [Fact]
    public async Task AThousandPastedRows_KeepTheConnectionAndAreAllSaved()
    {
        var school = await Fixture.NewSchoolAsync();
        var caseId = await school.HasCaseAsync();
        var referent = await ReferentOfAsync(school);
        var pupils = SchoolClass.Of(1000);

        await referent.PasteClassAsync(caseId, [.. pupils.Select(pupil => pupil with { Phone = pupil.Phone + new string(' ', 120) })]);
        await Expect(referent.SheetCounts).ToContainTextAsync("1000");
        await referent.Button("Riempi le celle vuote").ClickAsync();
        await referent.Button("Salva tutti (1000)").ClickAsync();

        await Expect(referent.Notices.First).ToContainTextAsync("salvati: 1000");
        Assert.Equal(1000, (await school.SheetAsync(caseId)).Contacts.Count);
        Assert.Empty(referent.Seen.ScriptErrors);
    }

    [Fact]
    public async Task AListReadWithTheButton_NeedsNoClipboard()
    {
        var school = await Fixture.NewSchoolAsync();
        var caseId = await school.HasCaseAsync();
        var referent = await ReferentOfAsync(school, $"/casi/{caseId}/contatti/elenco");

        var box = referent.Field("Righe copiate da Excel, LibreOffice o da una pagina web");
        await Expect(box).ToHaveAttributeAsync("data-watched", string.Empty); // A list that stood there before is read unasked.
        await box.FillAsync(SchoolClass.Copied(SchoolClass.Of(3)));
        await referent.Button("Leggi l'elenco").ClickAsync();

        await Expect(referent.Cell("Cognome", 4)).ToHaveValueAsync("Ferraresi");
    }

    [Fact]
    public async Task AFile_IsReadAndOneThatIsTooLargeIsRefused()
    {
        var school = await Fixture.NewSchoolAsync();
        var caseId = await school.HasCaseAsync();
        var referent = await ReferentOfAsync(school, $"/casi/{caseId}/contatti/elenco");
        var file = referent.Field("File con l'elenco");

        await file.SetInputFilesAsync(new FilePayload { Name = "classe.csv", MimeType = "text/csv", Buffer = new byte[6 * 1024 * 1024] });
        await Expect(referent.Page.Locator(".notice-error")).ToContainTextAsync("5 MB");
        await file.SetInputFilesAsync(new FilePayload
        {
            Name = "classe.csv",
            MimeType = "text/csv",
            Buffer = System.Text.Encoding.UTF8.GetBytes(SchoolClass.Copied(SchoolClass.Of(3))),
        });

        await Expect(referent.Cell("Cognome", 4)).ToHaveValueAsync("Ferraresi");
    }

    [Fact]
    public async Task TheKeyboard_MovesWritesRestoresAndTakesBack()
    {
        var school = await Fixture.NewSchoolAsync();
        var referent = await ReferentOfAsync(school);
        await referent.PasteClassAsync(await school.HasCaseAsync(), SchoolClass.Of(40));

        await referent.Cell("Nome", 2).FocusAsync();
        await PressAsync(referent, "Enter", "ArrowDown");
        await Expect(referent.Cell("Nome", 4)).ToBeFocusedAsync();
        await PressAsync(referent, "Shift+Enter", "ArrowUp", "Tab", "Shift+Tab", "ArrowLeft");
        await Expect(referent.Cell("Cognome", 2)).ToBeFocusedAsync();
        await referent.Page.Keyboard.TypeAsync("Rossini");
        await PressAsync(referent, "Escape");
        await Expect(referent.Cell("Cognome", 2)).ToHaveValueAsync("Bianchetti");
        await referent.Page.Keyboard.TypeAsync("Rossini");
        await PressAsync(referent, "Enter");
        await Expect(referent.Button("Annulla modifica")).ToBeEnabledAsync();
        await PressAsync(referent, "Control+Z");
        await Expect(referent.Cell("Cognome", 2)).ToHaveValueAsync("Bianchetti");
        await PressAsync(referent, "Control+Y");
        await Expect(referent.Cell("Cognome", 2)).ToHaveValueAsync("Rossini");

        // Rows that are not in the page yet come when they are walked to.
        for (var row = 3; row < 41; row++)
        {
            await PressAsync(referent, "Enter");
            await Expect(referent.Cell("Cognome", row + 1)).ToBeFocusedAsync();
        }

        await Expect(referent.Cell("Cognome", 41)).ToBeInViewportAsync();
    }

    [Fact]
    public async Task SavingWhileACellIsWrittenIn_TakesWhatWasTyped()
    {
        var school = await Fixture.NewSchoolAsync();
        var caseId = await school.HasCaseAsync();
        var referent = await ReferentOfAsync(school);
        var pupils = SchoolClass.Of(3).ToList();
        pupils[2] = pupils[2] with { Phone = "casa" };
        await referent.PasteClassAsync(caseId, pupils);
        await referent.Button("Riempi le celle vuote").ClickAsync();
        await ToFaultAsync(referent, "Riga 4, Telefono");
        await referent.Page.Keyboard.TypeAsync("333 7654321");

        await referent.Button("Salva le 2 righe corrette e tieni le altre").ClickAsync();

        await Expect(referent.Notices.First).ToContainTextAsync("salvati: 3");
        Assert.Equal("333 7654321", (await school.SheetAsync(caseId)).Contacts[2].Draft.Phone);
    }

    [Fact]
    public async Task ABlockPastedOverCells_IsWrittenAndTakenBackAsOneStep()
    {
        var school = await Fixture.NewSchoolAsync();
        var referent = await ReferentOfAsync(school);
        await referent.PasteClassAsync(await school.HasCaseAsync(), SchoolClass.Of(4));

        await referent.Cell("Ruolo", 3).FocusAsync();
        await referent.PasteAsync("Insegnante\t2\tA\r\nbidello\t3\tC\r\n");

        await Expect(referent.Cell("Sezione", 4)).ToHaveValueAsync("C");
        await Expect(referent.Cell("Ruolo", 3)).ToHaveValueAsync("Teacher");
        await Expect(referent.Cell("Ruolo", 4)).ToHaveValueAsync("AuxiliaryStaff");
        await referent.Button("Annulla modifica").ClickAsync();
        await Expect(referent.Cell("Classe", 3)).ToHaveValueAsync("");
        await Expect(referent.Button("Annulla modifica")).ToBeDisabledAsync();
    }

    [Fact]
    public async Task AnotherList_AsksBeforeThisOneIsDeleted()
    {
        var school = await Fixture.NewSchoolAsync();
        var caseId = await school.HasCaseAsync();
        var referent = await ReferentOfAsync(school);
        await referent.PasteClassAsync(caseId, SchoolClass.Of(3));

        await referent.Button("Carica un altro elenco").ClickAsync();
        await Expect(referent.Dialog).ToContainTextAsync("Eliminare questo elenco?");
        await referent.Button("Tieni questo elenco").ClickAsync();
        await Expect(referent.Cell("Cognome", 2)).ToHaveValueAsync("Bianchetti");
        await referent.Button("Carica un altro elenco").ClickAsync();
        await referent.Button("Elimina e carica un altro elenco").ClickAsync();

        await Expect(referent.Field("File con l'elenco")).ToBeVisibleAsync();
        await referent.OpenAsync("/casi");
        await Expect(referent.Page.GetByRole(AriaRole.Region, new() { Name = "Bozze" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task EveryStateOfTheScreen_HindersNobody()
    {
        var school = await Fixture.NewSchoolAsync();
        var caseId = await school.HasCaseAsync();
        var referent = await ReferentOfAsync(school, $"/casi/{caseId}/contatti/elenco");
        var look = new Accessibility(referent);
        await look.LookAtAsync("where the list comes from");
        await referent.Field("File con l'elenco").SetInputFilesAsync(new FilePayload { Name = "x.xlsx", MimeType = "", Buffer = [1, 2, 3] });
        await Expect(referent.Page.Locator(".notice-error")).ToBeVisibleAsync();
        await look.LookAtAsync("a refused file");
        string[] header = ["Cognome", "Nome"];
        var workbook = new Workbook().Sheet("Note", ["Promemoria"]).Sheet("5B", header, ["Rossini", "Anna"]).Sheet("5C", header, ["Verdini", "Luca"]);
        await referent.Field("File con l'elenco").SetInputFilesAsync(new FilePayload { Name = "classi.xlsx", MimeType = "", Buffer = workbook.Bytes() });
        await Expect(referent.Page.GetByText("Il file contiene 3 fogli")).ToBeFocusedAsync();
        await look.LookAtAsync("which of three sheets");
        await referent.Button("5B: 2 righe").ClickAsync();
        await Expect(referent.Cell("Cognome", 2)).ToHaveValueAsync("Rossini");

        var pupils = SchoolClass.Of(25).ToList();
        pupils[1] = pupils[1] with { Phone = "casa" };
        pupils[2] = pupils[0];
        await referent.PasteClassAsync(await school.HasCaseAsync(), pupils);
        await referent.Page.Locator("summary").ClickAsync();
        await look.LookAtAsync("what the columns mean, and the sheet with empty cells");
        await referent.Field("Ultimo contatto").FillAsync("18/11/2020");
        await referent.Button("Riempi le celle vuote").ClickAsync();
        await Expect(referent.Page.Locator(".groups button")).ToBeVisibleAsync();
        await referent.Cell("Telefono", 3).FocusAsync();
        await look.LookAtAsync("faults and warnings");
        await referent.Page.Locator(".groups button").ClickAsync();
        await referent.Dialog.GetByRole(AriaRole.Button, new() { Name = "Confermo" }).ClickAsync();
        await Expect(referent.Dialog).ToContainTextAsync("Indicare il motivo");
        await look.LookAtAsync("the question about a warning");
        await referent.Field("Motivo").FillAsync("Gita di classe");
        await referent.Dialog.GetByRole(AriaRole.Button, new() { Name = "Confermo" }).ClickAsync();
        await referent.Button("Togli la riga 4").ClickAsync();
        await Expect(referent.Button("Rimetti la riga 4")).ToBeVisibleAsync();
        await look.LookAtAsync("a row taken out");
        await referent.Button("Salva le 23 righe corrette e tieni le altre").ClickAsync();
        await Expect(referent.Page.Locator(".notice-success")).ToContainTextAsync("23");
        await look.LookAtAsync("what is left after saving");
        await referent.Cell("Telefono", 3).FillAsync("333 1234567");
        await PressAsync(referent, "Enter");
        await referent.Button("Salva tutti (1)").ClickAsync();
        await Expect(referent.Notices.First).ToContainTextAsync("salvati: 24");
        await look.LookAtAsync("the contacts after saving");
        look.AssertNoFaults();
    }

    private static async Task ToFaultAsync(Visitor referent, string name)
    {
        await referent.Faults.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).First.ClickAsync();
        var (row, column) = (int.Parse(name.Split(' ')[1].TrimEnd(','), System.Globalization.CultureInfo.InvariantCulture), name.Split(", ")[1]);
        await Expect(referent.Cell(column, row)).ToBeFocusedAsync();
    }

    private static async Task PressAsync(Visitor referent, params string[] keys)
    {
        foreach (var key in keys)
        {
            await referent.Page.Keyboard.PressAsync(key);
        }
    }
}
