namespace CovidSchoolReporting.Domain.Agency.Queue;

/// <summary>Counts while a command goes from report to report.</summary>
internal sealed class BatchTally
{
    private readonly Dictionary<string, int> _held = [];

    public int Done { get; set; }

    public int NotThere { get; set; }

    public int NotTheirs { get; set; }

    public int NotSaved { get; set; }

    public BatchOutcome Outcome => new(Done, [.. _held.Select(one => new HeldReports(one.Key, one.Value)).OrderBy(one => one.ByName, StringComparer.Ordinal)], NotTheirs, NotThere, NotSaved);

    public void HeldBy(string name) => _held[name] = _held.GetValueOrDefault(name) + 1;
}
