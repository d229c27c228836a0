using Emulation.Scoring.Data;
using Emulation.Scoring.Domain;
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

    /// <summary>What would make the same set again.</summary>
    internal static CreateIndexSetRequest Of(IndexSet set) => new()
    {
        Code = set.Code,
        Name = set.Name,
        Issuer = set.Issuer,
        Edition = set.Edition,
        Replaces = set.Replaces,
        Blocks = set.Definition.Blocks,
        Areas = set.Definition.Areas,
        Adjustments = set.Definition.Adjustments,
        Classes = set.Definition.Classes,
        TieRule = set.Definition.TieRule,
        RankBy = set.Definition.RankBy,
    };
}

internal static class CreateIndexSet
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/", Handle)
        .WithName(nameof(CreateIndexSet)).WithSummary("Lập bộ chỉ số (dự thảo)")
        .RequireAuthorization(Policies.IndexSetsWrite).WithIdempotency()
        .Produces<IndexSetResponse>(StatusCodes.Status201Created).ProducesProblem(400).ProducesProblem(403).ProducesProblem(409);

    private static async Task<IResult> Handle(CreateIndexSetRequest request, ScoringDbContext db, CurrentUser user, TimeProvider time, Intake intake, CancellationToken cancellationToken) =>
        (await TakeAsync(request, db, user, time, intake, cancellationToken)) is var (answer, problem) && problem is null ? answer! : problem!.Result();

    /// <summary>Keeps the draft and answers, or says why not: the one way in, whatever form the set was sent in.</summary>
    internal static async Task<(IResult? Answer, Problem? Problem)> TakeAsync(
        CreateIndexSetRequest request, ScoringDbContext db, CurrentUser user, TimeProvider time, Intake intake, CancellationToken cancellationToken)
    {
        if (!request.Blocks.All(user.Governs))
            return (null, Problems.NotYours.At("/blocks"));
        if (await db.IndexSets.AnyAsync(s => s.Code == request.Code, cancellationToken))
            return (null, Problems.IndexSetCodeTaken.At("/code"));
        if (await request.ReplacesFault(db, cancellationToken) is { } unknown)
            return (null, unknown);
        var now = time.GetUtcNow();
        var (set, problem) = IndexSet.Draft(request.Code, request.Head, request.Definition, now);
        if (problem is not null)
            return (null, problem);
        db.IndexSets.Add(set!);
        db.Audit("indexSet", set!.Id, "create", user.Id, now, from: user.RemoteAddress);
        var answer = intake.Created($"/index-sets/{set.Code}", IndexSetResponse.Of(set), set.Version);
        await db.SaveChangesAsync(cancellationToken);
        return (answer, null);
    }
}
