using System.Diagnostics;

namespace CovidSchoolReporting.Benchmarks.Measuring;

/// <summary>
/// Runs contestants by turns, so that whatever else the machine does falls on all of them alike, and keeps what each
/// turn took.
/// </summary>
internal static class Contest
{
    /// <returns>For each contestant the time of each turn, in microseconds.</returns>
    public static async Task<double[][]> RunAsync(int warmUps, int turns, IReadOnlyList<Func<Task>> contestants)
    {
        for (var i = 0; i < warmUps; i++)
        {
            foreach (var contestant in contestants)
            {
                await contestant();
            }
        }

        var taken = contestants.Select(_ => new double[turns]).ToArray();
        for (var turn = 0; turn < turns; turn++)
        {
            for (var i = 0; i < contestants.Count; i++)
            {
                var start = Stopwatch.GetTimestamp();
                await contestants[i]();
                taken[i][turn] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
            }
        }

        return taken;
    }
}
