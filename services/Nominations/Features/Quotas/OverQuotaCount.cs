using Emulation.Nominations.Data;
using Emulation.Nominations.Domain;
using Emulation.Nominations.Domain.Quotas;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Quotas;

/// <summary>Keeps the mark on nominations whose unit has more of them than places, so that lists can show it. The steps do not rely on it: they count.</summary>
internal sealed class OverQuotaCount(NominationsDbContext db, QuotaGuard guard)
{
    /// <summary>Counts anew what one unit, or every unit, has in a campaign; written at once, or with the caller's transaction.</summary>
    public async Task RunAsync(KnownCampaign campaign, string? unit, CancellationToken ct)
    {
        if (campaign.Snapshot is not { } plan || !plan.Scheme.Categories.Any(c => c.Quotas.Any(q => !q.OutsideQuota)))
            return;
        // Two counts at once could leave the older one standing.
        await guard.HoldAsync([$"over/{campaign.Id:N}"], ct);
        var book = await QuotaBook.OfCampaignAsync(db, campaign, unit, ct);
        var places = book.Places.Where(p => p.Holds && p.State != NominationState.Awarded).ToList();
        var windows = places.Select(p => (p.NominationId, Windows: QuotaWindow.Of(plan, p).Where(w => !w.OfTheCity).ToList())).ToList();
        var standing = (await book.StandAsync([.. windows.SelectMany(w => w.Windows).DistinctBy(w => w.Key)], ct)).ToDictionary(s => s.Window.Key);
        var over = windows.Where(p => p.Windows.Any(w => standing[w.Key] is { Over: true } s && !s.MayGoOn(p.NominationId))).Select(p => p.NominationId).ToArray();
        var scope = db.Nominations.Where(n => n.CampaignId == campaign.Id && (unit == null || n.ProposingUnitCode == unit));
        await scope.Where(n => n.OverQuota && !over.Contains(n.Id)).ExecuteUpdateAsync(s => s.SetProperty(n => n.OverQuota, false), ct);
        await scope.Where(n => !n.OverQuota && over.Contains(n.Id)).ExecuteUpdateAsync(s => s.SetProperty(n => n.OverQuota, true), ct);
        // Ends the transaction that the count was held in, where no caller saves afterwards.
        await db.SaveChangesAsync(ct);
    }
}
