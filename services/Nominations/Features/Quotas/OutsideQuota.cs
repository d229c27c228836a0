using Emulation.Contracts.Campaigns;
using Emulation.ServiceDefaults;

namespace Emulation.Nominations.Features.Quotas;

/// <summary>Awards outside the quota rest on a reason of the plan (CH-26-30/III.2.1.2.b.2, III.2.3.b.4).</summary>
internal static class OutsideQuota
{
    public static Problem? Wrong(AwardCategory category, string? reason)
    {
        var reasons = category.Quotas.Where(q => q.OutsideQuota).SelectMany(q => q.Reasons).ToList();
        if (reasons.Any(r => r.Key == reason) || (reason is null && reasons.Count == 0))
            return null;
        return Problems.OutsideReason.At("/outsideQuotaReason", reasons.Count == 0
            ? "Hạng mục này không khen thưởng ngoài chỉ tiêu theo lý do."
            : $"Hạng mục này dùng: {string.Join("; ", reasons.Select(r => $"{r.Key} ({r.Text})"))}.");
    }
}
