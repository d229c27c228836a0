using System.Net;
using System.Text.Json.Nodes;
using Emulation.ServiceDefaults;

namespace Emulation.Portal.Tests;

/// <summary>Places of the quotas, and the council's order among more candidates than places.</summary>
public sealed class QuotaPageTests : IAsyncLifetime
{
    private const string Places = "/chi-tieu?phong-trao=LTN-26-30&nam=2026", Choosing = "/chi-tieu/xet-chon?phong-trao=LTN-26-30&hang-muc=yearly-city-individual&nam=2026&don-vi=10532";
    private const string First = "01900000-0000-7000-8000-000000000001", Second = "01900000-0000-7000-8000-000000000002", Third = "01900000-0000-7000-8000-000000000003";

    private const string Usage = $$"""
    {"campaign":"LTN-26-30","campaignName":"Thi đua CCHC","year":2026,"items":[
      {"clause":"LTN-26-30/III.2.a.2.q","rule":"Mỗi đơn vị đề nghị không quá 03 tập thể mỗi năm","categories":[{"key":"yearly-city-collective","name":"Bằng khen, tập thể","recipient":"collective"}],
       "scope":"proposingUnit","scopeKey":"10532","scopeName":"Phường <b>L","year":2026,"limit":3,"missing":null,"free":2,"over":false,"ordered":false,
       "held":[{"nominationId":"{{First}}","nomineeName":"Trung tâm <i>","unitCode":"10532-HCC","state":"submitted","eligibility":"met","mayGoOn":true}],
       "excepted":[{"nominationId":"{{Third}}","nomineeName":"Văn phòng","unitCode":"10532-VP","state":"submitted","eligibility":"met","mayGoOn":true}],"waiting":1},
      {"clause":"LTN-26-30/III.2.b.q3","rule":"Mỗi đơn vị đề nghị không quá 01 cá nhân","categories":[{"key":"period-city-individual","name":"Bằng khen, cá nhân","recipient":"individual"}],
       "scope":"proposingUnit","scopeKey":"10532","scopeName":"Phường <b>L","year":null,"limit":1,"missing":null,"free":0,"over":true,"ordered":false,
       "held":[{"nominationId":"{{First}}","nomineeName":"Bà A","unitCode":"10532","state":"submitted","eligibility":"met","mayGoOn":false},
               {"nominationId":"{{Second}}","nomineeName":"Ông B","unitCode":"10532","state":"submitted","eligibility":"met","mayGoOn":false}],"excepted":[],"waiting":0},
      {"clause":"LTN-26-30/III.2.b.q1","rule":"Theo phân bổ của Sở Nội vụ","categories":[{"key":"period-state-collective","name":"Cấp Nhà nước","recipient":"collective"}],
       "scope":"proposingUnit","scopeKey":"10532","scopeName":"Phường <b>L","year":null,"limit":0,"missing":"Chưa được phân bổ chỉ tiêu","free":0,"over":false,"ordered":false,"held":[],"excepted":[],"waiting":0},
      {"clause":"CH-26-30/III.2.3.b.2.1","rule":"Mỗi khối xếp hạng trong toàn thành phố được khen không quá 01 tập thể","categories":[{"key":"period-city-flag","name":"Cờ thi đua","recipient":"collective"}],
       "scope":"cityBlock","scopeKey":"phuong","scopeName":"phường","year":null,"limit":1,"missing":null,"free":1,"over":false,"ordered":false,"held":[],"excepted":[],"waiting":0}]}
    """;

    private const string Candidates = $$"""
    {"clause":"LTN-26-30/III.2.a.2.q","rule":"Mỗi đơn vị đề nghị không quá 01 cá nhân mỗi năm","scopeKey":"10532","year":2026,"limit":1,"tieRule":"Khi ngang nhau, ưu tiên nữ.","version":2,
     "order":{"nominationIds":["{{Second}}","{{First}}"],"departs":true,"reason":"Công trình nổi bật","decidedBy":"x","decidedAt":"2026-11-21T02:00:00+00:00"},
     "candidates":[
      {"position":1,"decidedPosition":2,"nominationId":"{{First}}","campaignCode":"LTN-26-30","categoryKey":"k","proposingUnitCode":"10532","proposingUnitName":"Phường L",
       "nominee":{"kind":"individual","name":"Bà <script>A","position":null,"unitCode":"10532","unitName":"Phường L"},"state":"draft","eligibility":"met","indexRank":7,"womenFirst":true,"island":false,
       "rule":"women","because":"Ngang nhau; gợi ý chọn nữ.","equalWith":["{{Second}}"],"mayGoOn":false,"excepted":false,"chosen":false},
      {"position":2,"decidedPosition":1,"nominationId":"{{Second}}","campaignCode":"LTN-26-30","categoryKey":"k","proposingUnitCode":"10532","proposingUnitName":"Phường L",
       "nominee":{"kind":"individual","name":"Ông B","position":null,"unitCode":"10532","unitName":"Phường L"},"state":"draft","eligibility":"met","indexRank":7,"womenFirst":false,"island":false,
       "rule":"women","because":"Ngang nhau.","equalWith":["{{First}}"],"mayGoOn":true,"excepted":false,"chosen":false}]}
    """;

