using Emulation.Scoring.Data;
using Emulation.ServiceDefaults;

namespace Emulation.Scoring.Features.BlockSheets;

internal static class ConfirmBlockPledge
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/{id:guid}/pledge/confirm", Handle)
        .WithName(nameof(ConfirmBlockPledge)).WithSummary("Khối trưởng xác nhận giao ước của thành viên; giao ước do khối trưởng nhập thì khối phó xác nhận")
        .RequireAuthorization(Policies.ScoresWrite).WithIdempotency()
        .Produces<BlockSheetSummary>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);

    private static async Task<IResult> Handle(
        Guid id, ScoringDbContext db, CurrentUser user, Intake intake, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var (work, refused) = await db.SheetToChangeAsync(id, (block, member) => block.PledgeConfirmerOf(member), http, user, time, cancellationToken);
        if (refused is not null)
            return refused.Result();
        var (changes, problem) = work!.Sheet.ConfirmPledge(work.Scale, work.Actor);
        return problem is not null ? problem.Result() : await db.SaveAsync(work, "confirmPledge", changes, user, intake, cancellationToken);
    }
}
