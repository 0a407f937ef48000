using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CovidSchoolReporting.Infrastructure.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class EpidemicFigures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // The table is its key (WITHOUT ROWID): what is summed lies side by side, and is written once.
            migrationBuilder.Sql(
                """
                CREATE TABLE "ClassFigures" (
                    "Territory" INTEGER NOT NULL, "Day" TEXT NOT NULL, "SchoolType" INTEGER NOT NULL, "Role" INTEGER NOT NULL, "Basis" INTEGER NOT NULL, "SiteId" INTEGER NOT NULL, "ClassKey" TEXT NOT NULL, "MunicipalityCode" TEXT NOT NULL, "Cases" INTEGER NOT NULL, "Contacts" INTEGER NOT NULL,
                    CONSTRAINT "PK_ClassFigures" PRIMARY KEY ("Basis", "Territory", "SiteId", "ClassKey", "Day", "SchoolType", "Role", "MunicipalityCode")
                ) WITHOUT ROWID;
                """);

            migrationBuilder.CreateTable(
                name: "Clusters",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SiteId = table.Column<int>(type: "INTEGER", nullable: false),
                    ClassKey = table.Column<string>(type: "TEXT", maxLength: 61, nullable: false),
                    Territory = table.Column<int>(type: "INTEGER", nullable: false),
                    SiteMunicipalityCode = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    SchoolType = table.Column<int>(type: "INTEGER", nullable: false),
                    SchoolName = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    FirstDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Cases = table.Column<int>(type: "INTEGER", nullable: false),
                    Contacts = table.Column<int>(type: "INTEGER", nullable: false),
                    FoundAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    StateBy = table.Column<int>(type: "INTEGER", nullable: true),
                    StateByName = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    StateAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Clusters", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Clusters_SchoolSites_SiteId",
                        column: x => x.SiteId,
                        principalTable: "SchoolSites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            // The table is its key (WITHOUT ROWID): what is summed lies side by side, and is written once.
            migrationBuilder.Sql(
                """
                CREATE TABLE "DayFigures" (
                    "Territory" INTEGER NOT NULL, "Day" TEXT NOT NULL, "SchoolType" INTEGER NOT NULL, "Role" INTEGER NOT NULL, "Basis" INTEGER NOT NULL, "Cases" INTEGER NOT NULL, "Contacts" INTEGER NOT NULL,
                    CONSTRAINT "PK_DayFigures" PRIMARY KEY ("Basis", "Territory", "Day", "SchoolType", "Role")
                ) WITHOUT ROWID;
                """);

            // The table is its key (WITHOUT ROWID): what is summed lies side by side, and is written once.
            migrationBuilder.Sql(
                """
                CREATE TABLE "DelayFigures" (
                    "Territory" INTEGER NOT NULL, "Day" TEXT NOT NULL, "SchoolType" INTEGER NOT NULL, "Role" INTEGER NOT NULL, "Step" INTEGER NOT NULL, "Length" INTEGER NOT NULL, "MunicipalityCode" TEXT NOT NULL, "Reports" INTEGER NOT NULL,
                    CONSTRAINT "PK_DelayFigures" PRIMARY KEY ("Territory", "Step", "Length", "Day", "SchoolType", "Role", "MunicipalityCode")
                ) WITHOUT ROWID;
                """);

            migrationBuilder.CreateTable(
                name: "MunicipalityShapes",
                columns: table => new
                {
                    Code = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    Territory = table.Column<int>(type: "INTEGER", nullable: false),
                    Path = table.Column<string>(type: "TEXT", maxLength: 60000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MunicipalityShapes", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "OfficialFigures",
                columns: table => new
                {
                    Territory = table.Column<int>(type: "INTEGER", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Cases = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OfficialFigures", x => new { x.Territory, x.Day });
                });

            // The table is its key (WITHOUT ROWID): what is summed lies side by side, and is written once.
            migrationBuilder.Sql(
                """
                CREATE TABLE "PlaceFigures" (
                    "Territory" INTEGER NOT NULL, "Day" TEXT NOT NULL, "SchoolType" INTEGER NOT NULL, "Role" INTEGER NOT NULL, "Basis" INTEGER NOT NULL, "MunicipalityCode" TEXT NOT NULL, "Cases" INTEGER NOT NULL, "Contacts" INTEGER NOT NULL,
                    CONSTRAINT "PK_PlaceFigures" PRIMARY KEY ("Basis", "Territory", "MunicipalityCode", "Day", "SchoolType", "Role")
                ) WITHOUT ROWID;
                """);

            migrationBuilder.CreateIndex(
                name: "IX_ReceivedReports_Waiting",
                table: "ReceivedReports",
                columns: new[] { "Territory", "ReceivedDay", "SchoolType", "SiteMunicipalityCode", "Role" },
                filter: "\"State\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_Clusters_ByState",
                table: "Clusters",
                columns: new[] { "Territory", "State", "LastDay", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Clusters_OfClass",
                table: "Clusters",
                columns: new[] { "SiteId", "ClassKey", "FirstDay" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ClassFigures");

            migrationBuilder.DropTable(
                name: "Clusters");

            migrationBuilder.DropTable(
                name: "DayFigures");

            migrationBuilder.DropTable(
                name: "DelayFigures");

            migrationBuilder.DropTable(
                name: "MunicipalityShapes");

            migrationBuilder.DropTable(
                name: "OfficialFigures");

            migrationBuilder.DropTable(
                name: "PlaceFigures");

            migrationBuilder.DropIndex(
                name: "IX_ReceivedReports_Waiting",
                table: "ReceivedReports");
        }
    }
}
