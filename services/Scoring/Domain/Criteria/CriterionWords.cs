using System.Globalization;
using Emulation.Contracts.Campaigns;

namespace Emulation.Scoring.Domain.Criteria;

/// <summary>Which way a figure gets better.</summary>
public enum CriterionDirection
{
    /// <summary>More is better.</summary>
    Higher,
    /// <summary>Less is better.</summary>
    Lower,
    /// <summary>Only the figure itself will do.</summary>
    Exact,
}

/// <summary>Targets and judgements in Vietnamese.</summary>
internal static class CriterionWords
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    public static CriterionDirection? Direction(this PlanCriterion criterion) => criterion.Operator switch
    {
        CriterionOperator.GreaterOrEqual or CriterionOperator.Greater => CriterionDirection.Higher,
        CriterionOperator.LessOrEqual or CriterionOperator.Less => CriterionDirection.Lower,
        CriterionOperator.Equal => CriterionDirection.Exact,
        _ => null,
    };

    /// <summary>What is to be reached: <c>trên 80%</c>, <c>từ 95% trở lên; phấn đấu 100%</c>.</summary>
    public static string Target(this PlanCriterion criterion, ClassScale[] scales) => criterion switch
    {
        { Class: { } target } => $"từ “{IndexJudge.NameOf(scales, target)}” trở lên",
        { Rank: { Tops.Length: 0 } rank } => $"{rank.Name} (kế hoạch không nêu số đơn vị)",
        { Rank: { } rank } => $"{rank.Name}: {string.Join("; ", rank.Tops.Select(t => $"tốp {t.Rank} khối {Block(t.Block)}"))}",
        { Value: { } value } => Bound(criterion, value) + (criterion.ExceedAsked ? ", đạt và vượt" : "") + (criterion.Aim is { } aim ? $"; phấn đấu {Figure(criterion, aim)}" : ""),
        _ => "kết quả bằng lời, đơn vị phát động đánh giá",
    };

    public static string Reason(PlanCriterion criterion, ReportedFigure figure, bool met, bool? exceeded, bool? aimReached) =>
        $"{criterion.Measure}: {Figure(criterion, figure.Number!.Value)}{(figure.IsShare ? $" ({Number(figure.Done!.Value)}/{Number(figure.Total!.Value)})" : "")}; "
        + $"yêu cầu {Bound(criterion, criterion.Value!.Value)}: {(met ? "đạt" : "không đạt")}."
        + (exceeded, met) switch { (true, _) => " Vượt chỉ tiêu.", (false, true) => " Chưa vượt chỉ tiêu.", _ => "" }
        + aimReached switch { true => " Đã đến mức phấn đấu ", false => " Chưa đến mức phấn đấu ", null => "" } + (criterion.Aim is { } aim ? $"{Figure(criterion, aim)}." : "");

    /// <summary>Cut off, never rounded: 99.9999999 must not be shown as 100.</summary>
    public static decimal Cut(decimal number) => decimal.Truncate(number * 1_000_000) / 1_000_000;

    public static string Block(string code) => code switch
    {
        "so-nganh" => "sở, ban, ngành",
        "phuong" => "phường",
        "xa-dac-khu" => "xã, đặc khu",
        "*" => "của đơn vị",
        _ => code,
    };

    private static string Bound(PlanCriterion criterion, decimal value) => criterion.Operator switch
    {
        CriterionOperator.GreaterOrEqual => $"từ {Figure(criterion, value)} trở lên",
        CriterionOperator.Greater => $"trên {Figure(criterion, value)}",
        CriterionOperator.LessOrEqual => $"không quá {Figure(criterion, value)}",
        CriterionOperator.Less => $"dưới {Figure(criterion, value)}",
        _ => $"bằng {Figure(criterion, value)}",
    };

    private static string Figure(PlanCriterion criterion, decimal number) =>
        Number(number) + criterion.Unit switch { null => "", "%" => "%", { } unit => $" {unit}" };

    private static string Number(decimal number) => Cut(number).ToString("#,##0.######", Vietnamese);
}
