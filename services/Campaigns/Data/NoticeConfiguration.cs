using Emulation.Campaigns.Domain;
using Emulation.Campaigns.Domain.Notices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emulation.Campaigns.Data;

internal sealed class NoticeConfiguration : IEntityTypeConfiguration<Notice>
{
    public const string UniqueKey = "ix_notices_key";

    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.ToTable("notices");
        builder.HasKey(n => n.Id);
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Property(n => n.Key).HasMaxLength(400);
        builder.Property(n => n.UnitCode).HasMaxLength(40);
        builder.Property(n => n.SenderUnitCode).HasMaxLength(40);
        builder.Property(n => n.CampaignCode).HasMaxLength(40);
        builder.Property(n => n.Kind).HasConversion<string>().HasMaxLength(20);
        builder.HasOne<Campaign>().WithMany().HasForeignKey(n => n.CampaignId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(n => n.Receipt).WithOne().HasForeignKey<NoticeReceipt>(r => r.NoticeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(n => n.Key).IsUnique().HasDatabaseName(UniqueKey);
        builder.HasIndex(n => new { n.UnitCode, n.Id });
        builder.HasIndex(n => new { n.SenderUnitCode, n.Id });
    }
}

internal sealed class NoticeReceiptConfiguration : IEntityTypeConfiguration<NoticeReceipt>
{
    public const string OneEach = "pk_notice_receipts";

    public void Configure(EntityTypeBuilder<NoticeReceipt> builder)
    {
        builder.ToTable("notice_receipts");
        builder.HasKey(r => r.NoticeId);
        builder.Property(r => r.NoticeId).ValueGeneratedNever();
    }
}
