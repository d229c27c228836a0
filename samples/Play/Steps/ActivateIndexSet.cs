using System.Text.Json.Nodes;

namespace Emulation.Play.Steps;

/// <summary>The city issues the index set for communes.</summary>
internal static class ActivateIndexSet
{
    public static async Task Run(Stage stage)
    {
        Say.Step("Ban hành Bộ chỉ số CCHC cấp xã");
        var set = await stage.Admin.Post("index-sets", stage.IndexSet, "index-set-commune");
        var code = (string)set["code"]!;
        await stage.Admin.Post($"index-sets/{code}/activate", new JsonObject(), "activate-commune");
        Say.Detail($"{code}: {IndexLeaf.All(stage.IndexSet).Count} tiêu chí thành phần");
    }
}
