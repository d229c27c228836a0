using Emulation.Campaigns.Data;
using Emulation.Campaigns.Domain.Notices;
using Emulation.ServiceDefaults;

namespace Emulation.Campaigns.Features.Notices;

/// <summary>The sender's side: who was told, and who has not taken note yet.</summary>
internal static class ListSentNotices
{
    public static void Map(IEndpointRouteBuilder group) =>
        group.MapGet("/notices/sent", Handle)
            .WithName(nameof(ListSentNotices)).WithSummary("Thông báo do đơn vị mình gửi; lọc được những đơn vị chưa xác nhận")
            .RequireAuthorization(Policies.CampaignsRead)
            .Produces<Page<NoticeResponse>>().ProducesProblem(400);

    private static async Task<IResult> Handle(
        CampaignsDbContext db, CurrentUser user, CancellationToken cancellationToken,
        bool? unread = null, Choice<NoticeKind>? kind = null, Guid? campaignId = null, Guid? after = null, int? limit = null)
    {
        var wanted = kind?.Value;
        var notices = db.Notices.VisibleTo(user, n => n.SenderUnitCode)
            .Where(n => (wanted == null || n.Kind == wanted) && (campaignId == null || n.CampaignId == campaignId));
        return TypedResults.Ok(await notices.PageAsync(db, unread, after, limit, cancellationToken));
    }
}
