using System.IO.Compression;
using System.Security;
using System.Text;

namespace CovidSchoolReporting.Tests.Infrastructure.Imports;

/// <summary>Makes workbooks part by part, sound or not.</summary>
internal sealed class Workbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";

    private readonly List<(string Name, string State, string Rows, string After)> _sheets = [];
    private readonly Dictionary<string, byte[]> _more = [];

    public string ContentType { get; init; } = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    /// <summary>What stands before the root of each sheet.</summary>
    public string Prolog { get; init; } = "";

    /// <summary>A sheet of texts, from the first row.</summary>
    public Workbook Sheet(string name, params string[][] rows) => Raw(name, string.Concat(rows.Select((row, i) => Row(i + 1, row))));

    /// <summary>A sheet by its XML: rows, and what follows them.</summary>
    public Workbook Raw(string name, string rows, string after = "", string state = "visible")
    {
        _sheets.Add((name, state, rows, after));
        return this;
    }

    public Workbook Part(string path, byte[] content)
    {
        _more[path] = content;
        return this;
    }

    public static string Row(int number, params string[] cells) =>
        $"<row r=\"{number}\">{string.Concat(cells.Select((cell, i) => Text($"{(char)('A' + i)}{number}", cell)))}</row>";

    public static string Text(string at, string text) => $"<c r=\"{at}\" t=\"inlineStr\"><is><t>{SecurityElement.Escape(text)}</t></is></c>";

    /// <param name="style">1: a date; 2: the format 0000000000.</param>
    public static string Number(string at, string value, int style = 0) => $"<c r=\"{at}\" s=\"{style}\"><v>{value}</v></c>";

    public byte[] Bytes()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", $"""
                <Types xmlns="{Package}/content-types"><Default Extension="xml" ContentType="application/xml"/>
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Override PartName="/xl/workbook.xml" ContentType="{ContentType}"/></Types>
                """);
            Add(zip, "_rels/.rels", $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="r1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Add(zip, "xl/workbook.xml", $"""
                <workbook xmlns="{Main}" xmlns:r="{Office}"><sheets>{Each((sheet, i) => $"<sheet name=\"{sheet.Name}\" sheetId=\"{i}\" state=\"{sheet.State}\" r:id=\"s{i}\"/>")}</sheets></workbook>
                """);
            Add(zip, "xl/_rels/workbook.xml.rels", $"""
                <Relationships xmlns="{Package}/relationships">{Each((_, i) => $"<Relationship Id=\"s{i}\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet{i}.xml\"/>")}
                <Relationship Id="st" Type="{Office}/styles" Target="styles.xml"/></Relationships>
                """);
            Add(zip, "xl/styles.xml", $"""
                <styleSheet xmlns="{Main}"><numFmts count="1"><numFmt numFmtId="170" formatCode="0000000000"/></numFmts>
                <cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="170" applyNumberFormat="1"/></cellXfs></styleSheet>
                """);
            Each((sheet, i) =>
            {
                Add(zip, $"xl/worksheets/sheet{i}.xml", $"""{Prolog}<worksheet xmlns="{Main}"><sheetData>{sheet.Rows}</sheetData>{sheet.After}</worksheet>""");
                return "";
            });
            foreach (var (path, content) in _more)
            {
                using var part = zip.CreateEntry(path).Open();
                part.Write(content);
            }
        }

        return file.ToArray();
    }

    private static void Add(ZipArchive zip, string path, string content)
    {
        using var part = zip.CreateEntry(path).Open();
        part.Write(Encoding.UTF8.GetBytes(content));
    }

    private string Each(Func<(string Name, string State, string Rows, string After), int, string> part) =>
        string.Concat(_sheets.Select((sheet, i) => part(sheet, i + 1)));
}
