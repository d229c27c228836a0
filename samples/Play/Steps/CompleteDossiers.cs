using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Emulation.Play.Steps;

/// <summary>Each ward files the papers of what is met – one submission and one set of minutes for a list, a report for each, confirmed by the head – and takes the dossiers in.</summary>
internal static class CompleteDossiers
{
    public static Task Run(Stage stage) => stage.EachAsync(stage.Dossiers, dossier => OfWard(stage, dossier));

    private static async Task OfWard(Stage stage, JsonNode dossier)
    {
        var ward = stage.Wards[(string)dossier["unitCode"]!];
        var ready = dossier["nominations"]!.AsArray().Select(n => stage.Nominations[(string)n!["ref"]!])
            .Where(n => (string?)n["state"] == "submitted" && (string?)n["eligibility"] == "met").ToArray();
        // What several dossiers lack alike is one paper: filed in the first, shared with the others.
        var first = new Dictionary<string, (string Id, List<string> Others)>();
        foreach (var nomination in ready)
        {
            var id = (string)nomination["id"]!;
            foreach (var part in (await ward.Get($"nominations/{id}/dossier"))["parts"]!.AsArray().OfType<JsonNode>().Where(p => !p["complete"]!.GetValue<bool>()))
            {
                var (key, list) = ((string)part["key"]!, $"{part["key"]} {nomination["level"]} {part["minutes"]}");
                if ((string?)part["covers"] == "list" && first.TryGetValue(list, out var known))
                    known.Others.Add(id);
                else
                    await FileOne(ward, dossier, nomination, part, (string?)part["covers"] == "list" ? ready : [nomination]);
                if ((string?)part["covers"] == "list")
                    first.TryAdd(list, (id, []));
            }
        }
        foreach (var (list, (id, others)) in first.Where(f => f.Value.Others.Count > 0))
            await ward.Post($"nominations/{id}/dossier/{list.Split(' ')[0]}/share", new JsonObject { ["nominationIds"] = new JsonArray([.. others.Select(o => (JsonNode)o)]) },
                $"share-{Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(list + id + string.Concat(others))))[..16]}");
        foreach (var nomination in ready)
            await ward.Send(HttpMethod.Post, $"nominations/{nomination["id"]}/receive", new JsonObject { ["note"] = "Hồ sơ đủ thành phần." }, $"receive-{nomination["id"]}-{nomination["submittedAt"]}");
    }

    private static async Task FileOne(Api ward, JsonNode dossier, JsonNode nomination, JsonNode part, JsonNode[] about)
    {
        var path = $"nominations/{nomination["id"]}/dossier/{part["key"]}";
        var signer = $"{dossier["signer"]!["name"]}, {dossier["signer"]!["position"]}";
        var lines = about.Select((n, i) => $"{i + 1}. {n["nominee"]!["name"]}, {n["nominee"]!["unitName"]}: {n["achievement"]}").Prepend($"Phong trào: {nomination["campaignName"]}").Append(signer);
        var filed = await ward.PutFile(path, $"{part["key"]}.docx", WordFile.Of((string)part["name"]!, lines));
        if (part["confirmedByHead"]!.GetValue<bool>())
            await ward.Post($"{path}/confirm", new JsonObject { ["hash"] = (string)filed["current"]!["hash"]!, ["confirmedBy"] = signer }, $"confirm-{nomination["id"]}-{filed["current"]!["version"]}");
    }
}
