using CovidSchoolReporting.Infrastructure.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Benchmarks.Stage;

/// <summary>EF Core on SQLite as it comes, in WAL: nothing orders the writers but the lock of the file.</summary>
internal sealed class UngatedEngine(string connectionString) : DatabaseEngine
{
    public override void Configure(DbContextOptionsBuilder builder) => builder.UseSqlite(connectionString);

    public override async Task PrepareAsync(PortalDbContext context, CancellationToken cancellationToken)
    {
        await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellationToken);
        await context.Database.MigrateAsync(cancellationToken);
    }

    public override Task<bool> SumOlderReportsAsync(PortalDbContext context, CancellationToken cancellationToken) => Task.FromResult(false);

    public override bool IsDuplicate(DbUpdateException exception) =>
        exception.InnerException is SqliteException { SqliteErrorCode: 19 };

    // An outcome would hide the lock errors that are to be counted.
    public override bool IsUnavailable(Exception exception) => false;

    public override Task<IDisposable> TakeTurnAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public override Task ForgetRemovedAsync(PortalDbContext context, CancellationToken cancellationToken) => throw new NotSupportedException();

    public override Task ProbeWriteAsync(PortalDbContext context, CancellationToken cancellationToken) => Task.CompletedTask;
}
