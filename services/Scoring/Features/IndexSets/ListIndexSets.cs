using Emulation.Scoring.Data;
using Emulation.Scoring.Domain;
using Emulation.Scoring.Domain.IndexSets;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Scoring.Features.IndexSets;

/// <summary>An index set in a list.</summary>
/// <param name="Code">Code.</param>
/// <param name="Name">Name in Vietnamese.</param>
/// <param name="Issuer">Who issued it.</param>
/// <param name="Edition">Edition, from 1.</param>
/// <param name="State">Draft or active.</param>
/// <param name="Version">Version for If-Match.</param>
/// <param name="Blocks">Ranking blocks that the set is for.</param>
public sealed record IndexSetSummary(string Code, string Name, string Issuer, int Edition, IndexSetState State, int Version, string[] Blocks);

internal static class ListIndexSets
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/", Handle)
        .WithName(nameof(ListIndexSets)).WithSummary("Danh sách bộ chỉ số")
        .RequireAuthorization(Policies.ScoresRead);

    private static async Task<Ok<Page<IndexSetSummary>>> Handle(Choice<IndexSetState>? state, string? after, int? limit, ScoringDbContext db, CurrentUser user, CancellationToken cancellationToken)
    {
        var take = Paging.Limit(limit);
        var sets = db.IndexSets.AsNoTracking().LookedInto(user);
        if (state?.Value is { } wanted)
            sets = sets.Where(s => s.State == wanted);
        if (after is not null)
            sets = sets.Where(s => s.Code.CompareTo(after) > 0);
        var rows = await sets.OrderBy(s => s.Code).Take(take + 1).ToListAsync(cancellationToken);
        return TypedResults.Ok(rows.ConvertAll(s => new IndexSetSummary(s.Code, s.Name, s.Issuer, s.Edition, s.State, s.Version, s.Definition.Blocks)).ToPage(take, s => s.Code));
    }
}
