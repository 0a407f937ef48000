using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CovidSchoolReporting.Infrastructure.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class SchoolRegisters : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "ClosedOn",
                table: "SchoolSites",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Pupils",
                table: "SchoolSites",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Register",
                table: "SchoolSites",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "Agency");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "ClosedOn",
                table: "SchoolSites");

            migrationBuilder.DropColumn(
                name: "Pupils",
                table: "SchoolSites");

            migrationBuilder.DropColumn(
                name: "Register",
                table: "SchoolSites");
        }
    }
}
