using System;
using Microsoft.EntityFrameworkCore.Migrations;
using NpgsqlTypes;

#nullable disable

namespace Emulation.Nominations.Data.Migrations
{
    /// <inheritdoc />
    public partial class EveryClauseOfThePlans : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "appraisal_note",
                table: "nominations",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "appraised_at",
                table: "nominations",
                type: "timestamp with time zone",
                nullable: true);

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

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "forward_too_late_from",
                table: "nominations",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid[]>(
                name: "merit_ids",
                table: "nominations",
                type: "uuid[]",
                nullable: false,
                defaultValue: new Guid[0]);

            migrationBuilder.AddColumn<bool>(
                name: "nominee_direct_role",
                table: "nominations",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "nominee_female",
                table: "nominations",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "nominee_leading_post",
                table: "nominations",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "nominee_person_code",
                table: "nominations",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "nominee_women_share",
                table: "nominations",
                type: "numeric",
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

            migrationBuilder.AddColumn<string[]>(
                name: "predecessor_codes",
                table: "known_units",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);

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
                    numbered_by = table.Column<string>(type: "text", nullable: true),
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
                name: "council_boxes",
                columns: table => new
                {
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_council_boxes", x => x.session_id);
                });

            migrationBuilder.CreateTable(
                name: "council_open_votes",
                columns: table => new
                {
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    choice = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true),
                    written = table.Column<bool>(type: "boolean", nullable: false),
                    entered_by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_council_open_votes", x => new { x.item_id, x.member_id });
                });

            migrationBuilder.CreateTable(
                name: "council_paper_marks",
                columns: table => new
                {
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_council_paper_marks", x => new { x.session_id, x.member_id });
                });

            migrationBuilder.CreateTable(
                name: "councils",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_code = table.Column<string>(type: "text", nullable: false),
                    unit_name = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    term_from = table.Column<DateOnly>(type: "date", nullable: false),
                    term_to = table.Column<DateOnly>(type: "date", nullable: true),
                    decision_number = table.Column<string>(type: "text", nullable: false),
                    decision_date = table.Column<DateOnly>(type: "date", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_councils", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "dossier_contents",
                columns: table => new
                {
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dossier_contents", x => x.hash);
                });

            migrationBuilder.CreateTable(
                name: "dossier_papers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    nomination_id = table.Column<Guid>(type: "uuid", nullable: false),
                    part_key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    unit_code = table.Column<string>(type: "text", nullable: false),
                    filed_by = table.Column<string>(type: "text", nullable: false),
                    filed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    name = table.Column<string>(type: "text", nullable: true),
                    media_type = table.Column<string>(type: "text", nullable: true),
                    size = table.Column<int>(type: "integer", nullable: true),
                    document_id = table.Column<Guid>(type: "uuid", nullable: true),
                    document_symbol = table.Column<string>(type: "text", nullable: true),
                    minutes = table.Column<string>(type: "text", nullable: true),
                    confirmed_by = table.Column<string>(type: "text", nullable: true),
                    confirmed_name = table.Column<string>(type: "text", nullable: true),
                    confirmed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dossier_papers", x => x.id);
                    table.ForeignKey(
                        name: "fk_dossier_papers_nominations_nomination_id",
                        column: x => x.nomination_id,
                        principalTable: "nominations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "dossiers",
                columns: table => new
                {
                    nomination_id = table.Column<Guid>(type: "uuid", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    received_by = table.Column<string>(type: "text", nullable: true),
                    received_note = table.Column<string>(type: "text", nullable: true),
                    returned = table.Column<string>(type: "jsonb", nullable: false),
                    returned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dossiers", x => x.nomination_id);
                    table.ForeignKey(
                        name: "fk_dossiers_nominations_nomination_id",
                        column: x => x.nomination_id,
                        principalTable: "nominations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
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
                name: "known_documents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_code = table.Column<string>(type: "text", nullable: false),
                    type = table.Column<string>(type: "text", nullable: false),
                    symbol = table.Column<string>(type: "text", nullable: false),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    nomination_ids = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    pdf_sha256 = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_known_documents", x => x.id);
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
                name: "publications",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_code = table.Column<string>(type: "text", nullable: false),
                    unit_name = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    decision_id = table.Column<Guid>(type: "uuid", nullable: true),
                    lines = table.Column<string>(type: "jsonb", nullable: false),
                    from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: false),
                    published_by = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_publications", x => x.id);
                });

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

            migrationBuilder.CreateTable(
                name: "council_members",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    council_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<string>(type: "text", nullable: true),
                    name = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    position = table.Column<string>(type: "text", nullable: true),
                    unit_code = table.Column<string>(type: "text", nullable: true),
                    person_code = table.Column<string>(type: "text", nullable: true),
                    relations = table.Column<string[]>(type: "text[]", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_council_members", x => x.id);
                    table.ForeignKey(
                        name: "fk_council_members_councils_council_id",
                        column: x => x.council_id,
                        principalTable: "councils",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "council_sessions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    council_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_code = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    place = table.Column<string>(type: "text", nullable: false),
                    chair_id = table.Column<Guid>(type: "uuid", nullable: false),
                    secretary_id = table.Column<Guid>(type: "uuid", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    invited_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    concluded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    approved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    approved_by = table.Column<string>(type: "text", nullable: true),
                    approval_note = table.Column<string>(type: "text", nullable: true),
                    cancel_reason = table.Column<string>(type: "text", nullable: true),
                    roll = table.Column<string>(type: "jsonb", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_council_sessions", x => x.id);
                    table.ForeignKey(
                        name: "fk_council_sessions_councils_council_id",
                        column: x => x.council_id,
                        principalTable: "councils",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "publication_comments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    publication_id = table.Column<Guid>(type: "uuid", nullable: false),
                    nomination_id = table.Column<Guid>(type: "uuid", nullable: true),
                    text = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    by_unit_code = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answer = table.Column<string>(type: "text", nullable: true),
                    answered_by = table.Column<string>(type: "text", nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_publication_comments", x => x.id);
                    table.ForeignKey(
                        name: "fk_publication_comments_publications_publication_id",
                        column: x => x.publication_id,
                        principalTable: "publications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "council_items",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    nomination_id = table.Column<Guid>(type: "uuid", nullable: true),
                    subject = table.Column<string>(type: "text", nullable: false),
                    duty = table.Column<string>(type: "text", nullable: true),
                    rule = table.Column<string>(type: "jsonb", nullable: false),
                    conflicts = table.Column<string>(type: "jsonb", nullable: false),
                    live = table.Column<bool>(type: "boolean", nullable: false),
                    off_note = table.Column<string>(type: "text", nullable: true),
                    result = table.Column<string>(type: "jsonb", nullable: true),
                    conclusion = table.Column<string>(type: "text", nullable: true),
                    confirms_outstanding = table.Column<string>(type: "text", nullable: true),
                    approved = table.Column<bool>(type: "boolean", nullable: true),
                    left_out_reason = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_council_items", x => x.id);
                    table.ForeignKey(
                        name: "fk_council_items_council_sessions_session_id",
                        column: x => x.session_id,
                        principalTable: "council_sessions",
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
                columns: new[] { "numbered_by", "deciding_unit_name", "decision_number", "decision_date", "order" },
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
                name: "ix_council_items_one_live",
                table: "council_items",
                column: "nomination_id",
                unique: true,
                filter: "live and nomination_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_council_items_session_id",
                table: "council_items",
                column: "session_id");

            migrationBuilder.CreateIndex(
                name: "ix_council_members_account_id",
                table: "council_members",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_council_members_council_id",
                table: "council_members",
                column: "council_id");

            migrationBuilder.CreateIndex(
                name: "ix_council_open_votes_session_id",
                table: "council_open_votes",
                column: "session_id");

            migrationBuilder.CreateIndex(
                name: "ix_council_sessions_council_id",
                table: "council_sessions",
                column: "council_id");

            migrationBuilder.CreateIndex(
                name: "ix_council_sessions_unit_code_id",
                table: "council_sessions",
                columns: new[] { "unit_code", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_councils_unit_code_term_from",
                table: "councils",
                columns: new[] { "unit_code", "term_from" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_dossier_papers_nomination_id_part_key_number",
                table: "dossier_papers",
                columns: new[] { "nomination_id", "part_key", "number" },
                unique: true);

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
                name: "ix_merits_name_key",
                table: "merits",
                column: "name_key");

            migrationBuilder.CreateIndex(
                name: "ix_merits_person_code",
                table: "merits",
                column: "person_code");

            migrationBuilder.CreateIndex(
                name: "ix_merits_unit_code_id",
                table: "merits",
                columns: new[] { "unit_code", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_publication_comments_publication_id_id",
                table: "publication_comments",
                columns: new[] { "publication_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_publications_unit_code_id",
                table: "publications",
                columns: new[] { "unit_code", "id" });

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
                name: "achievement_exceptions");

            migrationBuilder.DropTable(
                name: "award_uses");

            migrationBuilder.DropTable(
                name: "council_boxes");

            migrationBuilder.DropTable(
                name: "council_items");

            migrationBuilder.DropTable(
                name: "council_members");

            migrationBuilder.DropTable(
                name: "council_open_votes");

            migrationBuilder.DropTable(
                name: "council_paper_marks");

            migrationBuilder.DropTable(
                name: "dossier_contents");

            migrationBuilder.DropTable(
                name: "dossier_papers");

            migrationBuilder.DropTable(
                name: "dossiers");

            migrationBuilder.DropTable(
                name: "holds");

            migrationBuilder.DropTable(
                name: "known_documents");

            migrationBuilder.DropTable(
                name: "merits");

            migrationBuilder.DropTable(
                name: "publication_comments");

            migrationBuilder.DropTable(
                name: "quota_allotments");

            migrationBuilder.DropTable(
                name: "quota_orders");

            migrationBuilder.DropTable(
                name: "quota_participants");

            migrationBuilder.DropTable(
                name: "award_entries");

            migrationBuilder.DropTable(
                name: "council_sessions");

            migrationBuilder.DropTable(
                name: "publications");

            migrationBuilder.DropTable(
                name: "councils");

            migrationBuilder.DropIndex(
                name: "ix_nominations_merit_ids",
                table: "nominations");

            migrationBuilder.DropColumn(
                name: "appraisal_note",
                table: "nominations");

            migrationBuilder.DropColumn(
                name: "appraised_at",
                table: "nominations");

            migrationBuilder.DropColumn(
                name: "chosen_at",
                table: "nominations");

            migrationBuilder.DropColumn(
                name: "chosen_reason",
                table: "nominations");

            migrationBuilder.DropColumn(
                name: "forward_too_late_from",
                table: "nominations");

            migrationBuilder.DropColumn(
                name: "merit_ids",
                table: "nominations");

            migrationBuilder.DropColumn(
                name: "nominee_direct_role",
                table: "nominations");

            migrationBuilder.DropColumn(
                name: "nominee_female",
                table: "nominations");

            migrationBuilder.DropColumn(
                name: "nominee_leading_post",
                table: "nominations");

            migrationBuilder.DropColumn(
                name: "nominee_person_code",
                table: "nominations");

            migrationBuilder.DropColumn(
                name: "nominee_women_share",
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

            migrationBuilder.DropColumn(
                name: "predecessor_codes",
                table: "known_units");

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
