using Emulation.Scoring.Domain;
using Emulation.Scoring.Domain.Blocks;
using Emulation.Scoring.Domain.IndexSets;
using Emulation.Scoring.Domain.Rankings;
using Emulation.Scoring.Domain.ScoreSheets;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Scoring.Data;

public sealed class ScoringDbContext(DbContextOptions<ScoringDbContext> options) : ServiceDbContext(options)
{
    public DbSet<Unit> Units => Set<Unit>();
    public DbSet<IndexSet> IndexSets => Set<IndexSet>();
    public DbSet<ScoreSheet> ScoreSheets => Set<ScoreSheet>();
    public DbSet<Ranking> Rankings => Set<Ranking>();
    public DbSet<RankingRow> RankingRows => Set<RankingRow>();
    public DbSet<EmulationBlock> EmulationBlocks => Set<EmulationBlock>();
    public DbSet<BlockScale> BlockScales => Set<BlockScale>();
    public DbSet<BlockSheet> BlockSheets => Set<BlockSheet>();
    public DbSet<BlockRanking> BlockRankings => Set<BlockRanking>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(ScoringDbContext).Assembly);
    }
}
