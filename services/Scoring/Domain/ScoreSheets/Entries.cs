using Emulation.Scoring.Domain.Formulas;
using Emulation.Scoring.Domain.IndexSets;
using Emulation.ServiceDefaults;
using Microsoft.Extensions.Validation;

namespace Emulation.Scoring.Domain.ScoreSheets;

/// <summary>What a unit enters for one leaf.</summary>
[ValidatableType]
public sealed record ScoreEntry : LeafInput
{
    /// <summary>Code of the leaf: <c>III.3.1</c>.</summary>
    [LeafCode]
    public required string Leaf { get; init; }

    /// <summary>Explanation (giải trình), in Vietnamese: needed to hand in where no document is given.</summary>
    [Text(4000)]
    public string? Explanation { get; init; }

    /// <summary>Evidence (tài liệu kiểm chứng): ids from <c>POST /evidence</c>, of the unit itself; at most 20.</summary>
    [Items(0, 20)]
    public Guid[] Evidence { get; init; } = [];
}

/// <summary>Turns entries into what a sheet keeps, or tells everything that is wrong with them.</summary>
internal static class Entries
{
    /// <param name="definition">The tree.</param>
    /// <param name="entries">As sent.</param>
    /// <param name="evidence">Evidence that the unit may cite.</param>
    public static (Dictionary<string, SheetLeaf>? Leaves, Problem? Problem) Read(IndexDefinition definition, ScoreEntry[] entries, IReadOnlySet<Guid> evidence)
    {
        var leaves = new Dictionary<string, SheetLeaf>(entries.Length, StringComparer.Ordinal);
        List<FieldError> faults = [], surveys = [];
        foreach (var (i, entry) in entries.Index())
        {
            if (entry is null)
                faults.Add(new FieldError($"/entries/{i}", "Mục không được để trống."));
            else if (definition.LeafByCode.GetValueOrDefault(entry.Leaf) is { CityOnly: true })
                surveys.Add(new FieldError($"/entries/{i}/leaf", $"Tiêu chí {entry.Leaf} do thành phố nhập."));
            else if (Fault(definition, entry.Leaf, entry) is { } fault)
                faults.Add(new FieldError($"/entries/{i}", fault));
            else if (!leaves.TryAdd(entry.Leaf, new SheetLeaf { Self = entry.Figures(), Explanation = entry.Explanation, Evidence = Cited(entry.Evidence) }))
                faults.Add(new FieldError($"/entries/{i}/leaf", $"Tiêu chí {entry.Leaf} được nhập hai lần."));
            faults.AddRange(EvidenceFaults($"/entries/{i}", entry?.Evidence, evidence));
        }
        return faults.Count > 0 ? (null, Problems.EntriesInvalid with { Errors = [.. faults] })
            : surveys.Count > 0 ? (null, Problems.SurveyByCityOnly with { Errors = [.. surveys] })
            : (leaves, null);
    }

    /// <summary>Evidence as a sheet keeps it: each once, null when there is none.</summary>
    public static Guid[]? Cited(Guid[] evidence) => evidence.Length == 0 ? null : [.. evidence.Distinct()];

    public static IEnumerable<FieldError> EvidenceFaults(string at, Guid[]? cited, IReadOnlySet<Guid> known) =>
        (cited ?? []).Index().Where(e => !known.Contains(e.Item)).Select(e => new FieldError($"{at}/evidence/{e.Index}", "Đơn vị không có tài liệu kiểm chứng này; hãy tải tệp lên trước."));

    public static string? Fault(IndexDefinition definition, string code, LeafInput input) =>
        definition.LeafByCode.GetValueOrDefault(code) is { } leaf ? leaf.Formula.Fault(input, leaf.NotApplicableAllowed)
        : Array.Find(definition.Adjustments, a => a.Code == code) is { } adjustment ? adjustment.Formula.Fault(input, notApplicableAllowed: false)
        : $"Bộ chỉ số không có tiêu chí {code}.";
}
