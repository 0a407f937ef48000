using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CovidSchoolReporting.Tests.Infrastructure.Persistence;

/// <summary>Once switched on, lets the next commit through and then fails whatever is asked of the database.</summary>
internal sealed class ReadsFailAfterACommit : DbCommandInterceptor, ISaveChangesInterceptor
{
    private const int CannotOpen = 14;

    public bool IsOn { get; set; }

    public bool HasBegun { get; private set; }

    public ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        HasBegun = IsOn;
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        HasBegun ? throw new SqliteException("unable to open database file", CannotOpen) : ValueTask.FromResult(result);
}
