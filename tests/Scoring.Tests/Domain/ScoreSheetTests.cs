using Emulation.Contracts.Campaigns;
using Emulation.Scoring.Domain;
using Emulation.Scoring.Domain.Formulas;
using Emulation.Scoring.Domain.IndexSets;
using Emulation.Scoring.Domain.ScoreSheets;
using Xunit;

namespace Emulation.Scoring.Tests.Domain;

public class ScoreSheetTests
{
    private static readonly DateTimeOffset At = new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);

    private static IndexSet Set(Formula? b = null)
    {
        var (set, _) = IndexSet.Draft("s", new IndexSetHead("Bộ", "UBND", 1, null), Samples.Small(b: b), At);
        Assert.Null(set!.Activate(At));
        return set;
    }

    private static Unit Unit(string? block = "phuong", bool active = true)
    {
        var unit = new Unit { Code = "10532" };
        unit.Learn(new UnitRegistered { UnitCode = "10532", Version = 1, Name = "Phường Lê Thanh Nghị", Kind = UnitKind.Ward, RankingBlock = block, Active = active, OccurredAt = At, ActedBy = "t" });
        return unit;
    }

    private static ScoreEntry[] Entries => [new() { Leaf = "A.1", Done = 20, Total = 40 }, new() { Leaf = "A.2", Met = true }, new() { Leaf = "B.1", Value = 50 }];

    private static ScoreSheet Submitted(IndexSet set)
    {
        var sheet = ScoreSheet.Draft(Unit(), 2025, set, Entries, null, "ward", At).Sheet!;
        Assert.Null(sheet.Submit(set, At));
        return sheet;
    }

    [Fact]
    public void Draft_FullEntries_IsScoredAtOnce()
    {
        var (sheet, problem) = ScoreSheet.Draft(Unit(), 2025, Set(), Entries, null, "ward", At);
        Assert.Null(problem);
        Assert.Equal((60m, 100m, 60m), (sheet!.Score.Points, sheet.Score.Max, sheet.Score.Index));
    }

    [Fact]
    public void Draft_UnitOfAnotherBlockOrGone_IsRefused()
    {
        Assert.Equal("SCO-0007", ScoreSheet.Draft(Unit("so-nganh"), 2025, Set(), Entries, null, "w", At).Problem?.Code);
        Assert.Equal("SCO-0007", ScoreSheet.Draft(Unit(null), 2025, Set(), Entries, null, "w", At).Problem?.Code);
        Assert.Equal("SCO-0006", ScoreSheet.Draft(Unit(active: false), 2025, Set(), Entries, null, "w", At).Problem?.Code);
    }

    [Fact]
    public void Draft_SurveyLeafByTheUnit_IsRefused()
    {
        var (_, problem) = ScoreSheet.Draft(Unit(), 2025, Set(new Survey()), [new ScoreEntry { Leaf = "B.1", SurveyPercent = 99 }], null, "w", At);
        Assert.Equal("SCO-0010", problem?.Code);
        Assert.Equal("/entries/0/leaf", problem!.Errors[0].Pointer);
    }

    [Fact]
    public void Draft_UnknownTwiceAndMisfittingEntries_NamesEachPlace()
    {
        var (_, problem) = ScoreSheet.Draft(Unit(), 2025, Set(), [.. Entries, new ScoreEntry { Leaf = "A.2", Met = false }, new ScoreEntry { Leaf = "Z.9", Met = true }, null!], null, "w", At);
        Assert.Equal("SCO-0009", problem?.Code);
        Assert.Equal(["/entries/3/leaf", "/entries/4", "/entries/5"], problem!.Errors.Select(e => e.Pointer));
    }

    [Fact]
    public void Submit_LeafMissing_TellsWhich()
    {
        var set = Set();
        var sheet = ScoreSheet.Draft(Unit(), 2025, set, Entries[..2], null, "w", At).Sheet!;
        var problem = sheet.Submit(set, At);
        Assert.Equal("SCO-0011", problem?.Code);
        Assert.Equal(["B.1"], (string[])problem!.Facts!["missing"]!);
        Assert.Equal(ScoreSheetState.Draft, sheet.State);
    }

    [Fact]
    public void Submit_OnlySurveyMissing_IsAccepted()
    {
        var set = Set(new Survey());
        var sheet = ScoreSheet.Draft(Unit(), 2025, set, Entries[..2], null, "w", At).Sheet!;
        Assert.Null(sheet.Submit(set, At));
        Assert.Equal(["B.1"], sheet.Score.Missing);
        Assert.Null(sheet.Appraise(set, [], [new SurveyResult { Leaf = "B.1", Percent = 75 }], "city", At).Problem);
        Assert.Empty(sheet.Score.Missing);
        Assert.Equal(70, sheet.Score.Index);
    }

    [Fact]
    public void Edit_AfterHandIn_IsRefused()
    {
        var set = Set();
        Assert.Equal("SCO-0012", Submitted(set).Edit(set, Entries).Problem?.Code);
    }

    [Fact]
    public void Appraise_Draft_IsRefused()
    {
        var set = Set();
        Assert.Equal("SCO-0013", ScoreSheet.Draft(Unit(), 2025, set, Entries, null, "w", At).Sheet!.Appraise(set, [], [], "city", At).Problem?.Code);
    }

    // domain 2.4: taking MAX(self, review 1, review 2) is the flaw of a public app.
    [Fact]
    public void Appraise_Twice_TheLastWinsNotTheHighest()
    {
        var set = Set();
        var sheet = Submitted(set);
        sheet.Appraise(set, [new LeafVerdict { Leaf = "A.1", Done = 40, Total = 40, Reason = "bổ sung hồ sơ" }], [], "city", At);
        Assert.Equal(80, sheet.Score.Index);
        var (changes, problem) = sheet.Appraise(set, [new LeafVerdict { Leaf = "A.1", Points = 1.5m, Reason = "hồ sơ không hợp lệ" }], [], "city", At);
        Assert.Null(problem);
        Assert.Equal(41.5m, sheet.Score.Index);
        Assert.Equal(60, sheet.SelfIndex);
        var change = Assert.Single(changes);
        Assert.Equal(("A.1", 40m, 1.5m, "hồ sơ không hợp lệ"), (change.Leaf, change.FromPoints, change.ToPoints, change.Reason));
    }

    [Fact]
    public void Appraise_LeavesNotNamed_KeepTheirEarlierAppraisalUntilAccepted()
    {
        var set = Set();
        var sheet = Submitted(set);
        sheet.Appraise(set, [new LeafVerdict { Leaf = "A.2", Met = false, Reason = "không có báo cáo" }], [], "city", At);
        sheet.Appraise(set, [], [], "city", At);
        Assert.Equal(40, sheet.Score.Index);
        sheet.Appraise(set, [new LeafVerdict { Leaf = "A.2", Accept = true, Reason = "đã giải trình" }], [], "city", At);
        Assert.Equal(60, sheet.Score.Index);
    }

    public static TheoryData<LeafVerdict> WrongVerdicts =>
    [
        new LeafVerdict { Leaf = "A.1", Reason = "không có gì" },
        new LeafVerdict { Leaf = "A.1", Points = 40.5m, Reason = "quá điểm" },
        new LeafVerdict { Leaf = "A.1", Points = -1, Reason = "âm" },
        new LeafVerdict { Leaf = "A.1", Points = 1.00001m, Reason = "lẻ" },
        new LeafVerdict { Leaf = "A.1", Points = 1, Done = 1, Total = 2, Reason = "hai cách" },
        new LeafVerdict { Leaf = "A.1", Points = 1, Reason = " " },
        new LeafVerdict { Leaf = "X.1", Points = -1, Reason = "thưởng âm" },
        new LeafVerdict { Leaf = "Z.9", Points = 1, Reason = "không có" },
        null!,
    ];

    [Theory]
    [MemberData(nameof(WrongVerdicts))]
    public void Appraise_VerdictThatDoesNotFit_ChangesNothing(LeafVerdict verdict)
    {
        var set = Set();
        var sheet = Submitted(set);
        Assert.Equal("SCO-0015", sheet.Appraise(set, [verdict], [], "city", At).Problem?.Code);
        Assert.Equal((60m, ScoreSheetState.Submitted, 2), (sheet.Score.Index, sheet.State, sheet.Version));
    }

    [Fact]
    public void Appraise_NotApplicable_LeavesBothSums()
    {
        var set = Set();
        var sheet = Submitted(set);
        sheet.Appraise(set, [new LeafVerdict { Leaf = "A.2", NotApplicable = true, Reason = "không phát sinh" }], [], "city", At);
        Assert.Equal((40m, 80m, 50m), (sheet.Score.Points, sheet.Score.Max, sheet.Score.Index));
    }

    [Fact]
    public void Unit_MessagesOutOfOrder_KeepTheHighestVersion()
    {
        var unit = Unit();
        var told = new UnitRegistered { UnitCode = "10532", Version = 3, Name = "Tên mới", Kind = UnitKind.Ward, RankingBlock = "phuong", Active = true, OccurredAt = At, ActedBy = "t" };
        unit.Learn(told);
        unit.Learn(told with { Version = 2, Name = "Tên cũ" });
        Assert.Equal(("Tên mới", 3), (unit.Name, unit.Version));
    }
}
