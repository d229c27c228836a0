using System.Text.Json;
using System.Text.Json.Nodes;
using Emulation.ServiceDefaults;

namespace Emulation.Campaigns.Domain;

/// <summary>A place where two versions of a plan differ.</summary>
/// <param name="Pointer">JSON pointer into the plan.</param>
/// <param name="Before">Value before; null when there was none.</param>
/// <param name="After">Value after; null when there is none any more.</param>
public sealed record PlanChange(string Pointer, JsonNode? Before, JsonNode? After);

/// <summary>What changed from one version of a plan to the next. Categories, criteria, scales, reports, tasks and roles are told apart by key, everything else by place.</summary>
internal static class PlanDiff
{
    private static readonly string[] Keyed = ["/scheme/categories", "/criteria", "/classScales", "/reports", "/tasks", "/roles"];

    public static PlanChange[] Between(CampaignPlan before, CampaignPlan after)
    {
        var changes = new List<PlanChange>();
        Compare("", Tree(before), Tree(after), changes);
        return [.. changes];
    }

    private static JsonNode? Tree(CampaignPlan plan) => JsonSerializer.SerializeToNode(plan.Keyed(), Json.Options);

    private static void Compare(string pointer, JsonNode? before, JsonNode? after, List<PlanChange> changes)
    {
        if (JsonNode.DeepEquals(before, after))
            return;
        switch (before, after)
        {
            case (JsonObject a, JsonObject b):
                foreach (var name in a.Select(p => p.Key).Union(b.Select(p => p.Key)))
                    Compare($"{pointer}/{name}", a[name], b[name], changes);
                break;
            case (JsonArray a, JsonArray b) when Keyed.Contains(pointer):
                var keys = a.Concat(b).Select(Key).Distinct();
                foreach (var key in keys)
                    Compare($"{pointer}/{key}", a.FirstOrDefault(c => Key(c) == key), b.FirstOrDefault(c => Key(c) == key), changes);
                break;
            case (JsonArray a, JsonArray b) when a.Count == b.Count:
                for (var i = 0; i < a.Count; i++)
                    Compare($"{pointer}/{i}", a[i], b[i], changes);
                break;
            default:
                changes.Add(new PlanChange(pointer, before?.DeepClone(), after?.DeepClone()));
                break;
        }
    }

    private static string Key(JsonNode? item) => (string?)item?["key"] ?? "";
}
