using Emulation.Scoring.Data;
using Emulation.Scoring.Domain;
using Emulation.Scoring.Domain.Rounds;
using Emulation.Scoring.Features.IndexSets;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Emulation.Scoring.Features.Rounds;

/// <summary>Opens the scoring of one block for one year (domain 2.6, step 1).</summary>
public sealed record OpenRoundRequest
{
    /// <summary>Index year, 2000–2100.</summary>
    [Between(2000, 2100)]
    public required int Year { get; init; }

    /// <summary>Ranking block.</summary>
    [Code]
    public required string Block { get; init; }

    /// <summary>Code of an active index set that is for the block.</summary>
    [Code]
    public required string IndexSet { get; init; }

    /// <summary>Last day for units to score themselves and hand in, itself included; civil date of Vietnam, not past.</summary>
    public required DateOnly SelfScoreUntil { get; init; }

    /// <summary>Days that a unit has to explain itself after the first appraisal, 1–60.</summary>
    [Between(1, 60)]
    public int ExplanationDays { get; init; } = 5;
}

internal static class OpenRound
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/", Handle)
        .WithName(nameof(OpenRound)).WithSummary("Mở đợt chấm điểm của một khối trong một năm: bộ chỉ số và thời hạn")
        .RequireAuthorization(Policies.IndexSetsWrite).WithIdempotency()
        .Produces<RoundResponse>(StatusCodes.Status201Created).ProducesProblem(400).ProducesProblem(403).ProducesProblem(409);

    private static async Task<IResult> Handle(
        OpenRoundRequest request, ScoringDbContext db, ActiveIndexSets sets, CurrentUser user, TimeProvider time, Intake intake, CancellationToken cancellationToken)
    {
        if (!user.Governs(request.Block))
            return Problems.NotYours.Result();
        if (await sets.Find(db, request.IndexSet, user, cancellationToken) is not { } set)
            return Problems.IndexSetUnknown.At("/indexSet").Result();
        var now = time.GetUtcNow();
        var (round, problem) = Round.Open(set, request.Year, request.Block, request.SelfScoreUntil, request.ExplanationDays, user.Id, now);
        if (problem is not null)
            return problem.Result();
        if (await Exists(request, db, cancellationToken) is { } exists)
            return exists.Result();
        db.Rounds.Add(round!);
        db.Audit(Rounds.Aggregate, round!.Id, "open", user.Id, now, from: user.RemoteAddress);
        var answer = intake.Created($"/rounds/{round.Id}", RoundResponse.Of(round), round.Version);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return answer;
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { ConstraintName: RoundConfiguration.UniqueYearAndBlock })
        {
            return (await Exists(request, db, cancellationToken))!.Result();
        }
    }

    private static async Task<Problem?> Exists(OpenRoundRequest request, ScoringDbContext db, CancellationToken cancellationToken) =>
        await db.Rounds.AsNoTracking().SingleOrDefaultAsync(r => r.Year == request.Year && r.Block == request.Block, cancellationToken) is { } round
            ? Problems.RoundExists with { Facts = new Dictionary<string, object?> { ["roundId"] = round.Id, ["indexSet"] = round.IndexSetCode } } : null;
}
