using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Emulation.TestKit;

namespace Emulation.Scoring.Tests.Api;

internal static class CouncilScenes
{
    /// <summary>A scene whose index set parts ties by the areas named, then by a vote of the council.</summary>
    public static Task<Scene> CouncilSceneAsync(this ScoringFixture service, int units, params string[] breakBy) =>
        service.SceneOfAsync(units, body => body["tieRule"] = new JsonObject { ["breakBy"] = new JsonArray([.. breakBy]), ["thenCouncil"] = true });

    /// <summary>A scene with an index set of its own making.</summary>
    public static async Task<Scene> SceneOfAsync(this ScoringFixture service, int units, Action<JsonNode> shape)
    {
        var scene = await service.SceneAsync(units);
        scene = scene with { Set = $"{scene.Set}-x", Block = $"{scene.Block}-x" };
        var body = JsonSerializer.SerializeToNode(ScoringFixture.SetBody(scene.Set, scene.Block))!;
        shape(body);
        await service.City.PostAsJsonAsync("/index-sets", body).OkAsync();
        await service.City.PostAsync($"/index-sets/{scene.Set}/activate", null).OkAsync();
        foreach (var unit in scene.Units)
            await service.RegisterAsync(unit, scene.Block, version: 2);
        await scene.OpenAsync(2025);
        return scene;
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
