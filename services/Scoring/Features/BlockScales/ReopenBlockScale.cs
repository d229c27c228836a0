using Emulation.Scoring.Data;
using Emulation.Scoring.Features.Blocks;
using Emulation.ServiceDefaults;

namespace Emulation.Scoring.Features.BlockScales;

/// <summary>Opens a confirmed scale again.</summary>
public sealed record ReopenBlockScaleRequest
{
    /// <summary>Why, in Vietnamese, 1–2000 characters.</summary>
    [Text(2000)]
    public required string Reason { get; init; }
}

internal static class ReopenBlockScale
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/{id:guid}/reopen", Handle)
        .WithName(nameof(ReopenBlockScale)).WithSummary("Khối trưởng mở lại thang điểm để sửa, nêu lý do; sau đó phải được xác nhận lại")
        .RequireAuthorization(Policies.ScoresWrite).WithIdempotency()
        .Produces<BlockScaleResponse>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);

    private static async Task<IResult> Handle(
        Guid id, ReopenBlockScaleRequest request, ScoringDbContext db, CurrentUser user, Intake intake, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var (scale, _, refused) = await db.ScaleToChangeAsync(id, (block, _) => block.Turn(user.UnitCode, block.HeadUnitCode), http, user, cancellationToken);
        var actor = user.Actor(time);
        if ((refused ?? scale!.Reopen(actor)) is { } problem)
            return problem.Result();
        db.Record(scale!, "reopen", actor, user, request.Reason);
        var answer = intake.Ok(BlockScaleResponse.Of(scale!), scale!.Version);
        await db.SaveChangesAsync(cancellationToken);
        return answer;
    }
}
