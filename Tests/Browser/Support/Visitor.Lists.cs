using System.Globalization;
using CovidSchoolReporting.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CovidSchoolReporting.Tests.Browser.Support;

/// <summary>Loading a list of contacts.</summary>
public sealed partial class Visitor
{
    /// <summary>What still asks for an answer in the sheet.</summary>
    public ILocator Faults => Page.Locator(".faults");

    public ILocator SheetCounts => Page.Locator(".sheet-counts");

    /// <summary>A cell of the sheet by its column and the number of its row.</summary>
    public ILocator Cell(string column, int row) => Page.GetByLabel($"{column}, riga {row.ToString(CultureInfo.InvariantCulture)}", new() { Exact = true });

    /// <summary>Puts a text on the clipboard, as another program does, and pastes it where the focus is.</summary>
    /// <param name="into">Takes the focus right before the keys; by default what has it already.</param>
    public async Task PasteAsync(string text, ILocator? into = null)
    {
        await Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await Page.EvaluateAsync("text => navigator.clipboard.writeText(text)", text);
        await (into is null ? Page.Keyboard.PressAsync("Control+V") : into.PressAsync("Control+V"));
    }

    /// <summary>Opens the screen for lists and pastes a class into it.</summary>
    public async Task PasteClassAsync(int caseId, IReadOnlyList<Pupil> pupils)
    {
        await OpenAsync($"/casi/{caseId}/contatti/elenco");
        await PasteListAsync(pupils);
    }

    /// <summary>Pastes a class into the screen for lists that is open.</summary>
    public async Task PasteListAsync(IReadOnlyList<Pupil> pupils)
    {
        _traces.Remember([.. pupils.Take(50).SelectMany(pupil => new[] { pupil.Surname, pupil.FiscalCode, pupil.Phone })]);
        await PasteAsync(SchoolClass.Copied(pupils), Field("Righe copiate da Excel, LibreOffice o da una pagina web"));
        await Expect(Cell("Cognome", 2)).ToBeVisibleAsync();
    }
}
