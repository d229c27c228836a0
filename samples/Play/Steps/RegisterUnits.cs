using System.Text.Json.Nodes;

namespace Emulation.Play.Steps;

/// <summary>Enters the unit register in one batch: city, departments, communes, offices.</summary>
internal static class RegisterUnits
{
    public static async Task Run(Stage stage)
    {
        Say.Step("Nhập danh mục đơn vị");
        var answer = await stage.Admin.Post("units/batch", new JsonObject { ["items"] = stage.Units.DeepClone() }, "units");
        if (answer["items"]!.AsArray().FirstOrDefault(i => i!["problem"] is not null) is { } refused)
            throw new RefusedException(new Answer($"units/batch {refused["code"]}", 400, refused["problem"]!.DeepClone()));
        foreach (var kind in stage.Units.GroupBy(u => (string)u!["kind"]!))
            Say.Detail($"{Vietnamese(kind.Key)}: {kind.Count()}");
    }

    private static string Vietnamese(string kind) => kind switch
    {
        "city" => "thành phố",
        "department" => "sở, ban, ngành",
        "ward" => "phường",
        "commune" => "xã",
        "specialZone" => "đặc khu",
        "office" => "phòng, trung tâm của bốn đơn vị thí điểm",
        _ => "cơ quan ngành dọc",
    };
}
