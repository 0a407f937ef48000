using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace CovidSchoolReporting.Infrastructure.LiveUpdates;

/// <summary>Carries changes from those who commit to the screens that are open in this process.</summary>
public sealed class ChangeHub(ILogger<ChangeHub> logger)
{
    private readonly ConcurrentDictionary<long, Subscription> _subscriptions = new();
    private long _lastNumber;

    /// <summary>Asks to be told. The callback runs with the subscriber's execution context, outside any lock.</summary>
    /// <returns>Ends the subscription; may be disposed more than once.</returns>
    public IDisposable Subscribe(Func<Change, Task> react)
    {
        var number = Interlocked.Increment(ref _lastNumber);
        var subscription = new Subscription(this, number, react, ExecutionContext.Capture());
        _subscriptions[number] = subscription;
        return subscription;
    }

    /// <summary>Tells everybody. Returns at once: a slow screen holds up neither the others nor the one who committed.</summary>
    public void Publish(Change change)
    {
        foreach (var subscription in _subscriptions.Values)
        {
            _ = Task.Run(() => subscription.TellAsync(change));
        }
    }

    private sealed class Subscription(ChangeHub hub, long number, Func<Change, Task> react, ExecutionContext? context) : IDisposable
    {
        public async Task TellAsync(Change change)
        {
            try
            {
                Task told = Task.CompletedTask;
                if (context is null)
                {
                    told = react(change);
                }
                else
                {
                    ExecutionContext.Run(context, _ => told = react(change), null);
                }

                await told;
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                // One broken screen must not keep the news from the others; the subscriber shows its own failures.
                hub.Log(exception);
            }
        }

        public void Dispose() => hub._subscriptions.TryRemove(number, out _);
    }

    private void Log(Exception exception) => logger.LogError(exception, "A subscriber to live updates failed.");
}
