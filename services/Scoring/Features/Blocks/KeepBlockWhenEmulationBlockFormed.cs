using Emulation.Contracts.Campaigns;
using Emulation.Scoring.Data;
using Emulation.Scoring.Domain.Blocks;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Scoring.Features.Blocks;

/// <summary>Keeps the emulation blocks that are scored, with head, deputy and members.</summary>
public sealed class KeepBlockWhenEmulationBlockFormed(ScoringDbContext db) : IConsumer<EmulationBlockFormed>
{
    public async Task Consume(ConsumeContext<EmulationBlockFormed> context)
    {
        var told = context.Message;
        var block = await db.EmulationBlocks.SingleOrDefaultAsync(b => b.Id == told.BlockId, context.CancellationToken);
        if (block is null)
            db.EmulationBlocks.Add(block = new EmulationBlock { Id = told.BlockId });
        block.Learn(told);
        await db.SaveChangesAsync(context.CancellationToken);
    }
}
