using Emulation.Scoring.Data;
using Emulation.Scoring.Domain;
using Emulation.Scoring.Domain.IndexSets;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Scoring.Features.IndexSets;

/// <summary>An index set with its whole tree.</summary>
public sealed record IndexSetResponse
{
    /// <summary>Code.</summary>
    public required string Code { get; init; }

    /// <summary>Name in Vietnamese.</summary>
    public required string Name { get; init; }

    /// <summary>Who issued it.</summary>
    public required string Issuer { get; init; }

    /// <summary>Edition, from 1.</summary>
    public required int Edition { get; init; }

    /// <summary>Code of the set that this one replaces.</summary>
    public required string? Replaces { get; init; }

    /// <summary>Draft or active.</summary>
    public required IndexSetState State { get; init; }

    /// <summary>Version for If-Match.</summary>
    public required int Version { get; init; }

    /// <summary>When it came into force, UTC.</summary>
    public required DateTimeOffset? ActivatedAt { get; init; }

    /// <summary>Ranking blocks that the set is for.</summary>
    public required string[] Blocks { get; init; }

    /// <summary>Areas.</summary>
    public required Area[] Areas { get; init; }

    /// <summary>Bonus and penalty, outside the 100.</summary>
    public required Adjustment[] Adjustments { get; init; }

    /// <summary>Classes from the best down.</summary>
    public required ClassCutOff[] Classes { get; init; }

    /// <summary>What parts units of equal score.</summary>
    public required TieRule TieRule { get; init; }

    /// <summary>Which figure ranks and classes go by.</summary>
    public required RankBy RankBy { get; init; }

    internal static IndexSetResponse Of(IndexSet set) => new()
    {
        Code = set.Code,
        Name = set.Name,
        Issuer = set.Issuer,
        Edition = set.Edition,
        Replaces = set.Replaces,
        State = set.State,
        Version = set.Version,
        ActivatedAt = set.ActivatedAt,
        Blocks = set.Definition.Blocks,
        Areas = set.Definition.Areas,
        Adjustments = set.Definition.Adjustments,
        Classes = set.Definition.Classes,
        TieRule = set.Definition.TieRule,
        RankBy = set.Definition.RankBy,
    };
}

internal static class GetIndexSet
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/{code}", Handle)
        .WithName(nameof(GetIndexSet)).WithSummary("Xem một bộ chỉ số")
        .RequireAuthorization(Policies.ScoresRead);

    private static async Task<Results<Ok<IndexSetResponse>, ProblemHttpResult>> Handle(string code, ScoringDbContext db, CurrentUser user, HttpContext http, CancellationToken cancellationToken)
    {
        if (await db.IndexSets.AsNoTracking().LookedInto(user).SingleOrDefaultAsync(s => s.Code == code, cancellationToken) is not { } set)
            return CommonProblems.NotFound.Result();
        Preconditions.SetETag(http, set.Version);
        return TypedResults.Ok(IndexSetResponse.Of(set));
    }
}
