using Emulation.Scoring.Data;
using Emulation.Scoring.Domain.Blocks;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Scoring.Features.Blocks;

/// <summary>Who sees what of an emulation block. To act, a caller has to be the very unit whose turn it is: a unit above looks on (docs/adr/0017).</summary>
internal static class BlockAccess
{
    /// <summary>Blocks that the own unit, or one below, owns or is a member of.</summary>
    public static IQueryable<EmulationBlock> ReadableBy(this IQueryable<EmulationBlock> blocks, CurrentUser user)
    {
        if (user.SeesWholeCity)
            return blocks;
        var own = user.UnitCode;
        var below = own + "-%";
        return blocks.Where(b => b.OwnerUnitCode == own || b.MemberCodes.Any(m => m == own || EF.Functions.Like(m, below)));
    }

    /// <summary>Blocks whose every sheet the caller may see: as the owner, the head, the deputy, or the city.</summary>
    public static IQueryable<EmulationBlock> SteeredBy(this IQueryable<EmulationBlock> blocks, CurrentUser user)
    {
        if (user.SeesWholeCity)
            return blocks;
        var own = user.UnitCode;
        return blocks.Where(b => b.OwnerUnitCode == own || b.HeadUnitCode == own || b.DeputyUnitCode == own);
    }

    /// <summary>Sheets of the own unit and below, and all of the blocks it steers. Any other is not there.</summary>
    public static IQueryable<BlockSheet> ReadableBy(this IQueryable<BlockSheet> sheets, ScoringDbContext db, CurrentUser user)
    {
        if (user.SeesWholeCity)
            return sheets;
        var own = user.UnitCode;
        var below = own + "-%";
        var steered = db.EmulationBlocks.SteeredBy(user).Select(b => b.Id);
        return sheets.Where(s => s.Member == own || EF.Functions.Like(s.Member, below) || steered.Contains(s.BlockId));
    }

    /// <summary>Published ones of the blocks the caller sees; those waiting for publication only for who steers the block.</summary>
    public static IQueryable<BlockRanking> ReadableBy(this IQueryable<BlockRanking> rankings, ScoringDbContext db, CurrentUser user)
    {
        if (user.SeesWholeCity)
            return rankings;
        var readable = db.EmulationBlocks.ReadableBy(user).Select(b => b.Id);
        var steered = db.EmulationBlocks.SteeredBy(user).Select(b => b.Id);
        return rankings.Where(r => steered.Contains(r.BlockId) || (r.State == BlockRankingState.Published && readable.Contains(r.BlockId)));
    }

    /// <summary>A block that something is begun in: seen by the caller, in force, of the year named. The same number stands for another block each year.</summary>
    public static async Task<(EmulationBlock? Block, Problem? Problem)> BlockToUseAsync(
        this ScoringDbContext db, Guid id, int year, CurrentUser user, CancellationToken cancellationToken)
    {
        var block = await db.EmulationBlocks.ReadableBy(user).SingleOrDefaultAsync(b => b.Id == id, cancellationToken);
        return block is null ? (null, CommonProblems.NotFound.At("/blockId"))
            : !block.Active ? (null, Problems.BlockDissolved.At("/blockId"))
            : block.Year != year ? (null, Problems.YearMismatch.At("/year", $"{block.Name} này thuộc năm {block.Year}."))
            : (block, null);
    }

    public static BlockActor Actor(this CurrentUser user, TimeProvider time) => new(user.UnitCode, user.Id, time.GetUtcNow());
}
