using Emulation.Scoring.Domain;
using Emulation.Scoring.Domain.Blocks;
using Emulation.Scoring.Domain.Criteria;
using Emulation.Scoring.Domain.Evidence;
using Emulation.Scoring.Domain.IndexSets;
using Emulation.Scoring.Domain.Rankings;
using Emulation.Scoring.Domain.Rounds;
using Emulation.Scoring.Domain.ScoreSheets;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Scoring.Data;

public sealed class ScoringDbContext(DbContextOptions<ScoringDbContext> options) : ServiceDbContext(options)
{
    public DbSet<Unit> Units => Set<Unit>();
    public DbSet<IndexSet> IndexSets => Set<IndexSet>();
    public DbSet<Round> Rounds => Set<Round>();
    public DbSet<ScoreSheet> ScoreSheets => Set<ScoreSheet>();
    public DbSet<EvidenceFile> EvidenceFiles => Set<EvidenceFile>();
    public DbSet<EvidenceContent> EvidenceContents => Set<EvidenceContent>();
    public DbSet<Ranking> Rankings => Set<Ranking>();
    public DbSet<RankingRow> RankingRows => Set<RankingRow>();
    public DbSet<EmulationBlock> EmulationBlocks => Set<EmulationBlock>();
    public DbSet<BlockScale> BlockScales => Set<BlockScale>();
    public DbSet<BlockSheet> BlockSheets => Set<BlockSheet>();
    public DbSet<BlockRanking> BlockRankings => Set<BlockRanking>();
    public DbSet<KnownCampaign> Campaigns => Set<KnownCampaign>();
    public DbSet<CriterionFigure> CriterionFigures => Set<CriterionFigure>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(ScoringDbContext).Assembly);
    }
}
