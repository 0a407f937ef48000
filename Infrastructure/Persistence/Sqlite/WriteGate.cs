using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CovidSchoolReporting.Infrastructure.Persistence.Sqlite;

/// <summary>
/// SQLite has one writer at a time, and its driver waits for the lock by blocking a thread of the pool for 150 ms.
/// Writers of this process therefore queue here, asynchronously and in turn, before they ask the file.
/// </summary>
internal sealed class WriteGate : SaveChangesInterceptor, IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private DbContext? _holder;

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        await _turn.WaitAsync(cancellationToken);
        Hold(eventData.Context!);
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
        _turn.Wait();
        Hold(eventData.Context!);
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

    private void Hold(DbContext context)
    {
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
            _turn.Release();
        }
    }
}
