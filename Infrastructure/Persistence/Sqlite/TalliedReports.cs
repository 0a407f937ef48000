using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Persistence.Sqlite;

/// <summary>
/// Keeps the figures of «Casi ricevuti» in the commit that changes them, whoever writes: triggers see the portal's own commands, a bulk
/// load and a removal alike. They are made anew at every start, because SQLite drops them when a migration rebuilds the table; then the
/// reports are counted once, so that a figure that somebody has put wrong by hand does not stay wrong.
/// </summary>
internal static class TalliedReports
{
    private const string Count =
        """
        DELETE FROM "ReportTallies";
        INSERT INTO "ReportTallies" ("Territory", "Day", "State", "Count")
        SELECT "Territory", "ReceivedDay", "State", COUNT(*) FROM "ReceivedReports" GROUP BY "Territory", "ReceivedDay", "State";
        """;

    public static async Task KeepAsync(PortalDbContext context, CancellationToken cancellationToken)
    {
        string[] statements =
        [
            Trigger("Added", "AFTER INSERT", Add("NEW", 1)),
            Trigger("Changed", "AFTER UPDATE OF \"State\"", $"{Add("OLD", -1)} {Add("NEW", 1)}"),
            Trigger("Removed", "AFTER DELETE", Add("OLD", -1)),
            Count,
        ];
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        foreach (var statement in statements)
        {
            await context.Database.ExecuteSqlRawAsync(statement, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private static string Trigger(string name, string when, string body) =>
        $"""
        DROP TRIGGER IF EXISTS "ReceivedReports_{name}";
        CREATE TRIGGER "ReceivedReports_{name}" {when} ON "ReceivedReports" BEGIN {body} END;
        """;

    private static string Add(string row, int one) =>
        $"""
        INSERT INTO "ReportTallies" ("Territory", "Day", "State", "Count") VALUES ({row}."Territory", {row}."ReceivedDay", {row}."State", {one})
        ON CONFLICT ("Territory", "Day", "State") DO UPDATE SET "Count" = "Count" + excluded."Count";
        """;
}
