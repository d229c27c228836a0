using Emulation.Campaigns.Data;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Campaigns.Features.EmulationBlocks;

/// <summary>The whole state of a block anew; code, owner and year stay.</summary>
public sealed record ChangeEmulationBlockRequest : EmulationBlockBody
{
    /// <summary>Why, with the deciding document, 1–1000 characters.</summary>
    [Text(1000)]
    public required string Reason { get; init; }
}

internal static class ChangeEmulationBlock
{
    public static void Map(IEndpointRouteBuilder group) =>
        group.MapPut("/emulation-blocks/{id:guid}", Handle)
            .WithName(nameof(ChangeEmulationBlock)).WithSummary("Thay đổi khối thi đua: khối trưởng, khối phó, thành viên, tên")
            .RequireAuthorization(Policies.CampaignsWrite)
            .Produces<EmulationBlockResponse>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);

    private static async Task<IResult> Handle(
        Guid id, ChangeEmulationBlockRequest request, HttpContext http, CampaignsDbContext db, CurrentUser user, TimeProvider time, CancellationToken cancellationToken)
    {
        var (block, refused) = await db.BlockToChangeAsync(id, http, user, cancellationToken);
        if (refused is not null)
            return refused.Result();
        var owner = await db.Units.AsNoTracking().SingleAsync(u => u.Code == block!.OwnerUnitCode, cancellationToken);
        var (state, invalid) = await EmulationBlockReading.ReadAsync(request, owner, block!.PeriodKind, block.Year, block.MemberCodes, db, cancellationToken);
        if (invalid is not null)
            return invalid.Result();
        var before = block.State;
        if (block.Change(state!) is { } problem)
            return problem.Result();
        db.Record(block, EmulationBlockAction.Changed, before, user, time.GetUtcNow(), request.Reason);
        await db.SaveChangesAsync(cancellationToken);
        Preconditions.SetETag(http, block.Version);
        return TypedResults.Ok(EmulationBlockResponse.Of(block));
    }
}
