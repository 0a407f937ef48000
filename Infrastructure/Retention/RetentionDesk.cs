using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Audit;
using CovidSchoolReporting.Domain.Retention;
using CovidSchoolReporting.Domain.Time;
using CovidSchoolReporting.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CovidSchoolReporting.Infrastructure.Retention;

/// <summary>What would go, and what went.</summary>
/// <param name="Due">How many cases have been concluded long enough to be removed now.</param>
/// <param name="First">UTC: when the first of them was concluded; null when there is none.</param>
/// <param name="Last">UTC: when the last of them was concluded.</param>
/// <param name="DueSoon">How many will be due when the days of notice are over, those that are due now among them.</param>
/// <param name="Pending">The removal that is announced; null when none is.</param>
/// <param name="Past">The removals that were carried out or called off, newest first.</param>
public sealed record RetentionOverview(
    int KeepDays, bool Nightly, int Due, DateTime? First, DateTime? Last, int DueSoon, RetentionRun? Pending, IReadOnlyList<RetentionRun> Past);

public abstract record RetentionOutcome
{
    private RetentionOutcome()
    {
    }

    public sealed record Removed(int Cases, int Contacts) : RetentionOutcome;

    public sealed record Announced(DateOnly RunsOn, int Cases) : RetentionOutcome;

    public sealed record CalledOff : RetentionOutcome;

    /// <summary>There is nothing to remove, to announce or to call off.</summary>
    public sealed record NothingToDo : RetentionOutcome;

    /// <summary>For whoever asks there is no such thing.</summary>
    public sealed record NotFound : RetentionOutcome;

    /// <summary>The database cannot be written now. What was removed before stays removed; the rest is there.</summary>
    public sealed record NothingSaved : RetentionOutcome;
}

/// <summary>
/// Removes cases some time after their conclusion: an administrator by hand, or the portal by itself at night, always announced
/// beforehand. Every command may be sent twice and is done once.
/// </summary>
public sealed class RetentionDesk : IDisposable
{
    private const int MostPast = 12;

    private readonly IDbContextFactory<PortalDbContext> _contexts;
    private readonly DatabaseEngine _engine;
    private readonly PortalClock _clock;
    private readonly RetentionOptions _options;
    private readonly CaseRemoval _removal;
    private readonly SemaphoreSlim _alone = new(1, 1);

    public RetentionDesk(IDbContextFactory<PortalDbContext> contexts, DatabaseEngine engine, PortalClock clock, IOptions<RetentionOptions> options)
    {
        (_contexts, _engine, _clock, _options) = (contexts, engine, clock, options.Value);
        _removal = new CaseRemoval(contexts, engine);
    }

    /// <summary>What would go and what went; null for who is no administrator.</summary>
    public async Task<RetentionOverview?> OverviewAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (actor.Role is not Role.AgencyAdministrator)
        {
            return null;
        }

