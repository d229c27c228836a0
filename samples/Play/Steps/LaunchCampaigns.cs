using System.Text.Json.Nodes;

namespace Emulation.Play.Steps;

/// <summary>Each ward system drafts its plans and launches them.</summary>
internal static class LaunchCampaigns
{
    public static async Task Run(Stage stage)
    {
        Say.Step("Phát động các phong trào thi đua");
        foreach (var plan in stage.Plans)
        {
            var (code, ward) = ((string)plan["code"]!, stage.Wards[(string)plan["unitCode"]!]);
            var campaign = await ward.Post("campaigns", plan, $"campaign-{code}");
            var id = (string)campaign["id"]!;
            await ward.Post($"campaigns/{id}/launch", new JsonObject(), $"launch-{code}");
            stage.Campaigns[code] = id;
            Say.Detail($"{code}: {plan["name"]} – {plan["scheme"]!["categories"]!.AsArray().Count} hạng mục khen thưởng");
        }
    }
}
