using Emulation.Nominations.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace Emulation.Nominations.Features.Nominations;

/// <summary>What a list says of a campaign: its code and the names of its award categories. Kept for moments (an amended plan shows its new names that much later): each line needs them, and reading a whole plan costs more than the list.</summary>
internal sealed class CampaignNames(IMemoryCache cache)
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(2);

    /// <param name="Code">Code of the campaign.</param>
    /// <param name="Categories">Names by the category's key.</param>
    internal sealed record Names(string Code, Dictionary<string, string> Categories);

    public async ValueTask<Names> OfAsync(NominationsDbContext db, Guid campaignId, CancellationToken ct)
    {
        if (cache.TryGetValue(campaignId, out Names? known))
            return known!;
        var campaign = await db.Campaigns.AsNoTracking().SingleAsync(c => c.Id == campaignId, ct);
        var categories = (campaign.Snapshot?.Scheme.Categories ?? []).DistinctBy(c => c.Key).ToDictionary(c => c.Key, c => c.Name);
        return cache.Set(campaignId, new Names(campaign.Code, categories), Kept);
    }
}
