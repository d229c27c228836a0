using Emulation.Scoring.Data;
using Emulation.Scoring.Domain;
using Emulation.Scoring.Domain.Formulas;
using Emulation.Scoring.Domain.IndexSets;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Emulation.Scoring.Features.IndexSets;

/// <summary>An index set to be looked at, not kept.</summary>
public sealed record ValidateIndexSetRequest : IndexSetBody
{
    /// <summary>Code that it is to have; null = not chosen yet. Whether it is free is not looked at.</summary>
    [Code]
    public string? Code { get; init; }
}

/// <summary>What an index set without faults holds.</summary>
/// <param name="Areas">Number of areas.</param>
/// <param name="Criteria">Number of criteria, split ones too.</param>
/// <param name="Leaves">Number of leaves that are scored: leaves of split criteria, and criteria that are not split.</param>
/// <param name="Adjustments">Number of bonuses and penalties.</param>
/// <param name="Max">Most points before bonus and penalty: 100.</param>
/// <param name="SurveyMax">Points of it that rest on surveys, entered by the city.</param>
/// <param name="MaxBonus">Most points that bonuses add.</param>
/// <param name="MaxPenalty">Most points that penalties take away.</param>
/// <param name="ByArea">Each area in order.</param>
/// <param name="ByKind">Each kind of formula in use, from F1 to F12, bonuses and penalties among them.</param>
public sealed record IndexSetOverview(
    int Areas, int Criteria, int Leaves, int Adjustments, decimal Max, decimal SurveyMax, decimal MaxBonus, decimal MaxPenalty, AreaOverview[] ByArea, KindOverview[] ByKind);

/// <summary>What an area holds.</summary>
/// <param name="Code">Code.</param>
/// <param name="Name">Name in Vietnamese.</param>
/// <param name="Max">Most points.</param>
/// <param name="Criteria">Number of criteria.</param>
/// <param name="Leaves">Number of leaves that are scored.</param>
public sealed record AreaOverview(string Code, string Name, decimal Max, int Criteria, int Leaves);

/// <summary>How often a kind of formula is used.</summary>
/// <param name="Code">Number of the kind: <c>F5</c>.</param>
/// <param name="Kind">The kind as in the formula's JSON: <c>steps</c>.</param>
/// <param name="Name">Name in Vietnamese.</param>
/// <param name="Leaves">Number of leaves, or of bonuses and penalties.</param>
/// <param name="Max">Their points together; of bonuses and penalties, their caps.</param>
public sealed record KindOverview(string Code, string Kind, string Name, int Leaves, decimal Max);

internal static class ValidateIndexSet
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/validate", Handle)
        .WithName(nameof(ValidateIndexSet)).WithSummary("Kiểm tra thử một bộ chỉ số mà không lưu")
        .RequireAuthorization(Policies.IndexSetsWrite).ProducesProblem(400).ProducesProblem(403).ProducesProblem(409);

    private static async Task<Results<Ok<IndexSetOverview>, ProblemHttpResult>> Handle(ValidateIndexSetRequest request, ScoringDbContext db, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!request.Blocks.All(user.Governs))
            return Problems.NotYours.At("/blocks").Result();
        if (await request.ReplacesFault(db, cancellationToken) is { } unknown)
            return unknown.Result();
        return DefinitionCheck.Of(request.Definition) is { } problem ? problem.Result() : TypedResults.Ok(Of(request.Definition));
    }

    private static IndexSetOverview Of(IndexDefinition set)
    {
        var byArea = set.Leaves.ToLookup(l => l.Area);
        var scored = set.Leaves.Select(l => (l.Formula, l.Max)).Concat(set.Adjustments.Select(a => (a.Formula, Max: a.BonusPenalty.Cap))).ToLookup(l => FormulaKind.Of(l.Formula));
        decimal Caps(Effect effect) => set.Adjustments.Where(a => a.BonusPenalty.Effect == effect).Sum(a => a.BonusPenalty.Cap);
        return new IndexSetOverview(
            set.Areas.Length, set.Areas.Sum(a => a.Criteria.Length), set.Leaves.Count, set.Adjustments.Length,
            set.Areas.Sum(a => a.Max), set.Leaves.Where(l => l.CityOnly).Sum(l => l.Max), Caps(Effect.Bonus), Caps(Effect.Penalty),
            [.. set.Areas.Select(a => new AreaOverview(a.Code, a.Name, a.Max, a.Criteria.Length, byArea[a.Code].Count()))],
            [.. FormulaKind.All.Where(scored.Contains).Select(k => new KindOverview(k.Code, k.Kind, k.Name, scored[k].Count(), scored[k].Sum(l => l.Max)))]);
    }
}
