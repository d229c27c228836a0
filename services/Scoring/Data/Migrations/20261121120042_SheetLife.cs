using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Emulation.Scoring.Data.Migrations
{
    /// <inheritdoc />
    public partial class SheetLife : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "approver",
                table: "score_sheets",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "explain_until",
                table: "score_sheets",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "final_at",
                table: "score_sheets",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "evidence_contents",
                columns: table => new
                {
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    size = table.Column<int>(type: "integer", nullable: false),
                    media_type = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evidence_contents", x => x.hash);
                });

            migrationBuilder.CreateTable(
                name: "rounds",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    block = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    index_set_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    self_score_until = table.Column<DateOnly>(type: "date", nullable: false),
                    explanation_days = table.Column<int>(type: "integer", nullable: false),
                    extensions = table.Column<string>(type: "jsonb", nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    opened_by = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rounds", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "evidence_files",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    filed_by = table.Column<string>(type: "text", nullable: false),
                    filed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evidence_files", x => x.id);
                    table.ForeignKey(
                        name: "fk_evidence_files_evidence_contents_hash",
                        column: x => x.hash,
                        principalTable: "evidence_contents",
                        principalColumn: "hash",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_evidence_files_hash",
                table: "evidence_files",
                column: "hash");

            migrationBuilder.CreateIndex(
                name: "ix_evidence_files_unit_code_hash_name",
                table: "evidence_files",
                columns: new[] { "unit_code", "hash", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_rounds_year_block",
                table: "rounds",
                columns: new[] { "year", "block" },
                unique: true);

            // Sheets from before there were rounds: each year and block gets its round; what a published ranking rests on is final.
            migrationBuilder.Sql("""
                INSERT INTO rounds (id, year, block, index_set_code, self_score_until, explanation_days, extensions, opened_at, opened_by, version)
                SELECT gen_random_uuid(), s.year, s.block, COALESCE(min(r.index_set_code), min(s.index_set_code)), CURRENT_DATE + 30, 5, '[]', min(s.created_at), 'system', 1
                FROM score_sheets s LEFT JOIN rankings r ON r.year = s.year AND r.block = s.block GROUP BY s.year, s.block;
                UPDATE score_sheets s SET state = 'Final', final_at = s.appraised_at
                WHERE s.state = 'Appraised' AND EXISTS (SELECT 1 FROM ranking_rows r WHERE r.sheet_id = s.id);
                UPDATE score_sheets SET leaves = replace(leaves::text, '"note":', '"explanation":')::jsonb WHERE leaves::text LIKE '%"note":%';
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "evidence_files");

            migrationBuilder.DropTable(
                name: "rounds");

            migrationBuilder.DropTable(
                name: "evidence_contents");

            migrationBuilder.DropColumn(
                name: "approver",
                table: "score_sheets");

            migrationBuilder.DropColumn(
                name: "explain_until",
                table: "score_sheets");

            migrationBuilder.DropColumn(
                name: "final_at",
                table: "score_sheets");
        }
    }
}
