using Emulation.Contracts.Campaigns;

namespace Emulation.Scoring.Domain.Criteria;

/// <summary>Judges a criterion from its target and what is known: a pure function, in three values.</summary>
internal static class CriterionJudge
{
    public static CriterionVerdict Judge(PlanCriterion criterion, ClassScale[] scales, ReportedFigure? figure, Assessment? assessment, IndexFact? index) => criterion.Kind switch
    {
        CriterionKind.IndexClass => IndexJudge.Class(criterion, scales, index),
        CriterionKind.IndexRank => IndexJudge.Rank(criterion, index),
        _ when figure is null => CriterionVerdict.Unknown("Đơn vị chưa báo cáo."),
        _ when !figure.Fits(criterion) => CriterionVerdict.Unknown("Kế hoạch đã điều chỉnh cách tính: cần báo cáo lại."),
        CriterionKind.Text => Words(assessment),
        _ when figure.Number is null => CriterionVerdict.Unknown("Không phát sinh trường hợp nào (0/0): chưa có căn cứ kết luận."),
        _ => Number(criterion, figure),
    };

    public static ClauseVerdict Clause(IReadOnlyCollection<(PlanCriterion Criterion, CriterionVerdict Verdict)> parts)
    {
        var gates = parts.Where(p => p.Criterion.Gate).ToArray();
        var aims = parts.Where(p => !p.Criterion.Gate).Select(p => Reached(p.Verdict.Outcome))
            .Concat(gates.Where(g => g.Criterion.Aim is not null).Select(g => g.Verdict.AimReached)).ToArray();
        return new ClauseVerdict(
            All((gates.Length > 0 ? gates : parts).Select(p => p.Verdict.Outcome).ToArray()),
            aims.Length == 0 || (aims.Contains(null) && !aims.Contains(false)) ? null : !aims.Contains(false));
    }

    private static CriterionOutcome All(CriterionOutcome[] outcomes) =>
        outcomes.Contains(CriterionOutcome.NotMet) ? CriterionOutcome.NotMet
        : outcomes.Contains(CriterionOutcome.NotYetKnown) ? CriterionOutcome.NotYetKnown
        : CriterionOutcome.Met;

    private static bool? Reached(CriterionOutcome outcome) => outcome == CriterionOutcome.NotYetKnown ? null : outcome == CriterionOutcome.Met;

    private static CriterionVerdict Words(Assessment? assessment) =>
        assessment is null ? CriterionVerdict.Unknown("Đã báo cáo bằng lời, chờ đơn vị phát động đánh giá.") : CriterionVerdict.Of(assessment.Met, assessment.Reason);

    private static CriterionVerdict Number(PlanCriterion criterion, ReportedFigure figure)
    {
        // Exactly as printed: “trên” is not “từ … trở lên” (C-34).
        var side = figure.CompareTo(criterion.Value!.Value);
        var met = criterion.Operator switch
        {
            CriterionOperator.GreaterOrEqual => side >= 0,
            CriterionOperator.Greater => side > 0,
            CriterionOperator.Equal => side == 0,
            CriterionOperator.LessOrEqual => side <= 0,
            CriterionOperator.Less => side < 0,
            _ => throw new InvalidOperationException($"{criterion.Operator} compares nothing."),
        };
        var lower = criterion.Direction() == CriterionDirection.Lower;
        bool? exceeded = criterion.ExceedAsked ? lower ? side < 0 : side > 0 : null;
        bool? aimReached = criterion.Aim is { } aim ? lower ? figure.CompareTo(aim) <= 0 : figure.CompareTo(aim) >= 0 : null;
        return CriterionVerdict.Of(met, CriterionWords.Reason(criterion, figure, met, exceeded, aimReached)) with
        {
            Number = CriterionWords.Cut(figure.Number!.Value), Exceeded = exceeded, AimReached = aimReached,
        };
    }
}
