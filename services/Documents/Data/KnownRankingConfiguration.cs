using Emulation.Documents.Domain.Rankings;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emulation.Documents.Data;

internal sealed class KnownRankingConfiguration : IEntityTypeConfiguration<KnownRanking>
{
    public void Configure(EntityTypeBuilder<KnownRanking> builder)
    {
        builder.ToTable("known_rankings");
        builder.HasKey(r => new { r.IndexSet, r.Year, r.Block });
        builder.Property(r => r.Ranked).AsFrozenJson();
        builder.Property(r => r.Unranked).AsFrozenJson();
    }
}
