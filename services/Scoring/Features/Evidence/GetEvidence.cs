using Emulation.Scoring.Data;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Scoring.Features.Evidence;

internal static class GetEvidence
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/{id:guid}", Handle)
        .WithName(nameof(GetEvidence)).WithSummary("Xem thông tin một tài liệu kiểm chứng")
        .RequireAuthorization(Policies.ScoresRead).ProducesProblem(404);

    private static async Task<Results<Ok<EvidenceResponse>, ProblemHttpResult>> Handle(Guid id, ScoringDbContext db, CurrentUser user, CancellationToken cancellationToken) =>
        await db.EvidenceFiles.VisibleTo(user, f => f.UnitCode).Where(f => f.Id == id)
            .Select(f => new EvidenceResponse(f.Id, f.UnitCode, f.Name, f.Hash, f.Content!.Size, f.Content.MediaType, f.FiledAt)).SingleOrDefaultAsync(cancellationToken) is { } file
            ? TypedResults.Ok(file) : CommonProblems.NotFound.Result();
}
