using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CovidSchoolReporting.Infrastructure.Persistence.Sqlite;

/// <summary>
/// SQLite has one writer at a time, and its driver waits for the lock by blocking a thread of the pool for 150 ms.
/// Writers of this process therefore queue here, asynchronously and in turn, before they ask the file. Who begins a transaction takes the
/// turn before it, and what is saved in it asks no more: with the file's lock already in hand it would wait for somebody who waits for that.
/// </summary>
/// <param name="patience">A writer that waits longer gives up, as it would at the file.</param>
internal sealed class WriteGate(TimeSpan patience) : SaveChangesInterceptor, IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private DbContext? _holder;
    private bool _holderDetects;

    /// <summary>The turn for a write that is no saving of a context, until it is disposed.</summary>
    /// <exception cref="WriteTurnTimeoutException">It did not come in time.</exception>
    public async Task<IDisposable> TakeTurnAsync(CancellationToken cancellationToken)
    {
        await WaitAsync(cancellationToken);
        return new Turn(_turn);
    }

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        LookForChanges(eventData.Context!);
        if (eventData.Context!.Database.CurrentTransaction is null)
        {
            await WaitAsync(cancellationToken);
            Hold(eventData.Context);
        }

        return result;
    }

    public override ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        Release(eventData.Context);
        return ValueTask.FromResult(result);
    }

    public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Release(eventData.Context);
        return Task.CompletedTask;
    }

    public override Task SaveChangesCanceledAsync(DbContextEventData eventData, CancellationToken cancellationToken = default)
    {
        Release(eventData.Context);
        return Task.CompletedTask;
    }

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        LookForChanges(eventData.Context!);
        if (eventData.Context!.Database.CurrentTransaction is not null)
        {
            return result;
        }

        if (!_turn.Wait(patience))
        {
            throw new WriteTurnTimeoutException();
        }

        Hold(eventData.Context);
        return result;
    }

    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        Release(eventData.Context);
        return result;
    }

    public override void SaveChangesFailed(DbContextErrorEventData eventData) => Release(eventData.Context);

    public override void SaveChangesCanceled(DbContextEventData eventData) => Release(eventData.Context);

    public void Dispose() => _turn.Dispose();

    // EF looks for changes after the call above and before it begins to guard the saving: if it failed there, nobody would
    // ever be told, and the turn would never come back. So it is done here, without the turn, and not again while it is held.
    private static void LookForChanges(DbContext context)
    {
        if (context.ChangeTracker.AutoDetectChangesEnabled)
        {
            context.ChangeTracker.DetectChanges();
        }
    }

    private async Task WaitAsync(CancellationToken cancellationToken)
    {
        if (!await _turn.WaitAsync(patience, cancellationToken))
        {
            throw new WriteTurnTimeoutException();
        }
    }

    private void Hold(DbContext context)
    {
        _holderDetects = context.ChangeTracker.AutoDetectChangesEnabled;
        context.ChangeTracker.AutoDetectChangesEnabled = false;
        _holder = context;

        // After a concurrency conflict EF tells no interceptor that the save failed: only this event comes.
        context.SaveChangesFailed += OnFailed;
    }

    private void OnFailed(object? context, SaveChangesFailedEventArgs _) => Release((DbContext)context!);

    /// <summary>Several of the calls above may tell of one failure: the turn is given back once, by the one who has it.</summary>
    private void Release(DbContext? context)
    {
        if (context is not null && Interlocked.CompareExchange(ref _holder, null, context) == context)
        {
            context.SaveChangesFailed -= OnFailed;
            context.ChangeTracker.AutoDetectChangesEnabled = _holderDetects;
            _turn.Release();
        }
    }

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        private SemaphoreSlim? _turn = turn;

        public void Dispose() => Interlocked.Exchange(ref _turn, null)?.Release();
    }
}

/// <summary>The writers before this one took too long; nothing was written.</summary>
internal sealed class WriteTurnTimeoutException() : Exception("The turn to write did not come in time.");
