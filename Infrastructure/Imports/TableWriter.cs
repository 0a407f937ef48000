using CovidSchoolReporting.Domain.Imports;
using CsvHelper;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace CovidSchoolReporting.Infrastructure.Imports;

/// <summary>Writes a table as a file that <see cref="TableReader"/> reads back unchanged.</summary>
public static class TableWriter
{
    public const string CsvType = "text/csv; charset=utf-8";

    public const string XlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Italian Excel opens semicolons as columns, and UTF-8 by its mark. What could become a formula is written as text.</summary>
    public static byte[] Csv(SourceTable table)
    {
        using var file = new MemoryStream();
        Csv(file, table.Rows);
        return file.ToArray();
    }

    /// <summary>Writes each row as it comes, and keeps none: for lists that should not be in memory as a whole.</summary>
    public static void Csv(Stream file, IEnumerable<IReadOnlyList<string>> rows)
    {
        using var csv = CsvWriter.Create(file, new CsvWriterOptions { Separator = ';', WriteByteOrderMark = true, ValidateFieldCount = false }, leaveOpen: true);
        foreach (var row in rows)
        {
            foreach (var cell in row)
            {
                csv.WriteField(FormulaGuard.Put(cell));
            }

            csv.EndRecord();
        }
    }

    /// <summary>One sheet, all of its cells text: in a text cell nothing is ever evaluated.</summary>
    public static byte[] Xlsx(SourceTable table)
    {
        using var file = new MemoryStream();
        Xlsx(file, table.Name, table.Rows);
        return file.ToArray();
    }

    /// <inheritdoc cref="Csv(Stream, IEnumerable{IReadOnlyList{string}})"/>
    public static void Xlsx(Stream file, string sheet, IEnumerable<IReadOnlyList<string>> rows) => file.SaveAs(
        rows.Select(row => row.Select((cell, i) => KeyValuePair.Create($"{i:00}", (object)cell)).ToDictionary()),
        printHeader: false,
        sheetName: sheet,
        configuration: new OpenXmlConfiguration { TableStyles = TableStyles.None, AutoFilter = false, FastMode = true, EnableAutoWidth = true });
}
