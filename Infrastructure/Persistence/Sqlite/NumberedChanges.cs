using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Persistence.Sqlite;

/// <summary>
/// A table whose column <c>ChangeNumber</c> says in which order its rows were committed last. The triggers stand in the database,
/// so that no way to write a row can forget them; SQLite has one writer at a time, so the numbers are in the order of the commits. Like
/// those of <see cref="AppendOnlyTable"/> they are made anew at every start, because a migration that rebuilds the table drops them.
/// </summary>
internal static class NumberedChanges
{
    /// <param name="table">A name of our own, never anybody's input: it becomes part of the statements.</param>
    public static async Task BeginAsync(PortalDbContext context, string table, CancellationToken cancellationToken)
    {
        var next = $"""
            BEGIN
                UPDATE "ChangeCounters" SET "Last" = "Last" + 1 WHERE "Table" = '{table}';
                UPDATE "{table}" SET "ChangeNumber" = (SELECT "Last" FROM "ChangeCounters" WHERE "Table" = '{table}') WHERE "Id" = NEW."Id";
            END
            """;
        string[] statements =
        [
            $"""INSERT OR IGNORE INTO "ChangeCounters" ("Table", "Last") SELECT '{table}', COALESCE(MAX("ChangeNumber"), 0) FROM "{table}" """,
            $"""DROP TRIGGER IF EXISTS "{table}_Inserted" """,
            $"""DROP TRIGGER IF EXISTS "{table}_Updated" """,
            $"""CREATE TRIGGER "{table}_Inserted" AFTER INSERT ON "{table}" {next}""",
            $"""CREATE TRIGGER "{table}_Updated" AFTER UPDATE ON "{table}" WHEN NEW."ChangeNumber" = OLD."ChangeNumber" {next}""",
        ];

        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        foreach (var statement in statements)
        {
            await context.Database.ExecuteSqlRawAsync(statement, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }
}
