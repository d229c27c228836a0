using Emulation.Scoring.Domain.IndexSets;
using Emulation.Scoring.Domain.Rankings;
using Emulation.Scoring.Domain.ScoreSheets;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Emulation.Scoring.Tests.Domain;

/// <summary>What must hold for any block, whatever its formulas, tie rule and entries.</summary>
public class RankingPropertyTests
{
    private static void ForAll(Func<GoalScene, Random, bool> holds) =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed => holds(new GoalScene(seed), new Random(seed))).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    [Fact]
    public void Rank_AnyBlockEnteredInAnyOrder_IsTheSame() => ForAll((scene, random) =>
    {
        var shuffled = scene.Candidates.ToArray();
        random.Shuffle(shuffled);
        static IEnumerable<object> Seen(IEnumerable<RankingRow> rows) => rows.Select(r => (object)(r.UnitCode, r.Rank, r.Tied, r.Index, r.Total, r.DecidedBy, r.DecidedByArea));
        return Seen(RankingTable.Rank(scene.Definition, scene.Candidates)).SequenceEqual(Seen(RankingTable.Rank(scene.Definition, shuffled)));
    });

    [Fact]
    public void Rank_AnyBlock_CountsTheUnitsAheadAndTellsTiesFromWhatPartsThem() => ForAll((scene, _) =>
    {
        var rows = RankingTable.Rank(scene.Definition, scene.Candidates);
        var order = new RankOrder(scene.Definition);
        var means = Scorer.Means(scene.Candidates.Select(c => c.Score));
        var keys = scene.Candidates.ToDictionary(c => c.UnitCode, c => order.Key(c.Score.WithMeans(scene.Definition, means)));
        return rows.All(r => r.Rank == 1 + rows.Count(o => order.Compare(keys[o.UnitCode], keys[r.UnitCode]) < 0)
            && r.Tied == rows.Exists(o => o != r && o.Rank == r.Rank)
            && r.Tied == (r.DecidedBy == PartedBy.Nothing)
            && (r.DecidedBy == PartedBy.Score) == !rows.Exists(o => o != r && keys[o.UnitCode][0] == keys[r.UnitCode][0]));
    });

    [Fact]
    public void NotApplicable_OfAnyLeaf_LeavesBothSumsAsIfTheSetHadNoSuchLeaf() => ForAll((scene, random) =>
    {
        var leaf = scene.Definition.Leaves[random.Next(scene.Definition.Leaves.Count)];
        // Made anew: a copy would keep the leaves that the first one has looked up.
        var without = new IndexDefinition
        {
            Blocks = scene.Definition.Blocks,
            Areas = [.. scene.Definition.Areas.Select(a => a with { Criteria = [.. a.Criteria.Where(c => c.Code != leaf.Code)] })],
            Adjustments = scene.Definition.Adjustments,
        };
        var one = Scorer.Score(scene.Definition, code => code == leaf.Code ? new Standing(Samples.NotApplicable, null) : scene.Sheet.Standing(code));
        var other = Scorer.Score(without, scene.Sheet.Standing);
        return (one.Points, one.Max, one.Index) == (other.Points, other.Max, other.Index) && one.Areas.SequenceEqual(other.Areas) && one.Pending.SequenceEqual(other.Pending) && one.Missing.SequenceEqual(other.Missing);
    });
}
