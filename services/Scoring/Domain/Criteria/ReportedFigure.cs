using System.Text.Json.Serialization;
using Emulation.Contracts.Campaigns;
using Emulation.Scoring.Domain.Formulas;
using Emulation.ServiceDefaults;

namespace Emulation.Scoring.Domain.Criteria;

/// <summary>What a unit reports on a criterion: exactly one of done of total, value, count, text, as the criterion asks. Raw figures are kept, a rate is always computed.</summary>
public sealed record ReportedFigure
{
    private const int MaxText = 4000;

    /// <summary>Part that was done (handled on time or early, collected), from 0; with <c>total</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Done { get; init; }

    /// <summary>Whole (all handled, the plan), from 0; 0 of 0 says that nothing occurred, and decides nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Total { get; init; }

    /// <summary>Value in the unit of the criterion: 99.9 for 99,9%. At most six decimals.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Value { get; init; }

    /// <summary>Number of cases, from 0.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Count { get; init; }

    /// <summary>Result in words, 1–4000 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Text { get; init; }

    internal bool IsShare => Done is not null && Total is not null;

    /// <summary>The figure as a number, in the unit of the criterion; null in words, and when nothing occurred.</summary>
    internal decimal? Number => Value ?? Count ?? (IsShare && Total > 0 ? Done * 100 / Total : null);

    /// <summary>Below, at or above a target; a share is compared by its products, so that no rounding carries it over the line.</summary>
    internal int CompareTo(decimal target) => IsShare ? decimal.Compare(Done!.Value * 100, target * Total!.Value) : decimal.Compare(Number!.Value, target);

    /// <summary>Whether it is of the kind that the criterion asks for; an amendment may have changed that since.</summary>
    internal bool Fits(PlanCriterion criterion) => Given == 1 && criterion.Kind switch
    {
        CriterionKind.Percentage => IsShare || Value is not null,
        CriterionKind.Value => Value is not null || (IsShare && criterion.Unit == "%"),
        CriterionKind.Count => Count is not null,
        CriterionKind.Text => Text is not null,
        _ => false,
    };

    internal Problem? Fault(PlanCriterion criterion)
    {
        if (Done is null != Total is null)
            return Problems.FigureInvalid.At("/figure", "Cần cả số đã làm (done) và tổng số (total).");
        if (!Fits(criterion))
            return Problems.FigureInvalid.At("/figure", criterion.Kind switch
            {
                CriterionKind.Percentage => "Tiêu chí này cần đúng một trong hai: số đã làm trên tổng số, hoặc tỷ lệ.",
                CriterionKind.Count => "Tiêu chí này cần số lượng.",
                CriterionKind.Text => "Tiêu chí này cần kết quả bằng lời (text).",
                _ when criterion.Unit == "%" => "Tiêu chí này cần đúng một trong hai: giá trị, hoặc số thực hiện trên số giao.",
                _ => "Tiêu chí này cần giá trị.",
            });
        if (new[] { (Done, "done"), (Total, "total"), (Value, "value") }.FirstOrDefault(n => n.Item1 is { } number && Scale.NumberFault(number) is not null) is (not null, var at))
            return Problems.FigureInvalid.At($"/figure/{at}", "Số quá lớn, hoặc có quá 6 chữ số thập phân.");
        // Here, not by attribute: the generator of validation passes over what JSON may leave out.
        if (Text is not null && (string.IsNullOrWhiteSpace(Text) || Text.Length > MaxText))
            return Problems.FigureInvalid.At("/figure/text", $"Phải có nội dung, dài không quá {MaxText} ký tự.");
        if (Count < 0)
            return Problems.FigureInvalid.At("/figure/count", "Số lượng phải từ 0.");
        if (Done < 0 || Total < 0)
            return Problems.FigureInvalid.At("/figure", "Số đã làm và tổng số không được âm.");
        if (Total == 0 && (Done != 0 || criterion.Kind != CriterionKind.Percentage))
            return Problems.FigureInvalid.At("/figure/total", "Tổng số phải lớn hơn 0; tỷ lệ không phát sinh thì ghi 0 trên 0.");
        if (criterion.Kind == CriterionKind.Percentage && (Value is < 0 or > 100 || Done > Total))
            return Problems.FigureInvalid.At("/figure", "Tỷ lệ phải từ 0 đến 100%.");
        return null;
    }

    private int Given => (IsShare ? 1 : 0) + (Value is null ? 0 : 1) + (Count is null ? 0 : 1) + (Text is null ? 0 : 1);
}
