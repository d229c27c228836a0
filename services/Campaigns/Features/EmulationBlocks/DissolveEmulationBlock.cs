using Emulation.Campaigns.Data;
using Emulation.ServiceDefaults;

namespace Emulation.Campaigns.Features.EmulationBlocks;

/// <summary>Dissolves a block.</summary>
public sealed record DissolveEmulationBlockRequest
{
    /// <summary>Why, with the deciding document, 1–1000 characters.</summary>
    [Text(1000)]
    public required string Reason { get; init; }
}

/// <summary>Nothing is scored in it any more; what was published stays.</summary>
internal static class DissolveEmulationBlock
{
    public static void Map(IEndpointRouteBuilder group) =>
        group.MapPost("/emulation-blocks/{id:guid}/dissolve", Handle)
            .WithName(nameof(DissolveEmulationBlock)).WithSummary("Giải thể khối thi đua")
            .RequireAuthorization(Policies.CampaignsWrite).WithIdempotency()
            .Produces<EmulationBlockResponse>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);

    private static async Task<IResult> Handle(
        Guid id, DissolveEmulationBlockRequest request, HttpContext http, CampaignsDbContext db, CurrentUser user, Intake intake, TimeProvider time, CancellationToken cancellationToken)
    {
        var (block, refused) = await db.BlockToChangeAsync(id, http, user, cancellationToken);
        var before = block?.State;
        if ((refused ?? block!.Dissolve()) is { } problem)
            return problem.Result();
        db.Record(block!, EmulationBlockAction.Dissolved, before, user, time.GetUtcNow(), request.Reason);
        var answer = intake.Ok(EmulationBlockResponse.Of(block!), block!.Version);
        await db.SaveChangesAsync(cancellationToken);
        return answer;
    }
}
