using Emulation.Campaigns.Data;
using Emulation.Campaigns.Domain;
using Emulation.Campaigns.Domain.Duties;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Campaigns.Features.Duties;

/// <summary>What units owe under launched campaigns, and what of it is done.</summary>
internal sealed class Dues(CampaignsDbContext db)
{
    /// <summary>Duties of all campaigns under way, of the year of the instant and the two beside it.</summary>
    public Task<List<Due>> OfAllAsync(DateTimeOffset at, CancellationToken cancellationToken)
    {
        var year = VietnamTime.DateOf(at).Year;
        return OfAsync(db.Campaigns.Where(c => c.State == CampaignState.Launched), year - 1, year + 1, cancellationToken);
    }

    /// <summary>Duties of one campaign in the calendar years asked for.</summary>
    public Task<List<Due>> OfCampaignAsync(Guid id, int fromYear, int toYear, CancellationToken cancellationToken) =>
        OfAsync(db.Campaigns.Where(c => c.Id == id), fromYear, toYear, cancellationToken);

    /// <summary>Duties of the campaigns, except drafts, in the calendar years asked for; whoever asks sees to it that the reader may see them.</summary>
    public async Task<List<Due>> OfAsync(IQueryable<Campaign> campaigns, int fromYear, int toYear, CancellationToken cancellationToken)
    {
        var running = await campaigns.AsNoTracking().Where(c => c.State != CampaignState.Draft && c.FromYear <= toYear && c.ToYear >= fromYear).OrderBy(c => c.Code).ToListAsync(cancellationToken);
        var launching = running.Select(c => c.UnitCode).Distinct().ToList();
        var units = (await db.Units.AsNoTracking().Where(u => u.Active && u.ParentCode != null && launching.Contains(u.ParentCode)).OrderBy(u => u.Code)
            .Select(u => new { u.Code, u.ParentCode }).ToListAsync(cancellationToken)).ToLookup(u => u.ParentCode, u => u.Code);
        var blocks = (await db.EmulationBlocks.AsNoTracking().Where(b => b.Active && launching.Contains(b.OwnerUnitCode)).OrderBy(b => b.Code).ToListAsync(cancellationToken)).ToLookup(b => b.OwnerUnitCode);
        return [.. running.SelectMany(c => DueCalendar.Of(new DutyGround(c, [.. units[c.UnitCode]], [.. blocks[c.UnitCode]], []), fromYear, toYear))];
    }
}
