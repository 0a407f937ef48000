using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Persistence;

/// <summary>All that differs from one database product to the next. The rest of the portal knows only EF Core.</summary>
public abstract class DatabaseEngine
{
    /// <summary>Points a context at this database.</summary>
    public abstract void Configure(DbContextOptionsBuilder builder);

    /// <summary>
    /// Creates the database or brings its schema up to date; safe when several processes start together or one was killed half-way.
    /// Afterwards the database itself refuses to amend or delete an entry of the audit, and keeps the sums of the epidemic.
    /// </summary>
    public abstract Task PrepareAsync(PortalDbContext context, CancellationToken cancellationToken);

    /// <summary>
    /// Sums the reports that were received before the database kept sums of them. Does nothing when there are sums.
    /// </summary>
    /// <returns>Whether there was something to sum.</returns>
    public abstract Task<bool> SumOlderReportsAsync(PortalDbContext context, CancellationToken cancellationToken);

    /// <summary>True when the database refused because a unique index already holds the value.</summary>
    public abstract bool IsDuplicate(DbUpdateException exception);

    /// <summary>True when nothing can be written at all: full disk, read-only file, damaged or unreachable database.</summary>
    public abstract bool IsUnavailable(Exception exception);

    /// <summary>
    /// The turn for a write that is no saving of a context, or a transaction of several, until it is disposed; who has it saves no context
    /// meanwhile but in a transaction that was begun in it.
    /// </summary>
    public abstract Task<IDisposable> TakeTurnAsync(CancellationToken cancellationToken);

    /// <summary>
    /// After a removal: empties what the database keeps beside itself of its last commits, so that nothing removed can be read from its files.
    /// While somebody still reads what was there before, it waits a little and then leaves it to the database's own time.
    /// </summary>
    public abstract Task ForgetRemovedAsync(PortalDbContext context, CancellationToken cancellationToken);

    /// <summary>Writes and rolls back something small, so that a full or read-only disk is seen before a user meets it.</summary>
    public abstract Task ProbeWriteAsync(PortalDbContext context, CancellationToken cancellationToken);
}
