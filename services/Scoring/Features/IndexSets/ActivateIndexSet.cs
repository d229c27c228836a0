using Emulation.Scoring.Data;
using Emulation.Scoring.Domain;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Scoring.Features.IndexSets;

internal static class ActivateIndexSet
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/{code}/activate", Handle)
        .WithName(nameof(ActivateIndexSet)).WithSummary("Đưa bộ chỉ số vào áp dụng; từ đó không sửa được nữa")
        .RequireAuthorization(Policies.IndexSetsWrite);

    private static async Task<Results<Ok<IndexSetResponse>, ProblemHttpResult>> Handle(
        string code, ScoringDbContext db, CurrentUser user, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        if (await db.IndexSets.LookedInto(user).SingleOrDefaultAsync(s => s.Code == code, cancellationToken) is not { } set)
            return CommonProblems.NotFound.Result();
        if (!set.Definition.Blocks.All(user.Governs))
            return Problems.NotYours.Result();
        if (Preconditions.IfMatch(http, set.Version) is { } stale)
            return stale.Result();
        var now = time.GetUtcNow();
        if (set.Activate(now) is { } problem)
            return problem.Result();
        db.Audit("indexSet", set.Id, "activate", user.Id, now, from: user.RemoteAddress);
        await db.SaveChangesAsync(cancellationToken);
        Preconditions.SetETag(http, set.Version);
        return TypedResults.Ok(IndexSetResponse.Of(set));
    }
}
