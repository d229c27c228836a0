using Emulation.Scoring.Domain.Blocks;
using Emulation.Scoring.Domain.Formulas;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Emulation.Scoring.Tests.Domain;

/// <summary>Points and ranks within an emulation block (LTN-TD-26/IV.1.b).</summary>
public class BlockTableTests
{
    private static BlockTable Table(params BlockSheet[] sheets) => BlockTable.Of(Blocks.Scale, Blocks.Members(sheets.Select(s => s.Member)), sheets);

    [Fact]
    public void Rank_ReckonedByHand_GivesPointsOfPledgeAndLeader()
    {
        var table = Table(
            // A: leads, 60. B: 0.1 of a pledge of 0.2 is ahead, leader 0.05: 15 + 0.1/0.15 × 15 = 25. C: 10. Bonus 2.
            Blocks.Sheet("10001", (80, 96), (0.2m, 0.1m), bonus: 1),
            // A: 30 + 8/16 × 30 = 45. B: leads, 30. C: 10.
            Blocks.Sheet("10002", (80, 88), (0.2m, 0.05m)),
            // A: 30 × 60/80 = 22.5. B: exactly, 15. C: not met.
            Blocks.Sheet("10003", (80, 60), (0.3m, 0.3m), met: false));
        Assert.True(table.Complete);
        var rows = table.Rank();
        Assert.Equal([("10001", 1, 97m), ("10002", 2, 85m), ("10003", 3, 37.5m)], rows.Select(r => (r.Member, r.Rank, r.Total)));
        Assert.Equal([60m, 25m, 10m, 2m], rows[0].Criteria.Select(c => c.Points!.Value));
        Assert.Equal([true, false, false, false], rows[0].Criteria.Select(c => c.Leads));
        Assert.Equal((80m, 96m), (rows[0].Criteria[0].Target, rows[0].Criteria[0].Input!.Value));
    }

    [Fact]
    public void Rank_OfEqualTotals_Is1224()
    {
        var rows = Table(Blocks.Sheet("10004", (80, 40), (0, 0)), Blocks.Sheet("10002", (80, 60), (0, 0)), Blocks.Sheet("10001", (80, 60), (0, 0)), Blocks.Sheet("10003", (80, 80), (0, 0))).Rank();
        Assert.Equal([("10003", 1, false), ("10001", 2, true), ("10002", 2, true), ("10004", 4, false)], rows.Select(r => (r.Member, r.Rank, r.Tied)));
    }

    [Fact]
    public void Points_AheadOfThePledge_WaitUntilTheLastMemberIsConfirmed()
    {
        var (first, last) = (Blocks.Sheet("10001", (80, 88), (0.2m, 0.2m)), Blocks.Sheet("10002", (80, 96), (0.2m, 0.4m), confirmed: false));
        var before = Table(first, last);
        Assert.False(before.Complete);
        Assert.Equal("Kết quả chưa được xác nhận: A, B, C.", Assert.Single(before.Waiting).Reason);
        Assert.Equal(new decimal?[] { null, 15, 10, 0 }, before.Members[0].Criteria.Select(c => c.Points));
        Assert.Equal(new decimal?[] { null, 7.5m, 10, 0 }, before.Members[1].Criteria.Select(c => c.Points));

        last.Confirm(Blocks.Scale, ["A"], reviewedFirst: false, Blocks.By("deputy"));
        // The leader of A is known now: 30 + 8/16 × 30.
        Assert.Equal(45, Table(first, last).Members[0].Criteria[0].Points);
        // One figure changes, confirmed again: everybody's points follow. 30 + 8/20 × 30.
        last.Review(Blocks.Scale, [new BlockReviewEntry { Criterion = "A", Value = 100, Reason = "đối chiếu" }], Blocks.By("head"));
        Assert.Null(Table(first, last).Members[0].Criteria[0].Points);
        last.Confirm(Blocks.Scale, ["A"], reviewedFirst: true, Blocks.By("deputy"));
        Assert.Equal(42, Table(first, last).Members[0].Criteria[0].Points);
    }

    [Fact]
    public void Waiting_MemberWithoutSheetPledgeOrFigures_SaysWhatIsMissing()
    {
        var (open, _, _) = BlockSheet.Open(Guid.Empty, "10002", ReviewPeriod.Year, Blocks.Scale, [new PledgedTarget { Criterion = "A", Target = 80 }], Blocks.By("10002"));
        var table = BlockTable.Of(Blocks.Scale, Blocks.Members(["10001", "10002", "10003"]), [open!, Blocks.Sheet("10003", (80, 80), (0, 0))]);
        Assert.Equal([("10001", "Chưa có phiếu."), ("10002", "Giao ước chưa được xác nhận. Chưa có kết quả: A, B, C.")], table.Waiting.Select(w => (w.Member, w.Reason)));
    }

    [Fact]
    public void Waiting_FiguresOfAnEarlierWording_CountAsMissing()
    {
        var scale = Blocks.Scale with { Criteria = [Blocks.Scale.Criteria[0] with { Formula = new Ratio() }, .. Blocks.Scale.Criteria[1..]] };
        var table = BlockTable.Of(scale, Blocks.Members(["10001"]), [Blocks.Sheet("10001", (80, 96), (0.2m, 0.2m))]);
        Assert.Equal("Chưa có kết quả: A.", Assert.Single(table.Waiting).Reason);
        Assert.Null(table.Members[0].Criteria[0].Points);
    }

    [Fact]
    public void Relative_InABlock_GoesByTheMeanOfItsMembers()
    {
        var scale = new ScaleDefinition { Total = 10, Groups = [], Criteria = [new ScaleCriterion { Code = "R", Name = "Trực tuyến", Max = 10, Formula = new Relative() }] };
        BlockSheet Sheet(string member, decimal value)
        {
            var (sheet, _, _) = BlockSheet.Open(Guid.Empty, member, ReviewPeriod.Year, scale, [], Blocks.By(member));
            sheet!.Report(scale, [new BlockReportEntry { Criterion = "R", Value = value }], Blocks.By(member));
            sheet.Confirm(scale, null, reviewedFirst: false, Blocks.By("deputy"));
            return sheet;
        }
        // Mean 50: 30 gets 10 × 30/50. Nothing is pledged, nothing is waited for.
        var rows = BlockTable.Of(scale, Blocks.Members(["10001", "10002"]), [Sheet("10001", 70), Sheet("10002", 30)]).Rank();
        Assert.Equal([10m, 6m], rows.Select(r => r.Total));
    }

    [Fact]
    public void Rank_WhateverTheOrderOfEntry_IsTheSame()
    {
        // Few different values, so that ties and shared leads are common.
        var figures = Gen.Choose(0, 4).ArrayOf(4).ArrayOf(7).ToArbitrary();
        Prop.ForAll(figures, all =>
        {
            var sheets = all.Select((f, i) => Blocks.Sheet($"{10000 + i}", (f[0], f[1]), (f[2], f[3]))).ToArray();
            var one = Table(sheets).Rank();
            var other = Table([.. sheets.Reverse()]).Rank();
            return one.Select(r => (r.Member, r.Rank, r.Tied, r.Total)).SequenceEqual(other.Select(r => (r.Member, r.Rank, r.Tied, r.Total)))
                && one.All(r => r.Rank == 1 + one.Count(o => o.Total > r.Total) && r.Total is >= 10 and <= 100);
        }).QuickCheckThrowOnFailure();
    }
}
