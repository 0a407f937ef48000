using CovidSchoolReporting.Domain.Imports;

namespace CovidSchoolReporting.Infrastructure.Imports;

/// <summary>Gathers the rows of a table within the limits.</summary>
/// <param name="name">Name of the sheet; empty when there is none.</param>
internal sealed class RowCollector(string name)
{
    /// <summary>Rows of titles, totals and repeated headers that may stand between the people.</summary>
    private const int OtherRows = 200;

    private readonly List<IReadOnlyList<string>> _rows = [];
    private int _filled;

    /// <summary>Blank rows since the last filled one. At the end of a sheet they are left where they are, however many.</summary>
    private int _blanks;

    public int Count => _rows.Count + _blanks;

    public void AddBlank() => _blanks++;

    public void Add(string[] cells)
    {
        var width = cells.Length;
        while (width > 0 && string.IsNullOrWhiteSpace(cells[width - 1]))
        {
            width--;
        }

        if (width == 0)
        {
            AddBlank();
            return;
        }

        if (width > ImportLimits.Columns)
        {
            throw new ImportRefusedException(ImportRefusal.TooManyColumns, width, ImportLimits.Columns, Count + 1);
        }

        if (Array.FindIndex(cells, cell => cell.Length > ImportLimits.CellCharacters) is >= 0 and var column)
        {
            throw new ImportRefusedException(ImportRefusal.CellTooLong, Count + 1, column + 1, ImportLimits.CellCharacters);
        }

        _filled++;
        if (_filled <= ImportLimits.Rows + OtherRows)
        {
            _rows.AddRange(Enumerable.Repeat<IReadOnlyList<string>>([], _blanks));
            _blanks = 0;
            _rows.Add(cells.Length > ImportLimits.Columns ? cells[..ImportLimits.Columns] : cells);
        }
    }

    /// <summary>The table; null when nothing but blanks was added.</summary>
    public SourceTable? ToTable() => _filled switch
    {
        0 => null,
        > ImportLimits.Rows + OtherRows => throw new ImportRefusedException(ImportRefusal.TooManyRows, _filled, ImportLimits.Rows),
        _ => new SourceTable(name, _rows),
    };

    /// <summary>Puts the text of a merged cell into every row that it spans, as far as there is anything else in them.</summary>
    public void Fill(int column, int fromRow, int toRow)
    {
        if (fromRow >= _rows.Count || column >= _rows[fromRow].Count || _rows[fromRow][column] is not { Length: > 0 } text)
        {
            return;
        }

        for (var row = fromRow + 1; row <= toRow && row < _rows.Count; row++)
        {
            if (_rows[row].Count > column && _rows[row][column].Length == 0)
            {
                _rows[row] = [.. _rows[row].Select((cell, i) => i == column ? text : cell)];
            }
        }
    }
}
