using Emulation.Campaigns.Data;
using Emulation.Campaigns.Domain;
using Emulation.Campaigns.Domain.Notices;
using Emulation.Campaigns.Features.Campaigns;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Campaigns.Features.Notices;

/// <summary>Tells the units concerned what became of a campaign, in the transaction in which it became so (LTN-26-30/III.3.c).</summary>
internal static class Announcing
{
    public static Task AnnounceLaunchAsync(this CampaignsDbContext db, Campaign campaign, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var plan = campaign.Plan;
        var deadlines = plan.Scheme.Categories.SelectMany(c => new[] { (c.Name, Stage: DeadlineStage.Internal, Is: c.InternalDeadline), (c.Name, Stage: DeadlineStage.City, Is: c.CityDeadline) })
            .Where(d => d.Is is not null).Select(d => $"{PlanWords.Upper(PlanWords.Of(d.Stage))}, hạng mục “{d.Name}”: {PlanWords.Of(d.Is)}").ToArray();
        var text = $"{campaign.Unit.Name} phát động phong trào thi đua “{plan.Name}”, {Period(plan)}.{Numbered(plan)}"
            + (deadlines.Length == 0 ? "" : $"\nThời hạn gửi hồ sơ đề nghị khen thưởng:\n{PlanWords.Lines(deadlines)}");
        return db.TellAsync(campaign, NoticeKind.Launched, $"Phát động phong trào thi đua {plan.Code}", text, null, $"/campaigns/{campaign.Id}", false, now, cancellationToken);
    }

    public static Task AnnounceAmendmentAsync(this CampaignsDbContext db, Campaign campaign, PlanNews news, string reason, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var moved = news.Deadlines.Length > 0;
        var parts = new List<string> { $"{campaign.Unit.Name} điều chỉnh kế hoạch phong trào thi đua “{campaign.Plan.Name}”. Lý do: {reason.Trim().TrimEnd('.')}." };
        if (moved)
            parts.Add($"Thời hạn thay đổi:\n{PlanWords.Lines(news.Deadlines)}");
        if (news.Others.Length > 0)
            parts.Add($"{(moved ? "Nội dung khác thay đổi" : "Nội dung thay đổi")}:\n{PlanWords.Lines(news.Others)}");
        return db.TellAsync(campaign, moved ? NoticeKind.DeadlineMoved : NoticeKind.Amended,
            moved ? $"Thay đổi thời hạn gửi hồ sơ – {campaign.Code}" : $"Điều chỉnh kế hoạch phong trào thi đua {campaign.Code}",
            string.Join("\n", parts), news.Clause, moved ? $"/campaigns/{campaign.Id}/deadlines/history" : $"/campaigns/{campaign.Id}/history",
            news.CityDeadlineMoved, now, cancellationToken);
    }

    public static Task AnnounceCloseAsync(this CampaignsDbContext db, Campaign campaign, string reason, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.TellAsync(campaign, NoticeKind.Closed, $"Kết thúc phong trào thi đua {campaign.Code}",
            $"{campaign.Unit.Name} kết thúc phong trào thi đua “{campaign.Plan.Name}”. Lý do: {reason.Trim().TrimEnd('.')}. Không nhận hồ sơ đề nghị mới; hồ sơ đang xử lý vẫn được xem xét, quyết định.",
            null, $"/campaigns/{campaign.Id}", false, now, cancellationToken);

    private static async Task TellAsync(
        this CampaignsDbContext db, Campaign campaign, NoticeKind kind, string title, string text, string? clause, string link, bool city, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var unit in await db.ConcernedAsync(campaign, city, cancellationToken))
            db.Notices.Add(new Notice
            {
                Id = Guid.CreateVersion7(now), Key = $"{campaign.Id}|v{campaign.Version}|{unit}", UnitCode = unit, SenderUnitCode = campaign.UnitCode, Kind = kind,
                CampaignId = campaign.Id, CampaignCode = campaign.Code, Clause = clause, Title = title, Text = text, Link = link, CreatedAt = now,
            });
    }

    /// <summary>The launching unit with its active offices (the city: its communes and departments), the city when its own date moves, and whoever has launched a campaign that is tied to this one.</summary>
    private static async Task<IEnumerable<string>> ConcernedAsync(this CampaignsDbContext db, Campaign campaign, bool city, CancellationToken cancellationToken)
    {
        var (own, below, isCity) = (campaign.UnitCode, campaign.UnitCode + "-", campaign.UnitCode == Auth.CityUnit);
        var units = await db.Units.Where(u => u.Active && (isCity ? u.ParentCode == own : u.Code.StartsWith(below))).Select(u => u.Code).ToListAsync(cancellationToken);
        return units.Append(own).Concat(city ? [Auth.CityUnit] : [])
            .Concat(await db.TiedUnitsAsync(campaign, cancellationToken))
            .Distinct().Order(StringComparer.Ordinal);
    }

    private static string Period(CampaignPlan plan) => plan.FromYear == plan.ToYear ? $"năm {plan.FromYear}" : $"giai đoạn {plan.FromYear}–{plan.ToYear}";

    private static string Numbered(CampaignPlan plan) =>
        plan.Number is { } number ? $" Kế hoạch số {number.Number}/{number.Symbol} ngày {PlanWords.Of(number.Date)}." : "";
}
