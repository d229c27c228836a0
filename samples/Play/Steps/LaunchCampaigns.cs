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
            stage.Campaigns[code] = (string)campaign["id"]!;
        }
        // A plan may be combined with another of the ward: all are drafted before one is launched.
        foreach (var plan in stage.Plans)
        {
            var (code, ward) = ((string)plan["code"]!, stage.Wards[(string)plan["unitCode"]!]);
            await ward.Post($"campaigns/{stage.Campaigns[code]}/launch", new JsonObject(), $"launch-{code}");
            Say.Detail($"{code}: {plan["name"]} – {plan["scheme"]!["categories"]!.AsArray().Count} hạng mục khen thưởng");
        }
    }
}
