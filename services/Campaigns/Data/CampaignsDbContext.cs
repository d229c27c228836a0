using Emulation.Campaigns.Domain;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Campaigns.Data;

public sealed class CampaignsDbContext(DbContextOptions<CampaignsDbContext> options) : ServiceDbContext(options)
{
    internal DbSet<Unit> Units => Set<Unit>();
    internal DbSet<Campaign> Campaigns => Set<Campaign>();
    internal DbSet<CampaignVersion> CampaignVersions => Set<CampaignVersion>();
    internal DbSet<CampaignDeadline> CampaignDeadlines => Set<CampaignDeadline>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(CampaignsDbContext).Assembly);
    }
}
