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

    /// <summary>Remark of the unit, in Vietnamese.</summary>
    [Text(2000)]
    public string? Note { get; init; }
}

/// <summary>Turns entries into what a sheet keeps, or tells everything that is wrong with them.</summary>
internal static class Entries
{
    public static (Dictionary<string, SheetLeaf>? Leaves, Problem? Problem) Read(IndexDefinition definition, ScoreEntry[] entries)
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
            else if (!leaves.TryAdd(entry.Leaf, new SheetLeaf { Self = entry.Figures(), Note = entry.Note }))
                faults.Add(new FieldError($"/entries/{i}/leaf", $"Tiêu chí {entry.Leaf} được nhập hai lần."));
        }
        return faults.Count > 0 ? (null, Problems.EntriesInvalid with { Errors = [.. faults] })
            : surveys.Count > 0 ? (null, Problems.SurveyByCityOnly with { Errors = [.. surveys] })
            : (leaves, null);
    }

    public static string? Fault(IndexDefinition definition, string code, LeafInput input) =>
        definition.LeafByCode.GetValueOrDefault(code) is { } leaf ? leaf.Formula.Fault(input, leaf.NotApplicableAllowed)
        : Array.Find(definition.Adjustments, a => a.Code == code) is { } adjustment ? adjustment.Formula.Fault(input, notApplicableAllowed: false)
        : $"Bộ chỉ số không có tiêu chí {code}.";
}
