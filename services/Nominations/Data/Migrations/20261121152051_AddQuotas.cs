using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Emulation.Nominations.Data.Migrations
{
    /// <inheritdoc />
    public partial class AddQuotas : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "chosen_at",
                table: "nominations",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "chosen_reason",
                table: "nominations",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "outside_quota_reason",
                table: "nominations",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "over_quota",
                table: "nominations",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "quota_exception_at",
                table: "nominations",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "quota_exception_by",
                table: "nominations",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "quota_exception_reason",
                table: "nominations",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "quota_allotments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: false),
                    category_key = table.Column<string>(type: "text", nullable: false),
                    unit_code = table.Column<string>(type: "text", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    note = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_quota_allotments", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "quota_orders",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    nomination_ids = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true),
                    departs = table.Column<bool>(type: "boolean", nullable: false),
                    decided_by = table.Column<string>(type: "text", nullable: false),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_quota_orders", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "quota_participants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_code = table.Column<string>(type: "text", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    collectives = table.Column<int>(type: "integer", nullable: false),
                    individuals = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_quota_participants", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_quota_allotments_campaign_id_category_key_unit_code_year",
                table: "quota_allotments",
                columns: new[] { "campaign_id", "category_key", "unit_code", "year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_quota_orders_key",
                table: "quota_orders",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_quota_participants_campaign_id_unit_code_year",
                table: "quota_participants",
                columns: new[] { "campaign_id", "unit_code", "year" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "quota_allotments");

            migrationBuilder.DropTable(
                name: "quota_orders");

            migrationBuilder.DropTable(
                name: "quota_participants");

            migrationBuilder.DropColumn(
                name: "chosen_at",
                table: "nominations");

            migrationBuilder.DropColumn(
                name: "chosen_reason",
                table: "nominations");

            migrationBuilder.DropColumn(
                name: "outside_quota_reason",
                table: "nominations");

            migrationBuilder.DropColumn(
                name: "over_quota",
                table: "nominations");

            migrationBuilder.DropColumn(
                name: "quota_exception_at",
                table: "nominations");

            migrationBuilder.DropColumn(
                name: "quota_exception_by",
                table: "nominations");

            migrationBuilder.DropColumn(
                name: "quota_exception_reason",
                table: "nominations");
        }
    }
}
