using Emulation.Contracts.Campaigns;
using Emulation.Documents.Domain.Papers;
using static Emulation.Documents.Composition.Plans.PlanWords;

namespace Emulation.Documents.Composition.Plans;

/// <summary>A measurable criterion in words. The comparison is printed exactly as it is judged: “trên” is not “từ … trở lên” (C-34).</summary>
internal static class CriterionText
{
    public static string Of(PlanCriterion criterion, LaunchPlan plan)
    {
        var target = Target(criterion, plan);
        var source = criterion.Source is { } from ? $" (nguồn số liệu: {Bare(from.Name)})" : "";
        return target is null ? $"{Bare(criterion.Text)}{source}." : $"{Bare(criterion.Text)}: {target}{Over(criterion, plan)}{source}.";
    }

    private static string? Target(PlanCriterion criterion, LaunchPlan plan) => criterion switch
    {
        { Class: { } target } => $"{Strive(criterion)}{Continued(Bare(criterion.Measure))} đạt từ mức “{ClassName(target, plan)}” trở lên",
        { Rank: { Tops.Length: > 0 } rank } => $"{Strive(criterion)}thuộc {string.Join(" hoặc ", rank.Tops.Select(top => $"{top.Rank:00} đơn vị dẫn đầu {(top.Block == "*" ? "khối của đơn vị" : $"khối {RankingBlock(top.Block)}")}"))}",
        { Rank: { } rank } => $"{Strive(criterion)}ở {Bare(rank.Name)}{(rank.BlockName is { } block ? $" {Bare(block)}" : "")}",
        { Value: { } value } => $"{Strive(criterion)}{Continued(Bare(criterion.Measure))} {Bound(criterion, value)}{(criterion.Aim is { } aim ? $", phấn đấu {Figure(aim, criterion.Unit)}" : "")}",
        _ => null,
    };

    private static string Strive(PlanCriterion criterion) =>
        criterion.Gate || criterion.Text.Contains("phấn đấu", StringComparison.OrdinalIgnoreCase) ? "" : "phấn đấu ";

    private static string Bound(PlanCriterion criterion, decimal value) => (criterion.Operator, Figure(value, criterion.Unit)) switch
    {
        (CriterionOperator.GreaterOrEqual, var figure) => criterion.ExceedAsked ? $"đạt và vượt {figure}" : value == 100 && criterion.Kind == CriterionKind.Percentage ? $"đạt {figure}" : $"đạt từ {figure} trở lên",
        (CriterionOperator.Greater, var figure) => $"đạt trên {figure}",
        (CriterionOperator.LessOrEqual, var figure) => $"không quá {figure}",
        (CriterionOperator.Less, var figure) => $"dưới {figure}",
        (_, var figure) => criterion.Kind == CriterionKind.Count ? $"bằng {figure}" : $"đạt {figure}",
    };

    private static string Over(PlanCriterion criterion, LaunchPlan plan) => criterion.Period switch
    {
        CriterionPeriod.HalfYear => ", tính theo từng 6 tháng",
        _ when plan.FromYear == plan.ToYear => "",
        CriterionPeriod.Campaign => ", tính cả giai đoạn",
        _ => ", tính theo từng năm",
    };

    private static string ClassName(ClassTarget target, LaunchPlan plan) =>
        plan.ClassScales.FirstOrDefault(scale => scale.Key == target.Scale)?.Classes.FirstOrDefault(c => c.Key == target.AtLeast)?.Name ?? target.AtLeast;
}
