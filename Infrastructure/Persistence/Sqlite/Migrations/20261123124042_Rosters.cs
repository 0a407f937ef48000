using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CovidSchoolReporting.Infrastructure.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Rosters : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AuditEntries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UserId = table.Column<int>(type: "INTEGER", nullable: true),
                    InstituteId = table.Column<int>(type: "INTEGER", nullable: true),
                    Action = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Screen = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    RecordKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    RecordId = table.Column<int>(type: "INTEGER", nullable: true),
                    PersonCount = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditEntries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RosterClasses",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    InstituteId = table.Column<int>(type: "INTEGER", nullable: false),
                    SchoolSiteId = table.Column<int>(type: "INTEGER", nullable: false),
                    ClassName = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Section = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 61, nullable: false),
                    LoadKey = table.Column<Guid>(type: "TEXT", nullable: false),
                    LoadedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    PersonCount = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RosterClasses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RosterClasses_Institutes_InstituteId",
                        column: x => x.InstituteId,
                        principalTable: "Institutes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RosterClasses_SchoolSites_SchoolSiteId",
                        column: x => x.SchoolSiteId,
                        principalTable: "SchoolSites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RosterPeople",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RosterClassId = table.Column<int>(type: "INTEGER", nullable: false),
                    InstituteId = table.Column<int>(type: "INTEGER", nullable: false),
                    SchoolSiteId = table.Column<int>(type: "INTEGER", nullable: false),
                    RequestKey = table.Column<Guid>(type: "TEXT", nullable: false),
                    Role = table.Column<int>(type: "INTEGER", nullable: false),
                    Surname = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    FiscalCode = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    FiscalCodeKey = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Sex = table.Column<int>(type: "INTEGER", nullable: true),
                    BirthDate = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DomicileCode = table.Column<string>(type: "TEXT", maxLength: 4, nullable: true),
                    Address = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    Phone = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    SurnameKey = table.Column<string>(type: "TEXT", maxLength: 241, nullable: false),
                    ConfirmedWarnings = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RosterPeople", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RosterPeople_RosterClasses_RosterClassId",
                        column: x => x.RosterClassId,
                        principalTable: "RosterClasses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_OfInstitute",
                table: "AuditEntries",
                columns: new[] { "InstituteId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_OfRecord",
                table: "AuditEntries",
                columns: new[] { "RecordKind", "RecordId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_OfUser",
                table: "AuditEntries",
                columns: new[] { "UserId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_RosterClasses_LoadedAt",
                table: "RosterClasses",
                column: "LoadedAt");

            migrationBuilder.CreateIndex(
                name: "IX_RosterClasses_Place",
                table: "RosterClasses",
                columns: new[] { "InstituteId", "SchoolSiteId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RosterClasses_SchoolSiteId",
                table: "RosterClasses",
                column: "SchoolSiteId");

            migrationBuilder.CreateIndex(
                name: "IX_RosterPeople_BySurname",
                table: "RosterPeople",
                columns: new[] { "InstituteId", "SurnameKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_RosterPeople_OfSiteBySurname",
                table: "RosterPeople",
                columns: new[] { "InstituteId", "SchoolSiteId", "SurnameKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_RosterPeople_Row",
                table: "RosterPeople",
                columns: new[] { "RosterClassId", "RequestKey" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AuditEntries");

            migrationBuilder.DropTable(
                name: "RosterPeople");

            migrationBuilder.DropTable(
                name: "RosterClasses");
        }
    }
}
