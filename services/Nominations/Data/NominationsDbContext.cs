using Emulation.Nominations.Domain;
using Emulation.Nominations.Domain.Councils;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Data;

public sealed class NominationsDbContext(DbContextOptions<NominationsDbContext> options) : ServiceDbContext(options)
{
    public DbSet<Nomination> Nominations => Set<Nomination>();
    public DbSet<Initiative> Initiatives => Set<Initiative>();
    public DbSet<Decision> Decisions => Set<Decision>();
    public DbSet<Council> Councils => Set<Council>();
    public DbSet<CouncilSession> CouncilSessions => Set<CouncilSession>();
    public DbSet<PaperMark> PaperMarks => Set<PaperMark>();
    public DbSet<SecretBox> SecretBoxes => Set<SecretBox>();
    public DbSet<OpenVote> OpenVotes => Set<OpenVote>();
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
