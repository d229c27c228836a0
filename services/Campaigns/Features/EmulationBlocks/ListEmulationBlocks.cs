using Emulation.Campaigns.Data;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Campaigns.Features.EmulationBlocks;

internal static class ListEmulationBlocks
{
    public static void Map(IEndpointRouteBuilder group) =>
        group.MapGet("/emulation-blocks", Handle)
            .WithName(nameof(ListEmulationBlocks)).WithSummary("Danh sách khối thi đua theo năm, đơn vị lập khối (owner), thành viên (member); mới nhất trước")
            .RequireAuthorization(Policies.CampaignsRead)
            .Produces<Page<EmulationBlockResponse>>().ProducesProblem(400);

    private static async Task<IResult> Handle(
        CampaignsDbContext db, CurrentUser user, CancellationToken cancellationToken,
        int? year = null, string? owner = null, string? member = null, bool? active = null, Guid? after = null, int? limit = null)
    {
        var size = Paging.Limit(limit);
        var rows = await db.EmulationBlocks.AsNoTracking().ReadableBy(user)
            .Where(b => (year == null || b.Year == year) && (owner == null || b.OwnerUnitCode == owner) && (member == null || b.MemberCodes.Contains(member))
                && (active == null || b.Active == active) && (after == null || b.Id < after))
            .OrderByDescending(b => b.Id).Take(size + 1).ToListAsync(cancellationToken);
        return TypedResults.Ok(rows.ConvertAll(EmulationBlockResponse.Of).ToPage(size, b => b.Id.ToString()));
    }
}
