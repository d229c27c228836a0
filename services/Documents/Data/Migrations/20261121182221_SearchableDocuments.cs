using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Emulation.Documents.Data.Migrations
{
    /// <inheritdoc />
    public partial class SearchableDocuments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "abstract",
                table: "documents",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "search_text",
                table: "documents",
                type: "text",
                nullable: false,
                defaultValue: "");

            // Marks are folded away when the document next changes; the database cannot do it.
            migrationBuilder.Sql("UPDATE documents SET search_text = lower(concat_ws(' ', symbol, campaign_name, unit_name))");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "abstract",
                table: "documents");

            migrationBuilder.DropColumn(
                name: "search_text",
                table: "documents");
        }
    }
}
