using Emulation.Scoring.Data;
using Emulation.Scoring.Domain;
using Emulation.Scoring.Domain.Rounds;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Scoring.Features.Rounds;

internal static class Rounds
{
    /// <summary>Name of the aggregate in the audit trail.</summary>
    public const string Aggregate = "round";

    public static void MapRounds(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/rounds").WithTags("Đợt chấm điểm");
        OpenRound.Map(group);
        ChangeRound.Map(group);
        ExtendRound.Map(group);
        FinaliseRound.Map(group);
        GetRound.Map(group);
        ListRounds.Map(group);
    }

    /// <summary>The round for whoever scores its block; 404 for those who may not look into it, 412 when the caller saw an older version.</summary>
    public static async Task<(Round? Round, Problem? Problem)> FindToGovern(Guid id, ScoringDbContext db, CurrentUser user, HttpContext http, CancellationToken cancellationToken) =>
        await db.Rounds.LookedInto(user, r => r.Block).SingleOrDefaultAsync(r => r.Id == id, cancellationToken) is not { } round ? (null, CommonProblems.NotFound)
        : !user.Governs(round.Block) ? (null, Problems.NotYours)
        : Preconditions.IfMatch(http, round.Version) is { } stale ? (null, stale)
        : (round, null);

    /// <summary>Saves one round; of two who read the same version, the later gets 412 or 409.</summary>
    public static async Task<Results<Ok<RoundResponse>, ProblemHttpResult>> Save(Round round, ScoringDbContext db, HttpContext http, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            var version = await db.Rounds.AsNoTracking().Where(r => r.Id == round.Id).Select(r => r.Version).SingleAsync(cancellationToken);
            return (Preconditions.IfMatch(http, version) ?? CommonProblems.Conflict.With($"Phiên bản hiện tại là {version}.")).Result();
        }
        Preconditions.SetETag(http, round.Version);
        return TypedResults.Ok(RoundResponse.Of(round));
    }
}
