using Emulation.Contracts.Campaigns;
using Emulation.Nominations.Data;
using Emulation.Nominations.Domain;
using Emulation.Nominations.Features.Eligibility;
using MassTransit;

namespace Emulation.Nominations.Features.Units;

/// <summary>Keeps the unit register; a unit that moved to another ranking block is judged by that block's limits.</summary>
internal sealed class RememberUnit(NominationsDbContext db, Rejudging rejudging) : IConsumer<UnitRegistered>
{
    public async Task Consume(ConsumeContext<UnitRegistered> context)
    {
        var (unit, ct) = (context.Message, context.CancellationToken);
        var known = await db.Units.FindAsync([unit.UnitCode], ct);
        if (known?.Version >= unit.Version)
            return;
        var moved = known is not null && known.RankingBlock != unit.RankingBlock;
        if (known is null)
            db.Units.Add(known = new KnownUnit { Code = unit.UnitCode, Name = unit.Name });
        (known.Name, known.Kind, known.ParentCode, known.RankingBlock, known.Active, known.Version) =
            (unit.Name, unit.Kind, unit.ParentCode, unit.RankingBlock, unit.Active, unit.Version);
        if (moved)
            await rejudging.SaveAndRunAsync(n => n.RankedUnitCode == unit.UnitCode, $"{unit.Name} chuyển sang khối {RankingBlocks.Name(unit.RankingBlock ?? "không xếp hạng")}.", unit.ActedBy, ct);
    }
}
