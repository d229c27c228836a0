using Emulation.Campaigns.Data;
using Emulation.Campaigns.Domain;
using Emulation.Campaigns.Domain.Duties;
using Emulation.Campaigns.Features.Campaigns;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Campaigns.Features.Duties;

/// <summary>Whose duties a caller sees: those of the own unit and below; the standing section of a campaign those of all its units (CH-26-30/IV.2.1). Any other is not there.</summary>
internal static class DutyAccess
{
    public static IQueryable<T> VisibleWork<T>(this IQueryable<T> work, CurrentUser user) where T : CampaignWork
    {
        if (user.SeesWholeCity)
            return work;
        var own = user.UnitCode;
        var below = own + "-";
        return work.Where(w => w.UnitCode == own || w.UnitCode.StartsWith(below) || w.Campaign.StandingUnitCode == own);
    }

    /// <summary>Reports also those that come to the caller's unit, or go through it (C-24).</summary>
    public static IQueryable<DutyReport> VisibleReports(this IQueryable<DutyReport> reports, CurrentUser user)
    {
        if (user.SeesWholeCity)
            return reports;
        var own = user.UnitCode;
        var below = own + "-";
        return reports.Where(r => r.UnitCode == own || r.UnitCode.StartsWith(below) || r.Campaign.StandingUnitCode == own || r.ReceiverUnitCode == own || r.ThroughUnitCode == own);
    }

    public static bool SeesWork(this CurrentUser user, Campaign campaign, string unit) => user.Sees(unit) || campaign.StandingUnitCode == user.UnitCode;

    /// <summary>The standing section prepares what the launching unit owes (LTN-TD-26/V.2.4).</summary>
    public static bool ActsFor(this CurrentUser user, Campaign campaign, string unit) =>
        user.Sees(unit) || (campaign.StandingUnitCode == user.UnitCode && campaign.UnitCode == unit);

    /// <summary>Whoever looks after the campaign as a whole: the launching unit, those above, the standing section.</summary>
    public static bool LooksAfter(this CurrentUser user, Campaign campaign) => user.Sees(campaign.UnitCode) || campaign.StandingUnitCode == user.UnitCode;

    /// <summary>The launched campaign and one duty of a unit in it, by key and period; a problem says what is amiss.</summary>
    public static async Task<(Campaign? Campaign, DutyGround? Ground, Problem? Refused)> DutyGroundAsync(
        this CampaignsDbContext db, Dues dues, Guid campaignId, string unit, CurrentUser user, CancellationToken cancellationToken)
    {
        var campaign = await db.Campaigns.Include(c => c.Unit).ReadableBy(user).SingleOrDefaultAsync(c => c.Id == campaignId, cancellationToken);
        if (campaign is null)
            return (null, null, CommonProblems.NotFound.At("/campaignId"));
        if (!user.ActsFor(campaign, unit))
            return (null, null, CommonProblems.NotFound.At("/unitCode"));
        return campaign.State == CampaignState.Draft ? (null, null, Problems.NotLaunched) : (campaign, await dues.GroundAsync(campaign, cancellationToken), null);
    }

    /// <summary>What of the attachments is not there or another unit's.</summary>
    public static async Task<Problem?> UnknownFileAsync(this CampaignsDbContext db, Guid[] files, string unit, CancellationToken cancellationToken)
    {
        var known = files.Length == 0 ? [] : await db.ReportFiles.Where(f => f.UnitCode == unit && files.Contains(f.Id)).Select(f => f.Id).ToListAsync(cancellationToken);
        var unknown = Array.FindIndex(files, f => !known.Contains(f));
        return unknown < 0 ? null : Problems.FileUnknown.At($"/files/{unknown}", $"Tệp phải do đơn vị {unit} tải lên trước.");
    }
}
