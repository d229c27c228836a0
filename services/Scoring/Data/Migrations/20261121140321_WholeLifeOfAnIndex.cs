using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Emulation.Scoring.Data.Migrations
{
    /// <inheritdoc />
    public partial class WholeLifeOfAnIndex : Migration
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

            migrationBuilder.AddColumn<string>(
                name: "council_order",
                table: "rankings",
                type: "jsonb",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<string>(
                name: "decided_by",
                table: "ranking_rows",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "decided_by_area",
                table: "ranking_rows",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "owner",
                table: "index_sets",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "31");

            migrationBuilder.CreateTable(
                name: "campaigns",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    unit_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    unit_name = table.Column<string>(type: "text", nullable: false),
                    from_year = table.Column<int>(type: "integer", nullable: false),
                    to_year = table.Column<int>(type: "integer", nullable: false),
                    criteria = table.Column<string>(type: "jsonb", nullable: false),
                    class_scales = table.Column<string>(type: "jsonb", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_campaigns", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "emulation_blocks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    owner_unit_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    period_kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    head_unit_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    deputy_unit_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    members = table.Column<string>(type: "jsonb", nullable: false),
                    member_codes = table.Column<string[]>(type: "text[]", nullable: false),
                    active = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_emulation_blocks", x => x.id);
                });

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
                name: "criterion_figures",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    criterion = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    period = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    figure = table.Column<string>(type: "jsonb", nullable: false),
                    evidence_note = table.Column<string>(type: "text", nullable: true),
                    evidence = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    assessment = table.Column<string>(type: "jsonb", nullable: true),
                    reported_by = table.Column<string>(type: "text", nullable: false),
                    reported_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_criterion_figures", x => x.id);
                    table.ForeignKey(
                        name: "fk_criterion_figures_campaigns_campaign_id",
                        column: x => x.campaign_id,
                        principalTable: "campaigns",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "block_rankings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    block_id = table.Column<Guid>(type: "uuid", nullable: false),
                    period = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    edition = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    scale = table.Column<string>(type: "jsonb", nullable: false),
                    rows = table.Column<string>(type: "jsonb", nullable: false),
                    confirmed = table.Column<string>(type: "jsonb", nullable: false),
                    published = table.Column<string>(type: "jsonb", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_block_rankings", x => x.id);
                    table.ForeignKey(
                        name: "fk_block_rankings_emulation_blocks_block_id",
                        column: x => x.block_id,
                        principalTable: "emulation_blocks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "block_scales",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    block_id = table.Column<Guid>(type: "uuid", nullable: false),
                    definition = table.Column<string>(type: "jsonb", nullable: false),
                    in_force = table.Column<string>(type: "jsonb", nullable: true),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    edition = table.Column<int>(type: "integer", nullable: false),
                    edited = table.Column<string>(type: "jsonb", nullable: false),
                    confirmed = table.Column<string>(type: "jsonb", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_block_scales", x => x.id);
                    table.ForeignKey(
                        name: "fk_block_scales_emulation_blocks_block_id",
                        column: x => x.block_id,
                        principalTable: "emulation_blocks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "block_sheets",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    block_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    period = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    pledge = table.Column<string>(type: "jsonb", nullable: false),
                    lines = table.Column<string>(type: "jsonb", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_block_sheets", x => x.id);
                    table.ForeignKey(
                        name: "fk_block_sheets_emulation_blocks_block_id",
                        column: x => x.block_id,
                        principalTable: "emulation_blocks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
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
                name: "ix_score_sheets_year_block",
                table: "score_sheets",
                columns: new[] { "year", "block" });

            migrationBuilder.CreateIndex(
                name: "ix_block_rankings_block_id_period_edition",
                table: "block_rankings",
                columns: new[] { "block_id", "period", "edition" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_block_scales_block_id",
                table: "block_scales",
                column: "block_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_block_sheets_block_id_period_member",
                table: "block_sheets",
                columns: new[] { "block_id", "period", "member" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_block_sheets_member",
                table: "block_sheets",
                column: "member");

            migrationBuilder.CreateIndex(
                name: "ix_campaigns_code",
                table: "campaigns",
                column: "code");

            migrationBuilder.CreateIndex(
                name: "ix_criterion_figures_campaign_unit_criterion_period",
                table: "criterion_figures",
                columns: new[] { "campaign_id", "unit_code", "criterion", "period" },
                unique: true);

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
                name: "block_rankings");

            migrationBuilder.DropTable(
                name: "block_scales");

            migrationBuilder.DropTable(
                name: "block_sheets");

            migrationBuilder.DropTable(
                name: "criterion_figures");

            migrationBuilder.DropTable(
                name: "evidence_files");

            migrationBuilder.DropTable(
                name: "rounds");

            migrationBuilder.DropTable(
                name: "emulation_blocks");

            migrationBuilder.DropTable(
                name: "campaigns");

            migrationBuilder.DropTable(
                name: "evidence_contents");

            migrationBuilder.DropIndex(
                name: "ix_score_sheets_year_block",
                table: "score_sheets");

            migrationBuilder.DropColumn(
                name: "approver",
                table: "score_sheets");

            migrationBuilder.DropColumn(
                name: "explain_until",
                table: "score_sheets");

            migrationBuilder.DropColumn(
                name: "final_at",
                table: "score_sheets");

            migrationBuilder.DropColumn(
                name: "council_order",
                table: "rankings");

            migrationBuilder.DropColumn(
                name: "decided_by",
                table: "ranking_rows");

            migrationBuilder.DropColumn(
                name: "decided_by_area",
                table: "ranking_rows");

            migrationBuilder.DropColumn(
                name: "owner",
                table: "index_sets");
        }
    }
}
