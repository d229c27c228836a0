using Emulation.Scoring.Data;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Scoring.Features.IndexSets;

/// <summary>The whole draft anew.</summary>
public sealed record ReviseIndexSetRequest : IndexSetBody;

internal static class ReviseIndexSet
{
    public static void Map(RouteGroupBuilder group) => group.MapPut("/{code}", Handle)
        .WithName(nameof(ReviseIndexSet)).WithSummary("Sửa bộ chỉ số khi còn là dự thảo")
        .RequireAuthorization(Policies.IndexSetsWrite).RequireCity();

    private static async Task<Results<Ok<IndexSetResponse>, ProblemHttpResult>> Handle(
        string code, ReviseIndexSetRequest request, ScoringDbContext db, CurrentUser user, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        if (await db.IndexSets.SingleOrDefaultAsync(s => s.Code == code, cancellationToken) is not { } set)
            return CommonProblems.NotFound.Result();
        if (Preconditions.IfMatch(http, set.Version) is { } stale)
            return stale.Result();
        if (await request.ReplacesFault(db, cancellationToken) is { } unknown)
            return unknown.Result();
        if (set.Revise(request.Head, request.Definition) is { } problem)
            return problem.Result();
        db.Audit("indexSet", set.Id, "revise", user.Id, time.GetUtcNow(), from: user.RemoteAddress);
        await db.SaveChangesAsync(cancellationToken);
        Preconditions.SetETag(http, set.Version);
        return TypedResults.Ok(IndexSetResponse.Of(set));
    }
}
