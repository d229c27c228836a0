namespace Emulation.Play.Steps;

/// <summary>The city issues the index set for communes.</summary>
internal static class ActivateIndexSet
{
    public static async Task Run(Stage stage)
    {
        Say.Step("Ban hành Bộ chỉ số CCHC cấp xã");
        var set = await stage.City.Post("index-sets", stage.IndexSet, "index-set-commune");
        var code = (string)set["code"]!;
        var answer = await stage.City.Send(HttpMethod.Post, $"index-sets/{code}/activate", null, null);
        // Active since an earlier run.
        if (answer.Code != "SCO-0002")
            answer.BodyOrThrow();
        Say.Detail($"{code}: {IndexLeaf.All(stage.IndexSet).Count} tiêu chí thành phần");
    }
}
