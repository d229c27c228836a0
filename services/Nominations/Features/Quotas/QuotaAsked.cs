using Emulation.Contracts.Campaigns;
using Emulation.Nominations.Data;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Quotas;

/// <summary>The campaign, category and year that a request about quotas names.</summary>
internal sealed record QuotaAsked(KnownCampaign Campaign, CampaignSnapshot Plan, AwardCategory Category, int Year)
{
    public static async Task<(QuotaAsked? Asked, Problem? Problem)> FindAsync(
        NominationsDbContext db, string at, string? campaignCode, string? categoryKey, int? year, CancellationToken ct)
    {
        var campaign = campaignCode is null ? null : await db.Campaigns.AsNoTracking().FirstOrDefaultAsync(c => c.Code == campaignCode, ct);
        if (campaign?.Snapshot is not { } plan)
            return (null, Problems.UnknownCampaign.At($"{at}campaign", $"“{campaignCode}” chưa được phát động hoặc không tồn tại."));
        if (categoryKey is null || campaign.Category(categoryKey) is not { } category)
            return (null, Problems.UnknownCategory.At($"{at}category", $"“{categoryKey}” không có trong phong trào {campaign.Code}."));
        var asked = category.Cadence == Cadence.Period ? plan.ToYear : year;
        if (asked is null || asked < plan.FromYear || asked > plan.ToYear)
            return (null, Problems.YearOutside.At($"{at}year", $"Cần năm từ {plan.FromYear} đến {plan.ToYear}."));
        return (new(campaign, plan, category, asked.Value), null);
    }
}