    private PortalFixture _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalFixture.StartAsync();
        _portal.Json("/api/quotas/usage", Usage);
        _portal.Json("/api/quotas/candidates", Candidates);
    }

    public async ValueTask DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task Places_AreDrawnHeldFreeAndOver_WithWhoHoldsThem()
    {
        using var browser = await _portal.SignedInAsync("10532", Policies.NominationsRead);
        var page = await browser.PageAsync(Places);
        // Held 1 of 3 and 1 of 1; free 2 and the block's 1; one beyond.
        Assert.Equal((2, 3, 1), (Count(page, "class=\"place-held\""), Count(page, "class=\"place-free\""), Count(page, "class=\"place-over\"")));
        foreach (var shown in new[]
        {
            "3 chỗ, đã có 1, còn 2", "1 chỗ, 2 hồ sơ: vượt 1", "Đang vượt chỉ tiêu.", "chưa được đi tiếp", "được phép ngoài số lượng", "Chưa được phân bổ chỉ tiêu", "LTN-26-30/III.2.a.2.q",
            "Khối phường, toàn thành phố", $"/ho-so/{First}", "/chi-tieu/xet-chon?phong-trao=LTN-26-30&hang-muc=yearly-city-collective&nam=2026&don-vi=10532", "hang-muc=period-city-flag&nam=2026&khoi=phuong",
        })
            Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.Contains(_portal.Seen, s => s.Line == "GET /api/quotas/usage?campaign=LTN-26-30&year=2026");
    }

    [Fact]
    public async Task Names_OfOthers_CannotBecomeMarkup()
    {
        using var browser = await _portal.SignedInAsync("31", Policies.NominationsRead, Policies.NominationsDecide);
        foreach (var path in new[] { Places, Choosing })
        {
            var raw = await browser.GetStringAsync(path);
            foreach (var name in new[] { "<b>L", "<i>", "<script>A" })
                Assert.DoesNotContain(name, raw, StringComparison.Ordinal);
            Assert.DoesNotContain("style=\"", raw, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Places_WithoutCampaign_OffersThoseOfTheUnit()
    {
        _portal.Json("/api/city/overview", Samples.Overview);
        using var browser = await _portal.SignedInAsync("31", Policies.NominationsRead);
        Assert.Contains("/chi-tieu?phong-trao=", await browser.PageAsync("/chi-tieu"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400, "NOM-0001", "Không có phong trào thi đua mang mã này")]
    [InlineData(404, "EMU-0005", "Không tìm thấy")]
    public async Task Places_Refused_KeepsWhatWasTypedAndSaysWhy(int status, string code, string title)
    {
        _portal.Refuse("/api/quotas/usage", status, $$"""{"status":{{status}},"code":"{{code}}","title":"{{title}}"}""");
        using var browser = await _portal.SignedInAsync("10532", Policies.NominationsRead);
        var response = await browser.GetAsync(Places);
        var page = await response.TextAsync();
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(title, page, StringComparison.Ordinal);
        Assert.Contains("value=\"LTN-26-30\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_WithoutTheRightToRead_AreRefused()
    {
        using var browser = await _portal.SignedInAsync("10532");
        foreach (var path in new[] { Places, Choosing })
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task Candidates_SayWhyTheyStandThere_AndWhoMayNotDecideHasNoForm()
    {
        using var browser = await _portal.SignedInAsync("10532", Policies.NominationsRead);
        var page = await browser.PageAsync(Choosing);
        foreach (var shown in new[] { "Ngang nhau; gợi ý chọn nữ.", "ngang nhau", "ngoài số lượng", "Hội đồng đã quyết định thứ tự", "khác gợi ý", "Công trình nổi bật", "Khi ngang nhau, ưu tiên nữ." })
            Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"place-", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Ghi thứ tự", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Order_IsSentAsTheCouncilNumbersIt_WithVersionAndReason()
    {
        _portal.Json("POST /api/quotas/order", Candidates);
        using var browser = await _portal.SignedInAsync("10532", Policies.NominationsRead, Policies.NominationsDecide);
        var response = await PortalFixture.SubmitAsync(browser, Choosing, "thu-tu", new() { [$"place-{First}"] = "2", [$"place-{Second}"] = "1", ["reason"] = "Có công trình" });
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal(Choosing, response.Headers.Location!.ToString());
        var sent = Assert.Single(_portal.Sent, s => s.Line == "POST /api/quotas/order");
        Assert.Equal("\"2\"", sent.IfMatch);
        Assert.NotEmpty(sent.Key);
        var body = JsonNode.Parse(sent.Body)!;
        Assert.Equal([Second, First], body["nominationIds"]!.AsArray().Select(i => (string)i!));
        Assert.Equal(("Có công trình", "10532", 2026), ((string?)body["reason"], (string?)body["unit"], (int)body["year"]!));
    }

    [Fact]
    public async Task Order_Refused_SaysWhyAndKeepsTheNumbersTyped()
    {
        _portal.Refuse("POST /api/quotas/order", 400, """{"status":400,"code":"NOM-0039","title":"Thứ tự khác gợi ý phải nêu lý do"}""");
        using var browser = await _portal.SignedInAsync("10532", Policies.NominationsRead, Policies.NominationsDecide);
        var response = await PortalFixture.SubmitAsync(browser, Choosing, "thu-tu", new() { [$"place-{First}"] = "7", [$"place-{Second}"] = "5", ["reason"] = "" });
        var page = await response.TextAsync();
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("Thứ tự khác gợi ý phải nêu lý do", page, StringComparison.Ordinal);
        Assert.Contains($"name=\"place-{First}\" value=\"7\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Order_SameNumberTwice_IsRefusedBeforeItIsSent()
    {
        using var browser = await _portal.SignedInAsync("10532", Policies.NominationsRead, Policies.NominationsDecide);
        var response = await PortalFixture.SubmitAsync(browser, Choosing, "thu-tu", new() { [$"place-{First}"] = "1", [$"place-{Second}"] = "1" });
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("không trùng nhau", await response.TextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(_portal.Sent, s => s.Line == "POST /api/quotas/order");
    }

    private static int Count(string page, string what) => page.Split(what).Length - 1;
}
