using Emulation.Campaigns.Data;
using Emulation.Campaigns.Domain;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Campaigns.Features.Campaigns;

/// <summary>Units that a plan names must stand in the register: nobody else could do what they owe.</summary>
internal static class PlanUnits
{
    public static async Task<Problem?> UnknownAsync(CampaignPlan plan, CampaignsDbContext db, CancellationToken cancellationToken)
    {
        (string At, string? Code)[] named =
        [
            ("/standingUnitCode", plan.StandingUnitCode),
            .. plan.Reports.SelectMany((r, i) => new[] { ($"/reports/{i}/receiverUnitCode", r.ReceiverUnitCode), ($"/reports/{i}/throughUnitCode", r.ThroughUnitCode) }),
            .. plan.Reports.SelectMany((r, i) => Of($"/reports/{i}", r.Owes)),
            .. plan.Tasks.SelectMany((t, i) => Of($"/tasks/{i}", t.Owes)),
            .. plan.Roles.SelectMany((r, i) => Of($"/roles/{i}", r.Owes)),
        ];
        var codes = named.Select(n => n.Code).OfType<string>().Distinct().ToList();
        if (codes.Count == 0)
            return null;
        var known = await db.Units.Where(u => codes.Contains(u.Code)).Select(u => u.Code).ToListAsync(cancellationToken);
        var unknown = named.Where(n => n.Code is not null && !known.Contains(n.Code)).Take(20).ToList();
        return unknown.Count == 0 ? null : unknown.Aggregate(Problems.UnknownUnit, (p, n) => p.At(n.At, $"Đơn vị {n.Code} chưa có trong danh mục."));
    }

    private static IEnumerable<(string, string?)> Of(string at, PlanOwes? owes) => (owes?.Units ?? []).Select((u, i) => ($"{at}/owes/units/{i}", (string?)u));
}
