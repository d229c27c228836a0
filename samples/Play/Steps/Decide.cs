using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Emulation.Play.Steps;

/// <summary>What the verdict says is what happens: met is forwarded and granted, not met is turned down, what waits is sent back or waits.</summary>
internal static class Decide
{
    public static async Task Run(Stage stage)
    {
        Say.Step("Xử lý hồ sơ theo kết luận: trả lại, bổ sung, trình thành phố, quyết định");
        await Verdicts.Refresh(stage);
        await stage.EachAsync(Items(stage), item => SortOut(stage, item.Dossier, item.Item));
        await Verdicts.Refresh(stage);
        await CompleteDossiers.Run(stage);
        await Verdicts.Refresh(stage);
        var ready = Items(stage).Where(i => Ready(stage.Nominations[(string)i.Item["ref"]!])).ToArray();
        await HoldCouncils.Run(stage);
        await stage.EachAsync(ready, item => Forward(stage, item.Dossier, item.Item));
        await Verdicts.Refresh(stage);
        await stage.EachAsync(Items(stage).Where(i => (string?)stage.Nominations[(string)i.Item["ref"]!]["state"] == "forwarded"), i => Appraise(stage, (string)i.Item["ref"]!));
        await Verdicts.Refresh(stage);
        foreach (var dossier in stage.Dossiers)
        {
            await Grant(stage, dossier, "ward", stage.Wards[(string)dossier["unitCode"]!], "submitted", "agreed");
            await Grant(stage, dossier, "city", stage.City, "appraised");
        }
        await Verdicts.Refresh(stage);
        Verdicts.ShowStates(stage);
    }

    private static IEnumerable<(JsonNode Dossier, JsonNode Item)> Items(Stage stage) =>
        stage.Dossiers.SelectMany(d => d["nominations"]!.AsArray().Select(n => (d, n!)));

    private static bool Ready(JsonNode nomination) => (string?)nomination["state"] == "submitted" && (string?)nomination["eligibility"] == "met" && (string?)nomination["level"] != "ward";

    private static async Task Forward(Stage stage, JsonNode dossier, JsonNode item)
    {
        var reference = (string)item["ref"]!;
        await stage.Wards[(string)dossier["unitCode"]!].Post($"nominations/{stage.Nominations[reference]["id"]}/forward", new JsonObject(), $"forward-{reference}");
    }

    private static async Task SortOut(Stage stage, JsonNode dossier, JsonNode item)
    {
        var reference = (string)item["ref"]!;
        var nomination = stage.Nominations[reference];
        if ((string?)nomination["state"] != "submitted")
            return;
        var ward = stage.Wards[(string)dossier["unitCode"]!];
        var atWard = (string?)nomination["level"] == "ward";
        var path = $"nominations/{nomination["id"]}";
        switch ((string?)nomination["eligibility"])
        {
            case "notMet":
                await (atWard ? ward : stage.City).Post($"{path}/reject", new JsonObject { ["reason"] = "Chưa đạt tiêu chuẩn. " + Verdicts.Why(nomination) }, $"reject-{reference}");
                break;
            case "notYetKnown" when (string?)item["whenPending"] == "return":
                await (atWard ? ward : stage.City).Post($"{path}/return", new JsonObject { ["reason"] = "Đề nghị bổ sung. " + Verdicts.Why(nomination) }, $"return-{reference}");
                if (item["completion"] is JsonArray completion)
                    await Complete(ward, path, nomination, completion, reference);
                break;
        }
    }

    private static async Task Appraise(Stage stage, string reference)
    {
        if ((string?)stage.Nominations[reference]["eligibility"] == "met")
            await stage.City.Post($"nominations/{stage.Nominations[reference]["id"]}/appraise", new JsonObject { ["note"] = "Hồ sơ hợp lệ, đủ điều kiện trình." }, $"appraise-{reference}");
    }

    /// <summary>The unit adds what was missing and hands the paper in again.</summary>
    private static async Task Complete(Api ward, string path, JsonNode nomination, JsonArray completion, string reference)
    {
        var edit = new JsonObject
        {
            ["nomineeName"] = nomination["nominee"]!["name"]!.DeepClone(),
            ["nomineePosition"] = nomination["nominee"]!["position"]?.DeepClone(),
            ["attestations"] = new JsonArray([.. nomination["attestations"]!.AsArray().Concat(completion).Select(a => a!.DeepClone())]),
        };
        foreach (var field in new[] { "achievement", "initiativeIds", "grades", "service" })
            edit[field] = nomination[field]!.DeepClone();
        await ward.Put(path, edit);
        await ward.Post($"{path}/submit", new JsonObject(), $"resubmit-{reference}");
    }

    /// <summary>One decision for each year of achievement.</summary>
    private static async Task Grant(Stage stage, JsonNode dossier, string level, Api decider, params string[] states)
    {
        foreach (var year in dossier["nominations"]!.AsArray().Select(n => stage.Nominations[(string)n!["ref"]!])
            .Where(n => (string?)n["level"] == level && states.Contains((string?)n["state"]) && (string?)n["eligibility"] == "met")
            .GroupBy(n => (int)n["year"]!, n => (string)n["id"]!).OrderBy(g => g.Key))
            await Grant(dossier, level, decider, [.. year]);
    }

    private static async Task Grant(JsonNode dossier, string level, Api decider, string[] ids)
    {
        var signer = level == "ward" ? dossier["signer"]! : new JsonObject { ["name"] = "Hoàng Vĩnh Khải", ["position"] = "CHỦ TỊCH" };
        var request = new JsonObject
        {
            ["nominationIds"] = new JsonArray([.. ids.Select(i => (JsonNode)i)]),
            ["signerName"] = (string)signer["name"]!,
            ["signerPosition"] = (string)signer["position"]!,
        };
        // A list is decided once; another list under the same campaign is another decision.
        var list = Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(string.Concat(ids))))[..12];
        var answer = await decider.Send(HttpMethod.Post, "decisions", request, $"decision-{level}-{list}");
        Say.Detail(answer.Ok
            ? $"{dossier["campaign"]}: quyết định {(level == "ward" ? "cấp xã" : "thành phố")} khen {ids.Length} trường hợp"
            : $"{dossier["campaign"]}: không ra được quyết định – {answer.Explain()}");
    }
}
