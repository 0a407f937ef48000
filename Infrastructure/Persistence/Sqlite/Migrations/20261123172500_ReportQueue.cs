using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CovidSchoolReporting.Infrastructure.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ReportQueue : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_ReceivedReports_ById",
                table: "ReceivedReports");

            migrationBuilder.DropIndex(
                name: "IX_ReceivedReports_ByName",
                table: "ReceivedReports");

            migrationBuilder.DropIndex(
                name: "IX_ReceivedReports_ByState",
                table: "ReceivedReports");

            migrationBuilder.DropIndex(
                name: "IX_ReceivedReports_BySurname",
                table: "ReceivedReports");

            migrationBuilder.CreateTable(
                name: "ReportTallies",
                columns: table => new
                {
                    Territory = table.Column<int>(type: "INTEGER", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportTallies", x => new { x.Territory, x.Day, x.State });
                });

            migrationBuilder.CreateTable(
                name: "SavedViews",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UserId = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false, collation: "NOCASE"),
                    Words = table.Column<string>(type: "TEXT", maxLength: 800, nullable: false),
                    IsDefault = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavedViews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SavedViews_PortalUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "PortalUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ReceivedReports_ById",
                table: "ReceivedReports",
                columns: new[] { "Territory", "Id", "State", "AssignedTo", "Missing", "SchoolType", "SiteMunicipalityCode", "LastDayAttended", "ReceivedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ReceivedReports_ByLastDay",
                table: "ReceivedReports",
                columns: new[] { "Territory", "LastDayAttended", "Id", "State", "AssignedTo", "Missing", "SchoolType", "SiteMunicipalityCode", "ReceivedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ReceivedReports_ByMunicipality",
                table: "ReceivedReports",
                columns: new[] { "Territory", "SiteMunicipalityCode", "Id", "State", "AssignedTo", "Missing", "SchoolType", "LastDayAttended", "ReceivedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ReceivedReports_ByName",
                table: "ReceivedReports",
                columns: new[] { "Territory", "NameKey", "Id", "State", "AssignedTo", "Missing", "SchoolType", "SiteMunicipalityCode", "LastDayAttended", "ReceivedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ReceivedReports_BySchool",
                table: "ReceivedReports",
                columns: new[] { "Territory", "SchoolName", "Id", "State", "AssignedTo", "Missing", "SchoolType", "SiteMunicipalityCode", "LastDayAttended", "ReceivedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ReceivedReports_ByState",
                table: "ReceivedReports",
                columns: new[] { "Territory", "State", "Id", "AssignedTo", "Missing", "SchoolType", "SiteMunicipalityCode", "LastDayAttended", "ReceivedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ReceivedReports_BySurname",
                table: "ReceivedReports",
                columns: new[] { "Territory", "SurnameKey", "Id", "State", "AssignedTo", "Missing", "SchoolType", "SiteMunicipalityCode", "LastDayAttended", "ReceivedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ReceivedReports_OfAssignee",
                table: "ReceivedReports",
                columns: new[] { "Territory", "AssignedTo", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ReceivedReports_OfClass",
                table: "ReceivedReports",
                columns: new[] { "Territory", "ClassKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ReceivedReports_OfSite",
                table: "ReceivedReports",
                columns: new[] { "Territory", "SiteId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_SavedViews_Name",
                table: "SavedViews",
                columns: new[] { "UserId", "Name" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ReportTallies");

            migrationBuilder.DropTable(
                name: "SavedViews");

            migrationBuilder.DropIndex(
                name: "IX_ReceivedReports_ById",
                table: "ReceivedReports");

            migrationBuilder.DropIndex(
                name: "IX_ReceivedReports_ByLastDay",
                table: "ReceivedReports");

            migrationBuilder.DropIndex(
                name: "IX_ReceivedReports_ByMunicipality",
                table: "ReceivedReports");

            migrationBuilder.DropIndex(
                name: "IX_ReceivedReports_ByName",
                table: "ReceivedReports");

            migrationBuilder.DropIndex(
                name: "IX_ReceivedReports_BySchool",
                table: "ReceivedReports");

            migrationBuilder.DropIndex(
                name: "IX_ReceivedReports_ByState",
                table: "ReceivedReports");

            migrationBuilder.DropIndex(
                name: "IX_ReceivedReports_BySurname",
                table: "ReceivedReports");

            migrationBuilder.DropIndex(
                name: "IX_ReceivedReports_OfAssignee",
                table: "ReceivedReports");

            migrationBuilder.DropIndex(
                name: "IX_ReceivedReports_OfClass",
                table: "ReceivedReports");

            migrationBuilder.DropIndex(
                name: "IX_ReceivedReports_OfSite",
                table: "ReceivedReports");

            migrationBuilder.CreateIndex(
                name: "IX_ReceivedReports_ById",
                table: "ReceivedReports",
                columns: new[] { "Territory", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ReceivedReports_ByName",
                table: "ReceivedReports",
                columns: new[] { "Territory", "NameKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ReceivedReports_ByState",
                table: "ReceivedReports",
                columns: new[] { "Territory", "State", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ReceivedReports_BySurname",
                table: "ReceivedReports",
                columns: new[] { "Territory", "SurnameKey", "Id" });
        }
    }
}
