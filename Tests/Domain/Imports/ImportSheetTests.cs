using System.Text.Json;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Imports;
using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Domain.Rules;
using CovidSchoolReporting.Tests.Domain.Cases;

namespace CovidSchoolReporting.Tests.Domain.Imports;

public sealed class ImportSheetTests
{
    [Fact]
    public void Counts_OfRowsOfEachKind_TellThemApart()
    {
        var sheet = ImportSheets.Of(
            ImportSheets.Target(), _ => { }, d => d.Phone = "casa", d => d.LastContactDate = "18/11/2020", _ => { });

        sheet.Remove(4);

        Assert.Equal(new SheetCounts(1, 1, 1, 1), sheet.Counts);
        Assert.Equal([RowState.Good, RowState.Wrong, RowState.Warned, RowState.Removed], sheet.Rows.Select(row => row.State));
        Assert.Equal((nameof(PersonDraft.Phone), RuleCodes.NotAPhone), Assert.Single(sheet.Row(2).Open.Select(f => (f.Field, f.Code))));
    }

    [Fact]
    public void Set_ACell_IsTidiedAndJudgedAndCanBeTakenBackAndAgain()
    {
        var sheet = ImportSheets.Of(ImportSheets.Target(), d => d.BirthDate = "boh");
        var changes = 0;
        sheet.Changed += () => changes++;

        sheet.Set(1, nameof(PersonDraft.BirthDate), "13/1/10");

        Assert.Equal(("13/01/2010", RowState.Good), (sheet.Cell(1, nameof(PersonDraft.BirthDate)), sheet.Row(1).State));
        sheet.Undo();
        Assert.Equal(("boh", RowState.Wrong, false), (sheet.Cell(1, nameof(PersonDraft.BirthDate)), sheet.Row(1).State, sheet.CanUndo));
        sheet.Redo();
        Assert.Equal(("13/01/2010", RowState.Good, false), (sheet.Cell(1, nameof(PersonDraft.BirthDate)), sheet.Row(1).State, sheet.CanRedo));
        Assert.Equal(3, changes);
    }

    [Fact]
    public void Set_TheSameText_IsNoStep()
    {
        var sheet = ImportSheets.Of(1);

        sheet.Set(1, nameof(PersonDraft.Name), "Valerio");
        sheet.Set(1, nameof(PersonDraft.BirthDate), "13-1-10"); // The same day in another writing.

        Assert.False(sheet.CanUndo);
    }

    [Fact]
    public void Set_AnotherCode_TakesAlongWhatTheOneBeforeFilledIn()
    {
        var sheet = ImportSheets.Of(ImportSheets.Target(), d =>
        {
            d.HasCode("");
            (d.Surname, d.Name, d.BirthDate) = ("Rossi", "Mario", "");
        });

        sheet.Set(1, nameof(PersonDraft.FiscalCode), "rssmra10c01f205i");
        Assert.Equal(("01/03/2010", nameof(Sex.Male)), (sheet.Cell(1, nameof(PersonDraft.BirthDate)), sheet.Cell(1, nameof(PersonDraft.Sex))));
        sheet.Set(1, nameof(PersonDraft.FiscalCode), Rulebook.Completed("RSSMRA10C42F205"));

        Assert.Equal(("02/03/2010", nameof(Sex.Female)), (sheet.Cell(1, nameof(PersonDraft.BirthDate)), sheet.Cell(1, nameof(PersonDraft.Sex))));
    }

    [Fact]
    public void Set_AReasonBesideAnEmptyCode_StandsForIt()
    {
        var sheet = ImportSheets.Of(ImportSheets.Target(), d => d.HasCode(""));
        Assert.Equal(RowState.Wrong, sheet.Row(1).State);

        sheet.Set(1, nameof(PersonDraft.FiscalCodeUnavailableReason), "Arrivata da poco");

        Assert.Equal((RowState.Good, true), (sheet.Row(1).State, sheet.Row(1).Draft.FiscalCodeUnavailable));
    }

    [Fact]
    public void Paste_ABlock_WritesAsFarAsThereAreRowsAndColumnsAndIsOneStep()
    {
        var sheet = ImportSheets.Of(3);

        sheet.Paste([2, 3], nameof(PersonDraft.ClassName), [["1", "A", "milano"], ["2", "C"], ["3", "D"]]);

        Assert.Equal("5", sheet.Cell(1, nameof(PersonDraft.ClassName)));
        Assert.Equal(
            ["1", "A", "Milano (MI)"],
            ((string[])[nameof(PersonDraft.ClassName), nameof(PersonDraft.Section), nameof(PersonDraft.Domicile)]).Select(f => sheet.Cell(2, f)));
        Assert.Equal(("2", "C"), (sheet.Cell(3, nameof(PersonDraft.ClassName)), sheet.Cell(3, nameof(PersonDraft.Section))));
        sheet.Undo();
        Assert.Equal(("5", "5", false), (sheet.Cell(2, nameof(PersonDraft.ClassName)), sheet.Cell(3, nameof(PersonDraft.ClassName)), sheet.CanUndo));
    }

