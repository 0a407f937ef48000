using System.IO.Compression;
using System.Text;
using CovidSchoolReporting.Domain.Imports;

namespace CovidSchoolReporting.Tests.Infrastructure.Imports;

/// <summary>A file as somebody may upload it.</summary>
/// <param name="Refused">Why it is refused; null when it is read.</param>
/// <param name="Shown">What is read, or what the sentence must say besides.</param>
internal sealed record OddFile(string Name, byte[] Bytes, ImportRefusal? Refused, string Shown = "");

/// <summary>What schools' files hold, good and bad: made here, so that one sees what is odd about each.</summary>
internal static class OddFiles
{
    private const string Plain = "Cognome;Nome\nRossi;Mario\n";
    private const string PlainShown = "Cognome|Nome / Rossi|Mario";

    private static readonly string[] _header = ["Cognome", "Nome"];
    private static readonly string[] _mario = ["Rossi", "Mario"];

    public static IReadOnlyDictionary<string, OddFile> All { get; } = Texts().Concat(Workbooks()).Concat(Others()).ToDictionary();

    private static Workbook Book => new Workbook().Sheet("Elenco", _header, _mario);

    private static IEnumerable<KeyValuePair<string, OddFile>> Texts()
    {
        static KeyValuePair<string, OddFile> Csv(string what, byte[] bytes, string shown = PlainShown) => Read(what, "elenco.csv", bytes, shown);

        yield return Csv("separator ;", Lists.Utf8(Plain));
        yield return Csv("separator ,", Lists.Utf8(Plain.Replace(';', ',')));
        yield return Csv("separator tab", Lists.Utf8(Plain.Replace(';', '\t')));
        yield return Csv("separator |", Lists.Utf8(Plain.Replace(';', '|')));
        yield return Csv("separator named by Excel", Lists.Utf8("sep=;\n" + Plain));
        yield return Csv("line ends of Windows", Lists.Utf8(Plain.Replace("\n", "\r\n", StringComparison.Ordinal)));
        yield return Csv("line ends of an old Mac", Lists.Utf8(Plain.Replace('\n', '\r')));
        yield return Csv("UTF-8 with mark", [0xEF, 0xBB, 0xBF, .. Lists.Utf8("Cognome;Città\nNicolò;Forlì\n")], "Cognome|Città / Nicolò|Forlì");
        yield return Csv("UTF-8 without mark", Lists.Utf8("Cognome;Città\nNicolò;Forlì\n"), "Cognome|Città / Nicolò|Forlì");
        yield return Csv("Windows-1252", CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes("Cognome;Città\nNicolò;Dall’Ò\n"), "Cognome|Città / Nicolò|Dall’Ò");
        yield return Csv("UTF-16 little endian", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Plain)]);
        yield return Csv("UTF-16 big endian", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Plain)]);
        yield return Csv("UTF-16 without mark", Encoding.Unicode.GetBytes(Plain));
        yield return Csv("UTF-16 big endian without mark", Encoding.BigEndianUnicode.GetBytes(Plain));
        yield return Csv("title with a comma above semicolons", Lists.Utf8("Elenco alunni, classe 1B\n\n" + Plain), "Elenco alunni, classe 1B /  / " + PlainShown);
        yield return Csv("quoted line break", Lists.Utf8("Cognome;Indirizzo\nRossi;\"Via Roma 1\n20121 Milano\"\n"), "Cognome|Indirizzo / Rossi|Via Roma 1\\n20121 Milano");
        yield return Csv("quoted separator and quotes", Lists.Utf8("Cognome,Indirizzo\nRossi,\"Via \"\"Roma\"\", 1\"\n"), "Cognome|Indirizzo / Rossi|Via \"Roma\", 1");
        yield return Csv("zeros kept by =", Lists.Utf8("Cognome;Tel\nRossi;=\"0212345678\"\n"), "Cognome|Tel / Rossi|0212345678");
        yield return Csv("formula in a name", Lists.Utf8("Cognome;Nome\n=HYPERLINK(1);@SUM(A1)\n"), "Cognome|Nome / =HYPERLINK(1)|@SUM(A1)");
        yield return Csv("row too short and row too long", Lists.Utf8("Cognome;Nome;Tel\nRossi\nVerdi;Ugo;1;2;3\n"), "Cognome|Nome|Tel / Rossi / Verdi|Ugo|1|2|3");
        yield return Csv("end-of-file mark of DOS", Lists.Utf8(Plain + "\u001A"));
        yield return Csv("one column", Lists.Utf8("Rossi Mario\nVerdi Ugo\n"), "Rossi Mario / Verdi Ugo");
        yield return Refused("no bytes", "elenco.csv", [], ImportRefusal.Empty);
        yield return Refused("nothing but blanks", "elenco.csv", Lists.Utf8(" ;;\n\n  ;\n"), ImportRefusal.Empty);
        yield return Refused("NUL in the text", "elenco.csv", Lists.Utf8("Cognome;Nome\nRos\0si;Mario\n"), ImportRefusal.NotText, "riga 2");
        yield return Refused("bytes of nothing known", "elenco.csv", [1, 2, 3, 4, 5, 200, 201], ImportRefusal.NotText, "riga 1");
        yield return Refused("quotes never closed", "elenco.csv", Lists.Utf8("Cognome;Nome\n\"Rossi;Mario\nVerdi;Ugo\n"), ImportRefusal.BrokenQuotes, "riga 2");
        yield return Refused("61 columns", "elenco.csv", Lists.Utf8(string.Join(';', Enumerable.Range(1, 61)) + "\n"), ImportRefusal.TooManyColumns, "61 colonne (riga 1)");
        yield return Refused("a cell of 2,001 characters", "elenco.csv", Lists.Utf8($"Cognome;Nome\nRossi;{new string('x', 2_001)}\n"), ImportRefusal.CellTooLong, "riga 2, colonna 2");
        yield return Refused("more than 5 MB", "elenco.csv", new byte[ImportLimits.Bytes + 1], ImportRefusal.TooLarge, "5 MB");
        yield return Refused(
            "rows beyond all measure", "elenco.csv", Lists.Utf8(string.Concat(Enumerable.Range(0, 5_000).Select(i => $"Rossi{i};Mario\n"))), ImportRefusal.TooManyRows, "1000");
    }

    private static IEnumerable<KeyValuePair<string, OddFile>> Workbooks()
    {
        yield return Read("workbook", "elenco.xlsx", Book.Bytes(), PlainShown);
        yield return Refused(
            "a cell in a column that no sheet has", "elenco.xlsx",
            new Workbook().Raw("A", "<row r=\"1\">" + Workbook.Text("A1", "Cognome") + Workbook.Text("ZZZZZZ1", "x") + "</row>").Bytes(), ImportRefusal.Damaged);
        yield return Refused(
            "a row that no sheet has", "elenco.xlsx",
            new Workbook().Raw("A", Workbook.Row(1, "Cognome") + Workbook.Row(19_000_000, "Rossi")).Bytes(), ImportRefusal.Damaged);
        yield return Read(
            "formatted to the last row of the sheet", "elenco.xlsx",
            new Workbook().Raw("A", Workbook.Row(1, "Cognome", "Nome") + Workbook.Row(2, "Rossi", "Mario") + Workbook.Row(1_048_576, "")).Bytes(), PlainShown);
        yield return Read("workbook in capitals", "ELENCO.XLSX", Book.Bytes(), PlainShown);
        yield return Read(
            "numbers, dates, formulas, flags", "elenco.xlsx",
            new Workbook().Raw("A", "<row r=\"1\">" + Workbook.Number("A1", "44160", 1) + Workbook.Number("B1", "3.331234567E9") + Workbook.Number("C1", "212345678", 2)
                + Workbook.Number("D1", "1.50") + "<c r=\"E1\" t=\"str\"><f>CONCATENATE(\"Ro\",\"ssi\")</f><v>Rossi</v></c><c r=\"F1\" t=\"b\"><v>1</v></c>"
                + "<c r=\"G1\" t=\"e\"><v>#N/A</v></c></row>").Bytes(),
            "25/11/2020|3331234567|0212345678|1.5|Rossi|VERO");
        yield return Read(
            "blank and formatted rows", "elenco.xlsx",
            new Workbook().Raw("A", Workbook.Row(2, "Cognome", "Nome") + "<row r=\"3\"><c r=\"A3\" s=\"2\"/><c r=\"B3\" s=\"1\"/></row>" + Workbook.Row(5, "Rossi", "Mario")
                + "<row r=\"900\"><c r=\"A900\" s=\"1\"/></row>").Bytes(),
            " / Cognome|Nome /  /  / Rossi|Mario");
        yield return Read(
            "class merged down its rows", "elenco.xlsx",
            new Workbook().Raw(
                "A", Workbook.Row(1, "Classe", "Cognome") + Workbook.Row(2, "1B", "Rossi") + $"<row r=\"3\"><c r=\"A3\"/>{Workbook.Text("B3", "Verdi")}</row>",
                "<mergeCells count=\"1\"><mergeCell ref=\"A2:A3\"/></mergeCells>").Bytes(),
            "Classe|Cognome / 1B|Rossi / 1B|Verdi");
        yield return Read("hidden sheet", "elenco.xlsx", Book.Raw("Nascosto", Workbook.Row(1, "segreto"), state: "hidden").Bytes(), PlainShown);
        yield return Read("blank sheets beside", "elenco.xlsx", Book.Raw("Foglio2", "").Raw("Foglio3", "").Bytes(), PlainShown);
        yield return Refused("blank workbook", "elenco.xlsx", new Workbook().Raw("A", "").Bytes(), ImportRefusal.Empty);
        yield return Refused("31 sheets", "elenco.xlsx", Enumerable.Range(1, 31).Aggregate(new Workbook(), (book, i) => book.Sheet($"F{i}", _mario)).Bytes(), ImportRefusal.TooManySheets, "31 fogli");
        yield return Refused("macro workbook", "elenco.xlsm", Book.Part("xl/vbaProject.bin", [1, 2, 3]).Bytes(), ImportRefusal.MacroWorkbook, ".xlsx");
        yield return Refused(
            "macro workbook renamed", "elenco.xlsx", new Workbook { ContentType = "application/vnd.ms-excel.sheet.macroEnabled.main+xml" }.Sheet("A", _mario).Bytes(),
            ImportRefusal.MacroWorkbook);
        yield return Refused(
            "entities in a sheet", "elenco.xlsx",
            new Workbook { Prolog = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>" }.Raw("A", "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&a;</t></is></c></row>").Bytes(),
            ImportRefusal.ForbiddenXml);
        yield return Refused("zip bomb", "elenco.xlsx", Book.Part("xl/media/image1.bmp", new byte[40 * 1024 * 1024]).Bytes(), ImportRefusal.UnpacksTooLarge, "32 MB");
        yield return Refused(
            "500 parts", "elenco.xlsx", Enumerable.Range(0, 500).Aggregate(Book, (book, i) => book.Part($"xl/media/{i}", [1])).Bytes(), ImportRefusal.TooManyEntries, "400");
        yield return Refused("workbook broken off", "elenco.xlsx", Book.Bytes()[..700], ImportRefusal.Damaged);
        yield return Refused("broken XML", "elenco.xlsx", new Workbook().Raw("A", "<row r=\"1\"><c r=\"A1\"><v>1</row>").Bytes(), ImportRefusal.Damaged);
        yield return Refused("columns of a whole sheet", "elenco.xlsx", new Workbook().Raw("A", $"<row r=\"1\">{Workbook.Text("XFD1", "x")}</row>").Bytes(), ImportRefusal.TooManyColumns, "16384 colonne");
        yield return Refused(
            "formatted to the last corner", "elenco.xlsx",
            new Workbook().Raw("Foglio1", Workbook.Row(1, "a", "b") + "<row r=\"1048576\"><c r=\"XFD1048576\" s=\"1\"/></row>").Bytes(), ImportRefusal.TooManyEmptyCells, "Foglio1");
        yield return Refused("binary workbook", "elenco.xlsb", Zip(("[Content_Types].xml", "<Types/>"), ("xl/workbook.bin", "x")), ImportRefusal.BinaryWorkbook);
        yield return Refused("OpenDocument sheet", "elenco.ods", Zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<x/>")), ImportRefusal.OpenDocument, ".xlsx");
        yield return Refused("OpenDocument text", "elenco.odt", Zip(("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<x/>")), ImportRefusal.WordDocument);
        yield return Refused("Word document", "elenco.xlsx", Zip(("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<x/>")), ImportRefusal.WordDocument);
        yield return Refused("zip of other files", "elenco.zip", Zip(("elenco.csv", Plain)), ImportRefusal.Archive);
    }

    private static IEnumerable<KeyValuePair<string, OddFile>> Others()
    {
        yield return Read("old workbook", "elenco.xls", OldWorkbook.Of(["Cognome", "Tel"], ["Nicolò", 3331234567d]), "Cognome|Tel / Nicolò|3331234567");
        yield return Refused("old workbook with a password", "elenco.xls", OldWorkbook.WithPassword(), ImportRefusal.PasswordProtected, "password");
        yield return Refused("workbook with a password", "elenco.xlsx", OldWorkbook.Compound("EncryptedPackage", new byte[5000]), ImportRefusal.PasswordProtected);
        yield return Refused("old macro workbook", "elenco.xls", OldWorkbook.Compound("_VBA_PROJECT_CUR", new byte[5000]), ImportRefusal.MacroWorkbook);
        yield return Refused("old Word document", "elenco.xls", OldWorkbook.Compound("WordDocument", new byte[5000]), ImportRefusal.WordDocument);
        yield return Refused("old workbook of nothing but zeros", "elenco.xls", OldWorkbook.Compound("Workbook", new byte[5000]), ImportRefusal.Damaged);
        yield return Refused("old workbook broken off", "elenco.xls", OldWorkbook.Of(["Cognome"], ["Rossi"])[..1600], ImportRefusal.Damaged);
        yield return Refused("old workbook that runs in circles", "elenco.xls", InCircles(sector: 2), ImportRefusal.Damaged);
        yield return Refused("old workbook whose directory runs in circles", "elenco.xls", InCircles(sector: 1), ImportRefusal.Damaged);
        yield return Refused("picture renamed", "elenco.xlsx", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0], ImportRefusal.Picture, "immagine");
        yield return Refused("photograph", "elenco.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 0, 0x10], ImportRefusal.Picture);
        yield return Refused("PDF", "elenco.pdf", Lists.Utf8("%PDF-1.7\n"), ImportRefusal.Pdf);
        yield return Refused("rich text", "elenco.doc", Lists.Utf8("{\\rtf1 Rossi}"), ImportRefusal.WordDocument);
        yield return Refused("web page saved as .xls", "elenco.xls", Lists.Utf8("\r\n<html><table><tr><td>Rossi</td></tr></table></html>"), ImportRefusal.WebPage, "incollarla");
        yield return Refused("XML of 2003", "elenco.xls", Lists.Utf8("<?xml version=\"1.0\"?><Workbook/>"), ImportRefusal.WebPage);
        yield return Refused("packed with gzip", "elenco.csv.gz", [0x1F, 0x8B, 8, 0, 0], ImportRefusal.Archive);
        yield return Read("CSV under the name of a workbook", "elenco.xlsx", Lists.Utf8(Plain), PlainShown);
        yield return Read("workbook under the name of a CSV", "elenco.csv", Book.Bytes(), PlainShown);
        yield return Read("workbook under the name of an old one", "elenco.xls", Book.Bytes(), PlainShown);
    }

    /// <summary>An old workbook in which a sector is followed by itself.</summary>
    private static byte[] InCircles(byte sector)
    {
        var bytes = OldWorkbook.Of(["Cognome"], ["Rossi"]);
        bytes[512 + (sector * 4)] = sector;
        bytes.AsSpan(513 + (sector * 4), 3).Clear();
        return bytes;
    }

    private static byte[] Zip(params (string Path, string Content)[] parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, content) in parts)
            {
                using var part = zip.CreateEntry(path).Open();
                part.Write(Lists.Utf8(content));
            }
        }

        return file.ToArray();
    }

    private static KeyValuePair<string, OddFile> Read(string what, string name, byte[] bytes, string shown) => KeyValuePair.Create(what, new OddFile(name, bytes, null, shown));

    private static KeyValuePair<string, OddFile> Refused(string what, string name, byte[] bytes, ImportRefusal why, string says = "") =>
        KeyValuePair.Create(what, new OddFile(name, bytes, why, says));
}
