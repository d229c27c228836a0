using System.Text.Json.Nodes;

namespace Emulation.Play.Steps;

/// <summary>What happened, as the city's own view counts it, and where to look.</summary>
internal static class Summary
{
    public static async Task Run(Stage stage)
    {
        Say.Step("Kết quả");
        var counts = (await stage.City.Get("nominations/summary"))["items"]!.AsArray().OfType<JsonNode>();
        Say.Table(["Phong trào", "Trạng thái", "Kết luận", "Số hồ sơ"], counts
            .GroupBy(c => ((string)c["campaignCode"]!, Verdicts.State((string?)c["state"]), Verdicts.Outcome((string?)c["eligibility"])))
            .OrderBy(g => g.Key).Select(g => new[] { g.Key.Item1, g.Key.Item2, g.Key.Item3, $"{g.Sum(c => c["count"]!.GetValue<int>())}" }));
        Say.Line("");
        foreach (var reference in new[] { "ltn-06", "ch-04", "cva-01" })
            Example(stage.Nominations[reference]);

        var gateway = stage.Options.Gateway;
        Say.Line("\nXem tiếp:");
        if (stage.Options.Portal is { } portal)
            Say.Detail($"Cổng làm việc           {portal}");
        Say.Detail($"Tài liệu API            {gateway}api/docs");
        Say.Detail($"Toàn cảnh thành phố     {gateway}api/city/overview");
        Say.Detail($"Kết luận của một hồ sơ  {gateway}api/nominations/{stage.Nominations["ltn-06"]["id"]}/verdict");
        Say.Line($"\nXong sau {Say.Elapsed}.");
    }

    /// <summary>One verdict, clause by clause.</summary>
    private static void Example(JsonNode nomination)
    {
        Say.Line($"    {nomination["nominee"]!["name"]} – {nomination["categoryName"]}: {Verdicts.Outcome((string?)nomination["eligibility"])}");
        foreach (var (node, depth) in Leaves(nomination["verdict"]!, 0))
            Say.Detail($"{new string(' ', depth * 2)}{Mark((string?)node["outcome"])} {node["clause"]}  {node["text"]} – {node["explanation"]}");
    }

    private static IEnumerable<(JsonNode Node, int Depth)> Leaves(JsonNode node, int depth) =>
        (node["children"] as JsonArray ?? []).OfType<JsonNode>().SelectMany(c => Leaves(c, depth + 1)).Prepend((node, depth));

    private static string Mark(string? outcome) => outcome switch { "met" => "[x]", "notMet" => "[ ]", _ => "[?]" };
}
