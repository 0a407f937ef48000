namespace CovidSchoolReporting.Domain.Imports;

/// <summary>A sheet of a file, or a pasted list, before anybody knows what its columns mean.</summary>
/// <param name="Name">Name of the sheet; empty when there is only one table without a name (CSV, pasted text).</param>
/// <param name="Rows">
/// Every row from the first, blank ones too, so that the index + 1 is the number that the spreadsheet shows. A cell is the text that a
/// person reads there: dates dd/MM/yyyy, numbers without exponent, formulas by their stored value. Rows may differ in length.
/// </param>
public sealed record SourceTable(string Name, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>A row of a source with something in it.</summary>
/// <param name="Number">Its number in the source, from 1: what the spreadsheet shows beside it.</param>
/// <param name="Cells">One text for each column of the recognised table, trimmed; "" where the source holds nothing.</param>
/// <param name="Shape">Whether the source had as many cells in this row as in the header.</param>
public sealed record SourceRow(int Number, IReadOnlyList<string> Cells, RowShape Shape = RowShape.Fits);

/// <summary>How the length of a row compares with the header's: cells may have slipped into the wrong column.</summary>
public enum RowShape
{
    Fits,

    /// <summary>Fewer cells than the header has: for example a row cut at a line break.</summary>
    TooShort,

    /// <summary>More cells than the header has: for example a separator inside an address that is not quoted.</summary>
    TooLong,
}
