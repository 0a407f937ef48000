namespace CovidSchoolReporting.Domain.Epidemic;

/// <summary>One case of a class, as the search for clusters sees it.</summary>
/// <param name="Day">Day of the positive swab, or of the report where no swab is known.</param>
/// <param name="Contacts">How many contacts were listed for it.</param>
public sealed record ClassCase(DateOnly Day, int Contacts);

/// <summary>Linked cases of one class.</summary>
public sealed record ClusterSpan(DateOnly FirstDay, DateOnly LastDay, int Cases, int Contacts);

/// <summary>What makes a cluster: so many cases of one class within so many days. The numbers are the policy's.</summary>
/// <param name="Cases">2 or more.</param>
/// <param name="Days">The last of them comes at most so many days after the first.</param>
public sealed record ClusterRule(int Cases, int Days)
{
    /// <summary>
    /// The clusters of a class. Cases belong to a cluster when enough of them lie close enough together; clusters that share a case are one,
    /// so that an outbreak that goes on is not cut when the days are over.
    /// </summary>
    /// <param name="cases">All cases of the class, in any order.</param>
    public IReadOnlyList<ClusterSpan> Find(IEnumerable<ClassCase> cases)
    {
        var ordered = cases.OrderBy(one => one.Day).ToList();
        List<(int First, int Last)> runs = [];
        for (var first = 0; first + Cases <= ordered.Count; first++)
        {
            var last = first + Cases - 1;
            if (ordered[last].Day.DayNumber - ordered[first].Day.DayNumber > Days)
            {
                continue;
            }

            if (runs.Count > 0 && first <= runs[^1].Last)
            {
                runs[^1] = (runs[^1].First, last);
            }
            else
            {
                runs.Add((first, last));
            }
        }

        return [.. runs.Select(run => Span(ordered[run.First..(run.Last + 1)]))];
    }

    private static ClusterSpan Span(List<ClassCase> run) => new(run[0].Day, run[^1].Day, run.Count, run.Sum(one => one.Contacts));
}
