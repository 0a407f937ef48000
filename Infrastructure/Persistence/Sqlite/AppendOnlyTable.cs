using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Persistence.Sqlite;

/// <summary>
/// A table to which rows can only be added. The triggers stand in the database and not in the portal, so that a fault of the portal, or
/// somebody with a tool of their own, meets them too. They are made anew at every start and not by a migration: SQLite drops them when
/// a later migration rebuilds the table, and a trigger of the same name may have been put in their place that refuses nothing.
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

        // One commit: at no moment does the table stand unprotected to another process.
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        foreach (var trigger in triggers)
        {
            await context.Database.ExecuteSqlRawAsync(trigger, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private static string Trigger(string table, string name, string when, string condition) =>
        $"""
        DROP TRIGGER IF EXISTS "{table}_{name}";
        CREATE TRIGGER "{table}_{name}" {when} ON "{table}" {condition}
        BEGIN SELECT RAISE(ABORT, '{table} keeps what was written'); END
        """;
}
