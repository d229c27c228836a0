using Emulation.Documents.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emulation.Documents.Data;

internal sealed class EditedDraftConfiguration : IEntityTypeConfiguration<EditedDraft>
{
    public void Configure(EntityTypeBuilder<EditedDraft> builder)
    {
        builder.ToTable("edited_drafts");
        builder.HasKey(e => new { e.DocumentId, e.Revision });
        // One at a time stands for the document.
        builder.HasIndex(e => e.DocumentId).IsUnique().HasFilter("removed_at IS NULL").HasDatabaseName("ux_edited_drafts_current");
        builder.HasOne<Document>().WithMany().HasForeignKey(e => e.DocumentId).OnDelete(DeleteBehavior.Restrict);
    }
}
