using Emulation.Contracts.Campaigns;
using Emulation.Nominations.Data;
using Emulation.Nominations.Domain;
using Emulation.Nominations.Features.Eligibility;
using MassTransit;

namespace Emulation.Nominations.Features.Units;

/// <summary>Keeps the unit register; a unit that moved to another ranking block is judged by that block's limits, one that took over others by their places too.</summary>
internal sealed class RememberUnit(NominationsDbContext db, Rejudging rejudging) : IConsumer<UnitRegistered>
{
    public async Task Consume(ConsumeContext<UnitRegistered> context)
    {
        var (unit, ct) = (context.Message, context.CancellationToken);
        var known = await db.Units.FindAsync([unit.UnitCode], ct);
        if (known?.Version >= unit.Version)
            return;
        var moved = known is not null && known.RankingBlock != unit.RankingBlock;
        var tookOver = known is not null && !known.PredecessorCodes.SequenceEqual(unit.PredecessorCodes);
        if (known is null)
            db.Units.Add(known = new KnownUnit { Code = unit.UnitCode, Name = unit.Name });
        (known.Name, known.Kind, known.ParentCode, known.RankingBlock, known.Active, known.PredecessorCodes, known.Version) =
            (unit.Name, unit.Kind, unit.ParentCode, unit.RankingBlock, unit.Active, unit.PredecessorCodes, unit.Version);
        if (!moved && !tookOver)
            return;
        var cause = moved
            ? $"{unit.Name} chuyển sang khối {RankingBlocks.Name(unit.RankingBlock ?? "không xếp hạng")}."
            : $"Thay đổi đơn vị có thứ hạng được tính cho {unit.Name}: {(unit.PredecessorCodes.Length > 0 ? string.Join(", ", unit.PredecessorCodes) : "không có")}.";
        await rejudging.SaveAndRunAsync(n => n.RankedUnitCode == unit.UnitCode, cause, unit.ActedBy, ct);
    }
}
