using Emulation.Nominations.Domain.Quotas;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emulation.Nominations.Data;

internal sealed class QuotaAllotmentConfiguration : IEntityTypeConfiguration<QuotaAllotment>
{
    public void Configure(EntityTypeBuilder<QuotaAllotment> allotment)
    {
        allotment.ToTable("quota_allotments");
        allotment.HasIndex(a => new { a.CampaignId, a.CategoryKey, a.UnitCode, a.Year }).IsUnique();
    }
}

internal sealed class QuotaParticipantsConfiguration : IEntityTypeConfiguration<QuotaParticipants>
{
    public void Configure(EntityTypeBuilder<QuotaParticipants> participants)
    {
        participants.ToTable("quota_participants");
        participants.HasIndex(p => new { p.CampaignId, p.UnitCode, p.Year }).IsUnique();
    }
}

internal sealed class QuotaOrderConfiguration : IEntityTypeConfiguration<QuotaOrder>
{
    public void Configure(EntityTypeBuilder<QuotaOrder> order)
    {
        order.ToTable("quota_orders");
        order.HasIndex(o => o.Key).IsUnique();
    }
}
