using System.Text.Json.Nodes;

namespace Emulation.Play.Steps;

/// <summary>The wards hand in their nominations; each is judged at once, and the verdict names its clauses.</summary>
internal static class Nominate
{
    public static async Task Run(Stage stage)
    {
        Say.Step("Nộp hồ sơ đề nghị khen thưởng, xét tiêu chuẩn ngay khi nộp");
        // A ward's own, one after the other: the first come takes the place of the quota.
        await stage.EachAsync(stage.Dossiers, async dossier =>
        {
            var ward = stage.Wards[(string)dossier["unitCode"]!];
            foreach (var item in dossier["nominations"]!.AsArray().OfType<JsonNode>())
            {
                var reference = (string)item["ref"]!;
                stage.Nominations[reference] = await HandIn(stage, ward, Request(stage, dossier, item), reference);
                // What the city answers for it says itself.
                foreach (var attestation in Attestations(item, ofCity: true))
                    stage.Nominations[reference] = await stage.City.Post($"nominations/{stage.Nominations[reference]["id"]}/attest", attestation, $"attest-{reference}");
            }
        });
        Verdicts.Show(stage);
    }

    /// <summary>The second one is refused for want of a place; it comes in when the city lets it in beside the quota (LTN-26-30/III.2.a.2.q).</summary>
    private static async Task<JsonNode> HandIn(Stage stage, Api ward, JsonObject request, string reference)
    {
        try
        {
            return await ward.PostWhenReady("nominations", request, $"nominate-{reference}", "NOM-0001", "NOM-0003");
        }
        // Played again, the reference is taken by the draft made then.
        catch (RefusedException e) when (e.Answer.Code is "NOM-0030" or "NOM-0014")
        {
            if (e.Answer.Code == "NOM-0030")
                Say.Detail($"{reference}: {e.Answer.Body?["title"]} – {e.Answer.Body?["detail"]}");
        }
        request["submit"] = false;
        var draft = await ward.Post("nominations", request, $"draft-{reference}");
        await stage.City.Post("quotas/exceptions", new JsonObject
        {
            ["nominationId"] = (string)draft["id"]!,
            ["reason"] = "Thành tích nổi trội, Sở Nội vụ đồng ý xem xét ngoài số lượng.",
        }, $"except-{reference}");
        Say.Detail($"{reference}: thành phố cho phép ngoài số lượng, hồ sơ được nộp");
        return await ward.Post($"nominations/{draft["id"]}/submit", new JsonObject(), $"submit-{reference}");
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
        foreach (var field in new[] { "category", "year", "nominee", "achievement", "grades", "service", "outsideQuotaReason" })
        {
            if (item[field] is { } value)
                request[field] = value.DeepClone();
        }
        return request;
    }

    private static IEnumerable<JsonNode> Attestations(JsonNode item, bool ofCity) =>
        (item["attestations"]?.AsArray() ?? []).Where(a => (string?)a!["by"] == "city" == ofCity).Select(a => a!.DeepClone());
}
