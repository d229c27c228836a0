using System.Text.Json.Nodes;

namespace Emulation.Play.Steps;

/// <summary>A ward finds its own slip after publication: the city appraises again, publishes a correction, and open nominations are judged anew.</summary>
internal static class CorrectRanking
{
    private const string Affected = "ltn-06";

    public static async Task Run(Stage stage)
    {
        Say.Step($"Đính chính xếp hạng năm {Misreport.Year} (phiếu của {Misreport.Unit} ghi thiếu một chữ số ở tiêu chí {Misreport.Leaf})");
        var before = stage.Nominations[Affected] = await Settled(stage);
        var set = (string)stage.IndexSet["code"]!;
        var sheet = await ScoreYears.SheetId(stage.City, Misreport.Unit, Misreport.Year, set);
        await stage.City.Post($"score-sheets/{sheet}/reopen", new JsonObject { ["to"] = "appraisal", ["reason"] = "Đơn vị đề nghị xem lại số liệu đã công bố." }, null);
        await ScoreYears.Appraise(stage, [Reappraisal(stage, set)], "reappraise");
        await stage.City.Post($"score-sheets/{sheet}/finalise", null, null);
        var corrected = await stage.City.Post("rankings/correct", new JsonObject
        {
            ["year"] = Misreport.Year,
            ["block"] = "phuong",
            ["indexSet"] = set,
            ["reason"] = $"Phường Lê Thanh Nghị ghi thiếu một chữ số ở tiêu chí {Misreport.Leaf}; đã đối chiếu hệ thống thông tin giải quyết TTHC.",
        }, "correct-ranking");
        var place = corrected["ranked"]!.AsArray().First(r => (string?)r!["unitCode"] == Misreport.Unit)!;
        Say.Detail($"Lần công bố {corrected["version"]}: {place["unitName"]} hạng {place["rank"]}, {Say.Number(place["indexShown"]!.GetValue<decimal>())} điểm");

        // Played before: the correction was out already.
        if ((string?)before["eligibility"] == "met")
            return;
        stage.Nominations[Affected] = await Changed(stage, before);
        Say.Detail($"Hồ sơ {Affected}: {Verdicts.Outcome((string?)before["eligibility"])} → {Verdicts.Outcome((string?)stage.Nominations[Affected]["eligibility"])}");
    }

    private static JsonObject Reappraisal(Stage stage, string set)
    {
        var leaf = IndexLeaf.All(stage.IndexSet).Single(l => l.Code == Misreport.Leaf);
        var figures = new RawFacts(Misreport.Unit, Misreport.Year).Entry(leaf)!;
        figures["reason"] = "Số hồ sơ đúng hạn theo hệ thống, thay số ghi thiếu một chữ số.";
        return new JsonObject { ["unitCode"] = Misreport.Unit, ["year"] = Misreport.Year, ["indexSet"] = set, ["changes"] = new JsonArray(figures) };
    }

    /// <summary>The verdict once the ranking of the last year has arrived: nothing is waited for any more.</summary>
    private static Task<JsonNode> Settled(Stage stage) => Until(stage, n => (string?)n["eligibility"] != "notYetKnown");

    private static Task<JsonNode> Changed(Stage stage, JsonNode before) => Until(stage, n => (string?)n["eligibility"] != (string?)before["eligibility"]);

    private static async Task<JsonNode> Until(Stage stage, Func<JsonNode, bool> there)
    {
        var giveUp = DateTime.UtcNow.AddSeconds(10);
        while (true)
        {
            var nomination = await stage.City.Get($"nominations/{stage.Nominations[Affected]["id"]}");
            if (there(nomination) || DateTime.UtcNow > giveUp)
                return nomination;
            await Task.Delay(200);
        }
    }
}
