using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Emulation.Play.Steps;

/// <summary>Each ward's council meets on what is met: a conflict is declared, papers come in envelopes, the machine counts, the chairman approves.</summary>
internal static class HoldCouncils
{
    private static readonly (string Title, string Position)[] Seats =
    [
        ("chair", "Chủ tịch Ủy ban nhân dân"), ("viceChair", "Phó Chủ tịch Ủy ban nhân dân"), ("standing", "Trưởng phòng Văn hóa - Xã hội"), ("secretary", "Chuyên viên phòng Văn hóa - Xã hội"),
        ("member", "Chánh Văn phòng"), ("member", "Trưởng phòng Kinh tế"), ("member", "Giám đốc Trung tâm Phục vụ hành chính công"),
    ];

    private static readonly string[] Names = ["Hoàng Đình Mẫu", "Lương Thị Mẫu", "Phan Văn Mẫu", "Vũ Thị Thử", "Đặng Quốc Thử", "Bùi Thị Ví", "Trịnh Văn Dụ"];

    public static async Task Run(Stage stage)
    {
        Say.Step("Hội đồng Thi đua - Khen thưởng họp: kê khai xung đột lợi ích, bỏ phiếu kín, kết luận, Chủ tịch phê duyệt");
        await stage.EachAsync(stage.Dossiers.GroupBy(d => (string)d["unitCode"]!), async unit =>
        {
            var ward = stage.Wards[unit.Key];
            var council = await CouncilOf(stage, ward, unit.Key);
            var waiting = (await ward.Get($"councils/{council["id"]}/waiting?limit=200"))["items"]!.AsArray().Where(w => (bool)w!["councilAsked"]!).Select(w => (string)w!["nominationId"]!).ToHashSet();
            var met = stage.Nominations.Values.Where(n => waiting.Contains((string)n["id"]!) && (string?)n["eligibility"] == "met").Select(n => (string)n["id"]!).Order(StringComparer.Ordinal).ToArray();
            if (met.Length > 0)
                await Meet(ward, council, met);
        });
        if (stage.Wards.TryGetValue("10532", out var pilot))
            await LeaveOneOpen(stage, pilot);
    }

    private static async Task<JsonNode> CouncilOf(Stage stage, Api ward, string unit)
    {
        if ((await ward.Get($"councils?unitCode={unit}"))["items"]!.AsArray() is [{ } known, ..])
            return known;
        // The pilot ward's trial accounts sit on its council, so that one can vote by oneself.
        var accounts = (await stage.Admin.Get($"accounts?unitCode={unit}&limit=200"))["items"]!.AsArray()
            .Where(a => (string?)a!["role"] == "council-member").Select(a => (string)a!["id"]!).Order(StringComparer.Ordinal).ToArray();
        var members = Seats.Select((s, i) => new JsonObject { ["name"] = Names[i], ["title"] = s.Title, ["position"] = s.Position, ["accountId"] = accounts.ElementAtOrDefault(i - 4) });
        return await ward.PostWhenReady("councils", new JsonObject
        {
            ["unitCode"] = unit, ["termFrom"] = "2026-01-01", ["termTo"] = "2030-12-31", ["decisionNumber"] = "05/QĐ-UBND", ["decisionDate"] = "2025-12-31",
            ["members"] = new JsonArray([.. members]),
        }, $"council-{unit}", "NOM-0003");
    }

