using Emulation.Nominations.Domain;
using Emulation.Nominations.Domain.Dossiers;
using Emulation.Nominations.Domain.Register;
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

    public DbSet<AwardEntry> Register => Set<AwardEntry>();
    public DbSet<AwardUse> Uses => Set<AwardUse>();
    public DbSet<ExceptionGrant> AchievementExceptions => Set<ExceptionGrant>();
    public DbSet<Merit> Merits => Set<Merit>();
    public DbSet<Hold> Holds => Set<Hold>();

    /// <summary>Waits until nobody else decides about the same things; freed when the transaction ends. In one order, so that two lists never wait for each other.</summary>
    public Task LockAsync(IEnumerable<string> keys, CancellationToken ct) => Database.ExecuteSqlAsync(
        $"SELECT pg_advisory_xact_lock(k) FROM (SELECT DISTINCT hashtextextended(x, 0) AS k FROM unnest({keys.Distinct().ToArray()}) AS x ORDER BY 1) AS keys", ct);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(NominationsDbContext).Assembly);
    }
}
