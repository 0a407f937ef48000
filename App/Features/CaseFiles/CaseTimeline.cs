using CovidSchoolReporting.Domain.Decisions;
using CovidSchoolReporting.Domain.Policies;

namespace CovidSchoolReporting.App.Features.CaseFiles;

/// <summary>A day of the case itself.</summary>
public enum TimelineMark
{
    SymptomOnset,
    PositiveSwab,
    LastDayAttended,
}

/// <summary>Contacts who share the day of the last contact and what follows from it: one line of the drawing.</summary>
/// <param name="Status">What is decided, else what is proposed; null when neither.</param>
/// <param name="IsDecided">False while the end is only proposed.</param>
/// <param name="End">Last day of the measure; null when there is none.</param>
public sealed record TimelineGroup(
    DateOnly LastContact, ContactStatus? Status, bool IsDecided, DateOnly? End, IReadOnlyList<ContactLine> Contacts);

/// <summary>A case day by day: what happened, until when it lasts, and where today is.</summary>
/// <param name="First">First day of the drawing.</param>
/// <param name="Last">Last day of the drawing.</param>
/// <param name="IsolationEnd">Last day of the isolation at the earliest; null when no number of days ends it.</param>
/// <param name="IsolationLatest">Last day at the latest; null when there is none.</param>
public sealed record CaseTimeline(
    DateOnly First, DateOnly Last, DateOnly Today,
    IReadOnlyList<(TimelineMark Kind, DateOnly Day)> Marks, ContactWindow? Window,
    DateOnly? IsolationStart, DateOnly? IsolationEnd, DateOnly? IsolationLatest,
    IReadOnlyList<TimelineGroup> Groups)
{
    /// <summary>A drawing of more days would be unreadable: today is left out of it first.</summary>
    private const int MostDays = 62;

    public int Days => Last.DayNumber - First.DayNumber + 1;

    public bool HasToday => First <= Today && Today <= Last;

    public static CaseTimeline Of(CaseMeasures measures, IReadOnlyList<ContactLine> contacts, DateOnly today)
    {
        List<(TimelineMark Kind, DateOnly Day)> marks = [];
        Add(TimelineMark.SymptomOnset, measures.SymptomOnset);
        Add(TimelineMark.PositiveSwab, measures.PositiveSwab);
        Add(TimelineMark.LastDayAttended, measures.LastDayAttended);
        var window = measures.Window is { IsEmpty: false } days ? days : null;
        var isolation = measures.LongestIsolation;
        var start = isolation is null ? null : measures.SymptomOnset ?? measures.PositiveSwab;
        List<TimelineGroup> groups =
        [
            .. contacts
                .GroupBy(one => (one.Sent.LastContactDate, Status: one.Decision?.Status ?? one.Proposal.Status, IsDecided: one.Decision is not null, one.Period?.To))
                .OrderBy(group => group.Key.LastContactDate).ThenBy(group => group.Key.Status ?? (ContactStatus)int.MaxValue).ThenBy(group => group.Key.To)
                .Select(group => new TimelineGroup(
                    group.Key.LastContactDate, group.Key.Status, group.Key.IsDecided, group.Key.To, [.. group])),
        ];
        List<DateOnly> all =
        [
            .. marks.Select(mark => mark.Day),
            .. window is null ? Array.Empty<DateOnly>() : [window.From, window.To],
            .. new[] { isolation?.Earliest, isolation?.Latest }.OfType<DateOnly>(),
            .. groups.Select(group => group.LastContact),
            .. groups.Select(group => group.End).OfType<DateOnly>(),
        ];
        var (first, last) = (all.Min().AddDays(-1), all.Max().AddDays(1));
        var (withTodayFirst, withTodayLast) = (today < first ? today : first, today > last ? today.AddDays(1) : last);
        if (withTodayLast.DayNumber - withTodayFirst.DayNumber < MostDays)
        {
            (first, last) = (withTodayFirst, withTodayLast);
        }

        return new CaseTimeline(first, last, today, marks, window, start, isolation?.Earliest, isolation?.Latest, groups);

        void Add(TimelineMark kind, DateOnly? day)
        {
            if (day is { } known)
            {
                marks.Add((kind, known));
            }
        }
    }
}
