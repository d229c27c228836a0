using System.Linq.Expressions;
using Emulation.Contracts.Scoring;
using Emulation.Nominations.Data;
using Emulation.Nominations.Domain;
using Emulation.Nominations.Features.Eligibility;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Rankings;

/// <summary>The published index decides: takes over the ranks of a year and block, and judges again every open nomination that rests on one.</summary>
internal sealed class RejudgeWhenRankingPublished(NominationsDbContext db, Rejudging rejudging, DecidedNominations decided) : IConsumer<RankingPublished>
{
    public async Task Consume(ConsumeContext<RankingPublished> context)
    {
        var ct = context.CancellationToken;
        var ranking = context.Message;
        var known = await db.Rankings.FindAsync([ranking.IndexSetCode, ranking.Year, ranking.Block], ct);
        if (known?.Version >= ranking.Version)
            return;
        if (known is null)
            db.Rankings.Add(known = new KnownRanking { IndexSetCode = ranking.IndexSetCode, Year = ranking.Year, Block = ranking.Block });
        (known.Version, known.PublishedAt) = (ranking.Version, ranking.OccurredAt);

        var sharing = ranking.Entries.GroupBy(e => e.Rank).ToDictionary(g => g.Key, g => g.Count());
        var rows = ranking.Entries.Select(e => (e.UnitCode, Rank: (int?)e.Rank, Tied: sharing[e.Rank], Index: (decimal?)e.Index, Reason: (string?)null))
            .Concat(ranking.Unranked.Select(u => (u.UnitCode, Rank: (int?)null, Tied: 1, Index: (decimal?)null, Reason: (string?)u.Reason))).ToList();
        var earlier = await db.Ranks.Where(r => r.IndexSetCode == ranking.IndexSetCode && r.Year == ranking.Year && r.Block == ranking.Block).ToDictionaryAsync(r => r.UnitCode, ct);
        var moved = new List<string>(earlier.Keys.Except(rows.Select(r => r.UnitCode)));
        foreach (var row in rows)
        {
            if (!earlier.Remove(row.UnitCode, out var rank))
                db.Ranks.Add(rank = new KnownRank { IndexSetCode = ranking.IndexSetCode, Year = ranking.Year, Block = ranking.Block, UnitCode = row.UnitCode });
            if (rank.Rank != row.Rank)
                moved.Add(row.UnitCode);
            (rank.Version, rank.Rank, rank.TiedUnits, rank.Index, rank.UnrankedReason) = (ranking.Version, row.Rank, row.Tied, row.Index, row.Reason);
        }
        db.Ranks.RemoveRange(earlier.Values);

        var touched = ranking.Entries.Select(e => e.UnitCode).Concat(ranking.Unranked.Select(u => u.UnitCode))
            .Concat(await db.Units.Where(u => u.RankingBlock == ranking.Block).Select(u => u.Code).ToListAsync(ct)).Distinct().ToArray();
        // Units into which one of these was merged and whose places count for it.
        var successors = await db.Units.AsNoTracking().Where(u => u.PredecessorCodes.Any(p => touched.Contains(p))).Select(u => new { u.Code, u.PredecessorCodes }).ToListAsync(ct);
        touched = [.. touched.Concat(successors.Select(s => s.Code)).Distinct()];
        moved.AddRange(successors.Where(s => s.PredecessorCodes.Any(moved.Contains)).Select(s => s.Code).ToList());
        var cause = ranking.Version == 1
            ? $"Công bố xếp hạng Chỉ số cải cách hành chính năm {ranking.Year}, khối {RankingBlocks.Name(ranking.Block)}."
            : $"Đính chính xếp hạng Chỉ số cải cách hành chính năm {ranking.Year}, khối {RankingBlocks.Name(ranking.Block)} (lần {ranking.Version}): {ranking.CorrectionReason}.";
        var actedBy = $"ranking:{ranking.RankingId}";
        // An internal ranking names offices, which are nominees themselves.
        Expression<Func<Nomination, bool>> RestingOn(string[] units) => RankingBlocks.IsInternal(ranking.Block)
            ? n => units.Contains(n.Nominee.UnitCode)
            : n => units.Contains(n.RankedUnitCode!);
        // What is decided is told only where a place is another now.
        await rejudging.SaveAndRunAsync(RestingOn(touched), cause, actedBy, ct,
            alsoAsync: ranking.Version == 1 ? null : () => decided.TellAsync(RestingOn([.. moved]), ranking, cause, actedBy, ct));
    }
}
