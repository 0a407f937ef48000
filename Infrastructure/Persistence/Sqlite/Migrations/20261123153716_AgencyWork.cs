using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CovidSchoolReporting.Infrastructure.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AgencyWork : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "AssignedAt",
                table: "ReceivedReports",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "AssignedTo",
                table: "ReceivedReports",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AssignedToName",
                table: "ReceivedReports",
                type: "TEXT",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "BirthDate",
                table: "ReceivedReports",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<string>(
                name: "ClassKey",
                table: "ReceivedReports",
                type: "TEXT",
                maxLength: 61,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "ClassName",
                table: "ReceivedReports",
                type: "TEXT",
                maxLength: 30,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTime>(
                name: "ConcludedAt",
                table: "ReceivedReports",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ConcludedBy",
                table: "ReceivedReports",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ConcludedByName",
                table: "ReceivedReports",
                type: "TEXT",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "InstituteId",
                table: "ReceivedReports",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "LastDayAttended",
                table: "ReceivedReports",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<DateTime>(
                name: "MeasuresIssuedAt",
                table: "ReceivedReports",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "MeasuresIssuedBy",
                table: "ReceivedReports",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "MeasuresIssuedByName",
                table: "ReceivedReports",
                type: "TEXT",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Missing",
                table: "ReceivedReports",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "PositiveSwabDate",
                table: "ReceivedReports",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ReceivedDay",
                table: "ReceivedReports",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<int>(
                name: "Role",
                table: "ReceivedReports",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "SchoolType",
                table: "ReceivedReports",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Section",
                table: "ReceivedReports",
                type: "TEXT",
                maxLength: 30,
                nullable: false,
                defaultValue: "");

            // A foreign key that is added later would have the whole table written anew.
            migrationBuilder.Sql("""ALTER TABLE "ReceivedReports" ADD COLUMN "SiteId" INTEGER NULL REFERENCES "SchoolSites" ("Id") ON DELETE RESTRICT;""");

            migrationBuilder.AddColumn<DateOnly>(
                name: "SymptomOnset",
                table: "ReceivedReports",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ReportEvents",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ReportId = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UserId = table.Column<int>(type: "INTEGER", nullable: true),
                    UserName = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportEvents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReportEvents_ReceivedReports_ReportId",
                        column: x => x.ReportId,
                        principalTable: "ReceivedReports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ReceivedReports_ByClass",
                table: "ReceivedReports",
                columns: new[] { "SiteId", "ClassKey", "ReceivedDay" });

            migrationBuilder.CreateIndex(
                name: "IX_ReportEvents_OfReport",
                table: "ReportEvents",
                columns: new[] { "ReportId", "Id" });

            // What a report repeats of its closed case. The instant is UTC: Rome is an hour ahead, two from the last Sunday of March, 01:00,
            // to the last of October. Classes are told apart as they were written; reports from now on tell «1^» and «1» as one.
            migrationBuilder.Sql("""
                UPDATE "ReceivedReports" SET
                    "InstituteId" = c."InstituteId", "SiteId" = c."SchoolSiteId", "SchoolType" = c."SchoolType",
                    "ClassName" = c."ClassName", "Section" = c."Section",
                    "ClassKey" = upper(trim(c."ClassName")) || ' ' || upper(trim(c."Section")),
                    "Role" = c."Role", "BirthDate" = c."BirthDate",
                    "LastDayAttended" = c."LastDayAttended", "PositiveSwabDate" = c."PositiveSwabDate", "SymptomOnset" = c."SymptomOnset",
                    "Missing" = (c."FiscalCode" IS NULL) + 2 * (c."PositiveSwabDate" IS NULL) + 4 * ("ReceivedReports"."ContactCount" = 0),
                    "AssignedTo" = "TakenInChargeBy", "AssignedToName" = "TakenInChargeByName", "AssignedAt" = "TakenInChargeAt",
                    "ReceivedDay" = date("ReceivedReports"."ReceivedAt", CASE WHEN
                        "ReceivedReports"."ReceivedAt" >= date(strftime('%Y', "ReceivedReports"."ReceivedAt") || '-04-01', 'weekday 0', '-7 days') || ' 01:00'
                        AND "ReceivedReports"."ReceivedAt" < date(strftime('%Y', "ReceivedReports"."ReceivedAt") || '-11-01', 'weekday 0', '-7 days') || ' 01:00'
                        THEN '+2 hours' ELSE '+1 hour' END)
                FROM "Cases" AS c WHERE c."Id" = "ReceivedReports"."CaseId";
                """);
            migrationBuilder.Sql("""
                INSERT INTO "ReportEvents" ("ReportId", "At", "Kind") SELECT "Id", "ReceivedAt", 'Received' FROM "ReceivedReports";
                """);
            migrationBuilder.Sql("""
                INSERT INTO "ReportEvents" ("ReportId", "At", "UserId", "UserName", "Kind")
                SELECT "Id", "TakenInChargeAt", "TakenInChargeBy", "TakenInChargeByName", 'TakenInCharge' FROM "ReceivedReports" WHERE "State" <> 0;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ReportEvents");

            migrationBuilder.DropIndex(
                name: "IX_ReceivedReports_ByClass",
                table: "ReceivedReports");

            migrationBuilder.DropColumn(
                name: "AssignedAt",
                table: "ReceivedReports");

            migrationBuilder.DropColumn(
                name: "AssignedTo",
                table: "ReceivedReports");

            migrationBuilder.DropColumn(
                name: "AssignedToName",
                table: "ReceivedReports");

            migrationBuilder.DropColumn(
                name: "BirthDate",
                table: "ReceivedReports");

            migrationBuilder.DropColumn(
                name: "ClassKey",
                table: "ReceivedReports");

            migrationBuilder.DropColumn(
                name: "ClassName",
                table: "ReceivedReports");

            migrationBuilder.DropColumn(
                name: "ConcludedAt",
                table: "ReceivedReports");

            migrationBuilder.DropColumn(
                name: "ConcludedBy",
                table: "ReceivedReports");

            migrationBuilder.DropColumn(
                name: "ConcludedByName",
                table: "ReceivedReports");

            migrationBuilder.DropColumn(
                name: "InstituteId",
                table: "ReceivedReports");

            migrationBuilder.DropColumn(
                name: "LastDayAttended",
                table: "ReceivedReports");

            migrationBuilder.DropColumn(
                name: "MeasuresIssuedAt",
                table: "ReceivedReports");

            migrationBuilder.DropColumn(
                name: "MeasuresIssuedBy",
                table: "ReceivedReports");

            migrationBuilder.DropColumn(
                name: "MeasuresIssuedByName",
                table: "ReceivedReports");

            migrationBuilder.DropColumn(
                name: "Missing",
                table: "ReceivedReports");

            migrationBuilder.DropColumn(
                name: "PositiveSwabDate",
                table: "ReceivedReports");

            migrationBuilder.DropColumn(
                name: "ReceivedDay",
                table: "ReceivedReports");

            migrationBuilder.DropColumn(
                name: "Role",
                table: "ReceivedReports");

            migrationBuilder.DropColumn(
                name: "SchoolType",
                table: "ReceivedReports");

            migrationBuilder.DropColumn(
                name: "Section",
                table: "ReceivedReports");

            migrationBuilder.DropColumn(
                name: "SiteId",
                table: "ReceivedReports");

            migrationBuilder.DropColumn(
                name: "SymptomOnset",
                table: "ReceivedReports");
        }
    }
}
