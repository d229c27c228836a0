using System.Net;
using System.Text.Json.Nodes;
using Emulation.ServiceDefaults;
using static Emulation.Portal.Tests.CampaignSamples;

namespace Emulation.Portal.Tests;

/// <summary>The head of a draft typed over; the rest of its plan goes back as it was read.</summary>
public sealed class EditDraftTests : IAsyncLifetime
{
    private const string Edit = $"{Page}/sua";
    private static readonly string[] Writer = [Policies.CampaignsRead, Policies.UnitsRead, Policies.CampaignsWrite];

    private PortalFixture _portal = null!;

    private static Dictionary<string, string> Typed(string name = "Tên mới", string toYear = "2028") => new()
    {
        ["name"] = name, ["shortName"] = "Ngắn", ["theme"] = "", ["participants"] = "Mọi đơn vị", ["fromYear"] = "2026", ["toYear"] = toYear,
        ["standing"] = "10532-HCC", ["predecessor"] = "", ["linked"] = "TD-26", ["recipients"] = "Sở Nội vụ\r\n\r\nLưu: VT, NV",
    };

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalFixture.StartAsync();
        Answer(_portal, "draft");
        _portal.Json("/api/campaigns", $$"""
            {"items":[{"id":"{{Id}}","code":"LTN-26-30","name":"Chính nó","shortName":null,"unitCode":"10532","unitName":"x","fromYear":2026,"toYear":2030,"state":"draft","launchedAt":null,"closedAt":null},
             {"id":"{{Other}}","code":"TD-26","name":"Thi đua yêu nước","shortName":null,"unitCode":"10532","unitName":"x","fromYear":2026,"toYear":2026,"state":"launched","launchedAt":null,"closedAt":null},
             {"id":"01900000-0000-7000-8000-00000000c003","code":"HA-25","name":"Của phường khác","shortName":null,"unitCode":"11413","unitName":"x","fromYear":2025,"toYear":2025,"state":"launched","launchedAt":null,"closedAt":null}],"next":null}
            """);
    }

    public async ValueTask DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task Saved_TheWholePlanGoesBack_WithWhatWasTyped()
    {
        _portal.Json($"PUT {Api}", Campaign("draft", 4));
        using var browser = await _portal.SignedInAsync("10532", Writer);
        var page = await browser.PageAsync(Edit);
        Assert.Contains("Thi đua yêu nước", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Của phường khác", page, StringComparison.Ordinal);
        var done = await PortalFixture.SubmitAsync(browser, Edit, "edit", Typed());
        Assert.Equal($"{Page}?da=sua", done.Headers.Location!.ToString());
        var sent = Assert.Single(_portal.Sent, s => s.Line == $"PUT {Api}");
        Assert.Equal("\"3\"", sent.IfMatch);
        var plan = JsonNode.Parse(sent.Body)!.AsObject();
        Assert.Equal(("Tên mới", "Ngắn", null, "Mọi đơn vị", 2028, "10532-HCC"), ((string?)plan["name"], (string?)plan["shortName"], (string?)plan["theme"], (string?)plan["participants"], (int)plan["toYear"]!, (string?)plan["standingUnitCode"]));
        Assert.Equal(["Sở Nội vụ", "Lưu: VT, NV"], plan["recipients"]!.AsArray().Select(r => (string?)r));
        // A tie that the page could not offer is kept.
        Assert.Equal(["XA-25", "TD-26"], plan["linkedCodes"]!.AsArray().Select(r => (string?)r));
        var before = JsonNode.Parse(Plan)!.AsObject();
        foreach (var part in new[] { "code", "unitCode", "scheme", "criteria", "tasks", "reports", "roles", "legalBases", "purposes", "feedback" })
            Assert.True(JsonNode.DeepEquals(before[part], plan[part]), part);
    }

    [Theory]
    [InlineData("", "2028", "Cần có tên.")]
    [InlineData("Tên mới", "hai nghìn", "Cần một năm, ví dụ 2030.")]
    public async Task Wanting_IsSaidAtItsField_AndNothingTypedIsLost(string name, string toYear, string said)
    {
        using var browser = await _portal.SignedInAsync("10532", Writer);
        var refused = await PortalFixture.SubmitAsync(browser, Edit, "edit", Typed(name, toYear));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var page = await refused.TextAsync();
        foreach (var kept in new[] { said, "value=\"Ngắn\"", "Mọi đơn vị</textarea>", $"value=\"{toYear}\"", "value=\"TD-26\" checked", "<option value=\"10532-HCC\" selected" })
            Assert.Contains(kept, page, StringComparison.Ordinal);
        Assert.DoesNotContain(_portal.Sent, s => s.Line == $"PUT {Api}");
    }

    [Fact]
    public async Task Stale_ShowsWhatTheNewestHolds_BesideWhatWasTyped()
    {
        using var browser = await _portal.SignedInAsync("10532", Writer);
        var hidden = PortalFixture.HiddenOf(await browser.PageAsync(Edit), "edit");
        _portal.Refuse($"PUT {Api}", 412, """{"status":412,"code":"EMU-0008","title":"Phiên bản đang sửa đã cũ"}""");
        _portal.Json(Api, Campaign("draft", 8, "Tên người khác đặt"));
        var refused = await PortalFixture.SubmitAsync(browser, Edit, "edit", new(Typed()) { ["version"] = hidden["version"] });
        Assert.Equal(HttpStatusCode.PreconditionFailed, refused.StatusCode);
        var page = await refused.TextAsync();
        foreach (var shown in new[] { "Tên mới</textarea>", "Bản mới nhất đang ghi khác", "“Tên người khác đặt”", "Tên ngắn:</strong> để trống" })
            Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.Equal("8", PortalFixture.HiddenOf(page, "edit")["version"]);
    }

    [Fact]
    public async Task LaunchedOrOthers_AreNotEdited()
    {
        using (var other = await _portal.SignedInAsync("10549", Writer))
            Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync(Edit)).StatusCode);
        Answer(_portal, "launched");
        using var browser = await _portal.SignedInAsync("10532", Writer);
        var page = await browser.PageAsync(Edit);
        Assert.Contains("chỉ thay đổi bằng điều chỉnh", page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"edit\"", page, StringComparison.Ordinal);
    }
}
