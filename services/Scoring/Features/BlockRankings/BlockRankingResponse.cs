using Emulation.Scoring.Data;
using Emulation.Scoring.Domain.Blocks;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Scoring.Features.BlockRankings;

/// <summary>Ranking within an emulation block.</summary>
public sealed record BlockRankingResponse
{
    /// <summary>Identity of this edition.</summary>
    public required Guid Id { get; init; }

    /// <summary>Identity of the emulation block.</summary>
    public required Guid BlockId { get; init; }

    /// <summary>Whole year or first half.</summary>
    public required ReviewPeriod Period { get; init; }

    /// <summary>1 for the first publication; each correction adds one, the earlier ones stay.</summary>
    public required int Edition { get; init; }

    /// <summary>Confirmed by the deputy, or published by the head.</summary>
    public required BlockRankingState State { get; init; }

    /// <summary>ETag.</summary>
    public required int Version { get; init; }

    /// <summary>Why it was corrected; from the second edition on.</summary>
    public string? Reason { get; init; }

    /// <summary>Who confirmed it.</summary>
    public required BlockMark Confirmed { get; init; }

    /// <summary>Who published it; null while it waits.</summary>
    public BlockMark? Published { get; init; }

    /// <summary>Members in order of rank.</summary>
    public required BlockRankingRow[] Ranked { get; init; }

    /// <summary>Criteria and points that it was reckoned by.</summary>
    public required ScaleDefinition Scale { get; init; }

    internal static BlockRankingResponse Of(BlockRanking r) => new()
    {
        Id = r.Id, BlockId = r.BlockId, Period = r.Period, Edition = r.Edition, State = r.State, Version = r.Version, Reason = r.Reason,
        Confirmed = r.Confirmed, Published = r.Published, Ranked = r.Rows, Scale = r.Scale,
    };
}

internal static class BlockRankings
{
    /// <summary>Name of the aggregate in the audit trail.</summary>
    public const string Aggregate = "blockRanking";

    /// <summary>Points of the block by the sheets as they stand now.</summary>
    public static async Task<BlockTable> TableAsync(this ScoringDbContext db, EmulationBlock block, ScaleDefinition scale, ReviewPeriod period, CancellationToken cancellationToken)
    {
        var sheets = await db.BlockSheets.AsNoTracking().Where(s => s.BlockId == block.Id && s.Period == period).ToListAsync(cancellationToken);
        return BlockTable.Of(scale, block.Members, sheets);
    }

    /// <summary>The edition that holds.</summary>
    public static Task<BlockRanking?> InForceAsync(this ScoringDbContext db, Guid blockId, ReviewPeriod period, CancellationToken cancellationToken) =>
        db.BlockRankings.AsNoTracking().Where(r => r.BlockId == blockId && r.Period == period && r.State == BlockRankingState.Published)
            .OrderByDescending(r => r.Edition).FirstOrDefaultAsync(cancellationToken);
}
