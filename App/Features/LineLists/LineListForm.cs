using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.LineLists;
using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Infrastructure.LineLists;

namespace CovidSchoolReporting.App.Features.LineLists;

/// <summary>What is chosen and typed for a line list.</summary>
public sealed class LineListForm
{
    private readonly HashSet<LineListColumn> _leftOut = [];

    public LineListSubject Subject { get; set; } = LineListSubject.Contacts;

    public LineListFormat Format { get; set; } = LineListFormat.Xlsx;

    public AgencyState? State { get; set; }

    public Territory? Territory { get; set; }

    public string From { get; set; } = "";

    public string To { get; set; } = "";

    public string School { get; set; } = "";

    public IReadOnlyList<LineListColumn> Columns => LineListColumns.Of(Subject);

    public bool IsChosen(LineListColumn column) => !_leftOut.Contains(column);

    public void Choose(LineListColumn column, bool yes) => _ = yes ? _leftOut.Remove(column) : _leftOut.Add(column);

    public void ChooseAll(bool yes)
    {
        foreach (var column in Columns)
        {
            Choose(column, yes);
        }
    }

    /// <summary>Whether a day is empty or can be read.</summary>
    public static bool IsDay(string typed, DateOnly today) => string.IsNullOrWhiteSpace(typed) || LenientDate.TryParse(typed, today, out _);

    /// <summary>What is asked for; null while a day cannot be read.</summary>
    public LineListRequest? Read(DateOnly today) => IsDay(From, today) && IsDay(To, today)
        ? new LineListRequest(
            Subject, new LineListFilter(State, Territory, Day(From, today), Day(To, today), School), Columns.Where(IsChosen).ToHashSet())
        : null;

    private static DateOnly? Day(string typed, DateOnly today) => LenientDate.TryParse(typed, today, out var day) ? day : null;
}