    [Theory]
    [InlineData(false, "5", "B")]
    [InlineData(true, "2", "B")]
    public void Fill_SharedValues_FillsTheEmptyCellsOrAll(bool overwrite, string ofFilled, string section)
    {
        var sheet = ImportSheets.Of(ImportSheets.Target(), _ => { }, d => d.ClassName = "", _ => { });
        sheet.Remove(3);

        sheet.Fill(new Dictionary<string, string> { [nameof(PersonDraft.ClassName)] = "2", [nameof(PersonDraft.Section)] = " " }, overwrite);

        Assert.Equal((ofFilled, "2", "5"), (sheet.Cell(1, nameof(PersonDraft.ClassName)), sheet.Cell(2, nameof(PersonDraft.ClassName)), sheet.Cell(3, nameof(PersonDraft.ClassName))));
        Assert.Equal(section, sheet.Cell(2, nameof(PersonDraft.Section)));
        sheet.Undo();
        Assert.Equal(("5", ""), (sheet.Cell(1, nameof(PersonDraft.ClassName)), sheet.Cell(2, nameof(PersonDraft.ClassName))));
    }

    [Fact]
    public void Row_OfAPersonWhoStandsAbove_IsMarkedUntilOneOfTheTwoChanges()
    {
        var sheet = ImportSheets.Of(ImportSheets.Target(), d => d.Surname = "Valeri", _ => { }, d => d.Surname = "VALERI");
        Assert.Equal((RowState.Good, RowState.Warned), (sheet.Row(1).State, sheet.Row(3).State));
        Assert.Contains("riga 1", Assert.Single(sheet.Row(3).Open, f => f.Code == RuleCodes.SameAsRow).Message, StringComparison.Ordinal);

        sheet.Remove(1);
        Assert.Equal(RowState.Good, sheet.Row(3).State);
        sheet.Remove(1, removed: false);
        Assert.Equal(RowState.Warned, sheet.Row(3).State);
        sheet.Set(1, nameof(PersonDraft.BirthDate), "14/01/2010");

        Assert.Equal(RowState.Good, sheet.Row(3).State);
    }

    [Fact]
    public void Rows_OfTheCaseAndOfAContact_AreMarked()
    {
        var setting = Rulebook.NoOthers with { Others = [Rulebook.Person("Neri", "Anna", new DateOnly(2010, 5, 5))] };

        var sheet = ImportSheets.Of(
            ImportSheets.Target(setting),
            d => (d.Surname, d.Name, d.BirthDate) = ("Rossi", "Mario", "01/03/2010"),
            d => (d.Surname, d.Name, d.BirthDate) = ("Neri", "Anna", "05/05/2010"));

        Assert.Equal([RuleCodes.SameAsCase, RuleCodes.SameAsContact], sheet.Rows.SelectMany(row => row.Open).Select(f => f.Code));
    }

    [Fact]
    public void ConfirmAll_AWarningWithReason_MakesTheRowsReadyAndIsOneStep()
    {
        var sheet = ImportSheets.Of(
            ImportSheets.Target(), d => d.LastContactDate = "18/11/2020", _ => { }, d => d.LastContactDate = "17/11/2020");

        sheet.ConfirmAll(new ConfirmedWarning(RuleCodes.LastContactOutsideWindow, nameof(ContactDraft.LastContactDate), "Gita di classe"));

        Assert.Equal((3, "Gita di classe"), (sheet.Counts.Good, Assert.Single(sheet.Row(3).Draft.Confirmations).Reason));
        Assert.Empty(sheet.Row(2).Draft.Confirmations);
        sheet.Undo();
        Assert.Equal(2, sheet.Counts.Warned);
    }

    [Fact]
    public void Confirm_WithoutTheReasonAskedFor_ConfirmsNothing()
    {
        var sheet = ImportSheets.Of(ImportSheets.Target(), d => d.LastContactDate = "18/11/2020");

        sheet.Confirm(1, [new ConfirmedWarning(RuleCodes.LastContactOutsideWindow, nameof(ContactDraft.LastContactDate), " ")]);

        Assert.Equal(RowState.Warned, sheet.Row(1).State);
    }

