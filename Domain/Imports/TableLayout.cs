using CovidSchoolReporting.Domain.People;

namespace CovidSchoolReporting.Domain.Imports;

/// <summary>Which rows of a table are the header and the people, and which are titles, totals, blank, or another table.</summary>
internal sealed class TableLayout
{
    private const int FewestHeaders = 2;
    private const int MostCellsOfTotals = 4;

    private static readonly HashSet<string> _totals = ["TOTALE", "TOTALI", "TOT", "TOTAL", "TOTALS", "SUBTOTALE"];

    private TableLayout(SourceRow? header, IReadOnlyList<SourceRow> rows, int width, IReadOnlyList<ImportNotice> notices) =>
        (Header, Rows, Width, Notices) = (header, rows, width, notices);

    /// <summary>Null when the list has none.</summary>
    public SourceRow? Header { get; }

    public IReadOnlyList<SourceRow> Rows { get; }

    public int Width { get; }

    public IReadOnlyList<ImportNotice> Notices { get; }

    public static TableLayout Of(SourceTable table, ContentGuess guess)
    {
        List<Line> lines = [.. table.Rows.Select((cells, i) => Line.Of(i + 1, cells)).Where(line => !line.IsBlank)];
        var header = lines.Take(ImportLimits.TitleRows + 1).FirstOrDefault(line => IsHeader(line, lines, guess));
        List<ImportNotice> notices = header is null && lines.Count > 0 ? [new(ImportNoticeKind.NoHeader)] : [];
        List<Line> people = [];
        var lastOfHeader = header?.Number;
        foreach (var line in header is null ? lines.SkipWhile(line => IsTitle(line, lines)) : lines.Where(line => line.Number > lastOfHeader).ToList())
        {
            if (header is not null && IsHeader(line, lines, guess))
            {
                if (line.Saying.SequenceEqual(header.Saying, StringComparer.OrdinalIgnoreCase))
                {
                    continue; // The header again, at the top of another printed page.
                }

                if (people.Count == 0 && line.Number == lastOfHeader + 1)
                {
                    (header, lastOfHeader) = (line, line.Number); // A header of two rows: the lower one says more.
                    continue;
                }

                notices.Add(new ImportNotice(ImportNoticeKind.SecondTable, line.Number));
                break;
            }

            if (IsTotals(line))
            {
                notices.Add(new ImportNotice(ImportNoticeKind.TotalsSkipped, line.Number));
                continue;
            }

            people.Add(line);
        }

        return Compact(header, people, notices);
    }

    /// <summary>The texts of a column, from the first person to the last.</summary>
    public IEnumerable<string> Column(int index) => Rows.Select(row => row.Cells[index]);

    /// <summary>Leaves out the columns that are blank from top to bottom, as beside a table that begins in the third column.</summary>
    private static TableLayout Compact(Line? header, List<Line> people, IReadOnlyList<ImportNotice> notices)
    {
        var all = header is null ? people : [header, .. people];
        var wide = all.Select(line => line.Cells.Count).DefaultIfEmpty().Max();
        var used = Enumerable.Range(0, wide).Where(i => all.Exists(line => line.Cell(i).Length > 0)).ToArray();
        var expected = header?.Cells.Count
            ?? people.GroupBy(line => line.Cells.Count).OrderByDescending(group => group.Count()).Select(group => group.Key).FirstOrDefault();
        var lastHeader = header?.LastUsed ?? expected - 1;
        return new TableLayout(
            header is null ? null : Row(header, RowShape.Fits),
            [.. people.Select(line => Row(
                line, line.LastUsed >= expected ? RowShape.TooLong : line.Cells.Count <= lastHeader ? RowShape.TooShort : RowShape.Fits))],
            used.Length,
            notices);

        SourceRow Row(Line line, RowShape shape) => new(line.Number, [.. used.Select(line.Cell)], shape);
    }

    /// <summary>At least two cells that columns are called by, half of all or three, and no person's datum.</summary>
    private static bool IsHeader(Line line, List<Line> lines, ContentGuess guess)
    {
        var named = line.Saying.Where(ColumnNames.IsHeader).ToList();
        var isColumnAlone = lines.TrueForAll(other => other.Saying.Count == 1);
        return named.Count >= (isColumnAlone ? 1 : FewestHeaders)
            && (named.Count * 2 >= line.Saying.Count || named.Count > FewestHeaders)
            && !line.Saying.Any(guess.IsDatum)
            && (isColumnAlone || named.Exists(IsNoRole));

        // «Studente» is what a column may be called, and what a cell of a person says.
        static bool IsNoRole(string text) => RoleWords.Role(text) is null;
    }

    /// <summary>A single cell above rows of several.</summary>
    private static bool IsTitle(Line line, List<Line> lines) =>
        line.Saying.Count == 1 && lines.Count(other => other.Saying.Count > 1) > lines.Count / 2;

    private static bool IsTotals(Line line) =>
        line.Saying.Count <= MostCellsOfTotals
        && _totals.Contains(LatinLetters.SearchKey(line.Saying[0]).Split(' ')[0])
        && !line.Saying.Any(ContentGuess.IsFiscalCode);

    /// <summary>A row with its cells cleaned.</summary>
    private sealed record Line(int Number, IReadOnlyList<string> Cells, IReadOnlyList<string> Saying)
    {
        public bool IsBlank => Saying.Count == 0;

        public int LastUsed => Cells.Count - 1 - Cells.Reverse().TakeWhile(cell => cell.Length == 0).Count();

        public static Line Of(int number, IReadOnlyList<string> raw)
        {
            string[] cells = [.. raw.Select(CellText.Clean)];
            return new Line(number, cells, [.. cells.Where(cell => cell.Length > 0)]);
        }

        public string Cell(int index) => index < Cells.Count ? Cells[index] : "";
    }
}
