using System.Threading.Channels;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Audit;
using CovidSchoolReporting.Domain.Time;
using CovidSchoolReporting.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CovidSchoolReporting.Infrastructure.Audit;

/// <inheritdoc cref="IAuditTrail"/>
/// <remarks>
/// While the database cannot be written the queue waits with it. Once the queue is full, readers wait too: nothing is shown that
/// could not be written down afterwards.
/// </remarks>
internal sealed class AuditTrail(
    IDbContextFactory<PortalDbContext> contexts, DatabaseEngine engine, PortalClock clock, TimeProvider time, ILogger<AuditTrail> logger)
    : IAuditTrail, IAsyncDisposable
{
    private const int QueueLength = 20_000;
    private const int EntriesAtOnce = 500;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan FlushLook = TimeSpan.FromMilliseconds(20);

    private readonly Channel<AuditEntry> _queue = Channel.CreateBounded<AuditEntry>(new BoundedChannelOptions(QueueLength));
    private readonly CancellationTokenSource _ending = new();
    private readonly Lock _lock = new();
    private readonly ReadingMemory _memory = new();
    private List<AuditEntry> _unwritten = [];
    private Task _writer = Task.CompletedTask;
    private bool _writing;
    private volatile bool _stuck;
    private volatile TaskCompletionSource _wake = new();

    public ValueTask ReadAsync(Actor actor, AuditAction action, AuditRecord record, int personCount = 1)
    {
        var now = clock.UtcNow;
        return _memory.IsNew(actor, action, record, now)
            ? AddAsync(AuditEntry.By(actor, action, now, record, personCount))
            : ValueTask.CompletedTask;
    }

    public ValueTask ListedAsync(Actor actor, AuditAction action, IReadOnlyCollection<int> caseIds, string? details = null, int? personCount = null)
    {
        var now = clock.UtcNow;

        // A file and an answer to another system are taken away each time; a list on a screen is looked at.
        List<int> shown = action is AuditAction.ListExported or AuditAction.LetterRead or AuditAction.ApiRead
            ? [.. caseIds]
            : [.. caseIds.Where(id => _memory.IsNew(actor, action, AuditRecord.Case(id), now))];
        return shown.Count == 0 ? ValueTask.CompletedTask : AddAsync(AuditEntry.About(actor, action, now, shown, details, personCount));
    }

    public async ValueTask AddAsync(AuditEntry entry)
    {
        if (!_queue.Writer.TryWrite(entry))
        {
            await _queue.Writer.WriteAsync(entry, _ending.Token);
        }

        StartWriting();
    }

    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        _stuck = false;
        _wake.TrySetResult();
        while (!_stuck && (_writing || _queue.Reader.Count > 0))
        {
            StartWriting();
            await Task.WhenAny(_writer, Task.Delay(FlushLook, CancellationToken.None)).WaitAsync(cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        // Whoever is waiting for a database that cannot be written stops waiting and tries once more.
        await _ending.CancelAsync();
        await _writer;
        await WriteQueueAsync();
        _ending.Dispose();
    }

    private void StartWriting()
    {
        lock (_lock)
        {
            if (_writing)
            {
                return;
            }

            _writing = true;

            // The writer belongs to nobody's request: it must not carry along what the first of them had around it.
            using (ExecutionContext.SuppressFlow())
            {
                _writer = Task.Run(WriteAsync);
            }
        }
    }

    private async Task WriteAsync()
    {
        while (true)
        {
            // The alarm is set before the try: who rings while it fails is heard.
            _wake = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            while (!await WriteQueueAsync() && !_ending.IsCancellationRequested)
            {
                using var nap = CancellationTokenSource.CreateLinkedTokenSource(_ending.Token);
                await Task.WhenAny(Task.Delay(Pause, time, nap.Token), _wake.Task);
                await nap.CancelAsync();
                _wake = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            lock (_lock)
            {
                if (_ending.IsCancellationRequested || (_queue.Reader.Count == 0 && _unwritten.Count == 0))
                {
                    _writing = false;
                    return;
                }
            }
        }
    }

    /// <returns>False when the database cannot be written now; nothing is lost.</returns>
    private async Task<bool> WriteQueueAsync()
    {
        while (true)
        {
            while (_unwritten.Count < EntriesAtOnce && _queue.Reader.TryRead(out var next))
            {
                _unwritten.Add(next);
            }

            if (_unwritten.Count == 0)
            {
                return true;
            }

            try
            {
                await using var context = await contexts.CreateDbContextAsync();
                context.ChangeTracker.AutoDetectChangesEnabled = false;
                context.AddRange(_unwritten);
                await context.SaveChangesAsync();
                (_unwritten, _stuck) = ([], false);
            }
            catch (Exception exception) when (engine.IsUnavailable(exception))
            {
                _stuck = true;
                logger.LogWarning("The audit cannot be written now: {Waiting} entries wait", _unwritten.Count + _queue.Reader.Count);
                return false;
            }
            catch (Exception exception)
            {
                // Trying the same again would fail the same, and all that comes after it would wait behind it for ever.
                logger.LogCritical(exception, "{Lost} entries of the audit could not be written and are lost", _unwritten.Count);
                _unwritten = [];
            }
        }
    }
}
