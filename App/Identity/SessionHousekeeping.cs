using CovidSchoolReporting.Infrastructure.Identity;
using OpenIddict.Abstractions;

namespace CovidSchoolReporting.App.Identity;

/// <summary>Once an hour deletes the sessions that are over, and the embedded provider's spent tokens.</summary>
internal sealed class SessionHousekeeping(
    SessionStore sessions, ProviderChoice choice, IServiceScopeFactory scopes, TimeProvider time, ILogger<SessionHousekeeping> logger)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);
    private static readonly TimeSpan KeepTokens = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await sessions.PruneAsync(stoppingToken) > 0)
                {
                }

                await PruneTokensAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // What was not deleted now is deleted an hour later; it is over all the same.
                logger.LogWarning(exception, "Old sessions could not be deleted");
            }
        }
    }

    private async Task PruneTokensAsync(CancellationToken cancellationToken)
    {
        if (choice is not ProviderChoice.Embedded)
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var tokens = scope.ServiceProvider.GetRequiredService<IOpenIddictTokenManager>();
        await tokens.PruneAsync(time.GetUtcNow() - KeepTokens, cancellationToken);
    }
}
