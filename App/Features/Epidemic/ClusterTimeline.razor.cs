using System.Globalization;
using CovidSchoolReporting.Domain.Epidemic;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Epidemic;

/// <summary>The days of each case of a cluster on one line: onset, last day at school, swab, report. The table below says the same.</summary>
public partial class ClusterTimeline
{
    private const int Width = 1120, Left = 120, Top = 34, RowHeight = 34, Margin = 24, MostLabels = 14;

    [Inject]
    public required IStringLocalizer<EpidemicTexts> Text { get; init; }

    [Parameter, EditorRequired]
    public ClusterSheet Sheet { get; set; } = null!;

    private int Height => Top + (Sheet.Cases.Count * RowHeight) + 8;

    private DateOnly First => Sheet.Cases.Select(Earliest).DefaultIfEmpty(Sheet.Row.FirstDay).Min();

    private DateOnly Last => Sheet.Cases.Select(Latest).DefaultIfEmpty(Sheet.Row.LastDay).Max();

    private double DayWidth => (double)(Width - Left - (2 * Margin)) / Math.Max(1, Last.DayNumber - First.DayNumber);

    private static DateOnly Earliest(ClusterCase one) =>
        new[] { one.LastDayAttended, one.ReceivedDay, one.SymptomOnset ?? one.ReceivedDay, one.PositiveSwabDate ?? one.ReceivedDay }.Min();

    private static DateOnly Latest(ClusterCase one) =>
        new[] { one.LastDayAttended, one.ReceivedDay, one.SymptomOnset ?? one.ReceivedDay, one.PositiveSwabDate ?? one.ReceivedDay }.Max();

    private static double YOf(int row) => Top + ((row + 0.5) * RowHeight);

    private static string N(double value) => ChartScale.Svg(value);

    private static string Diamond(double x, double y) => $"M{N(x)} {N(y - 8)}L{N(x + 8)} {N(y)}L{N(x)} {N(y + 8)}L{N(x - 8)} {N(y)}Z";

    private static string Triangle(double x, double y) => $"M{N(x - 7)} {N(y - 8)}L{N(x + 8)} {N(y)}L{N(x - 7)} {N(y + 8)}Z";

    private double XOf(DateOnly day) => Left + Margin + ((day.DayNumber - First.DayNumber) * DayWidth);

    private IEnumerable<(double X, string Text, bool IsWeekend)> Days()
    {
        var count = Last.DayNumber - First.DayNumber + 1;
        var every = (count + MostLabels - 1) / MostLabels;
        for (var i = 0; i < count; i++)
        {
            var day = First.AddDays(i);
            yield return (
                XOf(day),
                i % every == 0 ? day.ToString("d MMM", CultureInfo.CurrentCulture) : "",
                day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
        }
    }
}
