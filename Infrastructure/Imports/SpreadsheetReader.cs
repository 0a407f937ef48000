using System.Globalization;
using CovidSchoolReporting.Domain.Imports;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace CovidSchoolReporting.Infrastructure.Imports;

/// <summary>Workbooks of Excel, old and new. Only stored values are read: a formula's is the one that was saved with it.</summary>
internal static class SpreadsheetReader
{
    private const decimal LargestPlain = 1e15m;

    public static List<SourceTable> Read(ArraySegment<byte> bytes, bool isZip)
    {
        var stream = new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false);
        try
        {
            using var workbook = isZip ? ExcelReaderFactory.CreateOpenXmlReader(stream) : ExcelReaderFactory.CreateBinaryReader(stream);
            return Read(workbook);
        }
        catch (InvalidPasswordException)
        {
            throw new ImportRefusedException(ImportRefusal.PasswordProtected);
        }
        catch (Exception exception) when (exception is not (ImportRefusedException or OutOfMemoryException))
        {
            // The library meets a damaged file with whatever exception comes first.
            throw new ImportRefusedException(ImportRefusal.Damaged);
        }
    }

    private static List<SourceTable> Read(IExcelDataReader workbook)
    {
        if (workbook.ResultsCount > ImportLimits.Sheets)
        {
            throw new ImportRefusedException(ImportRefusal.TooManySheets, workbook.ResultsCount, ImportLimits.Sheets);
        }

        List<SourceTable> visible = [];
        List<SourceTable> hidden = [];
        var looked = 0L;
        do
        {
            if (ReadSheet(workbook, ref looked) is { } table)
            {
                (workbook.VisibleState == "visible" ? visible : hidden).Add(table);
            }
        }
        while (workbook.NextResult());

        return visible.Count > 0 ? visible : hidden;
    }

    private static SourceTable? ReadSheet(IExcelDataReader sheet, ref long looked)
    {
        if (sheet.RowCount > ImportLimits.SheetRows || sheet.FieldCount > ImportLimits.SheetColumns)
        {
            throw new ImportRefusedException(ImportRefusal.Damaged); // Before a row of that width is made.
        }

        var rows = new RowCollector(sheet.Name);
        while (sheet.Read())
        {
            looked += Math.Max(1, sheet.FieldCount);
            if (looked > ImportLimits.ScannedCells)
            {
                throw new ImportRefusedException(ImportRefusal.TooManyEmptyCells, sheet.Name);
            }

            var width = sheet.FieldCount;
            while (width > 0 && sheet.GetValue(width - 1) is null or "")
            {
                width--;
            }

            if (width == 0)
            {
                rows.AddBlank();
                continue;
            }

            // As wide as the sheet: a blank at the end of a row is a cell like others.
            var cells = new string[Math.Max(width, Math.Min(sheet.FieldCount, ImportLimits.Columns))];
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = Text(sheet, i);
            }

            rows.Add(cells);
        }

        foreach (var merged in sheet.MergeCells ?? [])
        {
            if (merged.FromColumn == merged.ToColumn && merged.ToRow > merged.FromRow)
            {
                rows.Fill(merged.FromColumn, merged.FromRow, merged.ToRow);
            }
        }

        return rows.ToTable();
    }

    private static string Text(IExcelDataReader sheet, int column) => sheet.GetValue(column) switch
    {
        null => "",
        string text => text,
        DateTime day => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        TimeSpan time => time.ToString(@"hh\:mm", CultureInfo.InvariantCulture),
        bool flag => flag ? "VERO" : "FALSO",
        double number => Number(number, sheet.GetNumberFormatString(column)),
        var other => Convert.ToString(other, CultureInfo.InvariantCulture) ?? "",
    };

    /// <summary>Without exponent, and with the zeros of a format such as 0000000000, which is how telephones are kept.</summary>
    private static string Number(double number, string? format)
    {
        if (!double.IsFinite(number) || Math.Abs(number) >= (double)LargestPlain)
        {
            return number.ToString("R", CultureInfo.InvariantCulture);
        }

        var plain = (decimal)number;
        return format is { Length: > 1 and < 30 } && format.All(character => character == '0') && plain >= 0 && decimal.IsInteger(plain)
            ? plain.ToString(format, CultureInfo.InvariantCulture)
            : plain.ToString("0.##########", CultureInfo.InvariantCulture);
    }
}
