using Emulation.Scoring.Data;
using Emulation.Scoring.Domain;
using Emulation.Scoring.Domain.IndexSets;
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
        .RequireAuthorization(Policies.IndexSetsWrite);

    private static async Task<Results<Ok<IndexSetResponse>, ProblemHttpResult>> Handle(
        string code, ReviseIndexSetRequest request, ScoringDbContext db, CurrentUser user, TimeProvider time, HttpContext http, CancellationToken cancellationToken) =>
        await TakeAsync(code, request, db, user, time, http, cancellationToken) is var (set, problem) && problem is null ? TypedResults.Ok(IndexSetResponse.Of(set!)) : problem!.Result();

    /// <summary>Keeps the revision, or says why not: the one way in, whatever form it was sent in.</summary>
    internal static async Task<(IndexSet? Set, Problem? Problem)> TakeAsync(
        string code, IndexSetBody request, ScoringDbContext db, CurrentUser user, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        if (await db.IndexSets.LookedInto(user).SingleOrDefaultAsync(s => s.Code == code, cancellationToken) is not { } set)
            return (null, CommonProblems.NotFound);
        if (!set.Definition.Blocks.Concat(request.Blocks).All(user.Governs))
            return (null, Problems.NotYours);
        if (Preconditions.IfMatch(http, set.Version) is { } stale)
            return (null, stale);
        if (await request.ReplacesFault(db, cancellationToken) is { } unknown)
            return (null, unknown);
        if (set.Revise(request.Head, request.Definition) is { } problem)
            return (null, problem);
        db.Audit("indexSet", set.Id, "revise", user.Id, time.GetUtcNow(), from: user.RemoteAddress);
        await db.SaveChangesAsync(cancellationToken);
        Preconditions.SetETag(http, set.Version);
        return (set, null);
    }
}
