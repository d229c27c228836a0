using Emulation.Contracts.Campaigns;
using Emulation.Scoring.Domain;
using Emulation.Scoring.Domain.Formulas;
using Emulation.Scoring.Domain.IndexSets;
using Emulation.Scoring.Domain.Rounds;
using Emulation.Scoring.Domain.ScoreSheets;
using Emulation.ServiceDefaults;
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

    private static readonly HashSet<Guid> NoEvidence = [];

    private static ScoreEntry[] Entries =>
    [
        new() { Leaf = "A.1", Done = 20, Total = 40, Explanation = "báo cáo" }, new() { Leaf = "A.2", Met = true, Explanation = "báo cáo" }, new() { Leaf = "B.1", Value = 50, Explanation = "báo cáo" },
    ];

    private static Round Round(IndexSet set) => Scoring.Domain.Rounds.Round.Open(set, 2025, "phuong", new DateOnly(2026, 1, 31), 5, "city", At).Round!;

    private static (ScoreSheet? Sheet, Problem? Problem) Draft(IndexSet set, ScoreEntry[] entries, Unit? unit = null, DateTimeOffset? at = null) =>
        ScoreSheet.Draft(unit ?? Unit(), Round(set), set, entries, NoEvidence, null, "ward", at ?? At);

    private static ScoreSheet Submitted(IndexSet set, ScoreEntry[]? entries = null)
    {
        var sheet = Draft(set, entries ?? Entries).Sheet!;
        Assert.Null(sheet.Approve(set, Round(set), "Chủ tịch", At));
        return sheet;
    }

    private static (LeafChange[] Changes, Problem? Problem) Appraise(ScoreSheet sheet, IndexSet set, params LeafVerdict[] verdicts) =>
        sheet.Appraise(set, Round(set), verdicts, [], false, NoEvidence, "city", At);

    [Fact]
    public void Draft_FullEntries_IsScoredAtOnce()
    {
        var (sheet, problem) = Draft(Set(), Entries);
        Assert.Null(problem);
        Assert.Equal((60m, 100m, 60m), (sheet!.Score.Points, sheet.Score.Max, sheet.Score.Index));
    }

    [Fact]
    public void Draft_AfterTheLastDay_IsLockedAtMidnightOfVietnam()
    {
        // Last day 31/01/2026: its last second in Vietnam is 16:59:59 UTC.
        Assert.Null(Draft(Set(), Entries, at: new DateTimeOffset(2026, 1, 31, 16, 59, 59, TimeSpan.Zero)).Problem);
        Assert.Equal("SCO-0029", Draft(Set(), Entries, at: new DateTimeOffset(2026, 1, 31, 17, 0, 0, TimeSpan.Zero)).Problem?.Code);
    }

    // domain 2.1: without a document the unit must explain.
    [Fact]
    public void Propose_LeafWithoutEvidenceOrExplanation_TellsWhich()
    {
        var set = Set();
        var file = Guid.NewGuid();
        ScoreEntry[] entries = [Entries[0] with { Explanation = null }, Entries[1] with { Explanation = null, Evidence = [file] }, Entries[2]];
        var sheet = ScoreSheet.Draft(Unit(), Round(set), set, entries, new HashSet<Guid> { file }, null, "ward", At).Sheet!;
        Assert.Equal(["A.1"], (string[])sheet.Propose(set, Round(set), At)!.Facts!["unproven"]!);
        Assert.Equal("SCO-0030", sheet.Approve(set, Round(set), "Chủ tịch", At)?.Code);
    }

    [Fact]
    public void Draft_SurveyLeafByTheUnit_IsRefused()
    {
        var (_, problem) = Draft(Set(new Survey()), [new ScoreEntry { Leaf = "B.1", SurveyPercent = 99 }]);
        Assert.Equal("SCO-0010", problem?.Code);
        Assert.Equal("/entries/0/leaf", problem!.Errors[0].Pointer);
    }

    [Fact]
    public void Draft_UnknownTwiceAndMisfittingEntries_NamesEachPlace()
    {
        var (_, problem) = Draft(Set(), [.. Entries, new ScoreEntry { Leaf = "A.2", Met = false }, new ScoreEntry { Leaf = "Z.9", Met = true }, null!]);
        Assert.Equal("SCO-0009", problem?.Code);
        Assert.Equal(["/entries/3/leaf", "/entries/4", "/entries/5"], problem!.Errors.Select(e => e.Pointer));
    }

    [Fact]
    public void Submit_LeafMissing_TellsWhich()
    {
        var set = Set();
        var sheet = Draft(set, Entries[..2]).Sheet!;
        var problem = sheet.Propose(set, Round(set), At);
        Assert.Equal("SCO-0011", problem?.Code);
        Assert.Equal(["B.1"], (string[])problem!.Facts!["missing"]!);
        Assert.Equal(ScoreSheetState.Draft, sheet.State);
    }

    [Fact]
    public void Submit_OnlySurveyMissing_IsAccepted()
    {
        var set = Set(new Survey());
        var sheet = Submitted(set, Entries[..2]);
        Assert.Equal(["B.1"], sheet.Score.Missing);
        Assert.Null(sheet.Appraise(set, Round(set), [], [new SurveyResult { Leaf = "B.1", Percent = 75 }], true, NoEvidence, "city", At).Problem);
        Assert.Empty(sheet.Score.Missing);
        Assert.Equal(70, sheet.Score.Index);
    }

    [Fact]
    public void Edit_AfterHandIn_IsRefused()
    {
        var set = Set();
        Assert.Equal("SCO-0012", Submitted(set).Edit(set, Round(set), Entries, NoEvidence, At).Problem?.Code);
    }

    [Fact]
    public void Appraise_Draft_IsRefused()
    {
        var set = Set();
        Assert.Equal("SCO-0013", Appraise(Draft(set, Entries).Sheet!, set).Problem?.Code);
    }

    // domain 2.4: taking MAX(self, review 1, review 2) is the flaw of a public app.
    [Fact]
    public void Appraise_Twice_TheLastWinsNotTheHighest()
    {
        var set = Set();
        var sheet = Submitted(set);
        Appraise(sheet, set, new LeafVerdict { Leaf = "A.1", Done = 40, Total = 40, Reason = "bổ sung hồ sơ" });
        Assert.Equal(80, sheet.Score.Index);
        var (changes, problem) = Appraise(sheet, set, new LeafVerdict { Leaf = "A.1", Points = 1.5m, Reason = "hồ sơ không hợp lệ" });
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
        Appraise(sheet, set, new LeafVerdict { Leaf = "A.2", Met = false, Reason = "không có báo cáo" });
        Appraise(sheet, set);
        Assert.Equal(40, sheet.Score.Index);
        Appraise(sheet, set, new LeafVerdict { Leaf = "A.2", Accept = true, Reason = "đã giải trình" });
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
        Assert.Equal("SCO-0015", Appraise(sheet, set, verdict).Problem?.Code);
        Assert.Equal((60m, ScoreSheetState.Submitted, 2), (sheet.Score.Index, sheet.State, sheet.Version));
    }

    [Fact]
    public void Appraise_NotApplicable_LeavesBothSums()
    {
        var set = Set();
        var sheet = Submitted(set);
        Appraise(sheet, set, new LeafVerdict { Leaf = "A.2", NotApplicable = true, Reason = "không phát sinh" });
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
