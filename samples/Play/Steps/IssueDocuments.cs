using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Emulation.Play.Steps;

/// <summary>The drafts that events have made are signed and issued: the person signs, the number is given, the agency signs; then the file is checked as anybody could.</summary>
internal static class IssueDocuments
{
    public static async Task Run(Stage stage)
    {
        Say.Step("Ban hành Tờ trình và Quyết định");
        var rows = new ConcurrentBag<string[]>();
        await stage.EachAsync(stage.Dossiers, async dossier =>
        {
            var ward = stage.Wards[(string)dossier["unitCode"]!];
            await Issue(ward, ward, (string)dossier["unitCode"]!, dossier["signer"], rows);
        });
        await Issue(stage.City, stage.CityLeader, "31", null, rows);
        Say.Table(["Đơn vị ban hành", "Số, ký hiệu", "Ngày", "Trường hợp", "Chữ ký số", "Kiểm tra", "PDF"], rows.OrderBy(r => r[0], StringComparer.Ordinal).ThenBy(r => r[1], StringComparer.Ordinal));
    }

    private static async Task Issue(Api issuer, Api leader, string unit, JsonNode? signer, ConcurrentBag<string[]> rows)
    {
        foreach (var draft in await Documents(issuer, unit))
        {
            var id = (string)draft["id"]!;
            var proposal = (string?)draft["type"] == "TTr";
            var issued = draft;
            if ((string?)draft["state"] != "issued")
            {
                var request = proposal && signer is not null ? new JsonObject { ["signerName"] = (string)signer["name"]! } : new JsonObject();
                if ((string?)draft["state"] == "draft")
                    await issuer.PostWhenReady($"documents/{id}/signing", request, $"signing-{id}", "DOC-0004");
                await leader.Post($"documents/{id}/signatures/person", new JsonObject(), $"person-{id}");
                var answer = await issuer.Post($"documents/{id}/issue", new JsonObject(), $"issue-{id}");
                issued = answer["document"]!;
            }
            await issuer.Download($"documents/{id}/docx");
            var pdf = await issuer.Download($"documents/{id}/pdf");
            var report = (await issuer.Upload("verifications", "van-ban.pdf", pdf))["report"]!;
            rows.Add([(string)issued["unitName"]!, (string?)issued["symbol"] ?? "", (string?)issued["date"] ?? "", $"{issued["lineCount"]}",
                $"{report["signatures"]?.AsArray().Count}", (string?)report["outcome"] ?? "", Size(pdf)]);
        }
    }

    /// <summary>Events take a moment: waits until the unit's documents no longer change. A draft without a line stays a draft.</summary>
    private static async Task<JsonNode[]> Documents(Api issuer, string unit)
    {
        var seen = "";
        while (true)
        {
            var list = (await issuer.Get($"documents?unitCode={unit}&limit=200"))["items"]!.AsArray().OfType<JsonNode>().ToArray();
            var state = string.Join(';', list.Select(d => $"{d["id"]}{d["version"]}"));
            if (state == seen)
                return [.. list.Where(d => d["lineCount"]!.GetValue<int>() > 0 && (string?)d["unitCode"] is { } code && (code == unit || code == $"{unit}-HDTDKT"))];
            seen = state;
            await Task.Delay(700);
        }
    }

    private static string Size(byte[] file) => $"{file.Length / 1024.0:0.0} KB";
}
