using Emulation.Contracts.Campaigns;
using Emulation.Scoring.Data;
using Emulation.Scoring.Domain;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Scoring.Features.Units;

/// <summary>Keeps the units that may be scored, with their ranking blocks.</summary>
public sealed class KeepUnitWhenUnitRegistered(ScoringDbContext db) : IConsumer<UnitRegistered>
{
    public async Task Consume(ConsumeContext<UnitRegistered> context)
    {
        var told = context.Message;
        var unit = await db.Units.SingleOrDefaultAsync(u => u.Code == told.UnitCode, context.CancellationToken);
        if (unit is null)
            db.Units.Add(unit = new Unit { Code = told.UnitCode });
        unit.Learn(told);
        await db.SaveChangesAsync(context.CancellationToken);
    }
}
