using System.Text.Json.Serialization;

namespace Emulation.Scoring.Domain.Formulas;

/// <summary>What was put in for a leaf. Raw figures are kept, never only their points: a corrected formula or mean needs them.</summary>
public record LeafInput
{
    /// <summary>Met or not (F1).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Met { get; init; }

    /// <summary>Part that was done; with <see cref="Total"/> (F2, F3), or as a percentage where a value is asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Done { get; init; }

    /// <summary>Whole; 0 of 0 means not applicable where the leaf allows it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Total { get; init; }

    /// <summary>Value in the unit of the leaf; 24.6 for 24,6%.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Value { get; init; }

    /// <summary>Number of items, 0–1,000,000.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Count { get; init; }

    /// <summary>Number of items of each case of the formula, by its key; a case left out counts 0.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, int>? Counts { get; init; }

    /// <summary>Result of the survey, 0–100 per cent; only the city enters it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? SurveyPercent { get; init; }

    /// <summary>The leaf does not apply to the unit: it leaves both sums.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool NotApplicable { get; init; }

    internal InputKinds Given =>
        (Met is null ? 0 : InputKinds.Met)
        | (Done is null && Total is null ? 0 : InputKinds.DoneOfTotal)
        | (Value is null ? 0 : InputKinds.Value)
        | (Count is null ? 0 : InputKinds.Count)
        | (Counts is null ? 0 : InputKinds.Counts)
        | (SurveyPercent is null ? 0 : InputKinds.SurveyPercent);

    internal bool LeavesBothSums => NotApplicable || this is { Done: 0, Total: 0 };

    /// <summary>The figure of a kind that asks for one: given outright, as a count, or as a percentage of a total.</summary>
    internal decimal Figure => Value ?? Count ?? Done!.Value * 100 / Total!.Value;

    internal string? NumberFault()
    {
        if (Done is null != Total is null)
            return "Cần cả số đã làm và tổng số.";
        if (Done < 0 || Total < 0)
            return "Số đã làm và tổng số không được âm.";
        if (Total == 0)
            return "Tổng số là 0 mà số đã làm khác 0.";
        if (Count is < 0 or > 1_000_000 || Counts?.Values.Any(n => n is < 0 or > 1_000_000) == true)
            return "Số lượng phải từ 0 đến 1.000.000.";
        if (SurveyPercent is < 0 or > 100)
            return "Kết quả điều tra phải từ 0 đến 100%.";
        return new[] { Done, Total, Value, SurveyPercent }.OfType<decimal>().Select(Scale.NumberFault).FirstOrDefault(f => f is not null);
    }

    internal bool SameAs(LeafInput other) =>
        (Met, Done, Total, Value, Count, SurveyPercent, NotApplicable) == (other.Met, other.Done, other.Total, other.Value, other.Count, other.SurveyPercent, other.NotApplicable)
        && (Counts, other.Counts) switch
        {
            (null, null) => true,
            ({ } a, { } b) => a.Where(c => c.Value != 0).OrderBy(c => c.Key, StringComparer.Ordinal).SequenceEqual(b.Where(c => c.Value != 0).OrderBy(c => c.Key, StringComparer.Ordinal)),
            _ => false,
        };

    /// <summary>Only the figures, without what a derived record adds.</summary>
    internal LeafInput Figures() => new()
    {
        Met = Met,
        Done = Done,
        Total = Total,
        Value = Value,
        Count = Count,
        Counts = Counts,
        SurveyPercent = SurveyPercent,
        NotApplicable = NotApplicable,
    };
}
