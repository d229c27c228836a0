using System.Text.Json.Nodes;

namespace Emulation.Play.Steps;

/// <summary>The wards hand in their nominations; each is judged at once, and the verdict names its clauses.</summary>
internal static class Nominate
{
    public static async Task Run(Stage stage)
    {
        Say.Step("Nộp hồ sơ đề nghị khen thưởng, xét tiêu chuẩn ngay khi nộp");
        // A ward's own, one after the other: the first come counts against the quota first.
        await stage.EachAsync(stage.Dossiers, async dossier =>
        {
            var ward = stage.Wards[(string)dossier["unitCode"]!];
            foreach (var item in dossier["nominations"]!.AsArray().OfType<JsonNode>())
            {
                var reference = (string)item["ref"]!;
                stage.Nominations[reference] = await ward.PostWhenReady("nominations", Request(stage, dossier, item), $"nominate-{reference}", "NOM-0001", "NOM-0003");
                // What the city answers for it says itself.
                foreach (var attestation in Attestations(item, ofCity: true))
                    stage.Nominations[reference] = await stage.City.Post($"nominations/{stage.Nominations[reference]["id"]}/attest", attestation, $"attest-{reference}");
            }
        });
        Verdicts.Show(stage);
    }

    private static JsonObject Request(Stage stage, JsonNode dossier, JsonNode item)
    {
        var request = new JsonObject
        {
            ["campaign"] = (string)dossier["campaign"]!,
            ["externalRef"] = (string)item["ref"]!,
            ["initiativeIds"] = new JsonArray([.. item["initiatives"]!.AsArray().Select(i => (JsonNode)stage.Initiatives[(string)i!])]),
            ["submit"] = true,
        };
        request["attestations"] = new JsonArray([.. Attestations(item, ofCity: false)]);
        foreach (var field in new[] { "category", "year", "nominee", "achievement", "grades", "service" })
        {
            if (item[field] is { } value)
                request[field] = value.DeepClone();
        }
        return request;
    }

    private static IEnumerable<JsonNode> Attestations(JsonNode item, bool ofCity) =>
        (item["attestations"]?.AsArray() ?? []).Where(a => (string?)a!["by"] == "city" == ofCity).Select(a => a!.DeepClone());
}
