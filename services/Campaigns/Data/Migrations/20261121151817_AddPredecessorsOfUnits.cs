using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Emulation.Campaigns.Data.Migrations
{
    /// <inheritdoc />
    public partial class AddPredecessorsOfUnits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string[]>(
                name: "predecessor_codes",
                table: "units",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "predecessor_codes",
                table: "units");
        }
    }
}
