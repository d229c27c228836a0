using Emulation.Nominations.Data;
using Emulation.Nominations.Domain;
using Emulation.Nominations.Features.Nominations;
using Emulation.Nominations.Law;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Dossiers;

/// <summary>Place of the ranked unit in one published index year (CVA-26/I.2.3b).</summary>
/// <param name="Block">Ranking block.</param>
/// <param name="Index">Index in percent, as published.</param>
/// <param name="Rank">Place in the block; null = not ranked that year.</param>
/// <param name="TiedUnits">Units that share the place, this one included.</param>
/// <param name="RankingVersion">Version of the ranking that is in force.</param>
/// <param name="UnrankedReason">Why it is not ranked.</param>
public sealed record IndexStanding(string UnitCode, string IndexSetCode, int Year, string Block, decimal? Index, int? Rank, int TiedUnits, int RankingVersion, string? UnrankedReason);

/// <summary>What only the page of one nomination shows: its way, what its dossier lacks, the index of its unit.</summary>
internal sealed class NominationDetail(NominationsDbContext db, DossierDesk desk)
{
    public async Task<NominationResponse> OfAsync(Nomination nomination, KnownCampaign campaign, CancellationToken ct)
    {
        var file = await db.Dossiers.AsNoTracking().FirstOrDefaultAsync(d => d.NominationId == nomination.Id, ct);
        var history = await db.AuditEntries.AsNoTracking().Where(a => a.Aggregate == "nomination" && a.AggregateId == nomination.Id.ToString())
            .OrderBy(a => a.Id).Select(a => new HistoryItem(a.At, a.Action, a.ActedBy, a.Reason, null, null)).ToListAsync(ct);
        return NominationResponse.Of(nomination, campaign) with
        {
            Missing = MissingPart.Of(await desk.StandingAsync(nomination, campaign, ct)),
            Way = Way.Of(nomination, campaign.Category(nomination.CategoryKey), file, history, desk.Now),
            Index = await IndexAsync(nomination, campaign, ct),
            Reward = Reward(nomination, campaign, VietnamTime.DateOf(desk.Now)),
        };
    }

    private static ExpectedReward? Reward(Nomination nomination, KnownCampaign campaign, DateOnly today) =>
        nomination.Open && campaign.Category(nomination.CategoryKey) is { } category && RewardMoney.For(category.Award.Code, nomination.Nominee.Kind, today) is var reward
            ? new(reward.Amount, reward.Basis) : null;

    private async Task<IndexStanding[]> IndexAsync(Nomination nomination, KnownCampaign campaign, CancellationToken ct)
    {
        if (nomination.RankedUnitCode is not { } unit || campaign.Snapshot is not { } plan)
            return [];
        var ranks = await db.Ranks.AsNoTracking().Where(r => r.UnitCode == unit && r.Year >= plan.FromYear && r.Year <= nomination.Year)
            .Join(db.Rankings, r => new { r.IndexSetCode, r.Year, r.Block }, k => new { k.IndexSetCode, k.Year, k.Block }, (r, k) => new { Rank = r, k.PublishedAt }).ToListAsync(ct);
        // Should two index sets cover one year, the one published last is in force, as for the verdict.
        return [.. ranks.GroupBy(r => r.Rank.Year).Select(g => g.MaxBy(r => r.PublishedAt)!.Rank).OrderBy(r => r.Year)
            .Select(r => new IndexStanding(r.UnitCode, r.IndexSetCode, r.Year, r.Block, r.Index, r.Rank, r.TiedUnits, r.Version, r.UnrankedReason))];
    }
}
