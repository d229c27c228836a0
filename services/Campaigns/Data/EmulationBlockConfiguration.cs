using Emulation.Campaigns.Domain;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emulation.Campaigns.Data;

internal sealed class EmulationBlockConfiguration : IEntityTypeConfiguration<EmulationBlock>
{
    public const string UniqueCode = "ix_emulation_blocks_owner_code_period";

    public void Configure(EntityTypeBuilder<EmulationBlock> builder)
    {
        builder.ToTable("emulation_blocks");
        builder.HasKey(b => b.Id);
        builder.Property(b => b.Id).ValueGeneratedNever();
        builder.Ignore(b => b.Level).Ignore(b => b.State);
        builder.Property(b => b.OwnerUnitCode).HasMaxLength(40);
        builder.Property(b => b.Code).HasMaxLength(40);
        builder.Property(b => b.PeriodKind).HasConversion<string>().HasMaxLength(20);
        builder.Property(b => b.Name).HasMaxLength(200);
        builder.Property(b => b.HeadUnitCode).HasMaxLength(40);
        builder.Property(b => b.DeputyUnitCode).HasMaxLength(40);
        builder.Property(b => b.Members).AsJson();
        builder.HasOne<Unit>().WithMany().HasForeignKey(b => b.OwnerUnitCode).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(b => new { b.OwnerUnitCode, b.Code, b.PeriodKind, b.Year }).IsUnique().HasDatabaseName(UniqueCode);
    }
}
