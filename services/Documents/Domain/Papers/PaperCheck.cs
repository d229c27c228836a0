using System.Text.Json;
using System.Text.Json.Nodes;
using Emulation.ServiceDefaults;

namespace Emulation.Documents.Domain.Papers;

/// <summary>What is wrong with a paper beyond its attributes. Shapes of Contracts carry none, so lists and texts are looked through whatever they belong to.</summary>
internal static class PaperCheck
{
    private const int LongestText = 4000;
    private const int MostItems = 500;

    public static Problem? Of(PaperContent content)
    {
        var faults = Walk(JsonSerializer.SerializeToNode(content, Json.Options), "").Take(50).ToArray();
        // Only a sound shape can be asked what it means.
        if (faults.Length == 0)
            faults = [.. content.Faults().Take(50)];
        return faults.Length == 0 ? content.Misfit : CommonProblems.Invalid with { Errors = faults };
    }

    private static IEnumerable<FieldError> Walk(JsonNode? node, string at) => node switch
    {
        JsonObject members => members.SelectMany(m => Walk(m.Value, $"{at}/{m.Key.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}")),
        JsonArray { Count: > MostItems } => [new(at, $"Không quá {MostItems} mục.")],
        JsonArray items => items.Index().SelectMany(i => i.Item is null || IsBlank(i.Item) ? [new FieldError($"{at}/{i.Index}", "Không mục nào được để trống.")] : Walk(i.Item, $"{at}/{i.Index}")),
        JsonValue value when value.GetValueKind() == JsonValueKind.String && value.GetValue<string>() is { Length: > LongestText } => [new(at, $"Dài không quá {LongestText} ký tự.")],
        _ => [],
    };

    private static bool IsBlank(JsonNode item) => item is JsonValue value && value.GetValueKind() == JsonValueKind.String && !Folding.Readable(value.GetValue<string>());
}
