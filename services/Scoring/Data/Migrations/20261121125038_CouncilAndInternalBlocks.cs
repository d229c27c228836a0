using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Emulation.Scoring.Data.Migrations
{
    /// <inheritdoc />
    public partial class CouncilAndInternalBlocks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
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
