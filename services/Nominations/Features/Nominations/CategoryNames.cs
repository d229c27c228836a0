using System.Collections.Concurrent;
using Emulation.Nominations.Data;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Nominations;

/// <summary>Names of award categories by campaign and version: a list needs them for each line, and reading a whole plan for them costs more than the list.</summary>
internal sealed class CategoryNames
{
    private readonly ConcurrentDictionary<Guid, (int Version, Dictionary<string, string> Names)> _plans = [];

    /// <summary>Names by the category's key.</summary>
    /// <param name="db">Where a plan not yet known is read.</param>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="version">Its version as just read; one amended meanwhile is read anew.</param>
    /// <param name="ct">Gives up.</param>
    public async ValueTask<IReadOnlyDictionary<string, string>> OfAsync(NominationsDbContext db, Guid campaignId, int version, CancellationToken ct)
    {
        if (_plans.TryGetValue(campaignId, out var known) && known.Version == version)
            return known.Names;
        var campaign = await db.Campaigns.AsNoTracking().SingleAsync(c => c.Id == campaignId, ct);
        var names = (campaign.Snapshot?.Scheme.Categories ?? []).DistinctBy(c => c.Key).ToDictionary(c => c.Key, c => c.Name);
        _plans[campaignId] = (campaign.Version, names);
        return names;
    }
}
