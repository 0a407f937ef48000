using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CovidSchoolReporting.Infrastructure.Persistence.Sqlite;

/// <summary>
/// A commit that was answered must survive a power cut: every connection syncs each commit to the disk. And what was deleted must be gone:
/// its bytes are overwritten, where SQLite would otherwise only mark the place as free.
/// </summary>
internal sealed class DurableConnections : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON";
        command.ExecuteNonQuery();
    }

    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        // SQLite runs in the process: there is nothing to wait for.
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
