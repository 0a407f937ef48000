using System.Diagnostics;
using System.Globalization;
using CovidSchoolReporting.Benchmarks.Measuring;
using CovidSchoolReporting.Benchmarks.Stage;

namespace CovidSchoolReporting.Benchmarks.Lists;

/// <summary>The same page asked of the portal and in plain ADO.NET; both give how many rows they read.</summary>
internal sealed record ListPair(Func<Task<int>> Portal, Func<int> Plain);

/// <summary>A way to ask for a list, to be tried on databases of several sizes.</summary>
internal sealed record ListVariant(string Name, Func<FilledDatabase, ListPair> On);

internal static class ListBenchmark
{
    private const int WarmUps = 30;
    private const int Turns = 150;

    /// <summary>Fewer turns do where one takes long: so much time for each list at most, but no fewer than these.</summary>
    private const int FewestTurns = 15;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(3);

    public static async Task RunAsync(string title, IReadOnlyList<FilledDatabase> databases, IEnumerable<ListVariant> variants)
    {
        var table = new Table(
            $"{title}: median microseconds of the portal, of plain ADO.NET, and how many times longer; flat = largest to smallest database",
            ["list", .. databases.SelectMany(d => new[] { d.Cases.ToString("N0", CultureInfo.InvariantCulture), "plain", "x" }), "flat", "plain flat"]);
        var ratios = new List<double>();
        var slowest = (Micro: 0.0, Name: "");
        foreach (var variant in variants)
        {
            var pairs = databases.Select(variant.On).ToList();
            foreach (var pair in pairs)
            {
                // Two that read different rows would not be comparable. The portal shows 25 of the 26 that it reads.
                var (portal, plain) = (await pair.Portal(), pair.Plain());
                if (portal != Math.Min(plain, 25))
                {
                    throw new InvalidOperationException($"{variant.Name}: the portal has {portal} rows, plain ADO.NET {plain}.");
                }
            }

            var start = Stopwatch.GetTimestamp();
            foreach (var pair in pairs)
            {
                await pair.Portal();
                pair.Plain();
            }

            var turns = (int)Math.Clamp(Longest / Stopwatch.GetElapsedTime(start), FewestTurns, Turns);
            var taken = await Contest.RunAsync(Math.Min(WarmUps, turns), turns, [.. pairs.SelectMany(pair => new Func<Task>[]
            {
                pair.Portal,
                () =>
                {
                    pair.Plain();
                    return Task.CompletedTask;
                },
            })]);
            var cells = new List<string> { variant.Name };
            for (var i = 0; i < databases.Count; i++)
            {
                var (portal, plain) = (taken[i * 2], taken[(i * 2) + 1]);
                ratios.Add(Figures.Ratio(portal, plain));
                slowest = Figures.Median(portal) > slowest.Micro ? (Figures.Median(portal), $"{variant.Name} at {databases[i].Cases:N0}") : slowest;
                cells.AddRange([Figures.Micro(Figures.Median(portal)), Figures.Micro(Figures.Median(plain)), Figures.Times(ratios[^1])]);
            }

            cells.Add(Figures.Times(Figures.Median(taken[^2]) / Figures.Median(taken[0])));
            cells.Add(Figures.Times(Figures.Median(taken[^1]) / Figures.Median(taken[1])));
            table.Add([.. cells]);
        }

        table.Print();
        Console.WriteLine($"Median of the ratios {Figures.Times(Figures.Median(ratios))}, worst {Figures.Times(ratios.Max())}. Slowest {Figures.Milli(slowest.Micro)} ms: {slowest.Name}.");
    }
}
