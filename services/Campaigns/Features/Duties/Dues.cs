using Emulation.Campaigns.Data;
using Emulation.Campaigns.Domain;
using Emulation.Campaigns.Domain.Duties;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Campaigns.Features.Duties;

/// <summary>A duty, its campaign, and what was done about it.</summary>
/// <param name="WorkId">The report, the outcome, or the latest edition of the unit's own plan; null while there is none.</param>
/// <param name="Returned">True for a report that waits for its correction.</param>
internal sealed record TrackedDue(Due Due, Campaign Campaign, Guid? WorkId = null, bool Returned = false);

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
    public async Task<List<Due>> OfAsync(IQueryable<Campaign> campaigns, int fromYear, int toYear, CancellationToken cancellationToken) =>
        (await TrackedAsync(campaigns, (_, _) => true, fromYear, toYear, cancellationToken)).ConvertAll(t => t.Due);

    /// <summary>The same with what was done, only of the units that the reader may see.</summary>
    public async Task<List<TrackedDue>> TrackedAsync(
        IQueryable<Campaign> campaigns, Func<Campaign, string, bool> sees, int fromYear, int toYear, CancellationToken cancellationToken)
    {
        var running = await campaigns.AsNoTracking().Where(c => c.State != CampaignState.Draft && c.FromYear <= toYear && c.ToYear >= fromYear).OrderBy(c => c.Code).ToListAsync(cancellationToken);
        var ids = running.ConvertAll(c => c.Id);
        var grounds = await GroundsAsync(running, cancellationToken);
        var reports = (await db.Reports.AsNoTracking().Where(r => ids.Contains(r.CampaignId) && r.Year >= fromYear && r.Year <= toYear)
            .Select(r => new { r.Id, r.CampaignId, r.Key, r.Period, r.UnitCode, r.State, r.FirstSubmittedAt }).ToListAsync(cancellationToken))
            .ToDictionary(r => (DueKind.Report, r.CampaignId, r.Key, r.Period, r.UnitCode));
        var outcomes = (await db.Outcomes.AsNoTracking().Where(o => ids.Contains(o.CampaignId) && o.Year >= fromYear && o.Year <= toYear).ToListAsync(cancellationToken))
            .ToDictionary(o => (DueKind.Task, o.CampaignId, o.Key, o.Period, o.UnitCode));
        var plans = (await db.UnitPlans.AsNoTracking().Where(p => ids.Contains(p.CampaignId)).ToListAsync(cancellationToken)).ToLookup(p => (p.CampaignId, p.Key, p.UnitCode));
        return
        [
            .. from ground in grounds
               from due in DueCalendar.Of(ground, fromYear, toYear)
               where sees(ground.Campaign, due.UnitCode)
               select With(due, ground.Campaign),
        ];

        TrackedDue With(Due due, Campaign campaign)
        {
            var key = (due.Kind, due.CampaignId, due.Key, due.Period, due.UnitCode);
            if (reports.TryGetValue(key, out var report))
                return report.State == ReportState.Returned ? new(due, campaign, report.Id, Returned: true) : new(due with { DoneAt = report.FirstSubmittedAt }, campaign, report.Id);
            if (outcomes.TryGetValue(key, out var outcome))
                return new(due with { DoneAt = outcome.DoneAt, NotArising = outcome.NotArising }, campaign, outcome.Id);
            var editions = due.Kind == DueKind.UnitPlan ? plans[(due.CampaignId, due.Key, due.UnitCode)].OrderBy(p => p.Edition).ToList() : [];
            return editions.Count == 0 ? new(due, campaign) : new(due with { DoneAt = editions[0].FiledAt }, campaign, editions[^1].Id);
        }
    }

    /// <summary>What the duties of one campaign are worked out from.</summary>
    public async Task<DutyGround> GroundAsync(Campaign campaign, CancellationToken cancellationToken) => (await GroundsAsync([campaign], cancellationToken))[0];

    /// <summary>The same for many.</summary>
    public async Task<List<DutyGround>> GroundsAsync(List<Campaign> campaigns, CancellationToken cancellationToken)
    {
        var launching = campaigns.Select(c => c.UnitCode).Distinct().ToList();
        var ids = campaigns.ConvertAll(c => c.Id);
        var units = (await db.Units.AsNoTracking().Where(u => u.Active && u.ParentCode != null && launching.Contains(u.ParentCode)).OrderBy(u => u.Code)
            .Select(u => new { u.Code, u.ParentCode }).ToListAsync(cancellationToken)).ToLookup(u => u.ParentCode, u => u.Code);
        var blocks = (await db.EmulationBlocks.AsNoTracking().Where(b => b.Active && launching.Contains(b.OwnerUnitCode)).OrderBy(b => b.Code).ToListAsync(cancellationToken)).ToLookup(b => b.OwnerUnitCode);
        var rhythms = (await db.ReportRhythms.AsNoTracking().Where(r => ids.Contains(r.CampaignId) && r.EveryMonths > 0).ToListAsync(cancellationToken)).ToLookup(r => r.CampaignId, r => r.Rhythm);
        return campaigns.ConvertAll(c => new DutyGround(c, [.. units[c.UnitCode]], [.. blocks[c.UnitCode]], [.. rhythms[c.Id]]));
    }
}
