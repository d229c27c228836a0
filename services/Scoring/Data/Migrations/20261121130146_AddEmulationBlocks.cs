using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Emulation.Scoring.Data.Migrations
{
    /// <inheritdoc />
    public partial class AddEmulationBlocks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
                name: "emulation_blocks");
        }
    }
}
