using Emulation.Nominations.Domain.Publications;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emulation.Nominations.Data;

internal sealed class PublicationConfiguration : IEntityTypeConfiguration<Publication>
{
    public void Configure(EntityTypeBuilder<Publication> publication)
    {
        publication.ToTable("publications");
        publication.Property(p => p.Lines).AsFrozenJson();
        publication.HasIndex(p => new { p.UnitCode, p.Id });
    }
}

internal sealed class PublicationCommentConfiguration : IEntityTypeConfiguration<PublicationComment>
{
    public void Configure(EntityTypeBuilder<PublicationComment> comment)
    {
        comment.ToTable("publication_comments");
        comment.HasOne<Publication>().WithMany().HasForeignKey(c => c.PublicationId);
        comment.HasIndex(c => new { c.PublicationId, c.Id });
        // Two who answer at once: one answer stands, the other is told.
        comment.Property(c => c.AnsweredAt).IsConcurrencyToken();
    }
}
