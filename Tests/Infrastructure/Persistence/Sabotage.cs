using System.Data.Common;
using CovidSchoolReporting.Infrastructure.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace CovidSchoolReporting.Tests.Infrastructure.Persistence;

/// <summary>
/// Makes SQLite itself refuse to write, as a full disk or a read-only file does: the error comes from the database, on the
/// way that it really comes.
/// </summary>
internal sealed class Sabotage : DbConnectionInterceptor
{
    public const string None = "PRAGMA query_only = OFF; PRAGMA max_page_count = 1073741823";
    public const string ReadOnly = "PRAGMA query_only = ON";

    /// <summary>SQLite takes the present size as the least maximum: no page more.</summary>
    public const string FullDisk = "PRAGMA max_page_count = 1";

    /// <summary>Nothing can be read either, as when the file is gone.</summary>
    public const string Unreadable = "";

    private const int CannotOpen = 14;

    public string Now { get; set; } = None;

    public void Install(IServiceCollection services) =>
        services.ConfigureDbContext<PortalDbContext>(builder => builder.AddInterceptors(this));

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (Now == Unreadable)
        {
            throw new SqliteException("unable to open database file", CannotOpen);
        }

        using var command = connection.CreateCommand();
        command.CommandText = $"{None}; {Now}";
        command.ExecuteNonQuery();
    }

    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
