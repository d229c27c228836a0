using System.Text.Json.Nodes;

namespace Emulation.Play.Steps;

/// <summary>The city publishes the rankings of both commune-level blocks, year by year.</summary>
internal static class PublishRankings
{
    private const string BachLongVi = "11948";

    public static async Task Run(Stage stage, int from, int to)
    {
        Say.Step($"Công bố xếp hạng Chỉ số CCHC các năm {from}–{to}");
        foreach (var year in Enumerable.Range(from, to - from + 1))
        {
            var first = new List<string>();
            foreach (var block in new[] { "phuong", "xa-dac-khu" })
            {
                var ranking = await stage.City.Post("rankings", Request(stage, year, block), $"ranking-{year}-{block}");
                var units = ranking["ranked"]!.AsArray();
                first.Add($"{(block == "phuong" ? "phường" : "xã, đặc khu")}: {units.Count} đơn vị, dẫn đầu {units[0]!["unitName"]} {Say.Number(units[0]!["indexShown"]!.GetValue<decimal>())}");
            }
            Say.Detail($"{year} – {string.Join("; ", first)}");
        }
    }

    private static JsonObject Request(Stage stage, int year, string block)
    {
        var request = new JsonObject { ["year"] = year, ["block"] = block, ["indexSet"] = (string)stage.IndexSet["code"]! };
        // 69 communes and zones, 68 of them ranked, as in the published index of 2025.
        if (block == "xa-dac-khu")
            request["unranked"] = new JsonArray(new JsonObject { ["unitCode"] = BachLongVi, ["reason"] = "Đặc thù đảo xa bờ, chưa phát sinh đủ thủ tục hành chính để đánh giá." });
        return request;
    }
}
