using Emulation.Contracts.Campaigns;
using Emulation.Contracts.Nominations;

namespace Emulation.Nominations.Domain.Eligibility;

/// <summary>“Hoàn thành xuất sắc nhiệm vụ” by the council's own judgement instead of the yearly grade, with its reason (C-41).</summary>
internal static class CouncilsWord
{
    public const string Statement = "completedOutstandingly";

    /// <summary>The verdict when the council has confirmed it; null = the grade decides.</summary>
    public static VerdictNode? On(CompletionGrade condition, Facts facts) =>
        Array.Find(facts.Attestations, a => a is { Statement: Statement, By: Attester.Council, Holds: true } && !string.IsNullOrWhiteSpace(a.Evidence)) is { } word
            ? Judge.Node(condition, "completionGrade", Outcome.Met, "Hội đồng Thi đua - Khen thưởng xác nhận hoàn thành xuất sắc nhiệm vụ.") with
            {
                Facts = [new Fact("Xác nhận của Hội đồng", word.Evidence!, "Phiên họp Hội đồng Thi đua - Khen thưởng")],
            }
            : null;
}
