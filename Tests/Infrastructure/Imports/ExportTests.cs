using System.Text;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Imports;
using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Infrastructure.Imports;
using CovidSchoolReporting.Tests.Domain.Imports;
using CovidSchoolReporting.Tests.Support;

namespace CovidSchoolReporting.Tests.Infrastructure.Imports;

/// <summary>What the portal gives out comes back as it was, and does nothing where a spreadsheet opens it.</summary>
public sealed class ExportTests
{
    public static TheoryData<string> Formats => ["csv", "xlsx"];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Export_ReadAgain_GivesTheSameContacts(string format)
    {
        ContactDraft[] contacts =
        [
            Drafts.Contact(),
            Drafts.Contact(d => (d.Surname, d.Name, d.Role, d.Sex) = ("D'ANGELÒ", "maria grazia", PersonRole.SupportTeacher, Sex.Female)),
            Drafts.Contact(d => (d.FiscalCode, d.FiscalCodeUnavailable, d.FiscalCodeUnavailableReason, d.Sex) = (Drafts.MarioRossi, false, "", Sex.Male)),
            Drafts.Contact(d => (d.Address, d.ClassName, d.Section) = ("=HYPERLINK(\"http://x\";1+1)", "1^", "Sez. Verde")),
            Drafts.Contact(d => (d.Address, d.Phone) = ("'-via \"Roma\", 1", "+493012345678")),
            Drafts.Contact(d => (d.Address, d.Role) = ("@piazza; 2", PersonRole.OtherStaff)),
        ];

        var tables = await Lists.TablesAsync(Write(ContactTable.Of(contacts), format), $"contatti.{format}");

        var table = Assert.IsType<TableRecognition.Recognised>(Recogniser.New().Recognise(Assert.Single(tables))).Table;
        Assert.True(table.IsOwnExport);
        Assert.Equal(contacts.Select(Say), table.Rows.Select(row => Say(Recogniser.Rows.Read(table, row).Draft)));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Template_AsItIs_HasEveryColumnAndNobody(string format)
    {
        var tables = await Lists.TablesAsync(Write(ContactTable.Template, format), $"modello.{format}");

        Assert.Equal(ImportRefusal.OnlyHeaders, Assert.IsType<TableRecognition.Refused>(Recogniser.New().Recognise(Assert.Single(tables))).Reason);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Template_FilledIn_IsReadAsTheFormWould(string format)
    {
        IReadOnlyList<string> row = ["Studente", "5^", "Sez. B", "ROSSI", "mario", "", "in attesa", "01/03/2010", "M", "Milano (MI)", "", "333 1234567", "20/11/2020"];

        var tables = await Lists.TablesAsync(Write(new SourceTable("Contatti", [.. ContactTable.Template.Rows, row]), format), $"modello.{format}");

        var table = Assert.IsType<TableRecognition.Recognised>(Recogniser.New().Recognise(tables[0])).Table;
        var draft = Recogniser.Rows.Read(table, table.Rows[0]).Draft;
        Assert.Equal(("Rossi", "Mario", "5", "B", "Milano (MI)", "20/11/2020"), (draft.Surname, draft.Name, draft.ClassName, draft.Section, draft.Domicile, draft.LastContactDate));
        Assert.True(draft.FiscalCodeUnavailable);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+39 333")]
    [InlineData("-5")]
    [InlineData("@SUM(A1)")]
    [InlineData("\tx")]
    [InlineData("\rx")]
    [InlineData("'=1+1")]
    [InlineData("＝1+1")]
    public async Task Csv_DangerousText_IsWrittenAsTextAndReadAsItWas(string text)
    {
        var bytes = TableWriter.Csv(new SourceTable("", [["Cognome", text]]));

        Assert.Contains($"'{text}", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.Equal(text, (await Lists.TablesAsync(bytes, "x.csv"))[0].Rows[0][1]);
    }

    [Theory]
    [InlineData("'Ndrangheta")]
    [InlineData("D'Angelo")]
    [InlineData("2+2")]
    public async Task Csv_HarmlessText_IsLeftAlone(string text)
    {
        var bytes = TableWriter.Csv(new SourceTable("", [["Cognome", text]]));

        Assert.Contains($";{text}", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.Equal(text, (await Lists.TablesAsync(bytes, "x.csv"))[0].Rows[0][1]);
    }

    [Fact]
    public async Task Xlsx_DangerousText_IsATextAndNoFormula()
    {
        var bytes = TableWriter.Xlsx(new SourceTable("Contatti", [["=1+1", "$=1+1", "@x"]]));

        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(bytes));
        using var sheet = new StreamReader(zip.Entries.Single(part => part.Name == "sheet1.xml").Open());
        Assert.DoesNotMatch("<([a-z]+:)?f[ >]", await sheet.ReadToEndAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["=1+1", "$=1+1", "@x"], (await Lists.TablesAsync(bytes))[0].Rows[0]);
    }

    private static byte[] Write(SourceTable table, string format) => format == "csv" ? TableWriter.Csv(table) : TableWriter.Xlsx(table);

    private static string Say(ContactDraft d) => string.Join('|',
        d.Surname, d.Name, d.FiscalCode, d.FiscalCodeUnavailable, d.FiscalCodeUnavailableReason, d.BirthDate, d.Sex, d.Role, d.ClassName, d.Section, d.Domicile,
        d.Address, d.Phone, d.LastContactDate);
}
