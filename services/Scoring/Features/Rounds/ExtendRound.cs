using Emulation.Scoring.Data;
using Emulation.Scoring.Domain;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Scoring.Features.Rounds;

/// <summary>A later day for one unit.</summary>
public sealed record ExtendRoundRequest
{
    /// <summary>Code of a unit of the block.</summary>
    [Code]
    public required string UnitCode { get; init; }

    /// <summary>Its last day, itself included, not past; civil date of Vietnam.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>Why, in Vietnamese.</summary>
    [Text(2000)]
    public required string Reason { get; init; }
}

internal static class ExtendRound
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/{id:guid}/extensions", Handle)
        .WithName(nameof(ExtendRound)).WithSummary("Gia hạn tự chấm điểm cho một đơn vị, nêu lý do")
        .RequireAuthorization(Policies.IndexSetsWrite)
        .ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);

    private static async Task<Results<Ok<RoundResponse>, ProblemHttpResult>> Handle(
        Guid id, ExtendRoundRequest request, ScoringDbContext db, CurrentUser user, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var (round, problem) = await Rounds.FindToGovern(id, db, user, http, cancellationToken);
        if (problem is not null)
            return problem.Result();
        if (!await db.Units.InBlock(round!.Block).AnyAsync(u => u.Code == request.UnitCode, cancellationToken))
            return Problems.UnitOutsideBlocks.At("/unitCode", $"Đơn vị không thuộc khối {round.Block}.").Result();
        var now = time.GetUtcNow();
        if (round.Extend(request.UnitCode, request.Until, request.Reason, user.Id, now) is { } refused)
            return refused.Result();
        db.Audit(Rounds.Aggregate, id, "extend", user.Id, now, request.Reason, new { request.UnitCode, request.Until }, user.RemoteAddress);
        return await Rounds.Save(round, db, http, cancellationToken);
    }
}
