using System.Text.Json.Serialization;
using CovidSchoolReporting.Domain.Epidemic;

namespace CovidSchoolReporting.Domain.Policies;

/// <summary>The numbers of a policy. Whatever the portal computes from rules, it computes from here.</summary>
/// <param name="WindowDaysBefore">The contact window begins so many days before onset or swab: see <see cref="ContactWindow"/>.</param>
/// <param name="Case">The isolation of the case, one for each group that it tells apart.</param>
/// <param name="Contacts">The measure for contacts, one for each group that it tells apart.</param>
/// <param name="ClusterCases">So many cases of one class make a cluster: see <see cref="Epidemic.ClusterRule"/>. What stands here is for terms that were stored before they said it.</param>
/// <param name="ClusterDays">The last of them at most so many days after the first.</param>
public sealed record PolicyTerms(
    int WindowDaysBefore, IReadOnlyList<CaseIsolation> Case, IReadOnlyList<ContactMeasure> Contacts, int ClusterCases = 2, int ClusterDays = 14)
{
    /// <summary>No count of days is longer: what is beyond is a slip of the finger.</summary>
    public const int MostDays = 60;

    /// <summary>One case is no cluster.</summary>
    public const int FewestClusterCases = 2;

    [JsonIgnore]
    public ClusterRule ClusterRule => new(ClusterCases, ClusterDays);

    /// <summary>The measure of a contact, for each group that the rules tell apart.</summary>
    public IReadOnlyList<ContactDates> DatesFor(DateOnly lastContact) => [.. Contacts.Select(rule => rule.DatesFrom(lastContact))];

    public bool Equals(PolicyTerms? other) => other is not null
        && (WindowDaysBefore, ClusterCases, ClusterDays) == (other.WindowDaysBefore, other.ClusterCases, other.ClusterDays)
        && Case.SequenceEqual(other.Case) && Contacts.SequenceEqual(other.Contacts);

    public override int GetHashCode() => HashCode.Combine(WindowDaysBefore, Case.Count, Contacts.Count, ClusterCases, ClusterDays);

    /// <summary>Refuses what no source can mean.</summary>
    /// <exception cref="ArgumentException">A count is out of range, a group is missing, or a measure would never end.</exception>
    public void EnsureSound()
    {
        PersonGroups.GroupingOf(Case.Select(isolation => isolation.Group));
        PersonGroups.GroupingOf(Contacts.Select(measure => measure.Group));
        int?[] counts =
        [
            WindowDaysBefore, ClusterCases, ClusterDays,
            .. Case.SelectMany(c => (int?[])[c.AsymptomaticDays, c.SymptomaticDays, c.SymptomFreeDays, c.LongestDays]),
            .. Contacts.SelectMany(c => (int?[])[c.DaysWithTest, c.DaysWithoutTest, c.Ffp2Days]),
        ];
        if (counts.Any(count => count is < 0 or > MostDays)
            || ClusterCases < FewestClusterCases
            || Case.Any(c => c.IsRequired && !c.NegativeTest && (c.AsymptomaticDays is null || c.SymptomaticDays is null))
            || Case.Any(c => c.LongestDays < c.AsymptomaticDays || c.LongestDays < c.SymptomaticDays)
            || Contacts.Any(c => c.Kind != MeasureKind.None && (c.DaysWithTest ?? c.DaysWithoutTest) is null)
            || Contacts.Any(c => c.DaysWithoutTest < c.DaysWithTest))
        {
            throw new ArgumentException("The terms contradict themselves.");
        }
    }
}

internal static class DayCount
{
    public static DateOnly? Plus(this DateOnly day, int? days) => days is { } count ? day.AddDays(count) : null;
}
