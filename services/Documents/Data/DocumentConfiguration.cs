using Emulation.Documents.Domain;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emulation.Documents.Data;

internal sealed class DocumentConfiguration : IEntityTypeConfiguration<Document>
{
    public void Configure(EntityTypeBuilder<Document> builder)
    {
        builder.ToTable("documents");
        builder.HasKey(d => d.Id);
        builder.Property(d => d.Type).HasConversion<string>();
        builder.Property(d => d.State).HasConversion<string>();
        builder.Property(d => d.Level).HasConversion<string>();
        builder.Ignore(d => d.Kind);
        builder.Property(d => d.SigningForm).HasConversion<string>();
        builder.Property(d => d.Recipients).AsFrozenJson();
        builder.Property(d => d.Content).AsFrozenJson();
        builder.HasIndex(d => new { d.UnitCode, d.TypeCode, d.Id });
        // One open draft per proposing unit, campaign, year and level.
        builder.HasIndex(d => new { d.ProposingUnitCode, d.CampaignId, d.Year, d.Level }).IsUnique()
            .HasFilter("type = 'Proposal' AND state = 'Draft'").HasDatabaseName("ux_documents_open_draft");
        builder.HasIndex(d => d.DecisionId).IsUnique().HasFilter("decision_id IS NOT NULL").HasDatabaseName("ux_documents_decision");
        // Unique in the year (Nghị định 30/2020 Điều 15); the year is that of the date, which may follow the year of the achievement.
        builder.Property<int?>("NumberYear").HasComputedColumnSql("(extract(year from date))::integer", stored: true);
        builder.HasIndex("UnitCode", "TypeCode", "NumberYear", "Number").IsUnique().HasFilter("number IS NOT NULL").HasDatabaseName("ux_documents_number");
        builder.HasMany(d => d.Lines).WithOne().HasForeignKey(l => l.DocumentId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(d => d.Lines).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class DocumentLineConfiguration : IEntityTypeConfiguration<DocumentLine>
{
    public void Configure(EntityTypeBuilder<DocumentLine> builder)
    {
        builder.ToTable("document_lines");
        builder.HasKey(l => new { l.DocumentId, l.NominationId });
        builder.HasIndex(l => l.NominationId);
        builder.Property(l => l.Order).HasColumnName("Ordinal");
        builder.Property(l => l.Cadence).HasConversion<string>();
        builder.Property(l => l.Recipient).HasConversion<string>();
        builder.Property(l => l.Eligibility).HasConversion<string>();
    }
}
