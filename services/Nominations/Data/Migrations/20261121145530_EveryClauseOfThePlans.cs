using System;
using Microsoft.EntityFrameworkCore.Migrations;

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "appraisal_note",
                table: "nominations");

            migrationBuilder.DropColumn(
                name: "appraised_at",
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
        }
    }
}
