using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Emulation.Play.Steps;

/// <summary>The drafts that events have made are issued: each gets its number, and is fetched as DOCX and PDF.</summary>
internal static class IssueDocuments
{
    public static async Task Run(Stage stage)
    {
        Say.Step("Ban hành Tờ trình và Quyết định");
        var rows = new ConcurrentBag<string[]>();
        await stage.EachAsync(stage.Dossiers, dossier => Issue(stage.Wards[(string)dossier["unitCode"]!], (string)dossier["unitCode"]!, dossier["signer"], rows));
        await Issue(stage.City, "31", null, rows);
        Say.Table(["Đơn vị ban hành", "Số, ký hiệu", "Ngày", "Trường hợp", "DOCX", "PDF"], rows.OrderBy(r => r[0], StringComparer.Ordinal).ThenBy(r => r[1], StringComparer.Ordinal));
    }

    private static async Task Issue(Api issuer, string unit, JsonNode? signer, ConcurrentBag<string[]> rows)
    {
        foreach (var draft in await Documents(issuer, unit))
        {
            var id = (string)draft["id"]!;
            var proposal = (string?)draft["type"] == "TTr";
            var issued = draft;
            if ((string?)draft["state"] != "issued")
            {
                var request = proposal && signer is not null ? new JsonObject { ["signerName"] = (string)signer["name"]! } : new JsonObject();
                var answer = await issuer.PostWhenReady($"documents/{id}/issue", request, $"issue-{id}", "DOC-0004");
                issued = answer["document"]!;
            }
            var (docx, pdf) = (await issuer.Download($"documents/{id}/docx"), await issuer.Download($"documents/{id}/pdf"));
            rows.Add([(string)issued["unitName"]!, (string?)issued["symbol"] ?? "", (string?)issued["date"] ?? "", $"{issued["lineCount"]}", Size(docx), Size(pdf)]);
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
