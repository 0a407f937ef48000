using CovidSchoolReporting.Domain.Rosters;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CovidSchoolReporting.Infrastructure.Rosters;

/// <summary>
/// At the start and once an hour removes the rosters whose school year is over.
/// </summary>
/// <remarks>
/// The business clock says what day it is, because it also said on what day a list was loaded: a demonstration of autumn 2020 that was
/// judged by the real calendar would lose its roster at once. The real clock only wakes the job.
/// </remarks>
internal sealed class RosterHousekeeping(
    RosterKeeping rosters, SchoolYear schoolYear, TimeProvider time, ILogger<RosterHousekeeping> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        do
        {
            try
            {
                if (await rosters.ExpireAsync(schoolYear, stoppingToken) is > 0 and var removed)
                {
                    logger.LogInformation("The school year is over: {Removed} people of rosters were removed", removed);
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.LogWarning(exception, "Old rosters could not be removed; they are tried again in an hour");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
