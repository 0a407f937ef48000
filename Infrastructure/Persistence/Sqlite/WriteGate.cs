using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CovidSchoolReporting.Infrastructure.Persistence.Sqlite;

/// <summary>
/// SQLite has one writer at a time, and its driver waits for the lock by blocking a thread of the pool for 150 ms.
/// Writers of this process therefore queue here, asynchronously and in turn, before they ask the file.
/// </summary>
internal sealed class WriteGate : SaveChangesInterceptor, IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        // What is wrong with the changes themselves must throw before the turn is taken: EF tells nobody when it does.
        eventData.Context!.ChangeTracker.DetectChanges();
        await _turn.WaitAsync(cancellationToken);
        return result;
    }

    public override ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        _turn.Release();
        return ValueTask.FromResult(result);
    }

    public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        _turn.Release();
        return Task.CompletedTask;
    }

    public override Task SaveChangesCanceledAsync(DbContextEventData eventData, CancellationToken cancellationToken = default)
    {
        _turn.Release();
        return Task.CompletedTask;
    }

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        eventData.Context!.ChangeTracker.DetectChanges();
        _turn.Wait();
        return result;
    }

    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        _turn.Release();
        return result;
    }

    public override void SaveChangesFailed(DbContextErrorEventData eventData) => _turn.Release();

    public override void SaveChangesCanceled(DbContextEventData eventData) => _turn.Release();

    /// <summary>A concurrency conflict is told here and not as a failure: without this the first conflict would close the gate for ever.</summary>
    public override ValueTask<InterceptionResult> ThrowingConcurrencyExceptionAsync(
        ConcurrencyExceptionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        _turn.Release();
        return ValueTask.FromResult(result);
    }

    public override InterceptionResult ThrowingConcurrencyException(
        ConcurrencyExceptionEventData eventData, InterceptionResult result)
    {
        _turn.Release();
        return result;
    }

    public void Dispose() => _turn.Dispose();
}
