using Emulation.Scoring.Data;
using Emulation.Scoring.Domain.Formulas;
using Emulation.Scoring.Domain.IndexSets;
using Emulation.Scoring.Domain.Rankings;
using Emulation.Scoring.Domain.Rankings.Goals;
using Emulation.Scoring.Domain.ScoreSheets;
using Emulation.Scoring.Features.IndexSets;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Validation;

namespace Emulation.Scoring.Features.Rankings;

/// <summary>Which leaves would lift a unit into the top N of its block? Nothing is stored.</summary>
public sealed record SeekTopRankRequest
{
    /// <summary>Code of the unit.</summary>
    [Code]
    public required string UnitCode { get; init; }

    /// <summary>Index year, 2000–2100.</summary>
    [Between(2000, 2100)]
    public required int Year { get; init; }

    /// <summary>Code of the index set that the unit has its sheet by.</summary>
    [Code]
    public required string IndexSet { get; init; }

    /// <summary>Rank to reach, or better, 1–1000; default 5 (C-07).</summary>
    [Between(1, 1000)]
    public int GoalRank { get; init; } = 5;

    /// <summary>Figures to try out in the place of those on the sheet.</summary>
    [Items(0, 1000)]
    public TriedFigures[] Entries { get; init; } = [];

    /// <summary>Whether leaves that only the city enters (survey) may be lifted too.</summary>
    public bool CityLeaves { get; init; }

    /// <summary>Whether sheets of others that have not been handed in are compared with, by what is on them so far.</summary>
    public bool CountDrafts { get; init; }
}

/// <summary>Figures to try out for one leaf.</summary>
[ValidatableType]
public sealed record TriedFigures : LeafInput
{
    /// <summary>Code of the leaf: <c>III.3.1</c>.</summary>
    [LeafCode]
    public required string Leaf { get; init; }
}

internal static class SeekTopRank
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/what-if", Handle)
        .WithName(nameof(SeekTopRank)).WithSummary("Cần nâng tiêu chí nào, đến mức nào, để đơn vị vào tốp N của khối; tính trên các phiếu hiện có, không lưu gì")
        .RequireAuthorization(Policies.ScoresRead).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);

    private static async Task<Results<Ok<GoalAnswer>, ProblemHttpResult>> Handle(
        SeekTopRankRequest request, ScoringDbContext db, ActiveIndexSets sets, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.Sees(request.UnitCode))
            return CommonProblems.NotFound.At("/unitCode").Result();
        if (await sets.Find(db, request.IndexSet, user, cancellationToken) is not { } set)
            return Problems.IndexSetUnknown.At("/indexSet").Result();
        if (await GoalSheets.Read(db, request, cancellationToken) is not { } sheets)
            return Problems.SheetUnknown.At("/unitCode").Result();
        var (figures, problem) = Read(set.Definition, request);
        if (problem is not null)
            return problem.Result();
        var standing = sheets.Own(set.Definition);
        var search = new GoalSearch(standing.With(figures!), sheets.Scores, request.GoalRank, request.CityLeaves);
        return TypedResults.Ok(Answer(request, set.Definition, sheets, figures!.Count == 0 ? search.Now : new Standings(set.Definition, sheets.Scores).PlaceOf(standing.Score()), search));
    }

    private static GoalAnswer Answer(SeekTopRankRequest request, IndexDefinition definition, GoalSheets sheets, Place standing, GoalSearch search)
    {
        var words = new FigureWords(definition);
        var smallest = search.Smallest();
        var gap = Math.Max(0, (search.GoalScore ?? 0) - (search.Now.Score ?? 0));
        return new GoalAnswer
        {
            UnitCode = request.UnitCode,
            UnitName = sheets.UnitName,
            Block = sheets.Sheet.Block,
            Year = request.Year,
            IndexSet = request.IndexSet,
            GoalRank = request.GoalRank,
            SheetId = sheets.Sheet.Id,
            SheetVersion = sheets.Sheet.Version,
            SheetState = sheets.Sheet.State,
            Missing = search.Missing,
            Others = sheets.Others,
            Standing = GoalPlace.Of(standing),
            Current = GoalPlace.Of(search.Now),
            GoalScore = search.GoalScore,
            Gap = gap,
            Reached = search.Reaches(search.Now),
            Reachable = smallest is not null,
            AtBest = GoalPlace.Of(search.AtBest),
            Leaves = [.. search.Chances.OrderByDescending(c => c.AtBest.Score).Select(c => Leaf(c, definition, search, words))],
            Smallest = smallest is null ? null : new GoalPlan(
                [.. smallest.Steps.Select(s => new GoalPlanLeaf(s.Chance.Code, s.Chance.Name, s.Chance.Ladder.At(s.Rung), words.Of(s.Chance, s.Rung)))],
                GoalPlace.Of(sheets.Ranked(definition, search.Lifted(smallest.Steps).Score(), smallest.Place)), smallest.ProvedSmallest),
        };
    }

    private static GoalLeaf Leaf(Chance chance, IndexDefinition definition, GoalSearch search, FigureWords words)
    {
        GoalStep Step(long rung, Place place) => new(chance.Ladder.At(rung), words.Of(chance, rung), (place.Score ?? 0) - (search.Now.Score ?? 0), GoalPlace.Of(place));
        return new GoalLeaf
        {
            Leaf = chance.Code,
            Name = chance.Name,
            Area = chance.Area,
            Max = chance.Max,
            Points = chance.Points,
            CityOnly = definition.IsCityOnly(chance.Code),
            Most = Step(chance.Ladder.Top, chance.AtBest),
            Enough = chance.Enough is { } rung ? Step(rung, search.PlaceWith([(chance, rung)])) : null,
        };
    }

    private static (Dictionary<string, LeafInput>? Figures, Problem? Problem) Read(IndexDefinition definition, SeekTopRankRequest request)
    {
        var figures = new Dictionary<string, LeafInput>(StringComparer.Ordinal);
        List<FieldError> faults = [], surveys = [];
        foreach (var (i, entry) in request.Entries.Index())
        {
            if (!request.CityLeaves && definition.IsCityOnly(entry.Leaf))
                surveys.Add(new FieldError($"/entries/{i}/leaf", $"Tiêu chí {entry.Leaf} do thành phố nhập; muốn tính cả tiêu chí này thì đặt cityLeaves."));
            else if (Entries.Fault(definition, entry.Leaf, entry) is { } fault)
                faults.Add(new FieldError($"/entries/{i}", fault));
            else if (!figures.TryAdd(entry.Leaf, entry.Figures()))
                faults.Add(new FieldError($"/entries/{i}/leaf", $"Tiêu chí {entry.Leaf} được nhập hai lần."));
        }
        return faults.Count > 0 ? (null, Problems.EntriesInvalid with { Errors = [.. faults] })
            : surveys.Count > 0 ? (null, Problems.SurveyByCityOnly with { Errors = [.. surveys] })
            : (figures, null);
    }
}
