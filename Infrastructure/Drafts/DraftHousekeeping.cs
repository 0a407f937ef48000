using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CovidSchoolReporting.Infrastructure.Drafts;

/// <summary>Once an hour removes the drafts that were kept long enough.</summary>
internal sealed class DraftHousekeeping(DraftStore drafts, TimeProvider time, ILogger<DraftHousekeeping> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await drafts.PruneAsync(stoppingToken) > 0)
                {
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // What was not removed now is removed an hour later; no query shows it meanwhile.
                logger.LogWarning(exception, "Old drafts could not be removed");
            }
        }
    }
}
