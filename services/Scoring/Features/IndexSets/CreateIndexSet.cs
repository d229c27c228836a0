using Emulation.Scoring.Data;
using Emulation.Scoring.Domain.IndexSets;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Scoring.Features.IndexSets;

/// <summary>A new index set, as a draft.</summary>
public sealed record CreateIndexSetRequest : IndexSetBody
{
    /// <summary>Code, unique in the city: <c>cchc-xa-2026</c>.</summary>
    [Code]
    public required string Code { get; init; }
}

internal static class CreateIndexSet
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/", Handle)
        .WithName(nameof(CreateIndexSet)).WithSummary("Lập bộ chỉ số (dự thảo)")
        .RequireAuthorization(Policies.IndexSetsWrite).WithIdempotency().RequireCity()
        .Produces<IndexSetResponse>(StatusCodes.Status201Created).ProducesProblem(400).ProducesProblem(409);

    private static async Task<IResult> Handle(CreateIndexSetRequest request, ScoringDbContext db, CurrentUser user, TimeProvider time, Intake intake, CancellationToken cancellationToken)
    {
        if (await db.IndexSets.AnyAsync(s => s.Code == request.Code, cancellationToken))
            return Problems.IndexSetCodeTaken.At("/code").Result();
        if (await request.ReplacesFault(db, cancellationToken) is { } unknown)
            return unknown.Result();
        var now = time.GetUtcNow();
        var (set, problem) = IndexSet.Draft(request.Code, request.Head, request.Definition, now);
        if (problem is not null)
            return problem.Result();
        db.IndexSets.Add(set!);
        db.Audit("indexSet", set!.Id, "create", user.Id, now, from: user.RemoteAddress);
        var answer = intake.Created($"/index-sets/{set.Code}", IndexSetResponse.Of(set), set.Version);
        await db.SaveChangesAsync(cancellationToken);
        return answer;
    }
}
