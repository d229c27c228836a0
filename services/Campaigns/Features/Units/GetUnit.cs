using Emulation.Campaigns.Data;
using Emulation.Campaigns.Domain;
using Emulation.Contracts.Campaigns;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Campaigns.Features.Units;

/// <summary>A unit with its earlier names and blocks.</summary>
public sealed record UnitDetailResponse(
    string Code, string Name, UnitKind Kind, string? ParentCode, string? RankingBlock, bool PlaceNameInFull, bool Active, string? MergedInto, string[] PredecessorCodes, int Version, UnitChange[] History);

internal static class GetUnit
{
    public static void Map(IEndpointRouteBuilder group) =>
        group.MapGet("/units/{code}", Handle)
            .WithName(nameof(GetUnit)).WithSummary("Một đơn vị và các lần thay đổi")
            .RequireAuthorization(Policies.UnitsRead)
            .Produces<UnitDetailResponse>().ProducesProblem(404);

    private static async Task<IResult> Handle(string code, HttpContext http, CampaignsDbContext db, CancellationToken cancellationToken)
    {
        if (await db.Units.AsNoTracking().SingleOrDefaultAsync(u => u.Code == code, cancellationToken) is not { } unit)
            return CommonProblems.NotFound.Result();
        Preconditions.SetETag(http, unit.Version);
        return TypedResults.Ok(new UnitDetailResponse(
            unit.Code, unit.Name, unit.Kind, unit.ParentCode, unit.RankingBlock, unit.PlaceNameInFull, unit.Active, unit.MergedInto, unit.PredecessorCodes, unit.Version, unit.History));
    }
}

internal static class UnitEndpoints
{
    public static void MapUnits(this WebApplication app)
    {
        var group = app.MapGroup("").WithTags("Danh mục đơn vị");
        RegisterUnit.Map(group);
        RegisterUnits.Map(group);
        ListUnits.Map(group);
        GetUnit.Map(group);
        ChangeUnit.Map(group);
    }
}
