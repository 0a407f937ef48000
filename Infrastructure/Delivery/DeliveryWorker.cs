using System.Threading.Channels;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CovidSchoolReporting.Infrastructure.Delivery;

/// <summary>
/// Sends off what is due: at start all that waits, then each case as soon as it is closed, and each retry at its time.
/// Nothing is remembered here that the database does not know, so that the process may be killed at any moment.
/// </summary>
internal sealed class DeliveryWorker(
    Outbox outbox, Courier courier, ChangeHub hub, IOptions<DeliveryOptions> options, TimeProvider time, ILogger<DeliveryWorker> logger)
    : BackgroundService
{
    /// <summary>Looks this often even if nobody calls: another process may have closed a case and then died.</summary>
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(1);

    /// <summary>Pause after the database failed.</summary>
    private static readonly TimeSpan Recovery = TimeSpan.FromSeconds(5);

    /// <summary>Touched by the loop alone.</summary>
    private readonly Dictionary<int, Task> _underWay = [];

    private readonly Channel<bool> _calls = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A change that names no territory came from a school: it may have closed a case.
        using var subscription = hub.Subscribe(change =>
        {
            if (change.Territory is null)
            {
                Call();
            }

            return Task.CompletedTask;
        });
        while (!stoppingToken.IsCancellationRequested)
        {
            foreach (var id in _underWay.Where(one => one.Value.IsCompleted).Select(one => one.Key).ToList())
            {
                _underWay.Remove(id);
            }

            await RestAsync(await SendOffAsync(stoppingToken), stoppingToken);
        }

        await Task.WhenAll(_underWay.Values);
    }

    /// <summary>Starts what is due, as far as there are free hands.</summary>
    /// <returns>How long to rest before looking again, unless called.</returns>
    private async Task<TimeSpan> SendOffAsync(CancellationToken stopping)
    {
        try
        {
            var now = time.GetUtcNow().UtcDateTime;
            var agenda = await outbox.ReadAgendaAsync(now, options.Value.AtOnce * 2, stopping);
            var free = options.Value.AtOnce - _underWay.Count;
            foreach (var id in agenda.Due.Where(id => !_underWay.ContainsKey(id)).Take(free).ToList())
            {
                _underWay[id] = Task.Run(() => CarryAsync(id, stopping), CancellationToken.None);
                _ = _underWay[id].ContinueWith(
                    _ => Call(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            }

            return agenda.NextRetryAt is { } next && next - now < LongestRest ? next - now : LongestRest;
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !stopping.IsCancellationRequested)
        {
            logger.LogError("The waiting deliveries cannot be read ({Failure}).", exception.GetType().Name);
            return Recovery;
        }
        catch (OperationCanceledException)
        {
            return TimeSpan.Zero;
        }
    }

    private async Task CarryAsync(int deliveryId, CancellationToken stopping)
    {
        try
        {
            await courier.CarryAsync(deliveryId, stopping);
        }
        catch (Exception exception)
        {
            // When the portal stops, the delivery simply waits for the next start.
            if (!stopping.IsCancellationRequested)
            {
                logger.LogError("Delivery {DeliveryId} could not be read or noted ({Failure}).", deliveryId, exception.GetType().Name);
                await Task.Delay(Recovery, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private void Call() => _calls.Writer.TryWrite(true);

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