    [Theory]
    [InlineData(nameof(PersonDraft.Phone), "02 7654321", RowState.Good)]
    [InlineData(nameof(ContactDraft.LastContactDate), "17/11/2020", RowState.Warned)]
    public void Set_AfterAConfirmation_OpensItAgainOnlyWhenItWasJudgedByThatCell(string field, string text, RowState state)
    {
        var sheet = ImportSheets.Of(ImportSheets.Target(), d => d.LastContactDate = "18/11/2020");
        sheet.Confirm(1, [new ConfirmedWarning(RuleCodes.LastContactOutsideWindow, nameof(ContactDraft.LastContactDate), "Gita")]);

        sheet.Set(1, field, text);

        Assert.Equal(state, sheet.Row(1).State);
    }

    [Fact]
    public void State_KeptAsJson_ResumesCellByCell()
    {
        var sheet = ImportSheets.Of(ImportSheets.Target(), d => d.LastContactDate = "18/11/2020", d => d.Phone = "casa", _ => { });
        sheet.Remove(3);
        sheet.Confirm(1, [new ConfirmedWarning(RuleCodes.LastContactOutsideWindow, nameof(ContactDraft.LastContactDate), "Gita")]);

        var kept = JsonSerializer.Deserialize<ImportSheetState>(JsonSerializer.Serialize(sheet.State))!;
        var resumed = ImportSheet.Resume(ImportSheets.Target(), kept);

        Assert.Equal(sheet.Counts, resumed.Counts);
        Assert.Equal(
            sheet.Rows.Select(row => (row.Number, row.Content.RequestKey, string.Join('|', row.Content.Cells))),
            resumed.Rows.Select(row => (row.Number, row.Content.RequestKey, string.Join('|', row.Content.Cells))));
        Assert.Equal(sheet.Row(1).Content.Confirmations.AsEnumerable(), resumed.Row(1).Content.Confirmations.AsEnumerable());
    }

    [Fact]
    public void State_WithColumnsThatHaveMoved_FindsItsOwn()
    {
        var sheet = ImportSheets.Of(1);
        var state = sheet.State;

        var resumed = ImportSheet.Resume(ImportSheets.Target(), new ImportSheetState(
            [.. state.Fields.Reverse().Append("Gone")],
            [.. state.Rows.Select(row => row with { Cells = [.. row.Cells.Reverse().Append("x")] })]));

        Assert.Equal(sheet.Row(1).Content.Cells.AsEnumerable(), resumed.Row(1).Content.Cells.AsEnumerable());
    }

    [Fact]
    public async Task Save_WithFaultyRows_TakesTheGoodOnesAndForgetsTheSteps()
    {
        var covidCase = Entities.OpenCase();
        var sheet = ImportSheets.Of(ImportSheets.Target(covidCase: covidCase), _ => { }, d => d.Phone = "casa", _ => { });
        sheet.Set(1, nameof(PersonDraft.Section), "C");

        var outcome = await sheet.SaveAsync(Entities.Referent, CancellationToken.None);

        Assert.Equal(new SaveManyOutcome.Saved(2), outcome);
        Assert.Equal([2], sheet.Rows.Select(row => row.Number));
        Assert.Equal((new SheetCounts(0, 0, 1, 0), false), (sheet.Counts, sheet.CanUndo));
        Assert.Equal(["C", "B"], covidCase.Contacts.Select(contact => contact.Section));
    }

    [Fact]
    public async Task Save_Refused_ShowsWhyAndKeepsEveryRow()
    {
        var covidCase = Entities.OpenCase();
        covidCase.AddContact(d => d.Surname = "Valeri Ab"); // The sheet was made before.
        var sheet = ImportSheets.Of(2, covidCase: covidCase);

        var outcome = await sheet.SaveAsync(Entities.Referent, CancellationToken.None);

        Assert.IsType<SaveManyOutcome.Refused>(outcome);
        Assert.Equal([RuleCodes.SameAsContact], sheet.Row(1).Open.Select(f => f.Code));
        Assert.Equal((2, 1), (sheet.Rows.Count, covidCase.Contacts.Count));
    }

    [Fact]
    public async Task JudgeAgain_AfterARefusal_KeepsItUntilTheRowIsChanged()
    {
        var covidCase = Entities.OpenCase();
        var sheet = ImportSheets.Of(2, covidCase: covidCase);
        covidCase.AddContact(d => (d.RequestKey, d.Surname) = (sheet.Row(1).Content.RequestKey, "Bruni"));
        await sheet.SaveAsync(Entities.Referent, CancellationToken.None);

        sheet.JudgeAgain();

        Assert.Equal([RuleCodes.SavedOtherwise], sheet.Row(1).Open.Select(f => f.Code));
        Assert.Equal(new SheetCounts(1, 0, 1, 0), sheet.Counts);
        sheet.Set(1, nameof(PersonDraft.Phone), "02 1234567");
        Assert.Empty(sheet.Row(1).Open);
    }
}
