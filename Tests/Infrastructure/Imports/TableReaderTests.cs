using System.Globalization;
using CovidSchoolReporting.Domain.Imports;

namespace CovidSchoolReporting.Tests.Infrastructure.Imports;

public sealed class TableReaderTests
{
    public static TheoryData<string> Files => [.. OddFiles.All.Keys];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task ReadFile_OddFile_IsReadOrRefusedWithASentence(string what)
    {
        var file = OddFiles.All[what];

        var reading = await Lists.ReadAsync(file.Bytes, file.Name);

        if (file.Refused is { } why)
        {
            var refused = Assert.IsType<TableReading.Refused>(reading);
            Assert.Equal(why, refused.Reason);
            Assert.Contains(file.Shown, refused.Message, StringComparison.Ordinal);
        }
        else
        {
            var read = Assert.IsType<TableReading.Read>(reading);
            Assert.Equal(file.Shown, Lists.Show(Assert.Single(read.Tables)));
        }
    }

    [Fact]
    public void OddFiles_AreMoreThanForty() => Assert.True(OddFiles.All.Count >= 40, $"{OddFiles.All.Count}");

    [Theory]
    [InlineData("CSV under the name of a workbook", ".xlsx")]
    [InlineData("workbook under the name of a CSV", ".csv")]
    [InlineData("workbook under the name of an old one", ".xls")]
    public async Task ReadFile_OtherThanItsName_SaysSo(string what, string ending)
    {
        var file = OddFiles.All[what];

        var notice = Assert.IsType<TableReading.Read>(await Lists.ReadAsync(file.Bytes, file.Name)).Notice;

        Assert.Equal(ImportNoticeKind.OtherThanItsName, notice?.Kind);
        Assert.Contains(ending, notice!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadFile_NamedAsItIs_SaysNothing()
    {
        var reading = await Lists.ReadAsync(OddFiles.All["separator ;"].Bytes, "elenco.csv");

        Assert.Null(Assert.IsType<TableReading.Read>(reading).Notice);
    }

    [Fact]
    public async Task ReadFile_ThreeSheets_GivesThreeTablesWithTheirNames()
    {
        var book = new Workbook().Sheet("1A", ["Cognome"]).Sheet("1B", ["Nome"]).Sheet("1C", ["Classe"]);

        var tables = await Lists.TablesAsync(book.Bytes());

        Assert.Equal(["1A", "1B", "1C"], tables.Select(table => table.Name));
    }

    [Fact]
    public async Task ReadFile_ThousandRowsInBothFormats_GivesAll()
    {
        string[][] rows = [.. Enumerable.Range(1, 1_000).Select(i => new[] { $"Rossi{i}", "Mario" })];

        var fromBook = await Lists.TablesAsync(new Workbook().Sheet("A", rows).Bytes());
        var fromText = await Lists.TablesAsync(Lists.Utf8(string.Concat(rows.Select(row => $"{row[0]};{row[1]}\n"))), "elenco.csv");

        Assert.Equal(rows, fromBook[0].Rows);
        Assert.Equal(rows, fromText[0].Rows);
    }

    [Theory]
    [InlineData("workbook")]
    [InlineData("class merged down its rows")]
    [InlineData("old workbook")]
    [InlineData("quoted line break")]
    [InlineData("UTF-16 little endian")]
    public async Task ReadFile_DamagedAnywhere_IsReadOrRefusedAndNeverThrows(string what)
    {
        var sound = OddFiles.All[what];
        var random = new Random(20201125);
        for (var i = 0; i < 200; i++)
        {
            var damaged = sound.Bytes[..(i % 2 == 0 ? sound.Bytes.Length : random.Next(sound.Bytes.Length))];
            for (var hits = random.Next(1, 6); hits > 0 && damaged.Length > 0; hits--)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }

            Assert.NotNull(await Lists.ReadAsync(damaged, sound.Name));
        }
    }

    [Theory]
    [InlineData("Cognome\tNome\r\nRossi\tMario\r\n", "Cognome|Nome / Rossi|Mario")]
    [InlineData("Rossi\t\"Via Roma 1\r\nMilano\"\t333\r\n", "Rossi|Via Roma 1\r\\nMilano|333")]
    [InlineData("Rossi\t\"detto \"\"Lino\"\"\"\t333\n", "Rossi|detto \"Lino\"|333")]
    [InlineData("Rossi\tscala \"B\"\t333\n", "Rossi|scala \"B\"|333")]
    [InlineData("Rossi\t\"scala B\t333\nVerdi\tvia\t334\n", "Rossi|\"scala B|333 / Verdi|via|334")]
    [InlineData("Cognome;Nome\nRossi;Mario", "Cognome|Nome / Rossi|Mario")]
    [InlineData("Rossi Mario\nVerdi Ugo", "Rossi Mario / Verdi Ugo")]
    [InlineData("Rossi, Mario\t1,5\nVerdi, Ugo\t2,5", "Rossi, Mario|1,5 / Verdi, Ugo|2,5")]
    public void ReadPasted_AsProgramsPutItOnTheClipboard_GivesItsCells(string text, string shown)
    {
        var read = Assert.IsType<TableReading.Read>(Lists.Reader.ReadPasted(text));

        Assert.Equal(shown, Lists.Show(Assert.Single(read.Tables)));
    }

    [Theory]
    [InlineData("", ImportRefusal.Empty)]
    [InlineData("  \r\n \t ", ImportRefusal.Empty)]
    [InlineData("Rossi\t\u0002", ImportRefusal.NotText)]
    public void ReadPasted_Nothing_IsRefused(string text, ImportRefusal why) =>
        Assert.Equal(why, Assert.IsType<TableReading.Refused>(Lists.Reader.ReadPasted(text)).Reason);

    [Fact]
    public void ReadPasted_MoreThanTheLimit_IsRefused() => Assert.Equal(
        ImportRefusal.TooLarge,
        Assert.IsType<TableReading.Refused>(Lists.Reader.ReadPasted(new string('à', (ImportLimits.Bytes / 2) + 1))).Reason);

    [Theory]
    [InlineData("it")]
    [InlineData("en")]
    public void Refusals_All_HaveASentence(string language)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        object[] values = [1, 2, 3];

        Assert.All(Enum.GetValues<ImportRefusal>(), refusal => Assert.NotEmpty(new TableReading.Refused(refusal, values).Message));
        Assert.All(Enum.GetValues<ImportNoticeKind>(), kind => Assert.NotEmpty(new ImportNotice(kind, 1, ".xls").Message));
        Assert.All(Enum.GetValues<ImportField>(), field => Assert.NotEmpty(ImportTexts.Name(field)));
        Assert.Equal([false, true, true], Enum.GetValues<RowShape>().Select(shape => ImportTexts.Say(shape) is not null));
    }
}
