using Emulation.Scoring.Data;
using Emulation.Scoring.Domain.Blocks;
using Emulation.Scoring.Features.Blocks;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Emulation.Scoring.Features.BlockScales;

/// <summary>Criteria and point scale of an emulation block, drafted by its head or deputy (LTN-TD-26/IV.1.b).</summary>
public sealed record DraftBlockScaleRequest : BlockScaleBody
{
    /// <summary>Identity of the emulation block, as <c>/emulation-blocks</c> names it.</summary>
    public required Guid BlockId { get; init; }

    /// <summary>Year of that block; refused when it is another's.</summary>
    [Between(2000, 2100)]
    public required int Year { get; init; }
}

internal static class DraftBlockScale
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/", Handle)
        .WithName(nameof(DraftBlockScale)).WithSummary("Lập dự thảo tiêu chí, thang điểm của khối thi đua (khối trưởng hoặc khối phó)")
        .RequireAuthorization(Policies.ScoresWrite).WithIdempotency()
        .Produces<BlockScaleResponse>(StatusCodes.Status201Created).ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409);

    private static async Task<IResult> Handle(
        DraftBlockScaleRequest request, ScoringDbContext db, CurrentUser user, Intake intake, TimeProvider time, CancellationToken cancellationToken)
    {
        var (block, refused) = await db.BlockToUseAsync(request.BlockId, request.Year, user, cancellationToken);
        if ((refused ?? block!.Writes(user)) is { } no)
            return no.Result();
        if (await db.BlockScales.AnyAsync(s => s.BlockId == block!.Id, cancellationToken))
            return Problems.ScaleExists.At("/blockId").Result();
        var actor = user.Actor(time);
        var (scale, problem) = BlockScale.Draft(block!, request.Definition, actor);
        if (problem is not null)
            return problem.Result();
        db.BlockScales.Add(scale!);
        db.Record(scale!, "draft", actor, user);
        var answer = intake.Created($"/block-scales/{scale!.Id}", BlockScaleResponse.Of(scale), scale.Version);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return answer;
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { ConstraintName: BlockScaleConfiguration.UniqueBlock })
        {
            return Problems.ScaleExists.At("/blockId").Result();
        }
    }
}
