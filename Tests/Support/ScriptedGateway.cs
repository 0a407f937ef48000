using System.Collections.Concurrent;
using System.Threading.Channels;
using CovidSchoolReporting.Domain.Delivery;

namespace CovidSchoolReporting.Tests.Support;

/// <summary>An agency that does what the test says, call by call, and answers well when the script is over.</summary>
public sealed class ScriptedGateway : IAgencyGateway
{
    private readonly ConcurrentQueue<Func<Task<Receipt>>> _script = new();
    private readonly Channel<CaseReport> _calls = Channel.CreateUnbounded<CaseReport>();
    private int _count;

    public ConcurrentQueue<Guid> Keys { get; } = new();

    public ScriptedGateway Then(Func<Task<Receipt>> act)
    {
        _script.Enqueue(act);
        return this;
    }

    public ScriptedGateway ThenFail(Exception failure) => Then(() => Task.FromException<Receipt>(failure));

    public Receipt Answer() => new(Receipt.Number(2020, Interlocked.Increment(ref _count)), TestPortal.Start.UtcDateTime);

    public Task<Receipt> DeliverAsync(Guid key, CaseReport report, CancellationToken cancellationToken)
    {
        Keys.Enqueue(key);
        _calls.Writer.TryWrite(report);
        return _script.TryDequeue(out var act) ? act().WaitAsync(cancellationToken) : Task.FromResult(Answer());
    }

    /// <summary>The next call that the agency gets.</summary>
    public async Task<CaseReport> NextCallAsync(CancellationToken cancellationToken) => await _calls.Reader.ReadAsync(cancellationToken);
}
