namespace CovidSchoolReporting.Benchmarks.Measuring;

/// <summary>A table of figures on the console: the first column is text, the others are aligned on the right.</summary>
internal sealed class Table(string title, params string[] headings)
{
    private readonly List<string[]> _rows = [];

    public void Add(params string[] cells) => _rows.Add(cells);

    public void Print()
    {
        var widths = headings.Select((heading, i) => _rows.Select(row => row[i].Length).Append(heading.Length).Max()).ToArray();
        Console.WriteLine();
        Console.WriteLine(title);
        foreach (var row in (IEnumerable<string[]>)[headings, [.. widths.Select(width => new string('-', width))], .. _rows])
        {
            Console.WriteLine(string.Join("  ", row.Select((cell, i) => i == 0 ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i]))));
        }
    }
}
