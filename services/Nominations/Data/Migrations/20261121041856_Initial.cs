using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Emulation.Nominations.Data.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterDatabase()
                .Annotation("Npgsql:CollationDefinition:vi", "vi-VN,vi-VN,icu,True");

            migrationBuilder.CreateTable(
                name: "audit_entries",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    aggregate = table.Column<string>(type: "text", nullable: false),
                    aggregate_id = table.Column<string>(type: "text", nullable: false),
                    action = table.Column<string>(type: "text", nullable: false),
                    acted_by = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    remote_address = table.Column<string>(type: "text", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                    changes = table.Column<string>(type: "jsonb", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_entries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "decisions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: false),
                    level = table.Column<string>(type: "text", nullable: false),
                    deciding_unit_code = table.Column<string>(type: "text", nullable: false),
                    deciding_unit_name = table.Column<string>(type: "text", nullable: false),
                    signer_name = table.Column<string>(type: "text", nullable: false),
                    signer_position = table.Column<string>(type: "text", nullable: false),
                    nomination_ids = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_decisions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "inbox",
                columns: table => new
                {
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    endpoint = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inbox", x => new { x.message_id, x.endpoint });
                });

            migrationBuilder.CreateTable(
                name: "initiatives",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_code = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    summary = table.Column<string>(type: "text", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    recognised = table.Column<bool>(type: "boolean", nullable: false),
                    applied = table.Column<bool>(type: "boolean", nullable: true),
                    replicable = table.Column<bool>(type: "boolean", nullable: true),
                    recognised_by = table.Column<int>(type: "integer", nullable: true),
                    decision_number = table.Column<string>(type: "text", nullable: true),
                    decision_date = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_initiatives", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "known_campaigns",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    unit_code = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    closed = table.Column<bool>(type: "boolean", nullable: false),
                    snapshot = table.Column<string>(type: "jsonb", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_known_campaigns", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "known_rankings",
                columns: table => new
                {
                    index_set_code = table.Column<string>(type: "text", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    block = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_known_rankings", x => new { x.index_set_code, x.year, x.block });
                });

            migrationBuilder.CreateTable(
                name: "known_ranks",
                columns: table => new
                {
                    index_set_code = table.Column<string>(type: "text", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    block = table.Column<string>(type: "text", nullable: false),
                    unit_code = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    rank = table.Column<int>(type: "integer", nullable: true),
                    tied_units = table.Column<int>(type: "integer", nullable: false),
                    index = table.Column<decimal>(type: "numeric", nullable: true),
                    unranked_reason = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_known_ranks", x => new { x.index_set_code, x.year, x.block, x.unit_code });
                });

            migrationBuilder.CreateTable(
                name: "known_units",
                columns: table => new
                {
                    code = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    parent_code = table.Column<string>(type: "text", nullable: true),
                    ranking_block = table.Column<string>(type: "text", nullable: true),
                    active = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_known_units", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "nominations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: false),
                    category_key = table.Column<string>(type: "text", nullable: false),
                    level = table.Column<string>(type: "text", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    proposing_unit_code = table.Column<string>(type: "text", nullable: false),
                    proposing_unit_name = table.Column<string>(type: "text", nullable: false),
                    ranked_unit_code = table.Column<string>(type: "text", nullable: true),
                    created_by = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    external_ref = table.Column<string>(type: "text", nullable: true),
                    nominee_key = table.Column<string>(type: "text", nullable: false),
                    achievement = table.Column<string>(type: "text", nullable: false),
                    initiative_ids = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    attestations = table.Column<string>(type: "jsonb", nullable: false),
                    grades = table.Column<string>(type: "jsonb", nullable: false),
                    service = table.Column<string>(type: "jsonb", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    submitted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    forwarded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    too_late_from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    late = table.Column<bool>(type: "boolean", nullable: false),
                    late_reason = table.Column<string>(type: "text", nullable: true),
                    return_reason = table.Column<string>(type: "text", nullable: true),
                    end_reason = table.Column<string>(type: "text", nullable: true),
                    decision_id = table.Column<Guid>(type: "uuid", nullable: true),
                    order_in_decision = table.Column<int>(type: "integer", nullable: true),
                    eligibility = table.Column<string>(type: "text", nullable: false),
                    reading = table.Column<int>(type: "integer", nullable: false),
                    verdict = table.Column<string>(type: "jsonb", nullable: true),
                    campaign_version = table.Column<int>(type: "integer", nullable: false),
                    judged_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    nominee_kind = table.Column<int>(type: "integer", nullable: false),
                    nominee_name = table.Column<string>(type: "text", nullable: false),
                    nominee_position = table.Column<string>(type: "text", nullable: true),
                    nominee_unit_code = table.Column<string>(type: "text", nullable: false),
                    nominee_unit_name = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_nominations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    type = table.Column<string>(type: "text", nullable: false),
                    body = table.Column<string>(type: "jsonb", nullable: false),
                    trace_parent = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "remembered_answers",
                columns: table => new
                {
                    caller = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    request_hash = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    location = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_remembered_answers", x => new { x.caller, x.key });
                });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_aggregate_aggregate_id_id",
                table: "audit_entries",
                columns: new[] { "aggregate", "aggregate_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_decisions_deciding_unit_code_id",
                table: "decisions",
                columns: new[] { "deciding_unit_code", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_initiatives_key",
                table: "initiatives",
                column: "key");

            migrationBuilder.CreateIndex(
                name: "ix_initiatives_unit_code_id",
                table: "initiatives",
                columns: new[] { "unit_code", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_known_campaigns_code",
                table: "known_campaigns",
                column: "code");

            migrationBuilder.CreateIndex(
                name: "ix_known_ranks_unit_code_year",
                table: "known_ranks",
                columns: new[] { "unit_code", "year" });

            migrationBuilder.CreateIndex(
                name: "ix_nominations_awarded_once",
                table: "nominations",
                columns: new[] { "campaign_id", "category_key", "year", "nominee_key" },
                unique: true,
                filter: "state = 'Awarded'");

            migrationBuilder.CreateIndex(
                name: "ix_nominations_campaign_id_state",
                table: "nominations",
                columns: new[] { "campaign_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_nominations_created_by_external_ref",
                table: "nominations",
                columns: new[] { "created_by", "external_ref" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_nominations_initiative_ids",
                table: "nominations",
                column: "initiative_ids")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_nominations_proposing_unit_code_id",
                table: "nominations",
                columns: new[] { "proposing_unit_code", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_nominations_ranked_unit_code_state",
                table: "nominations",
                columns: new[] { "ranked_unit_code", "state" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit_entries");

            migrationBuilder.DropTable(
                name: "decisions");

            migrationBuilder.DropTable(
                name: "inbox");

            migrationBuilder.DropTable(
                name: "initiatives");

            migrationBuilder.DropTable(
                name: "known_campaigns");

            migrationBuilder.DropTable(
                name: "known_rankings");

            migrationBuilder.DropTable(
                name: "known_ranks");

            migrationBuilder.DropTable(
                name: "known_units");

            migrationBuilder.DropTable(
                name: "nominations");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "remembered_answers");
        }
    }
}
