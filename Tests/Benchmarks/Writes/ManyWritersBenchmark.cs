using System.Diagnostics;
using CovidSchoolReporting.Benchmarks.Measuring;
using CovidSchoolReporting.Benchmarks.Stage;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Policies;
using CovidSchoolReporting.Domain.Time;

namespace CovidSchoolReporting.Benchmarks.Writes;

/// <summary>
/// 64 people save a case at the same moment, again and again: with the portal's gate before the database, and as plain EF Core.
/// The rules are left out: what they cost would hide what the lock costs.
/// </summary>
internal static class ManyWritersBenchmark
{
    private const int Writers = 64;
    private const int WarmUps = 3;
    private const int Rounds = 25;

    public static async Task RunAsync()
    {
        await using var gated = await Stand.SetAsync(gated: true);
        await using var ungated = await Stand.SetAsync(gated: false);
        for (var round = -WarmUps; round < Rounds; round++)
        {
            await gated.SaveAtOnceAsync(counts: round >= 0);
            await ungated.SaveAtOnceAsync(counts: round >= 0);
        }

        var table = new Table(
            $"{Writers} writers at once, one new case each, {Rounds} times by turns: milliseconds for a save",
            "writers", "p50", "p99", "worst", "saves/s", "lock errors");
        gated.AddTo(table, "gated");
        ungated.AddTo(table, "ungated EF Core");
        table.Print();
        Console.WriteLine($"p99 ungated / gated: {Figures.Times(ungated.P99 / gated.P99)}");
    }

    private sealed class Stand(BenchmarkPortal portal, List<Actor> schools, CaseDetails details, DateTime now) : IAsyncDisposable
    {
        private readonly List<double> _taken = [];
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

        public async Task SaveAtOnceAsync(bool counts)
        {
            var signal = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var writers = schools.Select(school => SaveAsync(school, signal.Task)).ToList();
            var start = Stopwatch.GetTimestamp();
            signal.SetResult();
            var taken = await Task.WhenAll(writers);
            if (counts)
            {
                _elapsed += Stopwatch.GetElapsedTime(start);
                _taken.AddRange(taken);
            }
        }

        public void AddTo(Table table, string name) => table.Add(
            name,
            Figures.Milli(Figures.Median(_taken)),
            Figures.Milli(P99),
            Figures.Milli(_taken.Max()),
            Figures.Count(_taken.Count / _elapsed.TotalSeconds),
            Figures.Count(_errors));

        public ValueTask DisposeAsync() => portal.DisposeAsync();

        /// <returns>Microseconds from the signal until the case is saved.</returns>
        private async Task<double> SaveAsync(Actor school, Task signal)
        {
            var store = portal.Get<ICaseStore>();
            var policy = (await portal.Get<IPolicyStore>().TimelineAsync(CancellationToken.None)).InForceOn(PortalClock.DayOf(now));
            var opened = CovidCase.Open(school, Guid.NewGuid(), details, policy, now);
            await signal;
            var start = Stopwatch.GetTimestamp();
            try
            {
                await store.AddAsync(school, opened, CancellationToken.None);
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                Interlocked.Increment(ref _errors);
            }

            return Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }
    }
}
