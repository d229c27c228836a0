using System;
using Microsoft.EntityFrameworkCore.Migrations;
using NpgsqlTypes;

#nullable disable

namespace Emulation.Nominations.Data.Migrations
{
    /// <inheritdoc />
    public partial class AwardRegister : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid[]>(
                name: "merit_ids",
                table: "nominations",
                type: "uuid[]",
                nullable: false,
                defaultValue: new Guid[0]);

            migrationBuilder.AddColumn<string>(
                name: "authors",
                table: "initiatives",
                type: "jsonb",
                nullable: false,
                defaultValueSql: "'[]'::jsonb");

            migrationBuilder.AddColumn<DateOnly>(
                name: "date",
                table: "decisions",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "document_id",
                table: "decisions",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "lines",
                table: "decisions",
                type: "jsonb",
                nullable: false,
                defaultValueSql: "'[]'::jsonb");

            migrationBuilder.AddColumn<string>(
                name: "number",
                table: "decisions",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "achievement_exceptions",
                columns: table => new
                {
                    nomination_id = table.Column<Guid>(type: "uuid", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    granted_by = table.Column<string>(type: "text", nullable: false),
                    granted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_achievement_exceptions", x => new { x.nomination_id, x.entry_id });
                });

            migrationBuilder.CreateTable(
                name: "award_entries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_code = table.Column<string>(type: "text", nullable: false),
                    unit_name = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    position = table.Column<string>(type: "text", nullable: true),
                    name_key = table.Column<string>(type: "text", nullable: false),
                    person_code = table.Column<string>(type: "text", nullable: true),
                    award_kind = table.Column<string>(type: "text", nullable: false),
                    award_code = table.Column<string>(type: "text", nullable: false),
                    award_name = table.Column<string>(type: "text", nullable: false),
                    level = table.Column<string>(type: "text", nullable: false),
                    commendation = table.Column<string>(type: "text", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    campaign_code = table.Column<string>(type: "text", nullable: true),
                    category_key = table.Column<string>(type: "text", nullable: true),
                    decision_number = table.Column<string>(type: "text", nullable: true),
                    decision_date = table.Column<DateOnly>(type: "date", nullable: true),
                    document_url = table.Column<string>(type: "text", nullable: true),
                    deciding_unit_code = table.Column<string>(type: "text", nullable: true),
                    deciding_unit_name = table.Column<string>(type: "text", nullable: false),
                    signer_name = table.Column<string>(type: "text", nullable: true),
                    order = table.Column<int>(type: "integer", nullable: false),
                    achievement = table.Column<string>(type: "text", nullable: false),
                    merit_ids = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    initiative_titles = table.Column<string[]>(type: "text[]", nullable: false),
                    reward_money = table.Column<decimal>(type: "numeric", nullable: true),
                    reward_basis = table.Column<string>(type: "text", nullable: false),
                    cancelled = table.Column<bool>(type: "boolean", nullable: false),
                    cancellation = table.Column<string>(type: "jsonb", nullable: true),
                    post_check_due = table.Column<DateOnly>(type: "date", nullable: true),
                    post_checked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    post_check_confirmed = table.Column<bool>(type: "boolean", nullable: true),
                    post_check_note = table.Column<string>(type: "text", nullable: true),
                    nomination_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decision_id = table.Column<Guid>(type: "uuid", nullable: true),
                    imported = table.Column<bool>(type: "boolean", nullable: false),
                    source_system = table.Column<string>(type: "text", nullable: true),
                    created_by = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    search = table.Column<string>(type: "text", nullable: false),
                    search_vector = table.Column<NpgsqlTsVector>(type: "tsvector", nullable: true, computedColumnSql: "to_tsvector('simple', search)", stored: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_award_entries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "holds",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    whom = table.Column<string>(type: "text", nullable: false),
                    unit_code = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: true),
                    person_code = table.Column<string>(type: "text", nullable: true),
                    name_key = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: true),
                    holds_collective = table.Column<bool>(type: "boolean", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    recorded_by = table.Column<string>(type: "text", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    lift_reason = table.Column<string>(type: "text", nullable: true),
                    lifted_by = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_holds", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "merits",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    nominee_kind = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    unit_code = table.Column<string>(type: "text", nullable: false),
                    name_key = table.Column<string>(type: "text", nullable: false),
                    person_code = table.Column<string>(type: "text", nullable: true),
                    kind = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    description = table.Column<string>(type: "text", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: false),
                    evidence = table.Column<string>(type: "text", nullable: true),
                    created_by = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_merits", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "award_uses",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    nominee = table.Column<string>(type: "text", nullable: false),
                    claim = table.Column<string>(type: "text", nullable: false),
                    released = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_award_uses", x => x.id);
                    table.ForeignKey(
                        name: "fk_award_uses_award_entries_entry_id",
                        column: x => x.entry_id,
                        principalTable: "award_entries",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_nominations_merit_ids",
                table: "nominations",
                column: "merit_ids")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_award_entries_decision_id",
                table: "award_entries",
                column: "decision_id");

            migrationBuilder.CreateIndex(
                name: "ix_award_entries_name_key",
                table: "award_entries",
                column: "name_key");

            migrationBuilder.CreateIndex(
                name: "ix_award_entries_nomination_id",
                table: "award_entries",
                column: "nomination_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_award_entries_number_once",
                table: "award_entries",
                columns: new[] { "deciding_unit_name", "decision_number", "decision_date", "order" },
                unique: true,
                filter: "imported");

            migrationBuilder.CreateIndex(
                name: "ix_award_entries_person_code",
                table: "award_entries",
                column: "person_code");

            migrationBuilder.CreateIndex(
                name: "ix_award_entries_post_check_due",
                table: "award_entries",
                column: "post_check_due",
                filter: "post_check_due IS NOT NULL AND post_checked_at IS NULL AND NOT cancelled");

            migrationBuilder.CreateIndex(
                name: "ix_award_entries_search_vector",
                table: "award_entries",
                column: "search_vector")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_award_entries_unit_code_year_id",
                table: "award_entries",
                columns: new[] { "unit_code", "year", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_award_entries_year_id",
                table: "award_entries",
                columns: new[] { "year", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_award_uses_claim",
                table: "award_uses",
                column: "claim",
                unique: true,
                filter: "NOT released");

            migrationBuilder.CreateIndex(
                name: "ix_award_uses_entry_id",
                table: "award_uses",
                column: "entry_id");

            migrationBuilder.CreateIndex(
                name: "ix_award_uses_kind_subject",
                table: "award_uses",
                columns: new[] { "kind", "subject" });

            migrationBuilder.CreateIndex(
                name: "ix_holds_name_key",
                table: "holds",
                column: "name_key");

            migrationBuilder.CreateIndex(
                name: "ix_holds_person_code",
                table: "holds",
                column: "person_code");

            migrationBuilder.CreateIndex(
                name: "ix_holds_unit_code_id",
                table: "holds",
                columns: new[] { "unit_code", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_merits_unit_code_id",
                table: "merits",
                columns: new[] { "unit_code", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "achievement_exceptions");

            migrationBuilder.DropTable(
                name: "award_uses");

            migrationBuilder.DropTable(
                name: "holds");

            migrationBuilder.DropTable(
                name: "merits");

            migrationBuilder.DropTable(
                name: "award_entries");

            migrationBuilder.DropIndex(
                name: "ix_nominations_merit_ids",
                table: "nominations");

            migrationBuilder.DropColumn(
                name: "merit_ids",
                table: "nominations");

            migrationBuilder.DropColumn(
                name: "authors",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "date",
                table: "decisions");

            migrationBuilder.DropColumn(
                name: "document_id",
                table: "decisions");

            migrationBuilder.DropColumn(
                name: "lines",
                table: "decisions");

            migrationBuilder.DropColumn(
                name: "number",
                table: "decisions");
        }
    }
}
