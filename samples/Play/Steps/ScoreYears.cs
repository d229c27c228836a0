using System.Text.Json.Nodes;

namespace Emulation.Play.Steps;

/// <summary>114 ward systems send their self-scored sheets of five years in one batch each; the city appraises every sheet and enters the survey.</summary>
internal static class ScoreYears
{
    public const int First = 2025, Last = 2029;

    public static async Task Run(Stage stage)
    {
        var leaves = IndexLeaf.All(stage.IndexSet);
        var set = (string)stage.IndexSet["code"]!;
        var years = Enumerable.Range(First, Last - First + 1).ToArray();

        Say.Step($"Tự chấm điểm: {stage.Wards.Count} đơn vị, các năm {First}–{Last}");
        var sheets = new System.Collections.Concurrent.ConcurrentBag<(string Id, string Unit, int Year)>();
        await stage.EachAsync(stage.Wards, async ward =>
        {
            var batch = new JsonObject { ["items"] = new JsonArray([.. years.Select(y => Sheet(ward.Key, y, set, leaves))]) };
            var answer = await ward.Value.PostWhenReady("score-sheets/batch", batch, $"sheets-{ward.Key}", "SCO-0006");
            foreach (var (item, i) in answer["items"]!.AsArray().Select((item, i) => (item!, i)))
                sheets.Add(((string)item["sheet"]!["id"]!, ward.Key, years[i]));
        });
        Say.Detail($"{sheets.Count} phiếu, {sheets.Count * leaves.Count(l => !l.Survey)} số liệu gốc");

        Say.Step("Thẩm định và nhập kết quả điều tra xã hội học");
        await stage.EachAsync(sheets, sheet => stage.City.Post($"score-sheets/{sheet.Id}/appraise", Appraisal(sheet.Unit, sheet.Year, leaves), $"appraise-{sheet.Unit}-{sheet.Year}"));
        Say.Detail($"{sheets.Count} phiếu đã thẩm định");
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
            ["entries"] = new JsonArray([.. entries]),
            ["externalRef"] = $"CCHC-{unit}-{year}",
            ["submit"] = true,
        };
    }

    private static JsonObject Appraisal(string unit, int year, List<IndexLeaf> leaves)
    {
        var facts = new RawFacts(unit, year);
        return new JsonObject
        {
            ["changes"] = new JsonArray(),
            ["survey"] = new JsonArray([.. leaves.Where(l => l.Survey).Select(l => new JsonObject { ["leaf"] = l.Code, ["percent"] = facts.SurveyPercent(l) })]),
        };
    }
}
