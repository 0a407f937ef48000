using System.Globalization;
using CovidSchoolReporting.Domain.Policies;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Contacts;

/// <summary>
/// The days of a case on the calendar: those to consider for contacts, onset, swab and last day attended. The list under it says
/// the same in words; a frame and letters say it without colour, on paper too.
/// </summary>
public partial class WindowCalendar
{
    private const int MostMonths = 2;
    private const int DaysInWeek = 7;

    [Inject]
    public required IStringLocalizer<ContactTexts> Text { get; init; }

    [Parameter, EditorRequired]
    public CaseMeasures Measures { get; set; } = null!;

    private static DateTimeFormatInfo Formats => CultureInfo.CurrentUICulture.DateTimeFormat;

    /// <summary>The days of the week in their Italian order, which the British is too.</summary>
    private static IEnumerable<DayOfWeek> Monday =>
        Enumerable.Range(1, DaysInWeek).Select(number => (DayOfWeek)(number % DaysInWeek));

    private IReadOnlyList<Mark> Marks =>
    [
        .. Measures.SymptomOnset is { } onset ? new[] { new Mark(onset, Text["CalendarOnsetLetter"], Text["CalendarOnset"]) } : [],
        .. Measures.PositiveSwab is { } swab ? new[] { new Mark(swab, Text["CalendarSwabLetter"], Text["CalendarSwab"]) } : [],
        new Mark(Measures.LastDayAttended, Text["CalendarLastDayLetter"], Text["CalendarLastDay"]),
    ];

    /// <summary>The months of the window first; what lies further away is said under the calendar.</summary>
    private IEnumerable<DateOnly> Months => Marks.Select(mark => mark.Day)
        .Concat(Measures.Window is { } window ? [window.From] : [])
        .Select(day => new DateOnly(day.Year, day.Month, 1))
        .Distinct().OrderDescending().Take(MostMonths).Order();

    private static IEnumerable<DateOnly?[]> WeeksOf(DateOnly month)
    {
        var before = ((int)month.DayOfWeek + DaysInWeek - 1) % DaysInWeek;
        var days = Enumerable.Repeat((DateOnly?)null, before)
            .Concat(Enumerable.Range(0, DateTime.DaysInMonth(month.Year, month.Month)).Select(number => (DateOnly?)month.AddDays(number)))
            .ToList();
        days.AddRange(Enumerable.Repeat((DateOnly?)null, (DaysInWeek - (days.Count % DaysInWeek)) % DaysInWeek));
        return days.Chunk(DaysInWeek);
    }

    private bool IsInWindow(DateOnly day) => Measures.Window?.Contains(day) ?? false;

    private List<Mark> MarksOn(DateOnly day) => [.. Marks.Where(mark => mark.Day == day)];

    private string WordsFor(DateOnly day) => string.Join(", ",
        (IsInWindow(day) ? [Text["CalendarDay"].Value] : Enumerable.Empty<string>()).Concat(MarksOn(day).Select(mark => mark.Words)));

    private sealed record Mark(DateOnly Day, string Letter, string Words);
}
