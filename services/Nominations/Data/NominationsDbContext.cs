using Emulation.Nominations.Domain;
using Emulation.Nominations.Domain.Councils;
using Emulation.Nominations.Domain.Dossiers;
using Emulation.Nominations.Domain.Publications;
using Emulation.Nominations.Domain.Quotas;
using Emulation.Nominations.Domain.Register;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Emulation.Nominations.Data;

public sealed class NominationsDbContext(DbContextOptions<NominationsDbContext> options) : ServiceDbContext(options)
{
    private IDbContextTransaction? _untilSaved;

    public DbSet<Nomination> Nominations => Set<Nomination>();
    public DbSet<Initiative> Initiatives => Set<Initiative>();
    public DbSet<Decision> Decisions => Set<Decision>();
    public DbSet<Dossier> Dossiers => Set<Dossier>();
    public DbSet<Paper> Papers => Set<Paper>();
    public DbSet<PaperContent> PaperContents => Set<PaperContent>();
    public DbSet<KnownDocument> Documents => Set<KnownDocument>();
    public DbSet<Council> Councils => Set<Council>();
    public DbSet<CouncilSession> CouncilSessions => Set<CouncilSession>();
    public DbSet<PaperMark> PaperMarks => Set<PaperMark>();
    public DbSet<SecretBox> SecretBoxes => Set<SecretBox>();
    public DbSet<OpenVote> OpenVotes => Set<OpenVote>();
    public DbSet<KnownCampaign> Campaigns => Set<KnownCampaign>();
    public DbSet<KnownUnit> Units => Set<KnownUnit>();
    public DbSet<KnownRanking> Rankings => Set<KnownRanking>();
    public DbSet<KnownRank> Ranks => Set<KnownRank>();
    public DbSet<QuotaAllotment> QuotaAllotments => Set<QuotaAllotment>();
    public DbSet<QuotaParticipants> QuotaParticipants => Set<QuotaParticipants>();
    public DbSet<QuotaOrder> QuotaOrders => Set<QuotaOrder>();
    public DbSet<AwardEntry> Register => Set<AwardEntry>();
    public DbSet<AwardUse> Uses => Set<AwardUse>();
    public DbSet<ExceptionGrant> AchievementExceptions => Set<ExceptionGrant>();
    public DbSet<Merit> Merits => Set<Merit>();
    public DbSet<Hold> Holds => Set<Hold>();
    public DbSet<Publication> Publications => Set<Publication>();
    public DbSet<PublicationComment> PublicationComments => Set<PublicationComment>();

    /// <summary>Opens a transaction that the next save ends, so that what was read under a lock still holds when it is written. Inside another's transaction nothing is opened.</summary>
    internal async Task HoldUntilSavedAsync(CancellationToken ct)
    {
        if (Database.CurrentTransaction is null)
            _untilSaved = await Database.BeginTransactionAsync(ct);
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var rows = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        // Contexts are used again: one kept from a save that failed is not the one that is open now.
        if (_untilSaved is not { } transaction || transaction != Database.CurrentTransaction)
            return rows;
        await transaction.CommitAsync(cancellationToken);
        await transaction.DisposeAsync();
        return rows;
    }

    /// <summary>Waits until nobody else decides about the same things; freed when the transaction ends. In one order, so that two lists never wait for each other.</summary>
    public Task LockAsync(IEnumerable<string> keys, CancellationToken ct) => Database.ExecuteSqlAsync(
        $"SELECT pg_advisory_xact_lock(k) FROM (SELECT DISTINCT hashtextextended(x, 0) AS k FROM unnest({keys.Distinct().ToArray()}) AS x ORDER BY 1) AS keys", ct);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(NominationsDbContext).Assembly);
    }
}
