using Emulation.Campaigns.Data;
using Emulation.Campaigns.Domain.Duties;
using Emulation.Contracts.Scoring;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Campaigns.Features.Rankings;

/// <summary>Keeps index, rank and class of each unit and year, so that year-end reports show them beside the unit's own score (CVA-26/IV.1).</summary>
internal sealed class KeepIndexResultWhenRankingPublished(CampaignsDbContext db) : IConsumer<RankingPublished>
{
    public async Task Consume(ConsumeContext<RankingPublished> context)
    {
        var ranking = context.Message;
        var known = await db.IndexResults.Where(r => r.IndexSetCode == ranking.IndexSetCode && r.Year == ranking.Year && r.Block == ranking.Block).ToDictionaryAsync(r => r.UnitCode, context.CancellationToken);
        if (known.Values.Any(r => r.RankingVersion >= ranking.Version))
            return;
        var rows = ranking.Entries.Select(e => (e.UnitCode, Index: (decimal?)e.Index, Rank: (int?)e.Rank, e.Class, Reason: (string?)null))
            .Concat(ranking.Unranked.Select(u => (u.UnitCode, Index: (decimal?)null, Rank: (int?)null, Class: (string?)null, Reason: (string?)u.Reason)));
        foreach (var row in rows)
        {
            if (!known.Remove(row.UnitCode, out var result))
                db.IndexResults.Add(result = new IndexResult { IndexSetCode = ranking.IndexSetCode, Year = ranking.Year, Block = ranking.Block, UnitCode = row.UnitCode });
            (result.RankingVersion, result.Index, result.Rank, result.Class, result.UnrankedReason, result.PublishedAt) = (ranking.Version, row.Index, row.Rank, row.Class, row.Reason, ranking.OccurredAt);
        }
        db.IndexResults.RemoveRange(known.Values);
        await db.SaveChangesAsync(context.CancellationToken);
    }
}
