using Emulation.Campaigns.Data;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Campaigns.Features.Notices;

/// <summary>Notices not yet acknowledged.</summary>
/// <param name="Own">To the caller's own unit.</param>
/// <param name="Below">To the units below it.</param>
public sealed record UnreadNoticesResponse(int Own, int Below);

internal static class CountUnreadNotices
{
    public static void Map(IEndpointRouteBuilder group) =>
        group.MapGet("/notices/unread", Handle)
            .WithName(nameof(CountUnreadNotices)).WithSummary("Số thông báo chưa đọc")
            .RequireAuthorization(Policies.CampaignsRead)
            .Produces<UnreadNoticesResponse>();

    private static async Task<IResult> Handle(CampaignsDbContext db, CurrentUser user, CancellationToken cancellationToken)
    {
        var own = user.UnitCode;
        var counts = await db.Notices.VisibleTo(user, n => n.UnitCode).Where(n => n.Receipt == null)
            .GroupBy(n => n.UnitCode == own).Select(g => new { Own = g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
        return TypedResults.Ok(new UnreadNoticesResponse(counts.Where(c => c.Own).Sum(c => c.Count), counts.Where(c => !c.Own).Sum(c => c.Count)));
    }
}
