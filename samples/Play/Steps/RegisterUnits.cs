namespace Emulation.Play.Steps;

/// <summary>Enters the unit register: parents before children, so one generation after the other.</summary>
internal static class RegisterUnits
{
    public static async Task Run(Stage stage)
    {
        Say.Step("Nhập danh mục đơn vị");
        foreach (var generation in stage.Units.OfType<System.Text.Json.Nodes.JsonNode>().GroupBy(Depth).OrderBy(g => g.Key))
            await stage.EachAsync(generation, unit => stage.Admin.Post("units", unit, $"unit-{unit["code"]}"));
        foreach (var kind in stage.Units.GroupBy(u => (string)u!["kind"]!))
            Say.Detail($"{Vietnamese(kind.Key)}: {kind.Count()}");
    }

    private static int Depth(System.Text.Json.Nodes.JsonNode unit) => (string?)unit["parentCode"] switch { null => 0, "31" => 1, _ => 2 };

    private static string Vietnamese(string kind) => kind switch
    {
        "city" => "thành phố",
        "department" => "sở, ban, ngành",
        "ward" => "phường",
        "commune" => "xã",
        "specialZone" => "đặc khu",
        "office" => "phòng, trung tâm thuộc bốn đơn vị thí điểm",
        _ => "cơ quan ngành dọc",
    };
}
