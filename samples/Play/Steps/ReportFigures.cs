using System.Text.Json.Nodes;

namespace Emulation.Play.Steps;

/// <summary>The pilot wards report on the criteria of their campaigns and assess what is told in words; the published index judges the rest.</summary>
internal static class ReportFigures
{
    private const string CampaignUnknown = "SCO-0090", UnitUnknown = "SCO-0006", ReasonRequired = "SCO-0097";

    public static async Task Run(Stage stage)
    {
        Say.Step("Báo cáo số liệu tiêu chí thi đua");
        var rows = new List<string[]>();
        foreach (var file in stage.Figures)
        {
            var (campaign, unit) = ((string)file["campaign"]!, (string)file["unitCode"]!);
            var ward = stage.Wards[unit];
            await Report(ward, [.. file["figures"]!.AsArray().Select(f => Item(campaign, unit, f!))]);
            foreach (var a in file["assessments"]!.AsArray())
                await ward.Post($"criterion-results/{campaign}/units/{unit}/{a!["criterion"]}/{a["period"]}/assess", new JsonObject { ["met"] = (bool)a["met"]!, ["reason"] = (string)a["reason"]! }, null);
            var table = await stage.City.Get($"criterion-results/{campaign}/units/{unit}?limit=200");
            rows.AddRange(new[] { ("bắt buộc", table["gates"]!), ("phấn đấu", table["aims"]!) }.Select(c => new[] { campaign, (string)table["unitName"]!, c.Item1, $"{c.Item2["met"]}", $"{c.Item2["notMet"]}", $"{c.Item2["notYetKnown"]}" }));
            foreach (var criterion in table["items"]!.AsArray().OfType<JsonNode>())
                foreach (var result in criterion["results"]!.AsArray().OfType<JsonNode>().Where(r => (string?)r["verdict"]!["outcome"] == "notMet"))
                    Say.Detail($"{criterion["criterion"]!["clause"]}, {result["periodName"]}: {result["verdict"]!["reason"]}");
        }
        Say.Table(["Phong trào", "Đơn vị", "Tiêu chí", "Đạt", "Không đạt", "Chưa đủ căn cứ"], rows);
    }

    private static JsonObject Item(string campaign, string unit, JsonNode figure)
    {
        var item = figure.DeepClone().AsObject();
        (item["campaign"], item["unitCode"]) = (campaign, unit);
        return item;
    }

    /// <summary>Repeated for items that wait for the campaign or the unit to arrive; a figure already reported, by an earlier run, stays.</summary>
    private static async Task Report(Api ward, JsonObject[] items)
    {
        var giveUp = DateTime.UtcNow.AddSeconds(60);
        while (items.Length > 0)
        {
            var answer = await ward.Post("criterion-results/batch", new JsonObject { ["items"] = new JsonArray([.. items.Select(i => i.DeepClone())]) }, null);
            var refused = answer["items"]!.AsArray().OfType<JsonNode>().Where(i => i["problem"] is { } p && (string?)p["code"] != ReasonRequired).ToArray();
            if (refused.FirstOrDefault(i => (string?)i["problem"]!["code"] is not (CampaignUnknown or UnitUnknown) || DateTime.UtcNow > giveUp) is { } lost)
                throw new RefusedException(new Answer($"criterion-results/batch ({ward.ClientId})", lost["status"]!.GetValue<int>(), lost["problem"]!.DeepClone()));
            items = [.. refused.Select(i => items[i["index"]!.GetValue<int>()])];
            if (items.Length > 0)
                await Task.Delay(300);
        }
    }
}
