namespace CovidSchoolReporting.Domain.Epidemic;

/// <summary>How long a bar of the curve lasts.</summary>
public enum CurveStep
{
    Day,

    /// <summary>Monday to Sunday.</summary>
    Week,
}

/// <summary>What the colours of the curve tell apart.</summary>
public enum CurveColours
{
    Role,
    SchoolType,
}

/// <param name="From">First day; of a week that begins before the period, the period's first day.</param>
/// <param name="Parts">Cases for each colour, in the order of the enumeration.</param>
/// <param name="Average">Cases a day, the mean of the seven days that end with <paramref name="To"/>.</param>
/// <param name="Official">The same mean of the official curve; null where it is not known for all seven days.</param>
public sealed record CurveBar(DateOnly From, DateOnly To, IReadOnlyList<int> Parts, double Average, double? Official)
{
    public int Cases => Parts.Sum();
}

/// <summary>The epidemic curve: what is drawn, and what the table beside it says.</summary>
/// <param name="Bars">One for each day or week of the period, those without cases too.</param>
public sealed record DailyCurve(CurveStep Step, CurveColours Colours, IReadOnlyList<CurveBar> Bars)
{
    /// <summary>Days in the moving average: a whole week, because schools and laboratories rest on Sundays.</summary>
    public const int AverageDays = 7;

    /// <summary>A longer period is shown by weeks unless days are asked for.</summary>
    public const int LongestByDay = 92;

    public bool HasOfficial => Bars.Any(bar => bar.Official is not null);

    public static DailyCurve Of(EpidemicFigures figures, CurveStep step, CurveColours colours)
    {
        var filter = figures.Filter;
        var kinds = colours == CurveColours.Role ? Enum.GetValues<RoleGroup>().Length : Enum.GetValues<Schools.SchoolType>().Length;
        var parts = new Dictionary<DateOnly, int[]>();
        foreach (var count in figures.Days)
        {
            var day = parts.TryGetValue(count.Day, out var known) ? known : parts[count.Day] = new int[kinds];
            day[colours == CurveColours.Role ? (int)count.Role : (int)count.SchoolType] += count.Cases;
        }

        var official = figures.Official.ToDictionary(count => count.Day, count => count.Cases);
        return new DailyCurve(step, colours, [.. Spans(filter, step).Select(span => Bar(span.From, span.To, kinds, parts, official))]);
    }

    private static IEnumerable<(DateOnly From, DateOnly To)> Spans(EpidemicFilter filter, CurveStep step)
    {
        for (var from = filter.From; from <= filter.To;)
        {
            // DayOfWeek counts from Sunday.
            var sunday = from.AddDays((7 - (int)from.DayOfWeek) % 7);
            var to = step == CurveStep.Day ? from : sunday < filter.To ? sunday : filter.To;
            yield return (from, to);
            from = to.AddDays(1);
        }
    }

    private static CurveBar Bar(
        DateOnly from, DateOnly to, int kinds, Dictionary<DateOnly, int[]> parts, Dictionary<DateOnly, int> official)
    {
        var sums = new int[kinds];
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            if (parts.TryGetValue(day, out var counts))
            {
                for (var kind = 0; kind < kinds; kind++)
                {
                    sums[kind] += counts[kind];
                }
            }
        }

        DateOnly[] week = [.. Enumerable.Range(0, AverageDays).Select(back => to.AddDays(-back))];
        var average = week.Sum(day => parts.TryGetValue(day, out var counts) ? counts.Sum() : 0) / (double)AverageDays;
        double? ofAll = week.All(official.ContainsKey) ? week.Sum(day => official[day]) / (double)AverageDays : null;
        return new CurveBar(from, to, sums, average, ofAll);
    }
}
