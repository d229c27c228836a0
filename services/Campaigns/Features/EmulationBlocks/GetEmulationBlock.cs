using Emulation.Campaigns.Data;
using Emulation.Campaigns.Domain;
using Emulation.Contracts.Campaigns;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Campaigns.Features.EmulationBlocks;

/// <summary>An emulation block of one year.</summary>
/// <param name="Version">ETag, and order of <c>EmulationBlockFormed</c>.</param>
/// <param name="Level">Block of the city, or a commune's own.</param>
/// <param name="Active">False when dissolved.</param>
public sealed record EmulationBlockResponse(
    Guid Id, string Code, int? Number, string Name, string OwnerUnitCode, EmulationBlockLevel Level, EmulationPeriod Period,
    string HeadUnitCode, string DeputyUnitCode, EmulationBlockMember[] Members, bool Active, int Version, DateTimeOffset CreatedAt)
{
    internal static EmulationBlockResponse Of(EmulationBlock b) => new(
        b.Id, b.Code, b.Number, b.Name, b.OwnerUnitCode, b.Level, new EmulationPeriod { Kind = b.PeriodKind, Year = b.Year, From = b.From, To = b.To },
        b.HeadUnitCode, b.DeputyUnitCode, b.Members, b.Active, b.Version, b.CreatedAt);
}

internal static class GetEmulationBlock
{
    public static void Map(IEndpointRouteBuilder group) =>
        group.MapGet("/emulation-blocks/{id:guid}", Handle)
            .WithName(nameof(GetEmulationBlock)).WithSummary("Một khối thi đua và các thành viên")
            .RequireAuthorization(Policies.CampaignsRead)
            .Produces<EmulationBlockResponse>().ProducesProblem(404);

    private static async Task<IResult> Handle(Guid id, HttpContext http, CampaignsDbContext db, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await db.EmulationBlocks.AsNoTracking().ReadableBy(user).SingleOrDefaultAsync(b => b.Id == id, cancellationToken) is not { } block)
            return CommonProblems.NotFound.Result();
        Preconditions.SetETag(http, block.Version);
        return TypedResults.Ok(EmulationBlockResponse.Of(block));
    }
}

internal static class EmulationBlockEndpoints
{
    public static void MapEmulationBlocks(this WebApplication app)
    {
        var group = app.MapGroup("").WithTags("Khối thi đua");
        FormEmulationBlock.Map(group);
        ChangeEmulationBlock.Map(group);
        DissolveEmulationBlock.Map(group);
        ListEmulationBlocks.Map(group);
        GetEmulationBlock.Map(group);
        GetEmulationBlockHistory.Map(group);
    }
}
