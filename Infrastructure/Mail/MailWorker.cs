using System.Threading.Channels;
using CovidSchoolReporting.Domain.Time;
using CovidSchoolReporting.Infrastructure.Delivery;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CovidSchoolReporting.Infrastructure.Mail;

/// <summary>
/// Sends the notices that are due, one after the other, and prepares the operators' digest once a day. Nothing is remembered here that
/// the database does not know. When mail is off it does nothing at all.
/// </summary>
internal sealed class MailWorker(
    MailOutbox outbox, SmtpMailer mailer, ChangeHub hub, IOptions<MailOptions> options, PortalClock clock, TimeProvider time, ILogger<MailWorker> logger)
    : BackgroundService
{
    private const int AtOnce = 50;

    /// <summary>Looks this often even if nobody calls: another process may have prepared something.</summary>
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(1);

    private readonly Channel<bool> _calls = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.IsOn)
        {
            return;
        }

        // What the agency does with a case names its territory: it may have prepared a notice.
        using var subscription = hub.Subscribe(change =>
        {
            if (change.Territory is not null)
            {
                _calls.Writer.TryWrite(true);
            }

            return Task.CompletedTask;
        });
        while (!stoppingToken.IsCancellationRequested)
        {
            await RestAsync(await LookAsync(stoppingToken), stoppingToken);
        }
    }

    /// <summary>Sends what is due.</summary>
    /// <returns>How long to rest before looking again, unless called.</returns>
    internal async Task<TimeSpan> LookAsync(CancellationToken stopping)
    {
        try
        {
            if (options.Value.DigestAt is { } hour && TimeOnly.FromDateTime(PortalClock.InRome(clock.UtcNow)) >= hour)
            {
                await outbox.PrepareDigestsAsync(clock.Today, stopping);
            }

            var agenda = await outbox.ReadAgendaAsync(time.GetUtcNow().UtcDateTime, AtOnce, stopping);
            foreach (var id in agenda.Due)
            {
                await CarryAsync(id, stopping);
            }

            var now = time.GetUtcNow().UtcDateTime;
            return agenda.Due.Count == AtOnce ? TimeSpan.Zero
                : agenda.NextRetryAt is { } next && next - now < LongestRest ? TimeSpan.FromTicks(Math.Max(0, (next - now).Ticks))
                : LongestRest;
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !stopping.IsCancellationRequested)
        {
            logger.LogError("The waiting notices cannot be read or noted ({Failure}).", exception.GetType().Name);
            return LongestRest;
        }
        catch (OperationCanceledException)
        {
            return TimeSpan.Zero;
        }
    }

    private async Task CarryAsync(int mailId, CancellationToken stopping)
    {
        if (await outbox.ReadAsync(mailId, stopping) is not { } letter)
        {
            return;
        }

        if (letter.To is null)
        {
            await outbox.StoreFailureAsync(mailId, "the user is disabled", null, CancellationToken.None);
            return;
        }

        try
        {
            await mailer.SendAsync(letter, stopping);
        }
        catch (MailRefusedException refusal)
        {
            await outbox.StoreFailureAsync(mailId, refusal.Message, null, CancellationToken.None);
            logger.LogError("Notice {MailId} was given up ({Failure}).", mailId, refusal.Message);
            return;
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !stopping.IsCancellationRequested)
        {
            await FailAsync(mailId, letter.Attempts + 1, failure.GetType().Name);
            return;
        }

        // What the server took is noted even while the portal stops: else it would be sent again.
        await outbox.StoreSentAsync(mailId, CancellationToken.None);
    }

    private async Task FailAsync(int mailId, int attempts, string kind)
    {
        var settings = options.Value;
        var wait = RetrySchedule.WaitAfter(
            attempts, settings.FirstRetrySeconds, settings.LongestRetrySeconds, settings.MaxAttempts, Random.Shared.NextDouble());
        await outbox.StoreFailureAsync(mailId, kind, time.GetUtcNow().UtcDateTime + wait, CancellationToken.None);
        logger.LogWarning("Notice {MailId} was not sent at try {Attempt} ({Failure}); next try in {Wait}.", mailId, attempts, kind, wait);
    }

    private async Task RestAsync(TimeSpan longest, CancellationToken stopping)
    {
        using var alarm = new CancellationTokenSource(longest, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(alarm.Token, stopping);
        try
        {
            await _calls.Reader.ReadAsync(end.Token);
        }
        catch (OperationCanceledException)
        {
            // Time to look, or to stop: the loop sees which.
        }
    }
}
