using System.Text.Json.Nodes;

namespace Emulation.Play;

/// <summary>A leaf of the index set as the sample file gives it: what a ward's own system knows of the form it fills in.</summary>
public sealed record IndexLeaf(string Code, string Kind, JsonNode Formula, decimal Max, bool MayNotApply, bool Adjustment)
{
    /// <summary>People are asked, not the unit: the city enters the result.</summary>
    public bool Survey => Kind == "survey";

    public decimal Number(string name) => Formula[name]!.GetValue<decimal>();

    public static List<IndexLeaf> All(JsonNode indexSet)
    {
        var leaves = new List<IndexLeaf>();
        var definition = indexSet["definition"] ?? indexSet;
        foreach (var criterion in definition["areas"]!.AsArray().SelectMany(a => a!["criteria"]!.AsArray()).OfType<JsonNode>())
        {
            var parts = criterion["leaves"] as JsonArray is { Count: > 0 } own ? own.OfType<JsonNode>() : [criterion];
            leaves.AddRange(parts.Select(p => Of(p, adjustment: false)));
        }
        leaves.AddRange((definition["adjustments"] as JsonArray ?? []).OfType<JsonNode>().Select(p => Of(p, adjustment: true)));
        return leaves;
    }

    private static IndexLeaf Of(JsonNode node, bool adjustment) => new(
        (string)node["code"]!, (string)node["formula"]!["kind"]!, node["formula"]!, node["max"]?.GetValue<decimal>() ?? 0,
        node["notApplicableAllowed"]?.GetValue<bool>() ?? false, adjustment);
}
