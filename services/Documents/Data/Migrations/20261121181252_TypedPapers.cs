using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Emulation.Documents.Data.Migrations
{
    /// <inheritdoc />
    public partial class TypedPapers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_documents_unit_code_type_id",
                table: "documents");

            migrationBuilder.DropIndex(
                name: "ux_documents_number",
                table: "documents");

            migrationBuilder.AlterColumn<string>(
                name: "level",
                table: "documents",
                type: "text",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "text");

            migrationBuilder.AddColumn<string>(
                name: "content",
                table: "documents",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "recipients",
                table: "documents",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "signing_form",
                table: "documents",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "type_code",
                table: "documents",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.Sql("UPDATE documents SET type_code = CASE type WHEN 'Decision' THEN 'QĐ' ELSE 'TTr' END");

            migrationBuilder.CreateIndex(
                name: "ix_documents_unit_code_type_code_id",
                table: "documents",
                columns: new[] { "unit_code", "type_code", "id" });

            migrationBuilder.CreateIndex(
                name: "ux_documents_number",
                table: "documents",
                columns: new[] { "unit_code", "type_code", "number_year", "number" },
                unique: true,
                filter: "number IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_documents_unit_code_type_code_id",
                table: "documents");

            migrationBuilder.DropIndex(
                name: "ux_documents_number",
                table: "documents");

            migrationBuilder.DropColumn(
                name: "content",
                table: "documents");

            migrationBuilder.DropColumn(
                name: "recipients",
                table: "documents");

            migrationBuilder.DropColumn(
                name: "signing_form",
                table: "documents");

            migrationBuilder.DropColumn(
                name: "type_code",
                table: "documents");

            migrationBuilder.AlterColumn<string>(
                name: "level",
                table: "documents",
                type: "text",
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "text",
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_documents_unit_code_type_id",
                table: "documents",
                columns: new[] { "unit_code", "type", "id" });

            migrationBuilder.CreateIndex(
                name: "ux_documents_number",
                table: "documents",
                columns: new[] { "unit_code", "type", "number_year", "number" },
                unique: true,
                filter: "number IS NOT NULL");
        }
    }
}
