using Emulation.Scoring.Data;
using Emulation.Scoring.Domain.Blocks;
using Emulation.Scoring.Features.Blocks;
using Emulation.Scoring.Features.BlockSheets;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Scoring.Features.BlockScales;

/// <summary>The other of head and deputy confirms; from then on pledges and results are entered against the scale.</summary>
internal static class ConfirmBlockScale
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/{id:guid}/confirm", Handle)
        .WithName(nameof(ConfirmBlockScale)).WithSummary("Xác nhận thang điểm: khối phó xác nhận bản khối trưởng lập, khối trưởng xác nhận bản khối phó sửa sau cùng")
        .RequireAuthorization(Policies.ScoresWrite).WithIdempotency()
        .Produces<BlockScaleResponse>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);

    private static async Task<IResult> Handle(
        Guid id, ScoringDbContext db, CurrentUser user, Intake intake, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var (scale, _, refused) = await db.ScaleToChangeAsync(id, (block, scale) => block.Turn(user.UnitCode, scale.ConfirmerIn(block)), http, user, cancellationToken);
        var (actor, before) = (user.Actor(time), scale?.InForce);
        if ((refused ?? scale!.Confirm(actor)) is { } problem)
            return problem.Result();
        db.Record(scale!, "confirm", actor, user);
        if (before is not null)
            await AdaptSheetsAsync(scale!, before, actor, db, user, cancellationToken);
        var answer = intake.Ok(BlockScaleResponse.Of(scale!), scale!.Version);
        await db.SaveChangesAsync(cancellationToken);
        return answer;
    }

    private static async Task AdaptSheetsAsync(BlockScale scale, ScaleDefinition before, BlockActor actor, ScoringDbContext db, CurrentUser user, CancellationToken cancellationToken)
    {
        foreach (var sheet in await db.BlockSheets.Where(s => s.BlockId == scale.BlockId).ToListAsync(cancellationToken))
        {
            var version = sheet.Version;
            var changes = sheet.Adapt(before, scale.InForce!);
            if (sheet.Version != version)
                db.Record(sheet, "scaleChanged", changes, actor, user);
        }
    }
}
