using System.Linq.Expressions;
using System.Security.Cryptography;
using System.Text;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Identity;

/// <summary>Every open session of every user. What is not in it is signed out, whatever cookie a browser shows.</summary>
public sealed class SessionStore(
    IDbContextFactory<PortalDbContext> contexts, DatabaseEngine engine, SessionWatch watch, SessionLimits limits, TimeProvider time)
{
    // Being seen is written at most so often: a command a second must not be a write a second.
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan KeepOver = TimeSpan.FromDays(1);
    private const int PruneAtOnce = 500;

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    internal async Task OpenAsync(Guid id, int userId, string key, byte[] ticket, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.Add(UserSession.Open(id, userId, Hash(key), ticket, Now, limits.Absolute));
        await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The sealed ticket of the open session with that key, or null. Counts as use.</summary>
    internal async Task<byte[]?> FindTicketAsync(string key, CancellationToken cancellationToken)
    {
        var hash = Hash(key);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await OpenOnes(context, s => s.KeyHash == hash).Select(o => new { o.Session.Id, o.Session.Ticket, o.Session.LastSeenAt })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        await TouchAsync(context, found.Id, found.LastSeenAt, cancellationToken);
        return found.Ticket;
    }

    /// <summary>The session and its user as they are now; null when the session is over or the user is shut out. Counts as use.</summary>
    public async Task<OpenSession?> UseAsync(Guid id, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await OpenOnes(context, s => s.Id == id).AsNoTracking().Select(o => new { o.User, o.Session.LastSeenAt })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        await TouchAsync(context, id, found.LastSeenAt, cancellationToken);
        return new OpenSession(id, found.User.ToActor());
    }

    /// <summary>Whose session it is, even if its time is over; null when it was ended or the user is shut out.</summary>
    public async Task<Domain.Access.Actor?> FindOwnerAsync(Guid id, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var owner = await (from session in context.Set<UserSession>()
                           join user in context.Set<PortalUser>() on session.UserId equals user.Id
                           where session.Id == id && user.DisabledAt == null
                           select user).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        return owner?.ToActor();
    }

    /// <summary>The user whose session has that key, even if its time is over; null when there is none.</summary>
    public async Task<int?> FindUserAsync(string key, CancellationToken cancellationToken = default)
    {
        var hash = Hash(key);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<UserSession>().Where(s => s.KeyHash == hash).Select(s => (int?)s.UserId).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Whether the session is still open. Does not count as use: a forgotten tab asks this all day.</summary>
    public async Task<bool> IsOpenAsync(Guid id, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await OpenOnes(context, s => s.Id == id).AnyAsync(cancellationToken);
    }

    /// <summary>Ends one session, and tells every open screen of it. Ending an ended session is no fault.</summary>
    public Task EndAsync(Guid id, CancellationToken cancellationToken = default) => EndAsync(s => s.Id == id, cancellationToken);

    internal Task EndAsync(string key, CancellationToken cancellationToken)
    {
        var hash = Hash(key);
        return EndAsync(s => s.KeyHash == hash, cancellationToken);
    }

    /// <summary>Deletes sessions whose time has been over for a day: until then it is known whose the browser was.</summary>
    /// <returns>How many.</returns>
    public async Task<int> PruneAsync(CancellationToken cancellationToken = default)
    {
        var now = Now - KeepOver;
        var idleSince = now - limits.Idle;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var over = await context.Set<UserSession>().Where(s => s.ExpiresAt <= now || s.LastSeenAt <= idleSince)
            .OrderBy(s => s.ExpiresAt).Take(PruneAtOnce).ToListAsync(cancellationToken);
        context.RemoveRange(over);
        await SaveRemovalAsync(context, cancellationToken);
        return over.Count;
    }

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    private IQueryable<SessionOfUser> OpenOnes(PortalDbContext context, Expression<Func<UserSession, bool>> which)
    {
        var (now, idleSince) = (Now, Now - limits.Idle);
        return from session in context.Set<UserSession>().Where(which)
               join user in context.Set<PortalUser>() on session.UserId equals user.Id
               where session.ExpiresAt > now && session.LastSeenAt > idleSince && user.DisabledAt == null
               select new SessionOfUser { Session = session, User = user };
    }

    private async Task EndAsync(Expression<Func<UserSession, bool>> which, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.Set<UserSession>().SingleOrDefaultAsync(which, cancellationToken) is not { } session)
        {
            return;
        }

        context.Remove(session);
        await SaveRemovalAsync(context, cancellationToken);
        watch.SessionEnded(session.Id);
    }

    private async Task TouchAsync(PortalDbContext context, Guid id, DateTime lastSeen, CancellationToken cancellationToken)
    {
        if (Now - lastSeen < SeenEvery
            || await context.Set<UserSession>().SingleOrDefaultAsync(s => s.Id == id, cancellationToken) is not { } session)
        {
            return;
        }

        session.Touch(Now);
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Ended in this very moment; the next use finds out.
        }
        catch (Exception exception) when (engine.IsUnavailable(exception))
        {
            // A full disk must not shut readers out: they are seen again when there is room.
        }
    }

    private static async Task SaveRemovalAsync(PortalDbContext context, CancellationToken cancellationToken)
    {
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody else removed it first: what was asked for is so.
        }
    }

    private sealed class SessionOfUser
    {
        public required UserSession Session { get; init; }

        public required PortalUser User { get; init; }
    }
}
