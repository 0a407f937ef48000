using CovidSchoolReporting.Domain.Time;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CovidSchoolReporting.Infrastructure.Retention;

/// <summary>
/// In the small hours announces the removal of old cases, and carries out what was announced a week before. Off unless the configuration
/// switches it on. The business clock says what hour it is; the real one only wakes the job.
/// </summary>
internal sealed class RetentionHousekeeping(
    RetentionDesk desk, IOptions<RetentionOptions> options, PortalClock clock, TimeProvider time, ILogger<RetentionHousekeeping> logger)
    : BackgroundService
{
    private const int FirstHour = 2, LastHour = 5;
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.Nightly)
        {
            return;
        }

        using var timer = new PeriodicTimer(Pause, time);
        do
        {
            try
            {
                if (PortalClock.InRome(clock.UtcNow).Hour is >= FirstHour and <= LastHour
                    && await desk.NightlyAsync(stoppingToken) is RetentionOutcome.Removed removed)
                {
                    logger.LogInformation("Retention: {Cases} cases and {Contacts} contacts were removed", removed.Cases, removed.Contacts);
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.LogWarning(exception, "Old cases could not be removed; they are tried again in an hour");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
