using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CovidSchoolReporting.Infrastructure.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class DatedRulesAndGuide : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Appraisal",
                table: "Contacts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "InstituteId",
                table: "Contacts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "RemovedAt",
                table: "Contacts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.Sql("""UPDATE "Contacts" SET "InstituteId" = (SELECT "InstituteId" FROM "Cases" WHERE "Cases"."Id" = "Contacts"."CaseId");""");

            migrationBuilder.CreateTable(
                name: "RememberedColumns",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    InstituteId = table.Column<int>(type: "INTEGER", nullable: false),
                    HeaderKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Fields = table.Column<string>(type: "TEXT", maxLength: 1920, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RememberedColumns", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RememberedColumns_Institutes_InstituteId",
                        column: x => x.InstituteId,
                        principalTable: "Institutes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReportingPolicies",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RequestKey = table.Column<Guid>(type: "TEXT", nullable: false),
                    StartsOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Notes = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Terms = table.Column<string>(type: "TEXT", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    PublishedBy = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportingPolicies", x => x.Id);
                });

            // Not AddColumn and AddForeignKey: for those SQLite's table is made anew, outside the transaction, and a process killed in between
            // would leave a schema that no start could bring up to date. The column stays empty until the start that follows, once there are
            // policies: PolicySeed.AdoptCasesAsync.
            migrationBuilder.Sql("""ALTER TABLE "Cases" ADD COLUMN "PolicyId" INTEGER NULL REFERENCES "ReportingPolicies" ("Id") ON DELETE RESTRICT;""");

            migrationBuilder.CreateIndex(
                name: "IX_Contacts_ByFiscalCode",
                table: "Contacts",
                columns: new[] { "InstituteId", "FiscalCodeKey" });

            migrationBuilder.CreateIndex(
                name: "IX_Contacts_BySurname",
                table: "Contacts",
                columns: new[] { "InstituteId", "SurnameKey" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_PolicyId",
                table: "Cases",
                column: "PolicyId");

            migrationBuilder.CreateIndex(
                name: "IX_RememberedColumns_Institute_HeaderKey",
                table: "RememberedColumns",
                columns: new[] { "InstituteId", "HeaderKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReportingPolicies_Published",
                table: "ReportingPolicies",
                column: "StartsOn",
                unique: true,
                filter: "\"PublishedAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ReportingPolicies_RequestKey",
                table: "ReportingPolicies",
                column: "RequestKey",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Cases_ReportingPolicies_PolicyId",
                table: "Cases");

            migrationBuilder.DropTable(
                name: "RememberedColumns");

            migrationBuilder.DropTable(
                name: "ReportingPolicies");

            migrationBuilder.DropIndex(
                name: "IX_Contacts_ByFiscalCode",
                table: "Contacts");

            migrationBuilder.DropIndex(
                name: "IX_Contacts_BySurname",
                table: "Contacts");

            migrationBuilder.DropIndex(
                name: "IX_Cases_PolicyId",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "Appraisal",
                table: "Contacts");

            migrationBuilder.DropColumn(
                name: "InstituteId",
                table: "Contacts");

            migrationBuilder.DropColumn(
                name: "RemovedAt",
                table: "Contacts");

            migrationBuilder.DropColumn(
                name: "PolicyId",
                table: "Cases");
        }
    }
}
