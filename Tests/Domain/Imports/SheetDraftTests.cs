using CovidSchoolReporting.Domain.Imports;

namespace CovidSchoolReporting.Tests.Domain.Imports;

public sealed class SheetDraftTests
{
    private static readonly Dictionary<string, string> _none = [];

    [Fact]
    public void Read_WhatWasWritten_IsTheSame()
    {
        var sheet = new ImportSheetState(["Surname", "Name"], [new RowContent(2, Guid.NewGuid(), ["D’Aquà", ""]) { IsRemoved = true }]);
        var written = new SheetDraft(sheet, Table("333 1234567"), new Dictionary<string, string> { ["ClassName"] = "5" }, SiteId: 7);

        var read = SheetDraft.Read(written.Write())!;

        Assert.Equal((sheet.ListKey, 7, "5"), (read.Sheet.ListKey, read.SiteId, read.Shared["ClassName"]));
        Assert.True(read.Sheet.Rows[0].SaysTheSameAs(sheet.Rows[0]));
        Assert.Equal((sheet.Rows[0].RequestKey, 2), (read.Sheet.Rows[0].RequestKey, read.Sheet.Rows[0].Number));
        Assert.Equal((ImportField.Phone, "333 1234567"), (read.Table!.Columns[0].Field, read.Table.Rows[0].Cells[0]));
    }

    [Fact]
    public void Write_ATableBeyondTheRoom_KeepsTheRowsWithoutIt()
    {
        var sheet = new ImportSheetState(["Surname"], [new RowContent(2, Guid.NewGuid(), ["Rossini"])]);

        var read = SheetDraft.Read(new SheetDraft(sheet, Table(new string('x', 3_000_000)), _none).Write())!;

        Assert.Equal((null, "Rossini"), (read.Table, read.Sheet.Rows[0].Cells[0]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("una riga")]
    [InlineData("{\"Sheet\":{\"Fields\":[],\"Rows\":[{\"Number\":2}]},\"Shared\":{}}")]
    public void Read_SomethingElse_IsNothing(string text) => Assert.Null(SheetDraft.Read(text));

    private static RecognisedTable Table(string cell) => new()
    {
        Name = "",
        HeaderRow = 1,
        Columns = [new SourceColumn(0, "Telefono", ImportField.Phone)],
        Rows = [new SourceRow(2, [cell])],
    };
}
