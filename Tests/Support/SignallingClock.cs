using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace CovidSchoolReporting.Tests.Support;

/// <summary>A clock that the test sets, and that tells when somebody has begun to wait on it: so a test never moves it too early.</summary>
public sealed class SignallingClock(DateTimeOffset start) : FakeTimeProvider(start)
{
    private readonly Channel<TimeSpan> _waits = Channel.CreateUnbounded<TimeSpan>();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        _waits.Writer.TryWrite(dueTime);
        return timer;
    }

    /// <summary>Waits until somebody waits as the test expects, and gives how long.</summary>
    public async Task<TimeSpan> WaitBegunAsync(Func<TimeSpan, bool> expected, CancellationToken cancellationToken)
    {
        while (true)
        {
            var wait = await _waits.Reader.ReadAsync(cancellationToken);
            if (expected(wait))
            {
                return wait;
            }
        }
    }
}
