using CovidSchoolReporting.Infrastructure.Persistence.Mappings;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Persistence.Sqlite;

/// <summary>The embedded default: one file, WAL, every commit on the disk before it is answered.</summary>
/// <param name="path">Absolute path of the database file.</param>
internal sealed class SqliteEngine(string path) : DatabaseEngine, IDisposable
{
    // Result codes of SQLite, https://sqlite.org/rescode.html
    private const int Busy = 5, ReadOnly = 8, IoError = 10, Corrupt = 11, Full = 13, CannotOpen = 14, NotADatabase = 26;
    private const int UniqueViolation = 2067, PrimaryKeyViolation = 1555;

    /// <summary>As long as the driver itself waits for a lock.</summary>
    private static readonly TimeSpan WritePatience = TimeSpan.FromSeconds(30);

    /// <summary>Readers of what was there before are pages and lists: seconds, not minutes.</summary>
    private const int CheckpointTries = 20;
    private static readonly TimeSpan CheckpointPause = TimeSpan.FromMilliseconds(100);

    private readonly DurableConnections _durable = new();
    private readonly WriteGate _gate = new(WritePatience);

    public string ConnectionString { get; } = new SqliteConnectionStringBuilder
    {
        DataSource = path,
        ForeignKeys = true,
        Pooling = true,
    }.ToString();

    public override void Configure(DbContextOptionsBuilder builder) =>
        builder.UseSqlite(ConnectionString).AddInterceptors(_durable, _gate);

    public override async Task PrepareAsync(PortalDbContext context, CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DatabaseUnusableException(path, "its folder cannot be used", exception);
        }

        try
        {
            await BringUpToDateAsync(context, cancellationToken);
            await ProbeWriteAsync(context, cancellationToken);
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode is Full)
        {
            // With a full disk the cases can still be read; every save says that nothing was saved.
        }
        catch (SqliteException exception) when (IsUnavailable(exception))
        {
            throw new DatabaseUnusableException(path, WhatIsWrong(exception), exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DatabaseUnusableException(path, "the file cannot be opened", exception);
        }
    }

    public override Task<bool> SumOlderReportsAsync(PortalDbContext context, CancellationToken cancellationToken) =>
        SummedReports.CatchUpAsync(context, cancellationToken);

    public override bool IsDuplicate(DbUpdateException exception) =>
        exception.InnerException is SqliteException { SqliteExtendedErrorCode: UniqueViolation or PrimaryKeyViolation };

    public override bool IsUnavailable(Exception exception) => exception is WriteTurnTimeoutException || (exception as SqliteException ?? exception.InnerException as SqliteException) is
    {
        SqliteErrorCode: Busy or ReadOnly or IoError or Corrupt or Full or CannotOpen or NotADatabase,
    };

    public override Task<IDisposable> TakeTurnAsync(CancellationToken cancellationToken) => _gate.TakeTurnAsync(cancellationToken);

    public override async Task ForgetRemovedAsync(PortalDbContext context, CancellationToken cancellationToken)
    {
        using var turn = await _gate.TakeTurnAsync(cancellationToken);
        for (var tries = 0; tries < CheckpointTries && !await TruncateLogAsync(context, cancellationToken); tries++)
        {
            await Task.Delay(CheckpointPause, cancellationToken);
        }
    }

    public override async Task ProbeWriteAsync(PortalDbContext context, CancellationToken cancellationToken)
    {
        // Enough bytes to need new pages: a full disk still has room for a row in a page that exists.
        const string Write = "CREATE TABLE \"WriteProbe\" AS SELECT zeroblob(65536) AS \"Bytes\"";
        using var turn = await _gate.TakeTurnAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.Database.ExecuteSqlRawAsync(Write, cancellationToken);
        await transaction.RollbackAsync(cancellationToken);
    }

    public void Dispose() => _gate.Dispose();

    private static string WhatIsWrong(SqliteException exception) => exception.SqliteErrorCode switch
    {
        Corrupt or NotADatabase => "the file is not a SQLite database or is damaged",
        ReadOnly => "the file is read-only",
        Busy => "another program holds the file",
        IoError => "the file cannot be read or written",
        _ => "the file cannot be opened",
    };

    /// <returns>False when somebody still reads what the log holds.</returns>
    private static async Task<bool> TruncateLogAsync(PortalDbContext context, CancellationToken cancellationToken)
    {
        await context.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = context.Database.GetDbConnection().CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            return await command.ExecuteScalarAsync(cancellationToken) is 0L; // The first column says whether it was kept from it.
        }
        finally
        {
            await context.Database.CloseConnectionAsync();
        }
    }

    private async Task BringUpToDateAsync(PortalDbContext context, CancellationToken cancellationToken)
    {
        using var alone = await StartupLock.TakeAsync(path + ".startup-lock", cancellationToken);
        CreateFileForOwnerOnly();
        await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellationToken);

        // A process killed inside a migration leaves EF's lock row behind, and the next start would wait for it for ever.
        // Whoever holds the file lock is alone, so a row found now is stale.
        await ClearStaleMigrationLockAsync(context, cancellationToken);
        if ((await context.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            await context.Database.MigrateAsync(cancellationToken);
        }

        await AppendOnlyTable.ProtectAsync(context, AuditMapping.Table, cancellationToken);
        await NumberedChanges.BeginAsync(context, ReceivedReportMapping.Table, cancellationToken);
        await SummedReports.KeepAsync(context, cancellationToken);
        await TalliedReports.KeepAsync(context, cancellationToken);
        await AppendOnlyTable.ProtectAsync(context, AuditMapping.SubjectTable, cancellationToken);
    }

    private static async Task ClearStaleMigrationLockAsync(PortalDbContext context, CancellationToken cancellationToken)
    {
        const string LockTable = "SELECT COUNT(*) AS \"Value\" FROM sqlite_master WHERE name = '__EFMigrationsLock'";
        if (await context.Database.SqlQueryRaw<int>(LockTable).SingleAsync(cancellationToken) > 0)
        {
            await context.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsLock\"", cancellationToken);
        }
    }

    private void CreateFileForOwnerOnly()
    {
        const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        if (OperatingSystem.IsWindows())
        {
            return; // The folder's access list governs there.
        }

        if (!File.Exists(path))
        {
            new FileStream(path, new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                UnixCreateMode = OwnerOnly,
            }).Dispose();
        }
        else if (File.GetUnixFileMode(path) is var mode && (mode & ~OwnerOnly) != 0)
        {
            File.SetUnixFileMode(path, mode & OwnerOnly); // What the owner may not do was decided by somebody.
        }
    }
}
