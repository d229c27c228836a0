using Emulation.Scoring.Data;
using Emulation.Scoring.Domain;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Scoring.Features.Rounds;

internal static class ListRounds
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/", Handle)
        .WithName(nameof(ListRounds)).WithSummary("Danh sách đợt chấm điểm, mới nhất trước")
        .RequireAuthorization(Policies.ScoresRead);

    private static async Task<Ok<Page<RoundResponse>>> Handle(int? year, string? block, Guid? after, int? limit, ScoringDbContext db, CurrentUser user, CancellationToken cancellationToken)
    {
        var take = Paging.Limit(limit);
        var rounds = db.Rounds.AsNoTracking().LookedInto(user, r => r.Block);
        if (year is { } wanted)
            rounds = rounds.Where(r => r.Year == wanted);
        if (block is not null)
            rounds = rounds.Where(r => r.Block == block);
        if (after is { } last)
            rounds = rounds.Where(r => r.Id.CompareTo(last) < 0);
        var rows = await rounds.OrderByDescending(r => r.Id).Take(take + 1).ToListAsync(cancellationToken);
        return TypedResults.Ok(rows.ConvertAll(RoundResponse.Of).ToPage(take, r => r.Id.ToString()));
    }
}