    private static async Task Meet(Api ward, JsonNode council, string[] nominations)
    {
        var key = Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(string.Concat(nominations))))[..12];
        var session = await Plan(ward, council, "Phiên họp xét khen thưởng cuối năm 2026", key);
        var path = $"councils/sessions/{session["id"]}";
        session = await ward.Post($"{path}/items", new JsonObject { ["nominationIds"] = new JsonArray([.. nominations.Select(n => (JsonNode)n)]) }, $"agenda-{key}");
        var items = session["items"]!.AsArray().Where(i => i!["offNote"] is null).Select(i => i!).ToArray();
        var members = session["members"]!.AsArray().Select(m => m!).ToArray();
        await ward.Post($"{path}/items/{items[0]["id"]}/conflicts", new JsonObject { ["memberId"] = (string)members[^1]["memberId"]!, ["detail"] = "Trực tiếp phụ trách tập thể, cá nhân được đề nghị" }, $"conflict-{key}");
        await ward.Post($"{path}/invite", null, $"invite-{key}");
        // Members with an account are away here and send their papers in envelopes, like those who vote on paper.
        await ward.Post($"{path}/open", new JsonObject { ["attendance"] = new JsonArray([.. members.Select(m => new JsonObject { ["memberId"] = (string)m["memberId"]!, ["attendance"] = (bool)m["hasAccount"]! ? "written" : "present" })]) }, $"open-{key}");
        session = await ward.Post($"{path}/ballot", null, $"ballot-{key}");
        var live = session["items"]!.AsArray().Where(i => i!["offNote"] is null).Select(i => (Id: (string)i!["id"]!, Out: OutOf(i))).ToArray();
        var sums = live.Select(i => new JsonObject { ["itemId"] = i.Id, ["yes"] = members.Length - i.Out.Count, ["no"] = 0, ["abstain"] = 0, ["invalid"] = 0 });
        // Whoever has a conflict on every item has no paper to send.
        var senders = members.Select(m => (string)m["memberId"]!).Where(m => live.Any(i => !i.Out.Contains(m)));
        // Not repeatable by key: who sends a second time is told that the papers are in.
        var answer = await ward.Send(HttpMethod.Post, $"{path}/envelopes", new JsonObject
        {
            ["memberIds"] = new JsonArray([.. senders.Select(m => (JsonNode)m)]), ["lines"] = new JsonArray([.. sums]),
        }, null);
        if (!answer.Ok && answer.Code is not ("NOM-0086" or "NOM-0076"))
            throw new RefusedException(answer);
        var concluded = await ward.Post($"{path}/conclude", new JsonObject(), $"conclude-{key}");
        await ward.Post($"{path}/approve", new JsonObject { ["note"] = "Đồng ý với đề nghị của Hội đồng." }, $"approve-{key}");
        Say.Detail($"{council["unitName"]}: thông qua {concluded["items"]!.AsArray().Count(i => (string?)i!["result"]?["outcome"] == "passed")} trong {items.Length} hồ sơ");
    }

    private static HashSet<string> OutOf(JsonNode item) => [.. item["conflicts"]!.AsArray().Where(c => (bool)c!["stands"]!).Select(c => (string)c!["memberId"]!)];

    /// <summary>A session with its ballot open, for whoever signs in as a member to vote in.</summary>
    private static async Task LeaveOneOpen(Stage stage, Api ward)
    {
        var council = await CouncilOf(stage, ward, "10532");
        var session = await Plan(ward, council, "Phiên họp cho ý kiến về nhiệm vụ quý IV", "tasks");
        var path = $"councils/sessions/{session["id"]}";
        session = await ward.Post($"{path}/items", new JsonObject
        {
            ["nominationIds"] = new JsonArray(),
            ["resolutions"] = new JsonArray(
                new JsonObject { ["text"] = "Thống nhất kế hoạch kiểm tra phong trào thi đua quý IV năm 2026", ["duty"] = "supervise" },
                new JsonObject { ["text"] = "Kiến nghị bố trí kinh phí khen thưởng năm 2027", ["duty"] = "proposePolicies" }),
        }, "agenda-tasks");
        await ward.Post($"{path}/open", new JsonObject { ["attendance"] = new JsonArray([.. session["members"]!.AsArray().Select(m => new JsonObject { ["memberId"] = (string)m!["memberId"]!, ["attendance"] = "present" })]) }, "open-tasks");
        await ward.Post($"{path}/ballot", null, "ballot-tasks");
        Say.Detail("Phường Lê Thanh Nghị: một phiên họp đang biểu quyết, thành viên đăng nhập để bỏ phiếu");
    }

    private static Task<JsonNode> Plan(Api ward, JsonNode council, string title, string key) => ward.Post($"councils/{council["id"]}/sessions", new JsonObject
    {
        ["title"] = title, ["at"] = "2026-12-15T08:00:00+07:00", ["place"] = "Phòng họp số 1, trụ sở Ủy ban nhân dân",
    }, $"session-{council["unitCode"]}-{key}");
}
