using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CovidSchoolReporting.Infrastructure.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ApiFeed : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "ChangeNumber",
                table: "ReceivedReports",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<DateTime>(
                name: "UpdatedAt",
                table: "ReceivedReports",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<int>(
                name: "ClientId",
                table: "AuditEntries",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ApiClients",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ClientId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    RegisteredAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DisabledAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Scopes = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Territories = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApiClients", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ChangeCounters",
                columns: table => new
                {
                    Table = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Last = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChangeCounters", x => x.Table);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ReceivedReports_ByChange",
                table: "ReceivedReports",
                columns: new[] { "ChangeNumber", "UpdatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ReceivedReports_ByTerritoryAndChange",
                table: "ReceivedReports",
                columns: new[] { "Territory", "ChangeNumber", "UpdatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_OfClient",
                table: "AuditEntries",
                columns: new[] { "ClientId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ApiClients_ClientId",
                table: "ApiClients",
                column: "ClientId",
                unique: true);

            // Older reports: in the order of their numbers, at the instant of the last step. The counter goes on from there at the start.
            migrationBuilder.Sql("""
                UPDATE "ReceivedReports" SET "ChangeNumber" = "Id",
                    "UpdatedAt" = COALESCE("ConcludedAt", "MeasuresIssuedAt", MAX(COALESCE("AssignedAt", "ReceivedAt"), COALESCE("TakenInChargeAt", "ReceivedAt")));
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ApiClients");

            migrationBuilder.DropTable(
                name: "ChangeCounters");

            migrationBuilder.DropIndex(
                name: "IX_ReceivedReports_ByChange",
                table: "ReceivedReports");

            migrationBuilder.DropIndex(
                name: "IX_ReceivedReports_ByTerritoryAndChange",
                table: "ReceivedReports");

            migrationBuilder.DropIndex(
                name: "IX_AuditEntries_OfClient",
                table: "AuditEntries");

            migrationBuilder.DropColumn(
                name: "ChangeNumber",
                table: "ReceivedReports");

            migrationBuilder.DropColumn(
                name: "UpdatedAt",
                table: "ReceivedReports");

            migrationBuilder.DropColumn(
                name: "ClientId",
                table: "AuditEntries");
        }
    }
}