        await using var context = await _contexts.CreateDbContextAsync(cancellationToken);
        var due = CaseRemoval.Due(context, LimitOn(_clock.Today));
        var runs = await context.Set<RetentionRun>().AsNoTracking().OrderByDescending(r => r.Id).Take(MostPast).ToListAsync(cancellationToken);
        return new RetentionOverview(
            _options.KeepDays,
            _options.Nightly,
            await due.CountAsync(cancellationToken),
            await due.MinAsync(r => r.ConcludedAt, cancellationToken),
            await due.MaxAsync(r => r.ConcludedAt, cancellationToken),
            await CaseRemoval.Due(context, LimitOn(DayAfterNotice)).CountAsync(cancellationToken),
            runs.FirstOrDefault(r => r.IsPending),
            [.. runs.Where(r => !r.IsPending)]);
    }

    /// <summary>The removal that is announced, for the agency's staff; null when there is none, and for schools.</summary>
    public async Task<RetentionRun?> AnnouncedAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (actor.IsSchool)
        {
            return null;
        }

        await using var context = await _contexts.CreateDbContextAsync(cancellationToken);
        return await PendingAsync(context, cancellationToken);
    }

    /// <summary>Announces the removal of what will be due when the days of notice are over.</summary>
    public Task<RetentionOutcome> AnnounceAsync(Actor actor, CancellationToken cancellationToken) =>
        ForAdministratorAsync(actor, () => AnnounceForAsync(actor, cancellationToken));

    /// <summary>Calls the announced removal off.</summary>
    public Task<RetentionOutcome> CallOffAsync(Actor actor, CancellationToken cancellationToken) =>
        ForAdministratorAsync(actor, async () =>
        {
            await using var context = await _contexts.CreateDbContextAsync(cancellationToken);
            if (await PendingAsync(context, cancellationToken) is not { } pending)
            {
                return new RetentionOutcome.NothingToDo();
            }

            pending.CallOff(_clock.UtcNow);
            context.Add(AuditEntry.By(actor, AuditAction.RemovalCalledOff, _clock.UtcNow, record: null, pending.AnnouncedCases));
            await context.SaveChangesAsync(cancellationToken);
            return new RetentionOutcome.CalledOff();
        });

    /// <summary>Removes what is due now, at once: the administrator has seen how much it is.</summary>
    public Task<RetentionOutcome> RemoveAsync(Actor actor, CancellationToken cancellationToken) =>
        ForAdministratorAsync(actor, async () =>
        {
            await using var context = await _contexts.CreateDbContextAsync(cancellationToken);
            var limit = LimitOn(_clock.Today);
            var count = await CaseRemoval.Due(context, limit).CountAsync(cancellationToken);
            if (count == 0)
            {
                return new RetentionOutcome.NothingToDo();
            }

            // It is written down before it begins, so that it leaves a trace however it ends. One that was announced for today, or that was
            // cut short, is carried out instead.
            var run = await PendingAsync(context, cancellationToken) is { } pending && pending.RunsOn <= _clock.Today
                ? pending
                : context.Add(RetentionRun.Announce(actor, _options.KeepDays, _clock.Today, limit, count, _clock.UtcNow)).Entity;
            return await CarryOutAsync(context, run, actor, cancellationToken);
        });

    /// <summary>What the portal does by itself at night: carries out what was announced for today, and announces what comes next.</summary>
    public async Task<RetentionOutcome> NightlyAsync(CancellationToken cancellationToken)
    {
        await _alone.WaitAsync(cancellationToken);
        try
        {
            await using var context = await _contexts.CreateDbContextAsync(cancellationToken);
            return await PendingAsync(context, cancellationToken) switch
            {
                { } pending when pending.RunsOn <= _clock.Today => await CarryOutAsync(context, pending, null, cancellationToken),
                not null => new RetentionOutcome.NothingToDo(),
                null => await AnnounceForAsync(null, cancellationToken),
            };
        }
        finally
        {
            _alone.Release();
        }
    }

    public void Dispose() => _alone.Dispose();

    private DateOnly DayAfterNotice => _clock.Today.AddDays(RetentionRun.DaysOfNotice);

    private static Task<RetentionRun?> PendingAsync(PortalDbContext context, CancellationToken cancellationToken) =>
        context.Set<RetentionRun>().Where(r => r.RanAt == null && r.CalledOffAt == null)
            .OrderBy(r => r.Id).FirstOrDefaultAsync(cancellationToken);

    /// <summary>What was concluded before this may go on that day.</summary>
    private DateTime LimitOn(DateOnly day) => PortalClock.AtTimeInRome(day.AddDays(-_options.KeepDays), TimeOnly.MinValue);

    private async Task<RetentionOutcome> AnnounceForAsync(Actor? actor, CancellationToken cancellationToken)
    {
        await using var context = await _contexts.CreateDbContextAsync(cancellationToken);
        var limit = LimitOn(DayAfterNotice);
        var count = await CaseRemoval.Due(context, limit).CountAsync(cancellationToken);
        if (count == 0 || await PendingAsync(context, cancellationToken) is not null)
        {
            return new RetentionOutcome.NothingToDo();
        }

        context.Add(RetentionRun.Announce(actor, _options.KeepDays, DayAfterNotice, limit, count, _clock.UtcNow));
        context.Add(Entry(actor, AuditAction.RemovalAnnounced, count));
        await context.SaveChangesAsync(cancellationToken);
        return new RetentionOutcome.Announced(DayAfterNotice, count);
    }

    private async Task<RetentionOutcome> CarryOutAsync(
        PortalDbContext context, RetentionRun run, Actor? actor, CancellationToken cancellationToken)
    {
        await context.SaveChangesAsync(cancellationToken);

        // Cases may have been given a longer life since the announcement: what it would remove too early stays for the next one.
        var limit = LimitOn(_clock.Today);
        var removed = await _removal.RemoveAsync(run.ConcludedBefore < limit ? run.ConcludedBefore : limit, cancellationToken);
        run.Finish(removed.Cases, removed.Contacts, _clock.UtcNow);
        context.Add(Entry(actor, AuditAction.CasesRemoved, removed.Cases + removed.Contacts));
        await context.SaveChangesAsync(cancellationToken);
        return new RetentionOutcome.Removed(removed.Cases, removed.Contacts);
    }

    private AuditEntry Entry(Actor? actor, AuditAction action, int people)
    {
        var detail = $"giorni={_options.KeepDays}";
        return actor is null
            ? AuditEntry.ByThePortal(action, people, _clock.UtcNow, detail)
            : AuditEntry.By(actor, action, _clock.UtcNow, record: null, people, detail);
    }

    private async Task<RetentionOutcome> ForAdministratorAsync(Actor actor, Func<Task<RetentionOutcome>> command)
    {
        if (actor.Role is not Role.AgencyAdministrator)
        {
            return new RetentionOutcome.NotFound();
        }

        // Of two removals at once the second finds what the first has left.
        await _alone.WaitAsync();
        try
        {
            return await command();
        }
        catch (Exception exception) when (_engine.IsUnavailable(exception))
        {
            return new RetentionOutcome.NothingSaved();
        }
        finally
        {
            _alone.Release();
        }
    }
}
