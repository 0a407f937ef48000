using System.Collections.Concurrent;
using System.Diagnostics;
using CovidSchoolReporting.Benchmarks.Measuring;
using CovidSchoolReporting.Benchmarks.Stage;
using CovidSchoolReporting.Domain.Access;

namespace CovidSchoolReporting.Benchmarks.Writes;

/// <summary>64 people save cases at once: with the portal's gate before the database, and as plain EF Core.</summary>
internal static class ManyWritersBenchmark
{
    private const int Writers = 64;
    private const int SavesOfEach = 20;
    private const int Rounds = 3;

    public static async Task RunAsync()
    {
        await using var gated = await Stand.SetAsync(gated: true);
        await using var ungated = await Stand.SetAsync(gated: false);
        for (var round = 0; round < Rounds; round++)
        {
            await gated.RunAsync();
            await ungated.RunAsync();
        }

        var table = new Table(
            $"{Writers} writers at once, {SavesOfEach} new cases each, {Rounds} rounds by turns: milliseconds for a save",
            "writers", "p50", "p99", "worst", "saves/s", "lock errors");
        gated.AddTo(table, "gated");
        ungated.AddTo(table, "ungated EF Core");
        table.Print();
        Console.WriteLine($"p99 ungated / gated: {Figures.Times(ungated.P99 / gated.P99)}");
    }

    private sealed class Stand(BenchmarkPortal portal, List<Actor> schools) : IAsyncDisposable
    {
        private readonly ConcurrentBag<double> _taken = [];
        private TimeSpan _elapsed;
        private int _errors;

        public double P99 => Figures.Quantile(_taken, 0.99);

        public static async Task<Stand> SetAsync(bool gated)
        {
            var portal = await BenchmarkPortal.StartAsync(gated);
            var schools = new List<Actor>();
            for (var i = 0; i < Writers; i++)
            {
                schools.Add(await portal.AddSchoolAsync($"{i}"));
                await portal.ReportAsync(schools[i], $"{i}");
            }

            return new Stand(portal, schools);
        }

        public async Task RunAsync()
        {
            var start = Stopwatch.GetTimestamp();
            await Task.WhenAll(schools.Select((school, i) => Task.Run(() => SaveAsync(school, $"{i}"))));
            _elapsed += Stopwatch.GetElapsedTime(start);
        }

        public void AddTo(Table table, string name) => table.Add(
            name,
            Figures.Milli(Figures.Median(_taken)),
            Figures.Milli(P99),
            Figures.Milli(_taken.Max()),
            Figures.Count(_taken.Count / _elapsed.TotalSeconds),
            Figures.Count(_errors));

        public ValueTask DisposeAsync() => portal.DisposeAsync();

        private async Task SaveAsync(Actor school, string name)
        {
            for (var i = 0; i < SavesOfEach; i++)
            {
                var start = Stopwatch.GetTimestamp();
                try
                {
                    await portal.ReportAsync(school, name);
                }
                catch (Exception exception) when (exception is not OutOfMemoryException)
                {
                    Interlocked.Increment(ref _errors);
                }

                _taken.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
            }
        }
    }
}
