using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CovidSchoolReporting.Infrastructure.LineLists;

/// <summary>
/// Lists are full of people, so none lies on the disk longer than it was promised, whether or not anybody makes another one; and what a
/// portal left behind that was killed is cleared away at the next start.
/// </summary>
internal sealed class LineListCleaning(LineListExports exports, TimeProvider time, ILogger<LineListCleaning> logger) : IHostedService, IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private ITimer? _timer;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _timer = time.CreateTimer(_ => Clean(), null, TimeSpan.Zero, Pause);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => _timer?.Dispose();

    private void Clean()
    {
        try
        {
            exports.RemoveOld();
            exports.RemoveLeftBehind();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            logger.LogWarning(exception, "Line lists could not be cleared away; it is tried again in a minute");
        }
    }
}
