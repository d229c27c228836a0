using Emulation.Scoring.Domain.Formulas;
using Emulation.Scoring.Domain.IndexSets;
using Emulation.Scoring.Domain.ScoreSheets;

namespace Emulation.Scoring.Domain.Rankings.Goals;

/// <summary>The sheet of the unit that asks, as it stands, with figures that it tries out.</summary>
/// <param name="Definition">The tree.</param>
/// <param name="Standing">What counts for a leaf; null when nothing was entered.</param>
/// <param name="SelfInput">The unit's own figures, for where points were given outright.</param>
internal sealed record OwnSheet(IndexDefinition Definition, Func<string, Standing?> Standing, Func<string, LeafInput?> SelfInput)
{
    /// <summary>The same with other figures in the place of some.</summary>
    public OwnSheet With(IReadOnlyDictionary<string, LeafInput> figures) => this with
    {
        Standing = code => figures.TryGetValue(code, out var input) ? new Standing(input, null) : Standing(code),
        SelfInput = code => figures.TryGetValue(code, out var input) ? input : SelfInput(code),
    };

    public SheetScore Score() => Scorer.Score(Definition, Standing);

    /// <summary>Leaves that apply and give less than they could, in the order of the tree, then bonus and penalty where ranks go by them.</summary>
    public IEnumerable<(string Code, string Name, string? Area, decimal Max, Formula Formula, decimal? Points, LeafInput? From, Ladder Ladder)> Open(Standings block, bool cityLeaves)
    {
        var score = Score();
        foreach (var leaf in Definition.Leaves.Where(l => cityLeaves || !l.CityOnly))
        {
            var given = Standing(leaf.Code);
            // What does not apply stays so.
            if (given is { Points: null, Input.LeavesBothSums: true })
                continue;
            var points = given is { } g ? Scorer.PointsOf(leaf, g) ?? OfBlock(leaf, score, block) : (decimal?)null;
            if (points == leaf.Max)
                continue;
            var from = Figures(leaf.Code, given);
            yield return (leaf.Code, leaf.Name, leaf.Area, leaf.Max, leaf.Formula, points, from, Ladder.Of(leaf.Formula, leaf.Max, from, block.MeanOfOthers(leaf.Code)));
        }
        foreach (var adjustment in Definition.Adjustments.Where(_ => Definition.RankBy == RankBy.Total))
        {
            var given = Standing(adjustment.Code);
            var points = given is { } g ? Scorer.PointsOf(adjustment, g) : 0;
            var from = Figures(adjustment.Code, given);
            var ladder = Ladder.Of(adjustment.Formula, adjustment.BonusPenalty.Cap, from, null);
            if (adjustment.BonusPenalty.Signed(ladder.Best) > points)
                yield return (adjustment.Code, adjustment.Name, null, adjustment.BonusPenalty.Cap, adjustment.Formula, points, from, ladder);
        }
    }

    private LeafInput? Figures(string code, Standing? given) => (given?.Input ?? SelfInput(code)) is { LeavesBothSums: false } input ? input : null;

    private static decimal? OfBlock(Leaf leaf, SheetScore score, Standings block)
    {
        var pending = Array.Find(score.Pending, p => p.Leaf == leaf.Code)!;
        return Scale.Keep(((Relative)leaf.Formula).Against(pending.Value, block.MeanBeside(leaf.Code, pending.Value), leaf.Max));
    }
}
