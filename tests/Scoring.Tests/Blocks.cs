using Emulation.Contracts.Campaigns;
using Emulation.Scoring.Domain.Blocks;
using Emulation.Scoring.Domain.Formulas;

namespace Emulation.Scoring.Tests;

/// <summary>A small scale and its sheets, for rules of emulation blocks.</summary>
internal static class Blocks
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 2, 0, 0, TimeSpan.Zero);

    /// <summary>A (60): pledge and leader, more is better; B (30): the same, less is better; C (10): met; X: bonus up to 4.</summary>
    public static ScaleDefinition Scale { get; } = new()
    {
        Total = 100,
        Groups = [],
        Criteria =
        [
            new ScaleCriterion { Code = "A", Name = "Thu ngân sách", Max = 60, Formula = new AgainstLeader() },
            new ScaleCriterion { Code = "B", Name = "Hộ nghèo", Max = 30, Formula = new AgainstLeader { Better = Better.Lower } },
            new ScaleCriterion { Code = "C", Name = "Báo cáo", Max = 10, Formula = new YesNo() },
            new ScaleCriterion { Code = "X", Name = "Mô hình mới", Max = 4, Formula = new BonusPenalty { Effect = Effect.Bonus, Cap = 4, Cases = [new ScoredCase { Key = "c", Name = "Mô hình", Points = 2 }] } },
        ],
    };

    public static BlockActor By(string unit) => new(unit, $"test-{unit}", Now);

    public static EmulationBlockMember[] Members(IEnumerable<string> codes) => [.. codes.Select(c => new EmulationBlockMember { Code = c, Name = $"Phường {c}", Outside = !char.IsAsciiDigit(c[0]) })];

    /// <summary>A block with the first two members as head and deputy.</summary>
    public static EmulationBlockFormed Formed(Guid id, string[] members, int version = 1, string? head = null, string? deputy = null, bool active = true, string owner = "31", int year = 2026) => new()
    {
        BlockId = id, Version = version, Code = "khoi-thi-dua-8", Number = 8, Name = "Khối thi đua số 8", OwnerUnitCode = owner,
        Level = owner == "31" ? EmulationBlockLevel.City : EmulationBlockLevel.Ward,
        Period = new EmulationPeriod { Kind = EmulationPeriodKind.CalendarYear, Year = year, From = new(year, 1, 1), To = new(year, 12, 31) },
        HeadUnitCode = head ?? members[0], DeputyUnitCode = deputy ?? members[1], Members = Members(members), Active = active, OccurredAt = Now, ActedBy = "test",
    };

    /// <summary>A sheet on which everything named is confirmed.</summary>
    public static BlockSheet Sheet(string member, (decimal Pledge, decimal Actual) a, (decimal Pledge, decimal Actual) b, bool met = true, int bonus = 0, bool confirmed = true)
    {
        var actor = By(member);
        var (sheet, _, _) = BlockSheet.Open(Guid.Empty, member, ReviewPeriod.Year, Scale,
            [new PledgedTarget { Criterion = "A", Target = a.Pledge }, new PledgedTarget { Criterion = "B", Target = b.Pledge }], actor);
        sheet!.Report(Scale,
        [
            new BlockReportEntry { Criterion = "A", Value = a.Actual }, new BlockReportEntry { Criterion = "B", Value = b.Actual }, new BlockReportEntry { Criterion = "C", Met = met },
            .. bonus > 0 ? [new BlockReportEntry { Criterion = "X", Count = bonus }] : Array.Empty<BlockReportEntry>(),
        ], actor);
        sheet.ConfirmPledge(Scale, By("deputy"));
        if (confirmed)
            sheet.Confirm(Scale, null, reviewedFirst: false, By("deputy"));
        return sheet;
    }
}
