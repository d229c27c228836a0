using Emulation.Scoring.Domain.Formulas;
using Emulation.Scoring.Domain.Rankings;
using Emulation.Scoring.Domain.ScoreSheets;
using Xunit;

namespace Emulation.Scoring.Tests.Domain;

public class LeafFiguresTests
{
    [Fact]
    public void Compare_LeafAgainstTheMeanAndLeafThatDoesNotApply_CountsOnlyWhoHasThem()
    {
        var definition = Samples.Small(b: new Relative());
        Dictionary<string, LeafInput>[] sheets =
        [
            new() { ["A.1"] = Samples.Of(40, 40), ["A.2"] = Samples.Met(), ["B.1"] = Samples.Value(30) },
            new() { ["A.1"] = Samples.Of(20, 40), ["A.2"] = Samples.NotApplicable, ["B.1"] = Samples.Value(50) },
        ];
        Func<string, Standing?> Standing(int i) => code => sheets[i].TryGetValue(code, out var input) ? new Standing(input, null) : null;
        var candidates = sheets.Select((_, i) => new Candidate($"1000{i}", "x", Guid.Empty, 1, Scorer.Score(definition, Standing(i)))).ToList();
        var figures = new LeafFigures(definition, Scorer.Means(candidates.Select(c => c.Score)));
        for (var i = 0; i < sheets.Length; i++)
            figures.Add(Standing(i));
        var row = RankingTable.Rank(definition, candidates).Single(r => r.UnitCode == "10001");
        var leaves = figures.Compare(row, Standing(1), 1);

        // 20 + 40 points of 80 that apply: 25 points of the index are lost on the ratio.
        Assert.Equal(75m, row.Index);
        Assert.Equal((20m, 25m, 30m, 40m, 2), (leaves[0].Points, leaves[0].LostIndex, leaves[0].BlockMean, leaves[0].BlockBest, leaves[0].Units));
        Assert.Equal((null, true, 20m, 1), (leaves[1].Points, leaves[1].NotApplicable, leaves[1].BlockMean, leaves[1].Units));
        // Mean 40: 30 gives 30 of 40 points, 50 gives 40.
        Assert.Equal((40m, 0m, 35m, 40m), (leaves[2].Points, leaves[2].LostIndex, leaves[2].BlockMean, leaves[2].BlockBest));
        Assert.All(figures.Compare(row, null, 3), l => Assert.Equal((null, null, null, null), (l.Points, l.NotApplicable, l.BlockMean, l.BlockBest)));
    }

    [Theory]
    [InlineData(new[] { 3, 1, 2 }, 2, 2, 3, 1)]
    [InlineData(new[] { 4, 1, 2, 9 }, 4, 3, 9, 1)]
    [InlineData(new[] { 7 }, 7, 7, 7, 7)]
    public void Distribution_OfFigures_HasTheMiddleOfThem(int[] figures, int mean, int median, int best, int lowest)
    {
        var spread = Distribution.Of(figures.Select(f => (decimal)f))!;
        Assert.Equal((figures.Length, mean, median, best, lowest, best - lowest), (spread.Units, spread.Mean, spread.Median, spread.Best, spread.Lowest, spread.Spread));
        Assert.Null(Distribution.Of([]));
    }
}
