using Emulation.Campaigns.Data;
using Emulation.Campaigns.Domain;
using Emulation.Contracts.Campaigns;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Campaigns.Features.Units;

/// <summary>The register is open to every unit: it holds names and places in the order, nothing else.</summary>
internal static class ListUnits
{
    private const int MaxQuery = 200;

    public static void Map(IEndpointRouteBuilder group) =>
        group.MapGet("/units", Handle)
            .WithName(nameof(ListUnits)).WithSummary("Danh mục đơn vị, xếp theo tên; tìm được cả khi không gõ dấu")
            .RequireAuthorization(Policies.UnitsRead)
            .Produces<Page<UnitResponse>>().ProducesProblem(400);

    private static async Task<IResult> Handle(
        CampaignsDbContext db, CancellationToken cancellationToken,
        Choice<UnitKind>? kind = null, string? block = null, string? parent = null, bool? active = null, string? q = null, string? after = null, int? limit = null)
    {
        var wanted = kind?.Value;
        var units = db.Units.AsNoTracking().Where(u =>
            (wanted == null || u.Kind == wanted) && (block == null || u.RankingBlock == block)
            && (parent == null || u.ParentCode == parent) && (active == null || u.Active == active));
        if (q is { Length: > 0 })
        {
            if (q.Length > MaxQuery)
                return CommonProblems.Invalid.At("?q", $"Dài không quá {MaxQuery} ký tự.").Result();
            var pattern = Folding.Pattern(q);
            units = units.Where(u => EF.Functions.Like(u.SearchText, pattern, "\\"));
        }
        if (after is not null)
        {
            if (await db.Units.Where(u => u.Code == after).Select(u => u.Name).SingleOrDefaultAsync(cancellationToken) is not { } name)
                return Problems.CursorUnknown.At("?after").Result();
            units = units.Where(u => u.Name.CompareTo(name) > 0 || (u.Name == name && u.Code.CompareTo(after) > 0));
        }
        var size = Paging.Limit(limit);
        var rows = await units.OrderBy(u => u.Name).ThenBy(u => u.Code).Take(size + 1).ToListAsync(cancellationToken);
        return TypedResults.Ok(rows.ConvertAll(UnitResponse.Of).ToPage(size, u => u.Code));
    }
}
