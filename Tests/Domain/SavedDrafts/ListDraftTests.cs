using CovidSchoolReporting.Domain.Drafts;

namespace CovidSchoolReporting.Tests.Domain.SavedDrafts;

public sealed class ListDraftTests
{
    [Fact]
    public void Read_WhatWasWritten_IsTheSame()
    {
        var draft = new ListDraft(Guid.NewGuid(), "[[\"D’Aquà\",\"\"]]", new Dictionary<string, string> { ["cell-3-Name"] = "An" });

        var read = ListDraft.Read(Stored(DraftKey.ContactImport(1), draft.Write()))!;

        Assert.Equal((draft.Tab, draft.Rows, "An"), (read.Tab, read.Rows, Assert.Single(read.Cells).Value));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[1]")]
    public void Read_SomethingElse_IsNothing(string content) =>
        Assert.Null(ListDraft.Read(Stored(DraftKey.RosterImport, content)));

    [Fact]
    public void Read_AForm_IsNothing() =>
        Assert.Null(ListDraft.Read(Stored(DraftKey.OfCase(1), new ListDraft(Guid.NewGuid(), "", new Dictionary<string, string>()).Write())));

    [Fact]
    public void Write_AMillionCharactersOfRows_HasRoom() => Assert.InRange(
        new ListDraft(Guid.NewGuid(), new string('"', 1_000_000), new Dictionary<string, string>()).Write().Length, 1, DraftKey.RosterImport.ContentLimit);

    [Fact]
    public void With_TooLongOrTooManyCells_CutsThem()
    {
        var fields = Enumerable.Range(0, 600).ToDictionary(n => $"cell-{n}-Name", _ => new string('x', 600));
        fields[new string('n', 101)] = "x";

        var cells = new ListDraft(Guid.NewGuid(), "", new Dictionary<string, string>()).With(fields).Cells;

        Assert.Equal(500, cells.Count);
        Assert.All(cells, cell => Assert.Equal((true, ListDraft.CellMaxLength), (cell.Key.StartsWith("cell", StringComparison.Ordinal), cell.Value.Length)));
    }

    private static StoredDraft Stored(DraftKey key, string content) => new(key, content, default, 1);
}
