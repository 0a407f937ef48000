using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CovidSchoolReporting.Infrastructure.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class DecisionsAndMatches : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "AddedCount",
                table: "ReceivedReports",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "DecidedCount",
                table: "ReceivedReports",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "ContactDecisions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ReportId = table.Column<int>(type: "INTEGER", nullable: false),
                    ContactId = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    IsCurrent = table.Column<bool>(type: "INTEGER", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    OwnEnd = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    DecidedBy = table.Column<int>(type: "INTEGER", nullable: false),
                    DecidedByName = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContactDecisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ContactDecisions_ReceivedReports_ReportId",
                        column: x => x.ReportId,
                        principalTable: "ReceivedReports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MatchProposals",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OlderReportId = table.Column<int>(type: "INTEGER", nullable: false),
                    NewerReportId = table.Column<int>(type: "INTEGER", nullable: false),
                    OlderTerritory = table.Column<int>(type: "INTEGER", nullable: false),
                    NewerTerritory = table.Column<int>(type: "INTEGER", nullable: false),
                    Ground = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    ProposedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    SaidBy = table.Column<int>(type: "INTEGER", nullable: true),
                    SaidByName = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    SaidAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MatchProposals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MatchProposals_ReceivedReports_NewerReportId",
                        column: x => x.NewerReportId,
                        principalTable: "ReceivedReports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_MatchProposals_ReceivedReports_OlderReportId",
                        column: x => x.OlderReportId,
                        principalTable: "ReceivedReports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ReceivedReports_ByBirthDate",
                table: "ReceivedReports",
                column: "BirthDate");

            migrationBuilder.CreateIndex(
                name: "IX_Contacts_Everywhere",
                table: "Contacts",
                column: "FiscalCodeKey");

            migrationBuilder.CreateIndex(
                name: "IX_Contacts_EverywhereByName",
                table: "Contacts",
                columns: new[] { "SurnameKey", "BirthDate" });

            migrationBuilder.CreateIndex(
                name: "IX_ContactDecisions_Contact",
                table: "ContactDecisions",
                columns: new[] { "ContactId", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ContactDecisions_Report",
                table: "ContactDecisions",
                columns: new[] { "ReportId", "IsCurrent" });

            migrationBuilder.CreateIndex(
                name: "IX_MatchProposals_ByState",
                table: "MatchProposals",
                columns: new[] { "State", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_MatchProposals_ByTerritory",
                table: "MatchProposals",
                columns: new[] { "State", "OlderTerritory", "NewerTerritory", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_MatchProposals_Newer",
                table: "MatchProposals",
                column: "NewerReportId");

            migrationBuilder.CreateIndex(
                name: "IX_MatchProposals_Pair",
                table: "MatchProposals",
                columns: new[] { "OlderReportId", "NewerReportId" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ContactDecisions");

            migrationBuilder.DropTable(
                name: "MatchProposals");

            migrationBuilder.DropIndex(
                name: "IX_ReceivedReports_ByBirthDate",
                table: "ReceivedReports");

            migrationBuilder.DropIndex(
                name: "IX_Contacts_Everywhere",
                table: "Contacts");

            migrationBuilder.DropIndex(
                name: "IX_Contacts_EverywhereByName",
                table: "Contacts");

            migrationBuilder.DropColumn(
                name: "AddedCount",
                table: "ReceivedReports");

            migrationBuilder.DropColumn(
                name: "DecidedCount",
                table: "ReceivedReports");
        }
    }
}
