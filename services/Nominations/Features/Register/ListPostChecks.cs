using Emulation.Nominations.Data;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Register;

internal static class ListPostChecks
{
    public static void Map(IEndpointRouteBuilder register) => register.MapGet("/post-checks", Handle)
        .RequireAuthorization(Policies.NominationsRead)
        .WithName(nameof(ListPostChecks)).WithSummary("Khen đột xuất chờ hậu kiểm, hạn gần nhất trước; “overdue”: true chỉ lấy việc quá hạn")
        .Produces<Page<RegisterEntryResponse>>();

    private static async Task<IResult> Handle(bool? overdue, int? limit, NominationsDbContext db, CurrentUser user, TimeProvider time, CancellationToken ct)
    {
        var (size, today) = (Paging.Limit(limit), VietnamTime.Today(time));
        var rows = db.Register.AsNoTracking().VisibleTo(user, e => e.UnitCode).Where(e => e.PostCheckDue != null && e.PostCheckedAt == null && !e.Cancelled);
        if (overdue == true)
            rows = rows.Where(e => e.PostCheckDue < today);
        var page = await rows.OrderBy(e => e.PostCheckDue).ThenBy(e => e.Id).Take(size).ToListAsync(ct);
        return TypedResults.Ok(new Page<RegisterEntryResponse>(page.ConvertAll(RegisterEntryResponse.Of), null));
    }
}
