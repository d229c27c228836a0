using Emulation.Scoring.Data;
using Emulation.Scoring.Domain;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Scoring.Features.IndexSets;

/// <summary>The next edition of an index set, to begin with a copy of it.</summary>
public sealed record DraftNextEditionRequest
{
    /// <summary>Code of the new set, unique in the city: <c>cchc-xa-2027</c>.</summary>
    [Code]
    public required string Code { get; init; }

    /// <summary>Name in Vietnamese; null = the name of the old set.</summary>
    [Text(500)]
    public string? Name { get; init; }
}

internal static class DraftNextEdition
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/{code}/next", Handle)
        .WithName(nameof(DraftNextEdition)).WithSummary("Lập lần ban hành tiếp theo (dự thảo) từ một bộ chỉ số, giữ nguyên nội dung để sửa")
        .RequireAuthorization(Policies.IndexSetsWrite).WithIdempotency()
        .Produces<IndexSetResponse>(StatusCodes.Status201Created).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);

    private static async Task<IResult> Handle(
        string code, DraftNextEditionRequest request, ScoringDbContext db, CurrentUser user, TimeProvider time, Intake intake, CancellationToken cancellationToken)
    {
        if (await db.IndexSets.AsNoTracking().LookedInto(user).SingleOrDefaultAsync(s => s.Code == code, cancellationToken) is not { } old)
            return CommonProblems.NotFound.Result();
        if (old.Edition >= IndexSetBody.LastEdition)
            return Problems.EditionsExhausted.With($"Lần ban hành hiện tại là {old.Edition}.").Result();
        var next = CreateIndexSetRequest.Of(old) with { Code = request.Code, Name = request.Name ?? old.Name, Edition = old.Edition + 1, Replaces = old.Code };
        var (answer, problem) = await CreateIndexSet.TakeAsync(next, db, user, time, intake, cancellationToken);
        return answer ?? problem!.Result();
    }
}
