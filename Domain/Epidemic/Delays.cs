namespace CovidSchoolReporting.Domain.Epidemic;

/// <summary>A stretch of the way from the school to the measures.</summary>
public enum DelayStep
{
    /// <summary>From the last day at school to the report; in days.</summary>
    LastDayToReport,

    /// <summary>From the positive swab to the report; in days.</summary>
    SwabToReport,

    /// <summary>From the report to its taking in charge; in hours.</summary>
    ReportToCharge,

    /// <summary>From the taking in charge to the measures; in hours.</summary>
    ChargeToMeasures,
}

/// <summary>How many reports took so long.</summary>
/// <param name="Length">Whole days or hours begun and finished: see <see cref="DelayStep"/>.</param>
public sealed record DelayCount(DelayStep Step, int Length, int Reports);

/// <summary>How long a step took.</summary>
/// <param name="Reports">Those that have finished the step.</param>
/// <param name="Median">Half of them took no longer; null when there is none.</param>
/// <param name="NineTenths">Nine of ten took no longer.</param>
public sealed record DelaySummary(DelayStep Step, int Reports, int? Median, int? NineTenths)
{
    /// <summary>Whether the lengths are hours; else they are days.</summary>
    public bool InHours => Step is DelayStep.ReportToCharge or DelayStep.ChargeToMeasures;

    /// <summary>One summary for each step, exact: the counts hold every length.</summary>
    public static IReadOnlyList<DelaySummary> Of(IReadOnlyCollection<DelayCount> counts) =>
        [.. Enum.GetValues<DelayStep>().Select(step => Of(step, [.. counts.Where(count => count.Step == step).OrderBy(count => count.Length)]))];

    private static DelaySummary Of(DelayStep step, List<DelayCount> counts)
    {
        var all = counts.Sum(count => count.Reports);
        return new DelaySummary(step, all, Quantile(counts, all, 0.5), Quantile(counts, all, 0.9));
    }

    /// <summary>The shortest length that so great a share did not exceed.</summary>
    private static int? Quantile(List<DelayCount> counts, int all, double share)
    {
        var needed = (int)Math.Ceiling(all * share);
        foreach (var count in counts)
        {
            needed -= count.Reports;
            if (needed <= 0)
            {
                return count.Length;
            }
        }

        return null;
    }
}
