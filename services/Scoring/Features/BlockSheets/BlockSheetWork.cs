using Emulation.Scoring.Data;
using Emulation.Scoring.Domain.Blocks;
using Emulation.Scoring.Features.Blocks;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Scoring.Features.BlockSheets;

/// <summary>A sheet of an emulation block: where it stands and what it waits for.</summary>
public sealed record BlockSheetSummary
{
    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>Identity of the emulation block.</summary>
    public required Guid BlockId { get; init; }

    /// <summary>Code of the member.</summary>
    public required string Member { get; init; }

    /// <summary>Whole year or first half.</summary>
    public required ReviewPeriod Period { get; init; }

    /// <summary>ETag.</summary>
    public required int Version { get; init; }

    /// <summary>What the member signed up to.</summary>
    public required BlockPledge Pledge { get; init; }

    /// <summary>Criteria that have no figures yet.</summary>
    public required string[] Missing { get; init; }

    /// <summary>Criteria whose figures wait for confirmation.</summary>
    public required string[] Unconfirmed { get; init; }

    internal static BlockSheetSummary Of(BlockSheet sheet, ScaleDefinition scale)
    {
        var (missing, unconfirmed) = sheet.Open(scale);
        return new() { Id = sheet.Id, BlockId = sheet.BlockId, Member = sheet.Member, Period = sheet.Period, Version = sheet.Version, Pledge = sheet.Pledge, Missing = missing, Unconfirmed = unconfirmed };
    }
}

/// <summary>A sheet with all that an act on it needs.</summary>
internal sealed record BlockSheetWork(BlockSheet Sheet, EmulationBlock Block, ScaleDefinition Scale, BlockActor Actor);

internal static class BlockSheets
{
    /// <summary>Name of the aggregate in the audit trail.</summary>
    public const string Aggregate = "blockSheet";

    /// <param name="db">Context.</param>
    /// <param name="id">The sheet.</param>
    /// <param name="whose">Unit whose turn it is, for a member of the block.</param>
    /// <param name="http">For <c>If-Match</c>.</param>
    /// <param name="user">Caller.</param>
    /// <param name="time">Clock.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>404 when the sheet is not the caller's to see, 403 when it is another's turn, 412 when stale.</returns>
    public static async Task<(BlockSheetWork? Work, Problem? Refused)> SheetToChangeAsync(
        this ScoringDbContext db, Guid id, Func<EmulationBlock, string, string> whose, HttpContext http, CurrentUser user, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.BlockSheets.ReadableBy(db, user).SingleOrDefaultAsync(s => s.Id == id, cancellationToken) is not { } sheet)
            return (null, CommonProblems.NotFound);
        var block = await db.EmulationBlocks.AsNoTracking().SingleAsync(b => b.Id == sheet.BlockId, cancellationToken);
        var refused = block.Turn(user.UnitCode, whose(block, sheet.Member))
            ?? Preconditions.IfMatch(http, sheet.Version)
            ?? (!block.Active ? Problems.BlockDissolved : !block.MemberCodes.Contains(sheet.Member) ? Problems.NotMember : null);
        if (refused is not null)
            return (null, refused);
        var (scale, open) = await db.ScaleInForceAsync(block.Id, cancellationToken);
        return open is not null ? (null, open) : (new BlockSheetWork(sheet, block, scale!, user.Actor(time)), null);
    }

    /// <summary>Nothing is entered against a scale that is still being written.</summary>
    public static async Task<(ScaleDefinition? Scale, Problem? Problem)> ScaleInForceAsync(this ScoringDbContext db, Guid blockId, CancellationToken cancellationToken) =>
        await db.BlockScales.AsNoTracking().SingleOrDefaultAsync(s => s.BlockId == blockId, cancellationToken) is { State: BlockScaleState.Confirmed } scale
            ? (scale.Definition, null) : (null, Problems.ScaleNotConfirmed);

    /// <summary>Records what an act has changed, answers and saves.</summary>
    public static async Task<IResult> SaveAsync(
        this ScoringDbContext db, BlockSheetWork work, string action, BlockLineChange[] changes, CurrentUser user, Intake intake, CancellationToken cancellationToken, string? reason = null)
    {
        if (changes.Length > 0)
            db.Record(work.Sheet, action, changes, work.Actor, user, reason);
        var answer = intake.Ok(BlockSheetSummary.Of(work.Sheet, work.Scale), work.Sheet.Version);
        await db.SaveChangesAsync(cancellationToken);
        return answer;
    }

    public static void Record(this ScoringDbContext db, BlockSheet sheet, string action, BlockLineChange[] changes, BlockActor actor, CurrentUser user, string? reason = null) =>
        db.Audit(Aggregate, sheet.Id, action, actor.Id, actor.At, reason, new BlockSheetAct(actor.Unit, changes), user.RemoteAddress);
}
