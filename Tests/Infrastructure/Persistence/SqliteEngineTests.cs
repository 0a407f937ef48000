using CovidSchoolReporting.Infrastructure.Persistence;
using CovidSchoolReporting.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Tests.Infrastructure.Persistence;

public sealed class SqliteEngineTests : IAsyncLifetime
{
    private static readonly TimeSpan _soon = TimeSpan.FromSeconds(30);
    private TestPortal _portal = null!;

    public async ValueTask InitializeAsync() => _portal = await TestPortal.StartAsync();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")] // FULL
    [InlineData("foreign_keys", "1")]
    public async Task Connection_EveryOne_IsDurableAndChecked(string pragma, string expected)
    {
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(expected, await _portal.AskAsync<string>($"PRAGMA {pragma}"));
        }
    }

    [Fact]
    public async Task Files_OfTheDatabase_AreForTheOwnerOnly()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        // SQLite takes two of the files away with the last connection, and another test may be emptying the pools just now.
        await using var context = await _portal.OpenAsync();
        await context.Database.OpenConnectionAsync();
        await _portal.AddSchoolAsync();

        var files = Directory.GetFiles(Path.GetDirectoryName(_portal.DatabasePath)!, "portal.db*")
            .Where(file => !file.EndsWith("-lock", StringComparison.Ordinal)).ToList();
        Assert.Equal(["portal.db", "portal.db-shm", "portal.db-wal"], files.Select(Path.GetFileName).Order(StringComparer.Ordinal));
        foreach (var file in files)
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    [Fact]
    public async Task Prepare_FileThatOthersMayRead_TakesThatAway()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        File.SetUnixFileMode(_portal.DatabasePath, OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.OtherRead);

        await PrepareAsync();

        Assert.Equal(OwnerOnly, File.GetUnixFileMode(_portal.DatabasePath));
    }

    [Fact]
    public async Task Prepare_FileMadeReadOnlyOnPurpose_LeavesItSo()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        File.SetUnixFileMode(_portal.DatabasePath, UnixFileMode.UserRead | UnixFileMode.GroupRead);

        await Record.ExceptionAsync(PrepareAsync); // Root writes all the same; for everybody else it fails.

        Assert.Equal(UnixFileMode.UserRead, File.GetUnixFileMode(_portal.DatabasePath));
    }

    [Fact]
    public async Task Prepare_AfterAKillInsideTheFirstMigration_DoesNotWaitForItsLock()
    {
        StartOver();
        await using (var killed = new SqliteConnection($"Data Source={_portal.DatabasePath};Pooling=False"))
        {
            await killed.OpenAsync();
            await using var command = killed.CreateCommand();
            command.CommandText = """
                CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2020-11-25 09:00:00');
                """;
            await command.ExecuteNonQueryAsync();
        }

        await PrepareAsync().WaitAsync(_soon);

        Assert.Equal(0, await _portal.AskAsync<int>("SELECT COUNT(*) FROM \"__EFMigrationsLock\""));
        await _portal.ReportAsync(await _portal.AddSchoolAsync());
    }

    [Fact]
    public async Task Prepare_TwiceAtTheSameTime_MakesOneSchema()
    {
        StartOver();

        await Task.WhenAll(Task.Run(PrepareAsync), Task.Run(PrepareAsync)).WaitAsync(_soon);

        Assert.Equal(1, await _portal.AskAsync<int>(
            "SELECT COUNT(*) = COUNT(DISTINCT MigrationId) AND COUNT(*) > 0 FROM \"__EFMigrationsHistory\""));
        Assert.Equal(1, await _portal.AskAsync<int>(
            "SELECT COUNT(*) = COUNT(DISTINCT StartsOn) AND COUNT(*) > 0 FROM \"ReportingPolicies\""));
        await _portal.ReportAsync(await _portal.AddSchoolAsync());
    }

    [Fact]
    public async Task Prepare_Again_KeepsWhatIsThere()
    {
        await _portal.ReportAsync(await _portal.AddSchoolAsync());
        var before = await _portal.DumpAsync();

        await PrepareAsync();

        Assert.Equal(before, await _portal.DumpAsync());
    }

    [Fact]
    public async Task ProbeWrite_OnAHealthyDatabase_LeavesNothing()
    {
        var before = await StateAsync();
        await using var context = await _portal.OpenAsync();

        await _portal.Get<DatabaseEngine>().ProbeWriteAsync(context, CancellationToken.None);

        Assert.Equal(before, await StateAsync());
        await _portal.AddSchoolAsync();

        async Task<(int, int, int)> StateAsync() => (
            await _portal.AskAsync<int>("SELECT COUNT(*) FROM sqlite_master"),
            await _portal.AskAsync<int>("PRAGMA page_count"),
            await _portal.AskAsync<int>("PRAGMA schema_version"));
    }

    private void StartOver()
    {
        SqliteConnection.ClearAllPools();
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(_portal.DatabasePath)!))
        {
            File.Delete(file);
        }
    }

    private Task PrepareAsync() => _portal.Get<IServiceProvider>().PrepareDatabaseAsync();
}
