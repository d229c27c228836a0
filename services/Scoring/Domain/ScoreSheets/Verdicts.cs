using Emulation.Scoring.Domain.Formulas;
using Emulation.Scoring.Domain.IndexSets;
using Emulation.ServiceDefaults;
using Microsoft.Extensions.Validation;

namespace Emulation.Scoring.Domain.ScoreSheets;

/// <summary>What an appraiser says of one leaf: other figures, points outright, or back to the self score.</summary>
[ValidatableType]
public sealed record LeafVerdict : LeafInput
{
    /// <summary>Code of the leaf: <c>III.3.1</c>.</summary>
    [LeafCode]
    public required string Leaf { get; init; }

    /// <summary>Points outright, within the leaf's range; a penalty is negative. Not together with figures.</summary>
    public decimal? Points { get; init; }

    /// <summary>True takes back an earlier appraisal: the self score counts again.</summary>
    public bool Accept { get; init; }

    /// <summary>Why, in Vietnamese; the unit reads it.</summary>
    [Text(2000)]
    public required string Reason { get; init; }

    /// <summary>Evidence of the appraiser's own, ids from <c>POST /evidence</c>; a bonus or penalty needs some, from either side.</summary>
    [Items(0, 20)]
    public Guid[] Evidence { get; init; } = [];
}

/// <summary>Result of the survey for one leaf.</summary>
[ValidatableType]
public sealed record SurveyResult
{
    /// <summary>Code of the leaf: <c>IX.1.1</c>.</summary>
    [LeafCode]
    public required string Leaf { get; init; }

    /// <summary>Result, 0–100 per cent.</summary>
    public required decimal Percent { get; init; }
}

/// <summary>Turns an appraiser's verdicts into appraisals, or tells everything that is wrong with them.</summary>
internal static class Verdicts
{
    public static (Dictionary<string, Appraisal>? Appraisals, Problem? Problem) Read(
        IndexDefinition definition, IReadOnlyDictionary<string, SheetLeaf> leaves, LeafVerdict[] changes, SurveyResult[] survey, IReadOnlySet<Guid> evidence, string by, DateTimeOffset at)
    {
        var appraisals = new Dictionary<string, Appraisal>(StringComparer.Ordinal);
        List<FieldError> faults = [];
        foreach (var (i, change) in changes.Index())
        {
            if ((change is null ? "Mục không được để trống." : Fault(definition, change)) is { } fault)
                faults.Add(new FieldError($"/changes/{i}", fault));
            else if (!appraisals.TryAdd(change!.Leaf, Of(change, by, at)))
                faults.Add(new FieldError($"/changes/{i}/leaf", $"Tiêu chí {change.Leaf} được nêu hai lần."));
            else if (Unproven(definition, leaves, change))
                faults.Add(new FieldError($"/changes/{i}/evidence", "Điểm thưởng, điểm trừ phải có tài liệu kiểm chứng."));
            faults.AddRange(Entries.EvidenceFaults($"/changes/{i}", change?.Evidence, evidence));
        }
        foreach (var (i, result) in survey.Index())
        {
            var input = new LeafInput { SurveyPercent = result?.Percent };
            if ((result is null ? "Mục không được để trống." : Entries.Fault(definition, result.Leaf, input)) is { } fault)
                faults.Add(new FieldError($"/survey/{i}", fault));
            else if (!appraisals.TryAdd(result!.Leaf, new Appraisal { Input = input, By = by, At = at }))
                faults.Add(new FieldError($"/survey/{i}/leaf", $"Tiêu chí {result.Leaf} được nêu hai lần."));
        }
        return faults.Count > 0 ? (null, Problems.AppraisalInvalid with { Errors = [.. faults] }) : (appraisals, null);
    }

    private static Appraisal Of(LeafVerdict change, string by, DateTimeOffset at) =>
        new() { Accepted = change.Accept, Input = change.Points is null && !change.Accept ? change.Figures() : null, Points = change.Points, Reason = change.Reason, Evidence = Entries.Cited(change.Evidence), By = by, At = at };

    // Points outside the 100 rest on evidence of their own (domain 2.4, F12); taking them away needs none.
    private static bool Unproven(IndexDefinition definition, IReadOnlyDictionary<string, SheetLeaf> leaves, LeafVerdict change) =>
        Array.Find(definition.Adjustments, a => a.Code == change.Leaf) is { } adjustment
        && !change.Accept && (change.Points ?? adjustment.BonusPenalty.Signed(change.Figures())) != 0
        && change.Evidence.Length == 0 && leaves.GetValueOrDefault(change.Leaf)?.Evidence is not { Length: > 0 };

    private static string? Fault(IndexDefinition definition, LeafVerdict change)
    {
        var figures = change.Given != InputKinds.None || change.NotApplicable;
        if ((figures ? 1 : 0) + (change.Points is null ? 0 : 1) + (change.Accept ? 1 : 0) != 1)
            return "Nêu đúng một trong ba: số liệu thẩm định, điểm (points), hoặc chấp nhận tự chấm (accept).";
        if (string.IsNullOrWhiteSpace(change.Reason))
            return "Phải nêu lý do.";
        if (figures)
            return Entries.Fault(definition, change.Leaf, change);
        if (Range(definition, change.Leaf) is not { } range)
            return $"Bộ chỉ số không có tiêu chí {change.Leaf}.";
        return change.Points is { } points && (points < range.Least || points > range.Most || Scale.Keep(points) != points)
            ? $"Điểm phải từ {range.Least:0.####} đến {range.Most:0.####}, không quá 4 chữ số thập phân."
            : null;
    }

    private static (decimal Least, decimal Most)? Range(IndexDefinition definition, string code) =>
        definition.LeafByCode.GetValueOrDefault(code) is { } leaf ? (0, leaf.Max)
        : Array.Find(definition.Adjustments, a => a.Code == code)?.BonusPenalty is { } f ? f.Effect == Effect.Bonus ? (0, f.Cap) : (-f.Cap, 0)
        : null;
}
