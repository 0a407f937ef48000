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
        var isColumnAlone = lines.TrueForAll(line => line.Saying.Count == 1);
        var at = lines.FindIndex(0, Math.Min(lines.Count, ImportLimits.TitleRows + 1), line => IsHeader(line, isColumnAlone, guess));
        if (at < 0)
        {
            List<ImportNotice> noHeader = lines.Count > 0 ? [new ImportNotice(ImportNoticeKind.NoHeader)] : [];
            return Compact(null, People([.. lines.SkipWhile(line => IsTitle(line, lines))], _ => null, noHeader), noHeader);
        }

        if (lines[..at].Exists(line => line.Saying.Count > FewestHeaders && line.Saying.Any(guess.IsDatum)))
        {
            // People stand above: the header is that of another table.
            List<ImportNotice> above = [new(ImportNoticeKind.NoHeader), new(ImportNoticeKind.SecondTable, lines[at].Number)];
            return Compact(null, People([.. lines[..at].SkipWhile(line => IsTitle(line, lines))], _ => null, above), above);
        }

        // A header of two rows, with cells merged over both: the lower one says more.
        if (at + 1 < lines.Count && lines[at + 1].Number == lines[at].Number + 1 && IsHeader(lines[at + 1], isColumnAlone, guess)
            && lines[at + 1].Saying.Intersect(lines[at].Saying).Any() && !lines[at + 1].SaysTheSameAs(lines[at]))
        {
            at++;
        }

        List<ImportNotice> notices = [];
        var header = lines[at];
        return Compact(header, People(lines[(at + 1)..], HeaderAgain, notices), notices);

        // True for the same header once more, at the top of another printed page; false for that of another table.
        bool? HeaderAgain(int i) => lines[at + 1 + i] is var line && line.SaysTheSameAs(header) ? true
            : IsHeader(line, isColumnAlone, guess) && (IsApart(line, lines[at + i]) || line.Saying.Count(IsHeading) > FewestHeaders) ? false
            : null;
    }

    private static List<Line> People(List<Line> lines, Func<int, bool?> headerAgain, List<ImportNotice> notices)
    {
        List<Line> people = [];
        for (var i = 0; i < lines.Count; i++)
        {
            var again = headerAgain(i);
            if (again == false)
            {
                notices.Add(new ImportNotice(ImportNoticeKind.SecondTable, lines[i].Number));
                break;
            }

            if (again is null && IsTotals(lines[i]))
            {
                notices.Add(new ImportNotice(ImportNoticeKind.TotalsSkipped, lines[i].Number));
            }
            else if (again is null)
            {
                people.Add(lines[i]);
            }
        }

        return people;
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
    private static bool IsHeader(Line line, bool isColumnAlone, ContentGuess guess)
    {
        var named = line.Saying.Count(ColumnNames.IsHeader);
        return named >= (isColumnAlone ? 1 : FewestHeaders)
            && (named * 2 >= line.Saying.Count || named > FewestHeaders)
            && (isColumnAlone || line.Saying.Any(IsHeading))
            && !line.Saying.Any(guess.IsDatum);
    }

    /// <summary>Whether a text can only be what a column is called: «Studente» may also be what a cell says of a person.</summary>
    private static bool IsHeading(string text) => ColumnNames.IsHeader(text) && RoleWords.Role(text) is null;

    /// <summary>Whether a blank row, or a title, stands between a row and the one before it.</summary>
    private static bool IsApart(Line line, Line before) => line.Number > before.Number + 1 || before.Saying.Count == 1;

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

        public bool SaysTheSameAs(Line other) => Saying.SequenceEqual(other.Saying, StringComparer.OrdinalIgnoreCase);

        public string Cell(int index) => index < Cells.Count ? Cells[index] : "";
    }
}
