namespace CovidSchoolReporting.App.Features.Epidemic;

/// <summary>The charts of the dashboard that have numbers behind them.</summary>
public enum ChartName
{
    Curve,
    Places,
    Schools,
    Classes,
    Delays,
    Waiting,
}

/// <summary>A cell of a chart's table.</summary>
/// <param name="Address">Where the cell leads; null for a plain one.</param>
public sealed record ChartCell(string Text, bool IsNumber = true, string? Address = null)
{
    /// <summary>Nothing is known; in a file nothing is written.</summary>
    public static readonly ChartCell None = new("–");

    public static ChartCell Word(string text, string? address = null) => new(text, IsNumber: false, address);
}

/// <summary>The numbers of a chart, as its table shows them and its file holds them.</summary>
/// <param name="Headings">One for each cell of a row; the first is the row's own heading.</param>
public sealed record ChartTable(string Caption, IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<ChartCell>> Rows);
