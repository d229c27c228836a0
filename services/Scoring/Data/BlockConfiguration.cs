using Emulation.Scoring.Domain.Blocks;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emulation.Scoring.Data;

internal sealed class EmulationBlockConfiguration : IEntityTypeConfiguration<EmulationBlock>
{
    public void Configure(EntityTypeBuilder<EmulationBlock> builder)
    {
        builder.ToTable("emulation_blocks");
        builder.HasKey(b => b.Id);
        builder.Property(b => b.Id).ValueGeneratedNever();
        builder.Property(b => b.Code).HasMaxLength(40);
        builder.Property(b => b.OwnerUnitCode).HasMaxLength(40);
        builder.Property(b => b.PeriodKind).HasConversion<string>().HasMaxLength(20);
        builder.Property(b => b.HeadUnitCode).HasMaxLength(40);
        builder.Property(b => b.DeputyUnitCode).HasMaxLength(40);
        builder.Property(b => b.Members).AsJson();
        // Two messages about one block at once: the slower one is tried again and sees the other's version.
        builder.Property(b => b.Version).IsConcurrencyToken();
    }
}

internal sealed class BlockScaleConfiguration : IEntityTypeConfiguration<BlockScale>
{
    public const string UniqueBlock = "ix_block_scales_block_id";

    public void Configure(EntityTypeBuilder<BlockScale> builder)
    {
        builder.ToTable("block_scales");
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(s => s.Definition).AsJson();
        builder.Property(s => s.InForce!).AsJson();
        builder.Property(s => s.Edited).AsJson();
        builder.Property(s => s.Confirmed!).AsJson();
        builder.HasOne<EmulationBlock>().WithMany().HasForeignKey(s => s.BlockId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => s.BlockId).IsUnique().HasDatabaseName(UniqueBlock);
    }
}

internal sealed class BlockSheetConfiguration : IEntityTypeConfiguration<BlockSheet>
{
    public const string UniqueMember = "ix_block_sheets_block_id_period_member";

    public void Configure(EntityTypeBuilder<BlockSheet> builder)
    {
        builder.ToTable("block_sheets");
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Member).HasMaxLength(40);
        builder.Property(s => s.Period).HasConversion<string>().HasMaxLength(20);
        builder.Property(s => s.Pledge).AsJson();
        builder.Property(s => s.Lines).AsJson();
        builder.HasOne<EmulationBlock>().WithMany().HasForeignKey(s => s.BlockId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => new { s.BlockId, s.Period, s.Member }).IsUnique().HasDatabaseName(UniqueMember);
        builder.HasIndex(s => s.Member);
    }
}

internal sealed class BlockRankingConfiguration : IEntityTypeConfiguration<BlockRanking>
{
    public const string UniqueEdition = "ix_block_rankings_block_id_period_edition";

    public void Configure(EntityTypeBuilder<BlockRanking> builder)
    {
        builder.ToTable("block_rankings");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Period).HasConversion<string>().HasMaxLength(20);
        builder.Property(r => r.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(r => r.Scale).AsJson();
        builder.Property(r => r.Rows).AsJson();
        builder.Property(r => r.Confirmed).AsJson();
        builder.Property(r => r.Published!).AsJson();
        builder.HasOne<EmulationBlock>().WithMany().HasForeignKey(r => r.BlockId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => new { r.BlockId, r.Period, r.Edition }).IsUnique().HasDatabaseName(UniqueEdition);
    }
}
