using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Policies;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Persistence.Policies;

/// <inheritdoc cref="IPolicyStore"/>
/// <remarks>
/// Every new case asks for the timeline, which changes a few times a year: it is kept in memory, and the one that commits a change
/// replaces it before it answers.
/// </remarks>
internal sealed class PolicyStore(
    IDbContextFactory<PortalDbContext> contexts, DatabaseEngine engine, ChangeHub hub) : IPolicyStore, IDisposable
{
    /// <summary>Each try that fails means that another process succeeded: so many in a row is a fault, not bad luck.</summary>
    private const int MostTries = 10;

    /// <summary>Held while the kept timeline is replaced, so that an older reading never replaces a newer one.</summary>
    private readonly SemaphoreSlim _alone = new(1, 1);

    private PolicyTimeline? _kept;

    public async ValueTask<PolicyTimeline> TimelineAsync(CancellationToken cancellationToken) =>
        Volatile.Read(ref _kept) ?? await AloneAsync(async () =>
            Volatile.Read(ref _kept) ?? await ReadAsync(cancellationToken), cancellationToken);

    public Task<TResult> ChangeAsync<TResult>(
        Func<PolicyTimeline, Func<TResult>> change, CancellationToken cancellationToken) => AloneAsync(async () =>
    {
        for (var tries = 1; ; tries++)
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            var stored = await context.Set<ReportingPolicy>().ToListAsync(cancellationToken);
            var timeline = new PolicyTimeline(stored);
            var result = change(timeline);
            context.AddRange(timeline.All.Except(stored));
            context.RemoveRange(stored.Except(timeline.All));
            try
            {
                if (await context.SaveChangesAsync(cancellationToken) > 0)
                {
                    await RenewAsync();
                    hub.Publish(Change.OfThePolicies);
                }

                return result();
            }
            catch (DbUpdateException exception) when (tries < MostTries
                && (exception is DbUpdateConcurrencyException || engine.IsDuplicate(exception)))
            {
                // Somebody else was first: look at what there is now, and judge again.
            }
        }
    }, cancellationToken);

    public void Dispose() => _alone.Dispose();

    private async Task<PolicyTimeline> ReadAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var timeline = new PolicyTimeline(await context.Set<ReportingPolicy>().AsNoTracking().ToListAsync(cancellationToken));
        Volatile.Write(ref _kept, timeline);
        return timeline;
    }

    /// <summary>After a commit. If reading fails now, the change stands all the same: whoever asks next reads again.</summary>
    private async Task RenewAsync()
    {
        Volatile.Write(ref _kept, null);
        try
        {
            await ReadAsync(CancellationToken.None);
        }
        catch (Exception exception) when (engine.IsUnavailable(exception))
        {
            Volatile.Write(ref _kept, null);
        }
    }

    private async Task<TResult> AloneAsync<TResult>(Func<Task<TResult>> work, CancellationToken cancellationToken)
    {
        await _alone.WaitAsync(cancellationToken);
        try
        {
            return await work();
        }
        catch (Exception exception) when (engine.IsUnavailable(exception))
        {
            throw new StoreUnavailableException(exception);
        }
        finally
        {
            _alone.Release();
        }
    }
}
