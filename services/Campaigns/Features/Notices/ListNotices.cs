using Emulation.Campaigns.Data;
using Emulation.Campaigns.Domain.Notices;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Campaigns.Features.Notices;

/// <summary>A notice to a unit.</summary>
/// <param name="UnitCode">The unit that is told.</param>
/// <param name="SenderUnitCode">The unit that tells.</param>
/// <param name="Clause">Clause of the plan that it rests on; null when it is about the campaign as a whole.</param>
/// <param name="Link">Address of what it is about, relative to the API.</param>
/// <param name="CreatedAt">When it was written, UTC.</param>
/// <param name="ReadAt">When the told unit acknowledged it, UTC; null = unread.</param>
/// <param name="ReadBy">Account or client id of who acknowledged it.</param>
public sealed record NoticeResponse(
    Guid Id, NoticeKind Kind, string UnitCode, string UnitName, string SenderUnitCode, Guid CampaignId, string CampaignCode, string? Clause,
    string Title, string Text, string Link, DateTimeOffset CreatedAt, DateTimeOffset? ReadAt, string? ReadBy);

internal static class ListNotices
{
    public static void Map(IEndpointRouteBuilder group) =>
        group.MapGet("/notices", Handle)
            .WithName(nameof(ListNotices)).WithSummary("Thông báo gửi đơn vị mình và các đơn vị trực thuộc, mới nhất trước")
            .RequireAuthorization(Policies.CampaignsRead)
            .Produces<Page<NoticeResponse>>().ProducesProblem(400);

    private static async Task<IResult> Handle(
        CampaignsDbContext db, CurrentUser user, CancellationToken cancellationToken,
        bool? unread = null, string? unitCode = null, Choice<NoticeKind>? kind = null, Guid? campaignId = null, Guid? after = null, int? limit = null)
    {
        var wanted = kind?.Value;
        var notices = db.Notices.AsNoTracking().VisibleTo(user, n => n.UnitCode).Where(n =>
            (unitCode == null || n.UnitCode == unitCode) && (wanted == null || n.Kind == wanted) && (campaignId == null || n.CampaignId == campaignId));
        return TypedResults.Ok(await notices.PageAsync(db, unread, after, limit, cancellationToken));
    }

    /// <summary>Newest first, by key.</summary>
    public static async Task<Page<NoticeResponse>> PageAsync(
        this IQueryable<Notice> notices, CampaignsDbContext db, bool? unread, Guid? after, int? limit, CancellationToken cancellationToken)
    {
        var size = Paging.Limit(limit);
        var rows = await notices
            .Where(n => (unread == null || (n.Receipt == null) == unread) && (after == null || n.Id < after))
            .OrderByDescending(n => n.Id).Take(size + 1).Responses(db).ToListAsync(cancellationToken);
        return rows.ToPage(size, n => n.Id.ToString());
    }

    public static IQueryable<NoticeResponse> Responses(this IQueryable<Notice> notices, CampaignsDbContext db) => notices.Select(n => new NoticeResponse(
        n.Id, n.Kind, n.UnitCode, db.Units.Where(u => u.Code == n.UnitCode).Select(u => u.Name).First(), n.SenderUnitCode, n.CampaignId, n.CampaignCode, n.Clause,
        n.Title, n.Text, n.Link, n.CreatedAt, n.Receipt == null ? null : n.Receipt.At, n.Receipt == null ? null : n.Receipt.By));
}

internal static class NoticeEndpoints
{
    public static void MapNotices(this WebApplication app)
    {
        var group = app.MapGroup("").WithTags("Thông báo");
        ListNotices.Map(group);
        CountUnreadNotices.Map(group);
        ListSentNotices.Map(group);
        AcknowledgeNotice.Map(group);
    }
}
