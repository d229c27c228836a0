using Emulation.Scoring.Data;
using Emulation.Scoring.Features.Blocks;
using Emulation.ServiceDefaults;

namespace Emulation.Scoring.Features.BlockScales;

/// <summary>The whole draft anew.</summary>
public sealed record EditBlockScaleRequest : BlockScaleBody;

internal static class EditBlockScale
{
    public static void Map(RouteGroupBuilder group) => group.MapPut("/{id:guid}", Handle)
        .WithName(nameof(EditBlockScale)).WithSummary("Sửa tiêu chí, thang điểm khi chưa được xác nhận")
        .RequireAuthorization(Policies.ScoresWrite)
        .Produces<BlockScaleResponse>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);

    private static async Task<IResult> Handle(
        Guid id, EditBlockScaleRequest request, ScoringDbContext db, CurrentUser user, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var (scale, _, refused) = await db.ScaleToChangeAsync(id, (block, _) => block.Writes(user), http, user, cancellationToken);
        var actor = user.Actor(time);
        if ((refused ?? scale!.Edit(request.Definition, actor)) is { } problem)
            return problem.Result();
        db.Record(scale!, "edit", actor, user);
        await db.SaveChangesAsync(cancellationToken);
        Preconditions.SetETag(http, scale!.Version);
        return TypedResults.Ok(BlockScaleResponse.Of(scale));
    }
}
