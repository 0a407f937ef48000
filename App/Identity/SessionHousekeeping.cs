using CovidSchoolReporting.Infrastructure.Identity;
using OpenIddict.Abstractions;

namespace CovidSchoolReporting.App.Identity;

/// <summary>Once an hour deletes the sessions that are over, and what the embedded provider needs no more: spent tokens, guesses at addresses that nobody has.</summary>
internal sealed class SessionHousekeeping(
    SessionStore sessions,
    EmbeddedAccounts accounts,
    ProviderChoice choice,
    IServiceScopeFactory scopes,
    TimeProvider time,
    ILogger<SessionHousekeeping> logger)
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

                if (choice is ProviderChoice.Embedded)
                {
                    await PruneTokensAsync(stoppingToken);
                    while (await accounts.PruneAsync(stoppingToken) > 0)
                    {
                    }
                }
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
        await using var scope = scopes.CreateAsyncScope();
        var tokens = scope.ServiceProvider.GetRequiredService<IOpenIddictTokenManager>();
        await tokens.PruneAsync(time.GetUtcNow() - KeepTokens, cancellationToken);
    }
}
