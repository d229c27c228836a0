using Emulation.Scoring.Domain.Formulas;
using Emulation.Scoring.Domain.IndexSets;
using Emulation.Scoring.Domain.Rankings;
using Emulation.Scoring.Domain.ScoreSheets;
using Xunit;

namespace Emulation.Scoring.Tests.Domain;

public class RankingTableTests
{
    private static Candidate Unit(IndexDefinition definition, string code, decimal done, decimal percent, int bonus = 0) =>
        new(code, $"Phường {code}", Guid.Empty, 1, Samples.Score(definition, ("A.1", Samples.Of(done, 40)), ("A.2", Samples.Met()), ("B.1", Samples.Value(percent)), ("X.1", new LeafInput { Count = bonus })));

    [Fact]
    public void Rank_TwoUnitsOfEqualIndex_Gives1224()
    {
        var definition = Samples.Small();
        var rows = RankingTable.Rank(definition, [Unit(definition, "10004", 10, 50), Unit(definition, "10003", 30, 50), Unit(definition, "10002", 20, 75), Unit(definition, "10001", 40, 100)]);
        Assert.Equal([("10001", 1, false), ("10002", 2, true), ("10003", 2, true), ("10004", 4, false)], rows.Select(r => (r.UnitCode, r.Rank, r.Tied)));
        Assert.Equal(["Xuất sắc", "Còn lại", "Còn lại", "Còn lại"], rows.Select(r => r.Class));
    }

    [Fact]
    public void Rank_TieBrokenByArea_PartsEqualUnits()
    {
        var definition = Samples.Small(new TieRule { BreakBy = ["B"] });
        var rows = RankingTable.Rank(definition, [Unit(definition, "10003", 30, 50), Unit(definition, "10002", 20, 75)]);
        Assert.Equal([("10002", 1, false), ("10003", 2, false)], rows.Select(r => (r.UnitCode, r.Rank, r.Tied)));
    }

    [Fact]
    public void Rank_EqualUnits_EachRowTellsWhatPartedIt()
    {
        var definition = Samples.Small(new TieRule { BreakBy = ["B", "A"] });
        // 75 points in four ways: B parts the first from the others, nothing parts the last two.
        var rows = RankingTable.Rank(definition, [Unit(definition, "10005", 25, 75), Unit(definition, "10004", 25, 75), Unit(definition, "10003", 15, 100), Unit(definition, "10002", 40, 75), Unit(definition, "10001", 10, 10)]);
        Assert.Equal(
            [("10002", PartedBy.Score, null), ("10003", PartedBy.Area, "B"), ("10004", PartedBy.Nothing, null), ("10005", PartedBy.Nothing, null), ("10001", PartedBy.Score, (string?)null)],
            rows.Select(r => (r.UnitCode, r.DecidedBy!.Value, r.DecidedByArea)));
        Assert.Equal([1, 2, 3, 3, 5], rows.Select(r => r.Rank));
    }

    [Fact]
    public void Rank_ValuesAllEqualToTheirMean_AllReachIt()
    {
        // 2/3 in per cent has no end; added up four times and divided by four it must not come out above itself.
        var definition = Samples.Small(b: new Relative { BelowMean = BelowMean.Zero });
        var block = Enumerable.Range(0, 4).Select(i => new Candidate($"{10000 + i}", "x", Guid.Empty, 1,
            Samples.Score(definition, ("A.1", Samples.Of(40, 40)), ("A.2", Samples.Met()), ("B.1", Samples.Of(2, 3))))).ToList();
        Assert.All(RankingTable.Rank(definition, block), r => Assert.Equal(100, r.Index));
        var over = Samples.Small(b: new Relative { BelowMean = BelowMean.Zero, Operator = BoundOperator.Exclusive });
        Assert.All(RankingTable.Rank(over, block), r => Assert.Equal(60, r.Index));
    }

    [Fact]
    public void Rank_Bonus_IsShownApartUnlessTheSetRanksByTotal()
    {
        var byIndex = Samples.Small();
        var rows = RankingTable.Rank(byIndex, [Unit(byIndex, "10001", 30, 50, bonus: 2), Unit(byIndex, "10002", 31, 50)]);
        Assert.Equal(["10002", "10001"], rows.Select(r => r.UnitCode));
        Assert.Equal((70m, 2m, 72m), (rows[1].Index, rows[1].Bonus, rows[1].Total));

        var byTotal = Samples.Small(rankBy: RankBy.Total);
        Assert.Equal(["10001", "10002"], RankingTable.Rank(byTotal, [Unit(byTotal, "10001", 30, 50, bonus: 2), Unit(byTotal, "10002", 31, 50)]).Select(r => r.UnitCode));
    }

    [Fact]
    public void Rank_LeafAgainstTheMean_CountsOnceTheBlockIsKnown()
    {
        var definition = Samples.Small(b: new Relative());
        var low = Unit(definition, "10001", 40, 30);
        Assert.True(low.Score.Provisional);
        Assert.Equal(60, low.Score.Max);
        var rows = RankingTable.Rank(definition, [low, Unit(definition, "10002", 40, 50)]);
        // Mean 40: 50 gives all 40 points, 30 gives 40 × 30/40.
        Assert.Equal([("10002", 100m), ("10001", 90m)], rows.Select(r => (r.UnitCode, r.Index)));
    }

    [Fact]
    public void Rank_UnitWhereTheRelativeLeafDoesNotApply_IsNotInTheMean()
    {
        var definition = Samples.Small() with { Areas = [Samples.Small().Areas[0], Samples.Small().Areas[1] with { Criteria = [Samples.Small().Areas[1].Criteria[0] with { Formula = new Relative(), NotApplicableAllowed = true }] }] };
        var without = new Candidate("10003", "c", Guid.Empty, 1, Samples.Score(definition, ("A.1", Samples.Of(20, 40)), ("A.2", Samples.Met()), ("B.1", Samples.NotApplicable)));
        var rows = RankingTable.Rank(definition, [Unit(definition, "10001", 40, 30), Unit(definition, "10002", 40, 50), without]);
        Assert.Equal(90m, rows.Single(r => r.UnitCode == "10001").Index);
        Assert.Equal(66.6667m, rows.Single(r => r.UnitCode == "10003").Index);
    }

    [Fact]
    public void Correct_OneUnitChanged_KeepsTheOldAndTellsWhoMoved()
    {
        var definition = Samples.Small();
        var at = DateTimeOffset.UnixEpoch;
        var first = Ranking.Publish("s", 2025, "phuong", RankingTable.Rank(definition, [Unit(definition, "10001", 30, 100), Unit(definition, "10002", 20, 100), Unit(definition, "10003", 10, 100)]), [], [], "a", at);
        var (second, problem) = first.Correct(RankingTable.Rank(definition, [Unit(definition, "10001", 15, 100), Unit(definition, "10002", 20, 100), Unit(definition, "10003", 10, 100)]), [], [], "khiếu nại", "a", at);
        Assert.Null(problem);
        Assert.Equal(2, second!.Version);
        Assert.Equal([("10002", 2, 1), ("10001", 1, 2)], second.Moved.Select(m => (m.UnitCode, m.FromRank!.Value, m.ToRank!.Value)));
        Assert.Equal(1, first.Rows.Single(r => r.UnitCode == "10001").Rank);
        Assert.Equal("SCO-0020", second.Correct(RankingTable.Rank(definition, [Unit(definition, "10001", 15, 100), Unit(definition, "10002", 20, 100), Unit(definition, "10003", 10, 100)]), [], [], "lần nữa", "a", at).Problem?.Code);
    }
}
