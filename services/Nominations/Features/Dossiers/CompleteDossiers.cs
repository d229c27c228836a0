using Emulation.Contracts.Campaigns;
using Emulation.Nominations.Data;
using Emulation.Nominations.Domain;
using Emulation.Nominations.Domain.Dossiers;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Dossiers;

/// <summary>Finds nominations by whether their dossier has all its parts.</summary>
/// <remarks>Looked at when asked, not stored: what is asked for follows the plan, the law of the day and the verdict.</remarks>
internal sealed class CompleteDossiers(NominationsDbContext db, DossierDesk desk)
{
    private const int Page = 200;

    /// <summary>The newest so many of the rows.</summary>
    public async Task<Guid[]> NewestAsync(IQueryable<Nomination> rows, bool complete, int count, CancellationToken ct)
    {
        var campaigns = await db.Campaigns.AsNoTracking().ToDictionaryAsync(c => c.Id, ct);
        if (complete)
        {
            // Without a paper only what goes the short way can be complete.
            var withoutDossier = campaigns.Values.SelectMany(c => c.Snapshot?.Scheme.Categories ?? []).Where(c => c is { Cadence: Cadence.Unplanned, Dossier: [] }).Select(c => c.Key).Distinct().ToArray();
            rows = rows.Where(n => withoutDossier.Contains(n.CategoryKey) || db.Papers.Any(p => p.NominationId == n.Id));
        }
        var found = new List<Guid>();
        for (Guid? after = null; ;)
        {
            var page = await (after is { } last ? rows.Where(n => n.Id.CompareTo(last) < 0) : rows).OrderByDescending(n => n.Id).Take(Page).ToListAsync(ct);
            var ids = page.ConvertAll(n => n.Id);
            var papers = (await db.Papers.AsNoTracking().Where(p => ids.Contains(p.NominationId)).ToListAsync(ct)).ToLookup(p => p.NominationId);
            found.AddRange(page.Where(n => (campaigns[n.CampaignId].Category(n.CategoryKey) is not { } category
                || Standing.Of(n, category, papers[n.Id], desk.Day(n)).Complete) == complete).Select(n => n.Id));
            if (page.Count < Page || found.Count >= count)
                return [.. found.Take(count)];
            after = ids[^1];
        }
    }
}
