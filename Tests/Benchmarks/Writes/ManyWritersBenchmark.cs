using System.Collections.Concurrent;
using System.Diagnostics;
using CovidSchoolReporting.Benchmarks.Measuring;
using CovidSchoolReporting.Benchmarks.Stage;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Time;

namespace CovidSchoolReporting.Benchmarks.Writes;

/// <summary>
/// 64 writers add cases to the store at once: with the portal's gate before the database, and as plain EF Core. The rules are
/// left out: what they cost would hide what the lock costs.
/// </summary>
internal static class ManyWritersBenchmark
{
    private const int Writers = 64;
    private const int SavesOfEach = 50;
    private const int Rounds = 2;

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

    private sealed class Stand(BenchmarkPortal portal, List<Actor> schools, CaseDetails details, DateTime now) : IAsyncDisposable
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

            var setting = await portal.Get<ICaseStore>().SettingAsync(schools[0], CancellationToken.None);
            return new Stand(
                portal, schools, portal.Get<DraftReader>().Read(BenchmarkPortal.Case("0"), setting, []), portal.Get<PortalClock>().UtcNow);
        }

        public async Task RunAsync()
        {
            var start = Stopwatch.GetTimestamp();
            await Task.WhenAll(schools.Select(school => Task.Run(() => SaveAsync(school))));
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

        private async Task SaveAsync(Actor school)
        {
            var store = portal.Get<ICaseStore>();
            for (var i = 0; i < SavesOfEach; i++)
            {
                var start = Stopwatch.GetTimestamp();
                try
                {
                    await store.AddAsync(CovidCase.Open(school, Guid.NewGuid(), details, now), CancellationToken.None);
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
