using System.Text.Json.Nodes;

namespace Emulation.Play.Steps;

/// <summary>The wards bring the books of twenty years along: what was awarded once is known before the first nomination.</summary>
internal static class ImportPastAwards
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task Run(Stage stage)
    {
        Say.Step("Nhập sổ khen thưởng các năm trước");
        var all = stage.PastAwards["items"]!.AsArray();
        await stage.EachAsync(all.GroupBy(i => (string)i!["unitCode"]!), async ward => await Import(stage, ward.Key, [.. ward.Select(i => i!.DeepClone())]));
        Say.Detail($"{all.Count} khen thưởng của {stage.PastAwards["sourceSystem"]}");
    }

    /// <summary>Without a key: an item that waits for its unit is answered anew, and what is there already stays.</summary>
    private static async Task Import(Stage stage, string ward, JsonArray items)
    {
        var giveUp = DateTime.UtcNow + Patience;
        while (true)
        {
            var request = new JsonObject { ["sourceSystem"] = stage.PastAwards["sourceSystem"]!.DeepClone(), ["items"] = items.DeepClone() };
            var answers = (await stage.Wards[ward].Post("register/import", request, null))["items"]!.AsArray();
            if (answers.FirstOrDefault(a => (int)a!["status"]! >= 400) is not { } refused)
                return;
            if (DateTime.UtcNow > giveUp || (string?)refused["problem"]?["code"] != "NOM-0003")
                throw new InvalidOperationException($"Sổ khen thưởng của {ward}: {refused.ToJsonString()}");
            await Task.Delay(200);
        }
    }
}
