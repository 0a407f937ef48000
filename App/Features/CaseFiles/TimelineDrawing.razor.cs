using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.CaseFiles;

/// <summary>
/// The days of a case as a drawing. Shape, letter and hatching say what colour says, so that it is read without colour and on paper too;
/// the table beside it says the same in words.
/// </summary>
public partial class TimelineDrawing
{
    private const int Width = 960;
    private const int Left = 210;
    private const int Top = 34;
    private const int RowHeight = 42;
    private const int MarginRight = 60;
    private const int Bottomless = 26;

    /// <summary>More lines are unreadable: the table has them all.</summary>
    private const int MostGroups = 12;

    [Inject]
    public required IStringLocalizer<CaseFileTexts> Text { get; init; }

    [Parameter, EditorRequired]
    public CaseTimeline Timeline { get; set; } = null!;

    private double DayWidth => (double)(Width - Left - MarginRight) / Timeline.Days;

    private int Height => Bottom + Bottomless;

    private int Bottom => Top + (Rows.Count * RowHeight);

    /// <summary>Every day when there are few, else every Monday.</summary>
    private IEnumerable<DateOnly> Ticks => Enumerable.Range(0, Timeline.Days).Select(Timeline.First.AddDays)
        .Where(day => DayWidth >= 24 || day.DayOfWeek == DayOfWeek.Monday);

    private List<Row> Rows { get; set; } = [];

    protected override void OnParametersSet()
    {
        List<Row> rows = [new(Y(0), Text["RowCase"], null, [.. Timeline.Marks.GroupBy(mark => mark.Day).SelectMany(MarksOf)])];
        if (Timeline.Window is { } window)
        {
            rows.Add(new Row(Y(rows.Count), Text["RowWindow"], new Span(window.From, window.To, null, "window"), []));
        }

        if (Timeline is { IsolationStart: { } start, IsolationEnd: { } end })
        {
            rows.Add(new Row(Y(rows.Count), Text["RowIsolation"], new Span(start, end, Timeline.IsolationLatest, "isolation"), []));
        }

        foreach (var group in Timeline.Groups.Take(MostGroups))
        {
            var span = group.End is { } last
                ? new Span(group.LastContact, last, null, group.IsDecided ? "quarantine" : "quarantine proposed")
                : null;
            rows.Add(new Row(Y(rows.Count), LabelOf(group), span, [new Mark(group.LastContact, "", null)]));
        }

        if (Timeline.Groups.Skip(MostGroups).Sum(group => group.Contacts.Count) is > 0 and var more)
        {
            rows.Add(new Row(Y(rows.Count), more == 1 ? Text["RowMoreOne"] : Text["RowMoreMany", more], null, []));
        }

        Rows = rows;
    }

    private static int Y(int row) => Top + (row * RowHeight) + (RowHeight / 2);

    private static string N(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    private static string ShortDay(DateOnly day) => day.ToString("dd/MM", CultureInfo.InvariantCulture);

    private string LabelOf(DateOnly tick) =>
        DayWidth < 24 || tick.Day == 1 || tick == Timeline.First ? ShortDay(tick) : tick.Day.ToString(CultureInfo.InvariantCulture);

    private string LabelOf(TimelineGroup group)
    {
        var who = group.Contacts.Count == 1 ? Short(group.Contacts[0].FullName) : Text["RowContacts", group.Contacts.Count];
        return group.Status is { } status ? $"{who}: {Text[$"Short_{status}"]}" : $"{who}: {Text["Short_Open"]}";
    }

    private static string Short(string name) => name.Length <= 16 ? name : $"{name[..15]}…";

    private double XOf(DateOnly day) => Left + ((day.DayNumber - Timeline.First.DayNumber) * DayWidth);

    private double WidthOf(DateOnly from, DateOnly to) => (to.DayNumber - from.DayNumber + 1) * DayWidth;

    /// <summary>What falls on one day has its letters side by side, over the first shape.</summary>
    private IEnumerable<Mark> MarksOf(IGrouping<DateOnly, (TimelineMark Kind, DateOnly Day)> day) => day.Select((mark, number) => new Mark(
        mark.Day, number > 0 ? "" : string.Join(' ', day.Select(one => Text[$"Letter_{one.Kind}"].Value)), mark.Kind));

    /// <summary>A triangle for the onset, a diamond for the swab, a square for the last day, a circle for a last contact.</summary>
    private string ShapeOf(Mark mark, int y)
    {
        var x = XOf(mark.Day) + (DayWidth / 2);
        return mark.Kind switch
        {
            TimelineMark.SymptomOnset => $"M{N(x)} {y - 8}L{N(x + 8)} {y + 7}H{N(x - 8)}Z",
            TimelineMark.PositiveSwab => $"M{N(x)} {y - 9}L{N(x + 9)} {y}L{N(x)} {y + 9}L{N(x - 9)} {y}Z",
            TimelineMark.LastDayAttended => $"M{N(x - 7)} {y - 7}H{N(x + 7)}V{y + 7}H{N(x - 7)}Z",
            _ => $"M{N(x - 6)} {y}a6 6 0 1 0 12 0a6 6 0 1 0 -12 0Z",
        };
    }

    private sealed record Mark(DateOnly Day, string Letter, TimelineMark? Kind);

    /// <param name="Latest">A dashed line leads on to this day; null for none.</param>
    private sealed record Span(DateOnly From, DateOnly To, DateOnly? Latest, string Class);

    private sealed record Row(int Y, string Label, Span? Span, IReadOnlyList<Mark> Marks);
}
