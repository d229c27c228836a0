using Emulation.Scoring.Domain.Formulas;
using Emulation.Scoring.Domain.Rankings.Goals;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Emulation.Scoring.Tests.Domain;

/// <summary>What the search says is true of the ranking table itself, and of every set of leaves there is.</summary>
public class GoalSearchTests
{
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue - 1).ToArbitrary();

    private static void ForAll(Func<GoalScene, GoalSearch, bool> holds) =>
        Prop.ForAll(Seeds, seed =>
        {
            var scene = new GoalScene(seed);
            return holds(scene, scene.Search(cityLeaves: seed % 2 == 0));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    private static IEnumerable<(string, LeafInput)> Figures(IEnumerable<(Chance Chance, long Rung)> steps) => steps.Select(s => (s.Chance.Code, s.Chance.Ladder.At(s.Rung)));

    private static IEnumerable<(string, LeafInput)> AtBest(IEnumerable<Chance> chances) => Figures(chances.Select(c => (c, c.Ladder.Top)));

    [Fact]
    public void Smallest_OfAnyBlock_ReachesTheGoalInTheRankingTableOrNothingDoes() => ForAll((scene, search) =>
    {
        var everything = scene.Ranked(AtBest(search.Chances));
        if (search.Smallest() is not { } plan)
            return !everything.Reached && search.AtBest.Rank == everything.Row.Rank;
        var (row, reached) = scene.Ranked(Figures(plan.Steps));
        return reached && (row.Rank, row.Index) == (plan.Place.Rank, plan.Place.Index) && plan.ProvedSmallest;
    });

    [Fact]
    public void Smallest_OfAnyBlock_NoSetOfFewerLeavesReachesTheGoal() => ForAll((scene, search) =>
    {
        var size = search.Smallest()?.Steps.Count ?? search.Chances.Count + 1;
        return Enumerable.Range(0, 1 << search.Chances.Count)
            .Select(bits => search.Chances.Where((_, i) => (bits >> i & 1) == 1).ToList())
            .Where(set => set.Count < size)
            .All(set => !scene.Ranked(AtBest(set)).Reached);
    });

    [Fact]
    public void Smallest_OfAnyBlock_AsksNoFigureHigherThanItMust() => ForAll((scene, search) =>
        search.Smallest() is not { } plan || Enumerable.Range(0, plan.Steps.Count).Where(i => plan.Steps[i].Rung > 1)
            .All(i => !scene.Ranked(Figures(plan.Steps.Select((s, j) => (s.Chance, j == i ? s.Rung - 1 : s.Rung)))).Reached));

    [Fact]
    public void Chance_OfAnyBlock_GivesAllItsPointsAndTellsTheLeastFigureThatIsEnoughAlone() => ForAll((scene, search) => search.Chances.All(c =>
    {
        var best = scene.Ranked(AtBest([c]));
        return (best.Row.Rank, best.Row.Index) == (c.AtBest.Rank, c.AtBest.Index)
            && best.Reached == c.Enough is not null
            && (c.Enough is not { } enough || (scene.Ranked(Figures([(c, enough)])).Reached && (enough == 1 || !scene.Ranked(Figures([(c, enough - 1)])).Reached)))
            && (c.Formula is Relative || c.Formula.Mark(c.Ladder.Best, c.Max) == (c.Formula is BonusPenalty { Effect: Effect.Penalty } ? 0 : c.Max));
    }));

    [Fact]
    public void Chance_OfAnyBlock_LeavesOutOnlyWhatCannotBringMore() => ForAll((scene, search) =>
    {
        var named = search.Chances.Select(c => c.Code).ToHashSet();
        var now = scene.Ranked([]).Row;
        return scene.Definition.Leaves.Where(l => !named.Contains(l.Code)).All(leaf =>
            scene.Figures(leaf.Code) is { } input
                // Not applicable stays so; the others have all points, or are the city's.
                ? input.LeavesBothSums || leaf.CityOnly || leaf.Formula.Mark(input, leaf.Max) is null || leaf.Formula.Mark(input, leaf.Max) == leaf.Max
                : leaf.CityOnly);
    });

    [Fact]
    public void Ladder_OfAnyLeaf_ClimbsInFiguresThatMayBeEntered() => ForAll((scene, search) => search.Chances.All(c =>
    {
        var rungs = Enumerable.Range(0, 12).Select(i => 1 + (c.Ladder.Top - 1) * i / 11).Distinct().Select(r => c.Ladder.At(r)).ToList();
        var mean = 35m;
        return rungs.All(r => c.Formula.Fault(r, notApplicableAllowed: false) is null)
            && rungs.Zip(rungs.Skip(1)).All(p => c.Formula is BonusPenalty { Effect: Effect.Penalty }
                ? c.Formula.Mark(p.First, c.Max) >= c.Formula.Mark(p.Second, c.Max)
                : c.Formula.Mark(p.First, c.Max, mean) <= c.Formula.Mark(p.Second, c.Max, mean));
    }));
}
