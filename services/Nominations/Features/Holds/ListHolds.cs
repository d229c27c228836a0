using Emulation.Nominations.Data;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Holds;

internal static class ListHolds
{
    public static void Map(IEndpointRouteBuilder holds)
    {
        holds.MapGet("/", Handle).RequireAuthorization(Policies.HoldsWrite)
            .WithName(nameof(ListHolds)).WithSummary("Danh sách tạm dừng xét khen thưởng trong phạm vi, mới nhất trước")
            .Produces<Page<HoldResponse>>();
        holds.MapGet("/{id:guid}", Get).RequireAuthorization(Policies.HoldsWrite)
            .WithName("GetHold").WithSummary("Một lần tạm dừng xét khen thưởng").Produces<HoldResponse>().ProducesProblem(404);
    }

    private static async Task<IResult> Handle(string? unitCode, bool? inForce, Guid? after, int? limit, NominationsDbContext db, CurrentUser user, TimeProvider time, CancellationToken ct)
    {
        var (size, today) = (Paging.Limit(limit), VietnamTime.Today(time));
        var rows = db.Holds.AsNoTracking().VisibleTo(user, h => h.UnitCode);
        if (unitCode is not null)
            rows = rows.Where(h => h.UnitCode == unitCode);
        if (inForce is { } wanted)
            rows = rows.Where(h => (h.From <= today && (h.To == null || h.To >= today)) == wanted);
        if (after is { } last)
            rows = rows.Where(h => h.Id.CompareTo(last) < 0);
        var page = await rows.OrderByDescending(h => h.Id).Take(size + 1).ToListAsync(ct);
        return TypedResults.Ok(page.ConvertAll(h => HoldResponse.Of(h, today)).ToPage(size, h => h.Id.ToString()));
    }

    private static async Task<IResult> Get(Guid id, NominationsDbContext db, CurrentUser user, TimeProvider time, HttpContext http, CancellationToken ct)
    {
        if (await db.Holds.AsNoTracking().VisibleTo(user, h => h.UnitCode).FirstOrDefaultAsync(h => h.Id == id, ct) is not { } hold)
            return CommonProblems.NotFound.Result();
        Preconditions.SetETag(http, hold.Version);
        return TypedResults.Ok(HoldResponse.Of(hold, VietnamTime.Today(time)));
    }
}
