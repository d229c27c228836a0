using Emulation.Nominations.Domain;
using Emulation.Nominations.Domain.Dossiers;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Data;

public sealed class NominationsDbContext(DbContextOptions<NominationsDbContext> options) : ServiceDbContext(options)
{
    public DbSet<Nomination> Nominations => Set<Nomination>();
    public DbSet<Initiative> Initiatives => Set<Initiative>();
    public DbSet<Decision> Decisions => Set<Decision>();
    public DbSet<Dossier> Dossiers => Set<Dossier>();
    public DbSet<Paper> Papers => Set<Paper>();
    public DbSet<PaperContent> PaperContents => Set<PaperContent>();
    public DbSet<KnownDocument> Documents => Set<KnownDocument>();
    public DbSet<KnownCampaign> Campaigns => Set<KnownCampaign>();
    public DbSet<KnownUnit> Units => Set<KnownUnit>();
    public DbSet<KnownRanking> Rankings => Set<KnownRanking>();
    public DbSet<KnownRank> Ranks => Set<KnownRank>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(NominationsDbContext).Assembly);
    }
}
