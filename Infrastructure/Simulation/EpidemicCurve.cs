using CovidSchoolReporting.Domain.Schools;

namespace CovidSchoolReporting.Infrastructure.Simulation;

/// <summary>
/// How many cases the schools report on a day, after the published weeks. A week that was not published lies between its neighbours,
/// as epidemics grow: on a logarithmic scale.
/// </summary>
internal sealed class EpidemicCurve(IReadOnlyList<SchoolWeek> weeks)
{
    /// <summary>Parts of a week's reports from Monday to Sunday: invented, with the backlog of the weekend on Monday.</summary>
    private static readonly double[] Weekdays = [0.24, 0.18, 0.17, 0.16, 0.16, 0.07, 0.02];

    /// <summary>The kinds that the weekly notes tell apart.</summary>
    private static readonly SchoolType[] Types =
        [SchoolType.Nursery, SchoolType.Kindergarten, SchoolType.Primary, SchoolType.LowerSecondary, SchoolType.UpperSecondary];

    private readonly List<SchoolWeek> _counted = [.. weeks.Where(week => week.Cases > 0).OrderBy(week => week.From)];
    private readonly List<SchoolWeek> _typed = [.. weeks.Where(week => week.CasesByType.Count == Types.Length).OrderBy(week => week.From)];
    private readonly List<SchoolWeek> _isolated = [.. weeks.Where(week => week is { Cases: > 0, Isolated: > 0 }).OrderBy(week => week.From)];

    /// <summary>Staff as a part of all cases, over the weeks whose notes tell them apart.</summary>
    public double StaffPart { get; } =
        (double)weeks.Where(week => week.Pupils is not null).Sum(week => week.Staff ?? 0) / weeks.Where(week => week.Staff is not null).Sum(week => (week.Pupils ?? 0) + (week.Staff ?? 0));

    /// <summary>Cases of the seven days from that Monday on.</summary>
    public double CasesOfWeek(DateOnly monday)
    {
        var after = _counted.FindIndex(week => week.From >= monday);
        if (after < 0 || after == 0)
        {
            return _counted[after < 0 ? ^1 : 0].Cases!.Value;
        }

        var (before, next) = (_counted[after - 1], _counted[after]);
        var way = (double)(monday.DayNumber - before.From.DayNumber) / (next.From.DayNumber - before.From.DayNumber);
        return Math.Exp((Math.Log(before.Cases!.Value) * (1 - way)) + (Math.Log(next.Cases!.Value) * way));
    }

    /// <summary>Cases reported on that day, before chance.</summary>
    public double CasesOn(DateOnly day)
    {
        var weekday = ((int)day.DayOfWeek + 6) % 7;
        return CasesOfWeek(day.AddDays(-weekday)) * Weekdays[weekday];
    }

    /// <summary>Cases in a kind of school as a part of those in all the given kinds, in the published week that is nearest.</summary>
    public IReadOnlyList<(SchoolType Type, double Part)> TypesOn(DateOnly day, IReadOnlyCollection<SchoolType> among)
    {
        var week = Nearest(_typed, day);
        double all = week.CasesByType.Where(type => among.Contains(type.Key)).Sum(type => type.Value);
        return [.. Types.Where(among.Contains).Select(type => (type, week.CasesByType[type] / all))];
    }

    /// <summary>Contacts for each case, in the published week that is nearest.</summary>
    public double ContactsPerCaseOn(DateOnly day)
    {
        var week = Nearest(_isolated, day);
        return (double)week.Isolated!.Value / week.Cases!.Value;
    }

    private static SchoolWeek Nearest(List<SchoolWeek> among, DateOnly day) =>
        among.MinBy(week => Math.Abs(week.From.DayNumber + 3 - day.DayNumber))!;
}
