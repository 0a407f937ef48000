using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.CaseFiles;

/// <summary>What the drawing shows, day by day in words.</summary>
public partial class TimelineTable
{
    [Inject]
    public required IStringLocalizer<CaseFileTexts> Text { get; init; }

    [Parameter, EditorRequired]
    public CaseTimeline Timeline { get; set; } = null!;

    private IEnumerable<(DateOnly Day, string What)> Lines => Unsorted().OrderBy(line => line.Day);

    private IEnumerable<(DateOnly Day, string What)> Unsorted()
    {
        foreach (var (kind, day) in Timeline.Marks)
        {
            yield return (day, Text[$"Mark_{kind}"]);
        }

        if (Timeline.Window is { } window)
        {
            yield return (window.From, Text["DayWindowFrom"]);
            yield return (window.To, Text["DayWindowTo"]);
        }

        if (Timeline.IsolationEnd is { } end)
        {
            yield return (end, Text["DayIsolationEnd"]);
        }

        if (Timeline.IsolationLatest is { } latest)
        {
            yield return (latest, Text["DayIsolationLatest"]);
        }

        foreach (var group in Timeline.Groups)
        {
            var names = string.Join(", ", group.Contacts.Select(contact => contact.FullName));
            yield return (group.LastContact, Text["DayLastContact", names]);
            if (group.End is { } last)
            {
                yield return (last, Text[group.IsDecided ? "DayMeasureEnd" : "DayMeasureEndProposed", names]);
            }
        }

        yield return (Timeline.Today, Text["Today"]);
    }
}
