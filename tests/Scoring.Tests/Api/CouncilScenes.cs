using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Emulation.TestKit;

namespace Emulation.Scoring.Tests.Api;

internal static class CouncilScenes
{
    /// <summary>A scene whose index set parts ties by the areas named, then by a vote of the council.</summary>
    public static async Task<Scene> CouncilSceneAsync(this ScoringFixture service, int units, params string[] breakBy)
    {
        var scene = await service.SceneAsync(units);
        var set = $"{scene.Set}-hd";
        var body = JsonSerializer.SerializeToNode(ScoringFixture.SetBody(set, scene.Block))!;
        body["tieRule"] = new JsonObject { ["breakBy"] = new JsonArray([.. breakBy]), ["thenCouncil"] = true };
        await service.City.PostAsJsonAsync("/index-sets", body).OkAsync();
        await service.City.PostAsync($"/index-sets/{set}/activate", null).OkAsync();
        return scene with { Set = set };
    }

    public static object Vote(params string[] units) => new { units, minutesNumber = "12/BB-HĐ", minutesDate = "2026-11-20", reason = "Hội đồng biểu quyết" };

    public static JsonNode With(this Scene scene, params object[] votes) => scene.Asked(null, votes);

    public static JsonNode Correction(this Scene scene, params object[] votes) => scene.Asked("Giải quyết khiếu nại", votes);

    private static JsonNode Asked(this Scene scene, string? reason, object[] votes)
    {
        var body = JsonSerializer.SerializeToNode(new { indexSet = scene.Set, year = 2025, block = scene.Block, councilOrder = votes })!;
        if (reason is not null)
            body["reason"] = reason;
        return body;
    }
}
