using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CovidSchoolReporting.Infrastructure.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Conversations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // An operator's draft has no institute. SQLite cannot alter a column, and the rebuild that EF Core would make is not one
            // transaction: a portal killed in its middle would lose what people had typed. No table refers to this one, so it is rebuilt here.
            migrationBuilder.Sql("""
                CREATE TABLE "Drafts_Rebuilt" (
                    "Id" INTEGER NOT NULL CONSTRAINT "PK_Drafts" PRIMARY KEY AUTOINCREMENT,
                    "CaseId" INTEGER NULL,
                    "ContactId" INTEGER NULL,
                    "Content" TEXT NOT NULL,
                    "InstituteId" INTEGER NULL,
                    "Kind" INTEGER NOT NULL,
                    "Mark" TEXT NULL,
                    "SavedAt" TEXT NOT NULL,
                    "Slot" TEXT NOT NULL,
                    "UserId" INTEGER NOT NULL,
                    "Version" INTEGER NOT NULL,
                    CONSTRAINT "FK_Drafts_Cases_CaseId" FOREIGN KEY ("CaseId") REFERENCES "Cases" ("Id") ON DELETE CASCADE,
                    CONSTRAINT "FK_Drafts_Institutes_InstituteId" FOREIGN KEY ("InstituteId") REFERENCES "Institutes" ("Id") ON DELETE CASCADE
                )
                """);
            migrationBuilder.Sql("""
                INSERT INTO "Drafts_Rebuilt" ("Id", "CaseId", "ContactId", "Content", "InstituteId", "Kind", "Mark", "SavedAt", "Slot", "UserId", "Version")
                SELECT "Id", "CaseId", "ContactId", "Content", "InstituteId", "Kind", "Mark", "SavedAt", "Slot", "UserId", "Version" FROM "Drafts"
                """);
            migrationBuilder.Sql("""DROP TABLE "Drafts" """);
            migrationBuilder.Sql("""ALTER TABLE "Drafts_Rebuilt" RENAME TO "Drafts" """);
            migrationBuilder.Sql("""CREATE INDEX "IX_Drafts_Case" ON "Drafts" ("CaseId")""");
            migrationBuilder.Sql("""CREATE INDEX "IX_Drafts_InstituteId" ON "Drafts" ("InstituteId")""");
            migrationBuilder.Sql("""CREATE INDEX "IX_Drafts_SavedAt" ON "Drafts" ("SavedAt")""");
            migrationBuilder.Sql("""CREATE UNIQUE INDEX "IX_Drafts_Slot" ON "Drafts" ("UserId", "InstituteId", "Slot")""");

            migrationBuilder.CreateTable(
                name: "Conversations",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CaseId = table.Column<int>(type: "INTEGER", nullable: false),
                    InstituteId = table.Column<int>(type: "INTEGER", nullable: false),
                    Territory = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    LastOfAgency = table.Column<int>(type: "INTEGER", nullable: false),
                    LastOfSchool = table.Column<int>(type: "INTEGER", nullable: false),
                    ReadByAgency = table.Column<int>(type: "INTEGER", nullable: false),
                    ReadBySchool = table.Column<int>(type: "INTEGER", nullable: false),
                    LastAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Conversations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Conversations_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Messages",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ConversationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    RequestKey = table.Column<Guid>(type: "TEXT", nullable: false),
                    Side = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    AuthorId = table.Column<int>(type: "INTEGER", nullable: false),
                    AuthorName = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    AsksForAnswer = table.Column<bool>(type: "INTEGER", nullable: false),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Messages", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Messages_Conversations_ConversationId",
                        column: x => x.ConversationId,
                        principalTable: "Conversations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Drafts_SlotOfAgency",
                table: "Drafts",
                columns: new[] { "UserId", "Slot" },
                unique: true,
                filter: "\"InstituteId\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_Case",
                table: "Conversations",
                column: "CaseId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_OfInstitute",
                table: "Conversations",
                columns: new[] { "InstituteId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_OfTerritory",
                table: "Conversations",
                columns: new[] { "Territory", "LastAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Messages_Number",
                table: "Messages",
                columns: new[] { "ConversationId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Messages_RequestKey",
                table: "Messages",
                column: "RequestKey",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Messages");

            migrationBuilder.DropTable(
                name: "Conversations");

            migrationBuilder.DropIndex(
                name: "IX_Drafts_SlotOfAgency",
                table: "Drafts");

            migrationBuilder.AlterColumn<int>(
                name: "InstituteId",
                table: "Drafts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0,
                oldClrType: typeof(int),
                oldType: "INTEGER",
                oldNullable: true);
        }
    }
}
