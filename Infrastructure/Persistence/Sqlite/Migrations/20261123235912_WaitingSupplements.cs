using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CovidSchoolReporting.Infrastructure.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class WaitingSupplements : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "WaitingSupplements",
                table: "ReceivedReports",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.Sql("""
                UPDATE "ReceivedReports" SET "WaitingSupplements" =
                    (SELECT COUNT(*) FROM "Supplements" AS s WHERE s."CaseId" = "ReceivedReports"."CaseId" AND s."State" = 'Sent');
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "WaitingSupplements",
                table: "ReceivedReports");
        }
    }
}
