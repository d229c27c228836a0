using System.Text.Json.Nodes;

namespace Emulation.Play.Steps;

/// <summary>The drafts that events have made are issued: each gets its number, and is fetched as DOCX and PDF.</summary>
internal static class IssueDocuments
{
    public static async Task Run(Stage stage)
    {
        Say.Step("Ban hành Tờ trình và Quyết định");
        var rows = new List<string[]>();
        foreach (var dossier in stage.Dossiers)
            rows.AddRange(await Issue(stage.Wards[(string)dossier["unitCode"]!], (string)dossier["unitCode"]!, dossier["signer"]!));
        rows.AddRange(await Issue(stage.City, "31", null));
        Say.Table(["Đơn vị", "Loại", "Số, ký hiệu", "Trường hợp", "DOCX", "PDF"], rows);
    }

    private static async Task<List<string[]>> Issue(Api issuer, string unit, JsonNode? signer)
    {
        var rows = new List<string[]>();
        var drafts = await Drafts(issuer, unit);
        foreach (var draft in drafts)
        {
            var id = (string)draft["id"]!;
            var request = new JsonObject();
            if (signer is not null && (string?)draft["type"] == "proposal")
                (request["signerName"], request["signerPosition"]) = ((string)signer["name"]!, (string)signer["position"]!);
            var issued = (string?)draft["state"] == "issued" ? draft : await issuer.PostWhenReady($"documents/{id}/issue", request, $"issue-{id}", "DOC-0003", "DOC-0004");
            var (docx, pdf) = (await issuer.Download($"documents/{id}/docx"), await issuer.Download($"documents/{id}/pdf"));
            rows.Add([unit, (string?)draft["type"] == "decision" ? "Quyết định" : "Tờ trình", (string?)issued["symbol"] ?? "", $"{issued["lines"]?.AsArray().Count}", Size(docx), Size(pdf)]);
        }
        return rows;
    }

    /// <summary>Events take a moment: waits until the unit's documents no longer grow in number.</summary>
    private static async Task<JsonNode[]> Drafts(Api issuer, string unit)
    {
        var seen = -1;
        while (true)
        {
            var list = (await issuer.Get($"documents?unitCode={unit}&limit=200"))["items"]!.AsArray().OfType<JsonNode>().Where(d => (string?)d["unitCode"] == unit).ToArray();
            if (list.Length == seen)
                return list;
            seen = list.Length;
            await Task.Delay(500);
        }
    }

    private static string Size(byte[] file) => $"{file.Length / 1024.0:0.0} KB";
}
