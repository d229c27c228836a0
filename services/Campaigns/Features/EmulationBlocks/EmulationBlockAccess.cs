using Emulation.Campaigns.Data;
using Emulation.Campaigns.Domain;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Campaigns.Features.EmulationBlocks;

/// <summary>What was done to a block.</summary>
public enum EmulationBlockAction
{
    /// <summary>Formed.</summary>
    Formed,
    /// <summary>Changed.</summary>
    Changed,
    /// <summary>Dissolved.</summary>
    Dissolved,
}

/// <summary>Whose blocks a caller sees: those that the own unit, or one below, owns or is a member of. Any other is not there.</summary>
internal static class EmulationBlockAccess
{
    /// <summary>Name of the aggregate in the audit trail.</summary>
    public const string Aggregate = "emulationBlock";

    public static IQueryable<EmulationBlock> ReadableBy(this IQueryable<EmulationBlock> blocks, CurrentUser user)
    {
        if (user.SeesWholeCity)
            return blocks;
        var own = user.UnitCode;
        var below = own + "-%";
        return blocks.Where(b => b.OwnerUnitCode == own || b.MemberCodes.Any(m => m == own || EF.Functions.Like(m, below)));
    }

    /// <summary>The block to be changed: 404 when not readable, 403 when readable but another's.</summary>
    public static async Task<(EmulationBlock? Block, Problem? Refused)> BlockToChangeAsync(
        this CampaignsDbContext db, Guid id, HttpContext http, CurrentUser user, CancellationToken cancellationToken)
    {
        var block = await db.EmulationBlocks.ReadableBy(user).SingleOrDefaultAsync(b => b.Id == id, cancellationToken);
        return block is null ? (null, CommonProblems.NotFound)
            : !user.Sees(block.OwnerUnitCode) ? (null, CommonProblems.Forbidden.With($"Khối do đơn vị {block.OwnerUnitCode} lập và thay đổi."))
            : (block, Preconditions.IfMatch(http, block.Version));
    }

    /// <summary>Records and tells the version just made.</summary>
    public static void Record(
        this CampaignsDbContext db, EmulationBlock block, EmulationBlockAction action, EmulationBlockState? before, CurrentUser user, DateTimeOffset now, string? reason = null)
    {
        db.Publish(block.Event(now, user.Id, reason));
        db.Audit(Aggregate, block.Id, action.ToString().ToLowerInvariant(), user.Id, now, reason, new EmulationBlockChange(before, block.State), user.RemoteAddress);
    }
}
