using System.Text.Json.Nodes;

namespace Emulation.Play.Steps;

/// <summary>Initiatives are entered into the register and, where a decision was made, recognised.</summary>
internal static class ProposeInitiatives
{
    public static async Task Run(Stage stage)
    {
        Say.Step("Đăng ký và công nhận sáng kiến");
        await stage.EachAsync(stage.Dossiers.SelectMany(d => d["initiatives"]!.AsArray().Select(i => (Ward: (string)d["unitCode"]!, Initiative: i!))),
            item => Propose(stage, stage.Wards[item.Ward], item.Initiative));
        var all = stage.Dossiers.SelectMany(d => d["initiatives"]!.AsArray()).ToArray();
        Say.Detail($"{all.Length} sáng kiến, {all.Count(i => i!["recognition"] is not null)} đã được công nhận");
    }

    private static async Task Propose(Stage stage, Api ward, JsonNode initiative)
    {
        var key = (string)initiative["key"]!;
        var request = new JsonObject();
        foreach (var field in new[] { "unitCode", "title", "summary", "applied", "replicable" })
            request[field] = initiative[field]?.DeepClone();
        var id = (string)(await ward.PostWhenReady("initiatives", request, $"initiative-{key}", "NOM-0003"))["id"]!;
        stage.Initiatives[key] = id;
        if (initiative["recognition"] is { } recognition)
            await ward.Post($"initiatives/{id}/recognise", recognition, $"recognise-{key}");
    }
}
