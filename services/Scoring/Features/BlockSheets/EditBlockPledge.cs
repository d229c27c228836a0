using Emulation.Scoring.Data;
using Emulation.Scoring.Domain.Blocks;
using Emulation.ServiceDefaults;

namespace Emulation.Scoring.Features.BlockSheets;

/// <summary>The whole pledge anew.</summary>
public sealed record EditBlockPledgeRequest
{
    /// <summary>Targets, one for each criterion scored against pledge and leader.</summary>
    [Items(0, 200)]
    public required PledgedTarget[] Pledge { get; init; }
}

internal static class EditBlockPledge
{
    public static void Map(RouteGroupBuilder group) => group.MapPut("/{id:guid}/pledge", Handle)
        .WithName(nameof(EditBlockPledge)).WithSummary("Sửa giao ước thi đua khi chưa được xác nhận")
        .RequireAuthorization(Policies.ScoresWrite)
        .Produces<BlockSheetSummary>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);

    private static async Task<IResult> Handle(
        Guid id, EditBlockPledgeRequest request, ScoringDbContext db, CurrentUser user, Intake intake, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var (work, refused) = await db.SheetToChangeAsync(id, (block, member) => block.PledgerOf(member), http, user, time, cancellationToken);
        if (refused is not null)
            return refused.Result();
        var (changes, problem) = work!.Sheet.EditPledge(work.Scale, request.Pledge, work.Actor);
        return problem is not null ? problem.Result() : await db.SaveAsync(work, "editPledge", changes, user, intake, cancellationToken);
    }
}
