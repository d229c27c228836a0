using System.Text.Json.Nodes;

namespace Emulation.Play;

/// <summary>Reads verdicts for people.</summary>
public static class Verdicts
{
    public static string Outcome(string? outcome) => outcome switch
    {
        "met" => "ĐẠT",
        "notMet" => "KHÔNG ĐẠT",
        _ => "CHƯA ĐỦ CĂN CỨ",
    };

    /// <summary>The deepest nodes that decided: what fails, else what is waited for, else nothing.</summary>
    public static string Why(JsonNode nomination)
    {
        if (nomination["verdict"] is not { } root || (string?)root["outcome"] is not { } outcome || outcome == "met")
            return "";
        var leaf = Deciding(root, outcome).First();
        return $"{leaf["clause"]}: {leaf["explanation"]}";
    }

    public static void Show(Stage stage) => Say.Table(["Hồ sơ", "Đối tượng", "Hạng mục", "Kết luận", "Vì sao"],
        stage.Nominations.OrderBy(n => n.Key, StringComparer.Ordinal).Select(n => new[]
        {
            n.Key, Short((string?)n.Value["nominee"]!["name"], 34), Short((string?)n.Value["categoryName"], 44),
            Outcome((string?)n.Value["eligibility"]), Short(Why(n.Value), 110),
        }));

    public static void ShowStates(Stage stage) => Say.Table(["Hồ sơ", "Đối tượng", "Kết luận", "Trạng thái"],
        stage.Nominations.OrderBy(n => n.Key, StringComparer.Ordinal).Select(n => new[]
        {
            n.Key, Short((string?)n.Value["nominee"]!["name"], 60), Outcome((string?)n.Value["eligibility"]), State((string?)n.Value["state"]),
        }));

    public static string State(string? state) => state switch
    {
        "draft" => "dự thảo",
        "submitted" => "đã nộp, còn chờ",
        "returned" => "trả lại để bổ sung",
        "forwarded" => "đã trình thành phố",
        "agreed" => "Hội đồng đã thống nhất",
        "appraised" => "đã thẩm định",
        "awarded" => "đã khen thưởng",
        "rejected" => "không xét",
        _ => "đã rút",
    };

    /// <summary>Fresh answers for all nominations.</summary>
    public static Task Refresh(Stage stage) => stage.EachAsync(stage.Nominations.ToArray(), async n =>
        stage.Nominations[n.Key] = await stage.City.Get($"nominations/{n.Value["id"]}"));

    private static IEnumerable<JsonNode> Deciding(JsonNode node, string outcome)
    {
        var parts = (node["children"] as JsonArray ?? []).OfType<JsonNode>().Where(c => (string?)c["outcome"] == outcome).ToArray();
        return parts.Length == 0 ? [node] : parts.SelectMany(p => Deciding(p, outcome));
    }

    private static string Short(string? text, int length) => text is null ? "" : text.Length <= length ? text : text[..(length - 1)] + "…";
}
