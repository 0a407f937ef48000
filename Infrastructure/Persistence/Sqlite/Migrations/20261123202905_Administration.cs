using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CovidSchoolReporting.Infrastructure.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Administration : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AuditSubjects",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    EntryId = table.Column<long>(type: "INTEGER", nullable: false),
                    CaseId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditSubjects", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AuditSubjects_AuditEntries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "AuditEntries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RetentionRuns",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    KeepDays = table.Column<int>(type: "INTEGER", nullable: false),
                    AnnouncedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AnnouncedBy = table.Column<int>(type: "INTEGER", nullable: true),
                    RunsOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ConcludedBefore = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AnnouncedCases = table.Column<int>(type: "INTEGER", nullable: false),
                    CalledOffAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RanAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RemovedCases = table.Column<int>(type: "INTEGER", nullable: false),
                    RemovedContacts = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RetentionRuns", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_ByTime",
                table: "AuditEntries",
                columns: new[] { "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditSubjects_OfCase",
                table: "AuditSubjects",
                columns: new[] { "CaseId", "EntryId" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditSubjects_OfEntry",
                table: "AuditSubjects",
                column: "EntryId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AuditSubjects");

            migrationBuilder.DropTable(
                name: "RetentionRuns");

            migrationBuilder.DropIndex(
                name: "IX_AuditEntries_ByTime",
                table: "AuditEntries");
        }
    }
}
