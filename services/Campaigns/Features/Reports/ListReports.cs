using Emulation.Campaigns.Data;
using Emulation.Campaigns.Domain.Duties;
using Emulation.Campaigns.Features.Duties;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Campaigns.Features.Reports;

/// <summary>A report in a list, without its text.</summary>
public sealed record ReportListItem(
    Guid Id, int Version, ReportState State, Guid CampaignId, string CampaignCode, string Key, string Clause, string Title, string UnitCode, string ReceiverUnitCode,
    int Year, string Period, bool Late, decimal? SelfScore, int Files, DateTimeOffset SubmittedAt);

internal static class ListReports
{
    public static void Map(IEndpointRouteBuilder group) =>
        group.MapGet("/reports", Handle)
            .WithName(nameof(ListReports)).WithSummary("Danh sách báo cáo đã gửi, mới nhất trước; theo phong trào, đơn vị, nơi nhận, năm, tình trạng")
            .RequireAuthorization(Policies.CampaignsRead)
            .Produces<Page<ReportListItem>>().ProducesProblem(400);

    private static async Task<IResult> Handle(
        CampaignsDbContext db, CurrentUser user, CancellationToken cancellationToken,
        Guid? campaignId = null, string? unitCode = null, string? receiver = null, int? year = null, Choice<ReportState>? state = null, Guid? after = null, int? limit = null)
    {
        var wanted = state?.Value;
        var size = Paging.Limit(limit);
        var rows = await db.Reports.AsNoTracking().VisibleReports(user)
            .Where(r => (campaignId == null || r.CampaignId == campaignId) && (unitCode == null || r.UnitCode == unitCode) && (receiver == null || r.ReceiverUnitCode == receiver)
                && (year == null || r.Year == year) && (wanted == null || r.State == wanted) && (after == null || r.Id < after))
            .OrderByDescending(r => r.Id).Take(size + 1)
            .Select(r => new ReportListItem(
                r.Id, r.Version, r.State, r.CampaignId, r.Campaign.Code, r.Key, r.Clause, r.Title, r.UnitCode, r.ReceiverUnitCode,
                r.Year, r.Period, r.TooLateFrom != null && r.FirstSubmittedAt >= r.TooLateFrom, r.SelfScore, r.Files.Length, r.SubmittedAt)).ToListAsync(cancellationToken);
        return TypedResults.Ok(rows.ToPage(size, r => r.Id.ToString()));
    }
}
