using System.Net.Http.Json;
using Emulation.Contracts.Campaigns;
using Emulation.TestKit;

namespace Emulation.Campaigns.Tests;

/// <summary>A unit that took over others: whether their places in earlier rankings count for it is the city's word.</summary>
public sealed class PredecessorTests(CampaignsFixture campaigns) : IClassFixture<CampaignsFixture>
{
    [Fact]
    public async Task Predecessors_MergedUnitsNamedByTheCity_AreToldAndStayUntilChanged()
    {
        var (old, unit) = ("13501", "13502");
        await Register(old);
        await Register(unit);
        // Not merged yet, not known, named twice, empty: each is refused where it stands.
        await (await Put(campaigns.City, unit, new[] { old })).ProblemAsync(400, "CAM-0001");
        await campaigns.City.PutAsJsonAsync($"/units/{old}", new { name = "Phường Cũ", kind = "ward", rankingBlock = "phuong", active = false, mergedInto = unit, reason = "Sáp nhập" }).OkAsync();
        var unknown = await (await Put(campaigns.City, unit, new[] { old, "13599" })).ProblemAsync(400, "CAM-0001");
        Assert.Equal("/predecessorCodes/1", (string?)unknown["errors"]![0]!["pointer"]);
        await (await Put(campaigns.City, unit, new[] { old, old })).ProblemAsync(400, "CAM-0001");
        await (await Put(campaigns.City, unit, new string?[] { null })).ProblemAsync(400);
        await (await Put(campaigns.As(unit), unit, new[] { old })).ProblemAsync(403, "EMU-0004");

        var changed = await Put(campaigns.City, unit, new[] { old }).OkAsync();
        Assert.Equal(old, (string?)Assert.Single(changed["predecessorCodes"]!.AsArray()));
        await campaigns.PublishedAsync<UnitRegistered>(u => u.UnitCode == unit && u.PredecessorCodes is [var told] && told == old);
        // A later change that does not speak of them leaves them; the unit itself may make it.
        var renamed = await campaigns.As(unit).PutAsJsonAsync($"/units/{unit}", new { name = "Phường Đổi Tên", kind = "ward", rankingBlock = "phuong", reason = "Đổi tên" }).OkAsync();
        Assert.Single(renamed["predecessorCodes"]!.AsArray());
        Assert.Empty((await Put(campaigns.City, unit, Array.Empty<string>()).OkAsync())["predecessorCodes"]!.AsArray());
    }

    private Task Register(string code) =>
        campaigns.City.PostAsJsonAsync("/units", new { code, name = $"Phường {code}", kind = "ward", parentCode = "31", rankingBlock = "phuong" }).OkAsync();

    private static Task<HttpResponseMessage> Put(HttpClient caller, string code, string?[] predecessors) =>
        caller.PutAsJsonAsync($"/units/{code}", new { name = $"Phường {code}", kind = "ward", rankingBlock = "phuong", reason = "Tính thứ hạng của đơn vị đã nhập", predecessorCodes = predecessors });
}
