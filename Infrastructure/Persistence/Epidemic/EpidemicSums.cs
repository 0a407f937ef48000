using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Epidemic;

namespace CovidSchoolReporting.Infrastructure.Persistence.Epidemic;

/// <summary>What one filter finds in the sums that the database keeps: it changes only when a report does.</summary>
/// <param name="Days">Of the period and of the days before it that the dashboard compares with.</param>
internal sealed record EpidemicSums(
    IReadOnlyList<DayCount> Days, IReadOnlyList<PlaceSum> Places, RankedSums Classes, IReadOnlyList<DelaySummary> Delays);

internal sealed record PlaceSum(string Code, int Cases, int Contacts);

/// <summary>Most cases first, as many as are shown.</summary>
internal sealed record RankedSums(IReadOnlyList<SiteSum> Sites, IReadOnlyList<ClassSum> Classes);

internal sealed record SiteSum(int Site, int Cases, int Contacts);

internal sealed record ClassSum(int Site, string ClassKey, int Cases, int Contacts);

/// <summary>
/// Keeps what was read of the sums until the next change of a report: many operators watch the same charts, and each arrival draws all
/// of them anew. What is kept is counts only.
/// </summary>
internal sealed class SumsMemory
{
    /// <summary>Filters that are kept at once; more than people watch.</summary>
    private const int Most = 64;

    private readonly Lock _lock = new();
    private readonly Dictionary<(EpidemicFilter Filter, string Territories), Lazy<Task<EpidemicSums>>> _kept = [];
    private long _change = -1;

    /// <param name="change">Number of the newest change of a report, as it was before <paramref name="read"/> runs.</param>
    public async Task<EpidemicSums> GetAsync(
        long change, EpidemicFilter filter, IReadOnlyList<Territory> territories, Func<Task<EpidemicSums>> read)
    {
        var key = (filter, string.Join(',', territories.Select(territory => (int)territory)));
        Lazy<Task<EpidemicSums>> sums;
        lock (_lock)
        {
            // Whoever saw an older change is served what is newer.
            if (change > _change || _kept.Count >= Most)
            {
                _kept.Clear();
                _change = Math.Max(change, _change);
            }

            sums = _kept.TryGetValue(key, out var known) ? known : _kept[key] = new Lazy<Task<EpidemicSums>>(read);
        }

        try
        {
            return await sums.Value;
        }
        catch
        {
            // A reading that failed is not the answer to the next question.
            lock (_lock)
            {
                if (_kept.GetValueOrDefault(key) == sums)
                {
                    _kept.Remove(key);
                }
            }

            throw;
        }
    }
}
