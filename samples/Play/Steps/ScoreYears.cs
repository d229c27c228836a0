using System.Text.Json.Nodes;

namespace Emulation.Play.Steps;

/// <summary>114 ward systems send their self-scored sheets of five years in one batch each; the city appraises every sheet and enters the survey.</summary>
internal static class ScoreYears
{
    public const int First = 2025, Last = 2029;

    private const string UnitUnknown = "SCO-0006", SheetExists = "SCO-0008", SetNotActive = "SCO-0004";

    public static async Task Run(Stage stage)
    {
        var leaves = IndexLeaf.All(stage.IndexSet);
        var set = (string)stage.IndexSet["code"]!;
        var years = Enumerable.Range(First, Last - First + 1).ToArray();

        Say.Step($"Tự chấm điểm: {stage.Wards.Count} đơn vị, các năm {First}–{Last}");
        await stage.EachAsync(stage.Wards, ward => HandIn(ward.Value, [.. years.Select(y => Sheet(ward.Key, y, set, leaves))]));
        Say.Detail($"{stage.Wards.Count * years.Length} phiếu, mỗi phiếu {leaves.Count(l => !l.Survey && !l.Adjustment)} tiêu chí thành phần");

        Say.Step("Thẩm định và nhập kết quả điều tra xã hội học");
        var work = stage.Wards.Keys.Order(StringComparer.Ordinal).SelectMany(unit => years.Select(year => (unit, year))).Chunk(57);
        await stage.EachAsync(work, part => Appraise(stage, [.. part.Select(p => Appraisal(p.unit, p.year, set, leaves))], $"appraise-{part[0].unit}-{part[0].year}"));
        Say.Detail($"{stage.Wards.Count * years.Length} phiếu đã thẩm định");
    }

    /// <summary>Sends the figures the right ward system would send; repeated for items that wait for the unit's registration to arrive.</summary>
    private static async Task HandIn(Api ward, JsonObject[] sheets)
    {
        var giveUp = DateTime.UtcNow.AddSeconds(60);
        while (sheets.Length > 0)
        {
            var answer = await ward.Post("score-sheets/batch", new JsonObject { ["items"] = new JsonArray([.. sheets.Select(s => s.DeepClone())]) }, null);
            var refused = answer["items"]!.AsArray().OfType<JsonNode>()
                .Where(i => i["problem"] is { } p && (string?)p["code"] != SheetExists).ToArray();
            if (refused.FirstOrDefault(i => (string?)i["problem"]!["code"] is not (UnitUnknown or SetNotActive) || DateTime.UtcNow > giveUp) is { } lost)
                throw new RefusedException(new Answer($"score-sheets/batch ({ward.ClientId})", lost["status"]!.GetValue<int>(), lost["problem"]!.DeepClone()));
            sheets = [.. refused.Select(i => sheets[i["index"]!.GetValue<int>()])];
            if (sheets.Length > 0)
                await Task.Delay(300);
        }
    }

    /// <summary>One bad item must not pass unseen: a batch answers 200 all the same.</summary>
    public static async Task Appraise(Stage stage, JsonObject[] items, string key)
    {
        var answer = await stage.City.Post("score-sheets/appraise-batch", new JsonObject { ["items"] = new JsonArray([.. items]) }, key);
        if (answer["items"]!.AsArray().FirstOrDefault(i => i!["problem"] is not null) is { } refused)
            throw new RefusedException(new Answer("score-sheets/appraise-batch", refused["status"]!.GetValue<int>(), refused["problem"]!.DeepClone()));
    }

    private static JsonObject Sheet(string unit, int year, string set, List<IndexLeaf> leaves)
    {
        var facts = new RawFacts(unit, year);
        var entries = leaves.Where(l => !l.Survey).Select(facts.Entry).OfType<JsonObject>().ToArray();
        foreach (var entry in entries)
            Misreport.Spoil(unit, year, entry);
        return new JsonObject
        {
            ["unitCode"] = unit,
            ["year"] = year,
            ["indexSet"] = set,
            ["externalRef"] = $"CCHC-{unit}-{year}",
            ["submit"] = true,
            ["entries"] = new JsonArray([.. entries]),
        };
    }

    private static JsonObject Appraisal(string unit, int year, string set, List<IndexLeaf> leaves)
    {
        var facts = new RawFacts(unit, year);
        return new JsonObject
        {
            ["unitCode"] = unit,
            ["year"] = year,
            ["indexSet"] = set,
            ["survey"] = new JsonArray([.. leaves.Where(l => l.Survey).Select(l => new JsonObject { ["leaf"] = l.Code, ["percent"] = facts.SurveyPercent(l) })]),
        };
    }
}
