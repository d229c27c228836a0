using Emulation.Scoring.Data;
using Emulation.Scoring.Domain.Blocks;
using Emulation.Scoring.Features.Blocks;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Scoring.Features.BlockScales;

/// <summary>Criteria and points of an emulation block.</summary>
public record BlockScaleBody
{
    /// <summary>Points in all, say 100 or 1000; checked against the sum of the criteria, but for bonus and penalty.</summary>
    public required decimal Total { get; init; }

    /// <summary>Groups in order, 0–50; empty = none.</summary>
    [Items(0, 50)]
    public ScaleGroup[] Groups { get; init; } = [];

    /// <summary>Criteria in order, 1–200.</summary>
    [Items(1, 200)]
    public required ScaleCriterion[] Criteria { get; init; }

    internal ScaleDefinition Definition => new() { Total = Total, Groups = Groups, Criteria = Criteria };
}

/// <summary>Scale of an emulation block.</summary>
public sealed record BlockScaleResponse
{
    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>Identity of the emulation block, as <c>/emulation-blocks</c> names it.</summary>
    public required Guid BlockId { get; init; }

    /// <summary>Draft, or confirmed and locked.</summary>
    public required BlockScaleState State { get; init; }

    /// <summary>How often it was confirmed; 0 before the first time.</summary>
    public required int Edition { get; init; }

    /// <summary>ETag.</summary>
    public required int Version { get; init; }

    /// <summary>Criteria and points.</summary>
    public required ScaleDefinition Definition { get; init; }

    /// <summary>Who wrote or reopened it last.</summary>
    public required BlockMark Edited { get; init; }

    /// <summary>Who confirmed it; null while it is a draft.</summary>
    public BlockMark? Confirmed { get; init; }

    internal static BlockScaleResponse Of(BlockScale s) => new()
    {
        Id = s.Id, BlockId = s.BlockId, State = s.State, Edition = s.Edition, Version = s.Version, Definition = s.Definition, Edited = s.Edited, Confirmed = s.Confirmed,
    };
}

/// <summary>What was done to a scale and how it then stood, for the audit trail.</summary>
/// <param name="Unit">Code of the unit acting.</param>
/// <param name="Definition">Criteria and points after the act.</param>
public sealed record BlockScaleAct(string Unit, ScaleDefinition Definition);

internal static class BlockScales
{
    /// <summary>Name of the aggregate in the audit trail.</summary>
    public const string Aggregate = "blockScale";

    /// <summary>The scale to be changed: 404 when its block is not the caller's, 403 when it is another's turn, 412 when stale.</summary>
    public static async Task<(BlockScale? Scale, EmulationBlock? Block, Problem? Refused)> ScaleToChangeAsync(
        this ScoringDbContext db, Guid id, Func<EmulationBlock, BlockScale, Problem?> turn, HttpContext http, CurrentUser user, CancellationToken cancellationToken)
    {
        var readable = db.EmulationBlocks.ReadableBy(user).Select(b => b.Id);
        if (await db.BlockScales.SingleOrDefaultAsync(s => s.Id == id && readable.Contains(s.BlockId), cancellationToken) is not { } scale)
            return (null, null, CommonProblems.NotFound);
        var block = await db.EmulationBlocks.AsNoTracking().SingleAsync(b => b.Id == scale.BlockId, cancellationToken);
        return (scale, block, turn(block, scale) ?? Preconditions.IfMatch(http, scale.Version) ?? (block.Active ? null : Problems.BlockDissolved));
    }

    /// <summary>Head and deputy write; the others read.</summary>
    public static Problem? Writes(this EmulationBlock block, CurrentUser user) =>
        user.UnitCode == block.DeputyUnitCode ? null : block.Turn(user.UnitCode, block.HeadUnitCode);

    public static void Record(this ScoringDbContext db, BlockScale scale, string action, BlockActor actor, CurrentUser user, string? reason = null) =>
        db.Audit(Aggregate, scale.Id, action, actor.Id, actor.At, reason, new BlockScaleAct(actor.Unit, scale.Definition), user.RemoteAddress);
}
