using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Persistence.Sqlite;

/// <summary>
/// A table to which rows can only be added. The triggers stand in the database and not in the portal, so that a fault of the portal, or
/// somebody with a tool of their own, meets them too. They are made at every start and not by a migration: SQLite drops them when a
/// later migration rebuilds the table.
/// </summary>
internal static class AppendOnlyTable
{
    /// <summary>Refuses to amend, to delete, and to write over a row by its id, which SQLite does without calling it a deletion.</summary>
    /// <param name="table">A name of our own, never anybody's input: it becomes part of the statements.</param>
    public static async Task ProtectAsync(PortalDbContext context, string table, CancellationToken cancellationToken)
    {
        string[] triggers =
        [
            Trigger(table, "NeverAmended", "BEFORE UPDATE", ""),
            Trigger(table, "NeverDeleted", "BEFORE DELETE", ""),
            Trigger(table, "NeverOverwritten", "BEFORE INSERT", $"WHEN EXISTS (SELECT 1 FROM \"{table}\" WHERE \"Id\" = NEW.\"Id\")"),
        ];
        foreach (var trigger in triggers)
        {
            await context.Database.ExecuteSqlRawAsync(trigger, cancellationToken);
        }
    }

    private static string Trigger(string table, string name, string when, string condition) =>
        $"""
        CREATE TRIGGER IF NOT EXISTS "{table}_{name}" {when} ON "{table}" {condition}
        BEGIN SELECT RAISE(ABORT, '{table} keeps what was written'); END
        """;
}
