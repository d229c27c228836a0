using System.Net;
using System.Text.Json.Nodes;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Http;
using static Emulation.Portal.Tests.DecisionSamples;

namespace Emulation.Portal.Tests;

/// <summary>Award decisions by hand: what may be decided, the decision, its number, its cancelling.</summary>
public sealed class DecisionPageTests : IAsyncLifetime
{
    private const string Choose = "/quyet-dinh/moi", Ward = "/quyet-dinh/moi?phong-trao=LTN-26-30&nam=2026&cap=ward", Page = $"/quyet-dinh/{Decision}";
    private static readonly string[] Officer = [Policies.NominationsRead, Policies.NominationsDecide, Policies.CampaignsRead, Policies.DocumentsRead], Reader = [Policies.NominationsRead, Policies.CampaignsRead, Policies.DocumentsRead];

    private PortalFixture _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalFixture.StartAsync();
        _portal.Json("/api/campaigns", CampaignList);
        _portal.Json("/api/decisions", Listed(Made()));
        _portal.Json($"/api/decisions/{Decision}", Made());
        _portal.Json($"/api/nominations/{Office}", Full(Office, "Văn phòng <b>A</b>", kind: "collective"));
        _portal.Json($"/api/nominations/{Person}", Full(Person, "Nguyễn Văn Ví", more: ",\"reward\":{\"money\":702000,\"basis\":\"Nghị định 152\"}"));
        _portal.Json($"/api/nominations/{Unready}", Full(Unready, "Lê Thị Thử", "submitted", "notYetKnown", more: ",\"way\":[{\"point\":\"agree\",\"name\":\"Hội đồng\",\"state\":\"current\",\"late\":false}],\"missing\":[{\"part\":\"p\",\"name\":\"Tờ trình\",\"missing\":\"Chưa có tờ trình.\"}],\"marks\":[{\"kind\":\"held\",\"text\":\"Đối tượng đang trong thời gian xem xét.\",\"stops\":true}]"));
        _portal.Answers["/api/nominations"] = context =>
        {
            context.Response.ContentType = "application/json";
            return context.Response.WriteAsync(context.Request.Query["state"].ToString() switch
            {
                "agreed" => Listed(Item(Person, "Nguyễn Văn Ví", "agreed"), Item(Office, "Văn phòng A", "agreed", kind: "collective"), Item(Decision, "Lên thành phố", "agreed", level: "city")),
                "submitted" => Listed(Item(Unready, "Lê Thị Thử", "submitted", "notYetKnown")),
                "appraised" => Listed(Item(Person, "Nguyễn Văn Ví", "appraised", level: "city")),
                _ => Listed(),
            });
        };
        _portal.Json("/api/quotas/usage", Quota(true, Person));
        _portal.Json("/api/documents", Document("issued", symbol: "125/QĐ-UBND"));
        _portal.Json("/api/publications", Listed());
    }

    public async ValueTask DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task List_ShowsNumberMoneyAndWhatWasCancelled_OffersADecisionToWhoDecides()
    {
        _portal.Json("/api/decisions", Listed(Made(revoked: true), Made(number: null).Replace(Decision, Paper, StringComparison.Ordinal)));
        using var reader = await _portal.SignedInAsync("10532", Reader);
        var page = await reader.PageAsync("/quyet-dinh");
        foreach (var shown in new[] { "125/QĐ-UBND", "ngày 21/11/2026", "Đẩy mạnh cải cách hành chính", "đã hủy bỏ 1", "Chưa có số", "Chờ số, ngày", "1.404.000 đồng" })
            Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.DoesNotContain("/quyet-dinh/moi", page, StringComparison.Ordinal);
        using var officer = await _portal.SignedInAsync("10532", Officer);
        Assert.Contains("href=\"/quyet-dinh/moi\"", await officer.PageAsync("/quyet-dinh"), StringComparison.Ordinal);
        _portal.Json("/api/decisions", Listed());
        Assert.Contains("Chưa có quyết định nào.", await officer.PageAsync("/quyet-dinh"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10532", "2 hồ sơ chờ ra quyết định khen thưởng")] // that of the city's level is not the ward's
    [InlineData("31", "1 hồ sơ chờ ra quyết định khen thưởng")]
    public async Task Home_TellsTheDecidingLevel_WhatWaitsForItsDecision(string unit, string told)
    {
        _portal.Json("/api/city/overview", Samples.Overview);
        using var officer = await _portal.SignedInAsync(unit, Officer);
        Assert.Contains($"<a href=\"{Choose}\">{told}</a>", await officer.PageAsync("/"), StringComparison.Ordinal);
        Assert.Contains(_portal.Seen, s => s.Line.Contains("eligibility=met", StringComparison.Ordinal));
        using var reader = await _portal.SignedInAsync(unit, Reader);
        Assert.DoesNotContain("chờ ra quyết định", await reader.PageAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_OfWhoDoesNotDecide_IsForbidden()
    {
        using var reader = await _portal.SignedInAsync("10532", Reader);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.GetAsync(Choose)).StatusCode);
    }

    [Theory]
    [InlineData("10532", "cap=ward", 2, 3)] // its own level only
    [InlineData("31", "cap=city", 1, 1)]
    public async Task New_ProposesWhatWaitsForThisLevel(string unit, string level, int met, int all)
    {
        using var browser = await _portal.SignedInAsync(unit, Officer);
        var page = await browser.PageAsync(Choose);
        Assert.Contains($"href=\"/quyet-dinh/moi?phong-trao=LTN-26-30&nam=2026&{level}\"", page, StringComparison.Ordinal);
        Assert.Contains($"<td class=\"number\" data-label=\"Đạt\">{met}</td><td class=\"number\" data-label=\"Tất cả\">{all}</td>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_NothingWaits_SaysSo()
    {
        _portal.Json("/api/nominations", Listed());
        using var browser = await _portal.SignedInAsync("10532", Officer);
        Assert.Contains("Không có hồ sơ nào chờ quyết định.", await browser.PageAsync(Choose), StringComparison.Ordinal);
        Assert.Contains("ở danh sách này", await browser.PageAsync(Ward), StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_ShowsVerdictQuotaMoneyAndWhatStandsAgainst_OffersOnlyTheReady()
    {
        using var browser = await _portal.SignedInAsync("10532", Officer);
        var raw = await (await browser.GetAsync(Ward)).Content.ReadAsStringAsync();
        Assert.DoesNotContain("<b>A</b>", raw, StringComparison.Ordinal);
        var page = WebUtility.HtmlDecode(raw);
        foreach (var shown in new[] { "702.000 đồng", "1/1 chỗ", "Không quá 01 cá nhân", "Chưa đủ căn cứ để kết luận tiêu chuẩn.", "Chưa qua Hội đồng Thi đua - Khen thưởng.", "đang trong thời gian xem xét", "Chưa có tờ trình.", $"/ho-so/{Unready}/thanh-phan", "value=\"Vũ Hoàng Đăng\"" })
            Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.Contains($"name=\"nomination\" value=\"{Person}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"name=\"nomination\" value=\"{Unready}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Lên thành phố", page, StringComparison.Ordinal);
        Assert.True(page.IndexOf("Văn phòng <b>A</b>", StringComparison.Ordinal) < page.IndexOf("Nguyễn Văn Ví", StringComparison.Ordinal));
    }

    [Fact]
    public async Task New_OverQuota_IsNotOffered_AndWithoutQuotasThePageStands()
    {
        _portal.Json("/api/quotas/usage", Quota(false, Person, Office));
        using var browser = await _portal.SignedInAsync("10532", Officer);
        var page = await browser.PageAsync(Ward);
        Assert.Contains("Số đề nghị đang vượt chỉ tiêu.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"signerName\"", page, StringComparison.Ordinal);
        _portal.Refuse("/api/quotas/usage", 503);
        Assert.Contains($"name=\"nomination\" value=\"{Person}\"", await browser.PageAsync(Ward), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Issue_SendsTheListInItsOrder_AndLeadsToTheDecision()
    {
        _portal.Json("POST /api/decisions", Made(number: null));
        using var browser = await _portal.SignedInAsync("10532", Officer);
        var fields = Hidden(await browser.GetStringAsync(Ward));
        var response = await browser.PostAsync(Ward, new FormUrlEncodedContent([.. fields, new("nomination", Person), new("nomination", Office), new("signerName", "Trần Thị Ký"), new("signerPosition", "KT. CHỦ TỊCH")]));
        Assert.Equal($"{Page}?da=ra", response.Headers.Location!.ToString());
        var sent = Assert.Single(_portal.Sent, s => s.Line == "POST /api/decisions");
        Assert.True(Guid.TryParse(sent.Key, out _));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse($$"""{"nominationIds":["{{Office}}","{{Person}}"],"signerName":"Trần Thị Ký","signerPosition":"KT. CHỦ TỊCH"}"""), JsonNode.Parse(sent.Body)), sent.Body);
    }

    [Fact]
    public async Task Issue_NothingTicked_IsRefusedBeforeAnythingIsSent()
    {
        using var browser = await _portal.SignedInAsync("10532", Officer);
        var page = await (await PortalFixture.SubmitAsync(browser, Ward, "quyet-dinh", new() { ["signerName"] = "Người ký", ["signerPosition"] = "CHỦ TỊCH" })).TextAsync();
        Assert.Contains("Chưa chọn hồ sơ nào", page, StringComparison.Ordinal);
        Assert.DoesNotContain(_portal.Sent, s => s.Line == "POST /api/decisions");
    }

    [Fact]
    public async Task Issue_Refused_NamesTheNominee_KeepsTicksAndSigner()
    {
        _portal.Refuse("POST /api/decisions", 409, """{"status":409,"code":"NOM-0012","title":"Đối tượng chưa đạt tiêu chuẩn","detail":"Hạng 12 khối phường.","errors":[{"pointer":"/nominationIds/0","detail":"Hạng 12 khối phường."}]}""");
        using var browser = await _portal.SignedInAsync("10532", Officer);
        var answer = await PortalFixture.SubmitAsync(browser, Ward, "quyet-dinh", new() { ["nomination"] = Person, ["signerName"] = "Gõ dở tên", ["signerPosition"] = "CHỦ TỊCH" });
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var page = await answer.TextAsync();
        Assert.Contains("<strong>Nguyễn Văn Ví: </strong>Hạng 12 khối phường.", page, StringComparison.Ordinal);
        Assert.Contains("Vướng ở hồ sơ này.", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Gõ dở tên\"", page, StringComparison.Ordinal);
        Assert.Matches($"value=\"{Person}\" checked", page);
        Assert.DoesNotMatch($"value=\"{Office}\" checked", page);
    }

    [Fact]
    public async Task Decision_ForAReader_ShowsListMoneyDocuments_AndOffersNothing()
    {
        using var browser = await _portal.SignedInAsync("10532", Reader);
        var raw = await (await browser.GetAsync(Page)).Content.ReadAsStringAsync();
        Assert.DoesNotContain("<b>A</b>", raw, StringComparison.Ordinal);
        var page = WebUtility.HtmlDecode(raw);
        foreach (var shown in new[] { "Quyết định 125/QĐ-UBND", "Vũ Hoàng Đăng, Chủ tịch", "1.404.000 đồng", "1 trường hợp chưa xác định mức", $"href=\"/van-ban/{Paper}\"", "Đã ban hành", "Nguyễn Văn Ví", "Điều 54, Nghị định 152/2025/NĐ-CP" })
            Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"stack\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/cong-khai/moi", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10532", true)]
    [InlineData("31", false)] // sees all, decides on its own
    public async Task Decision_ActsAreOfferedToTheDecidingUnit(string unit, bool offered)
    {
        _portal.Json($"/api/decisions/{Decision}", Made(number: null));
        using var browser = await _portal.SignedInAsync(unit, Officer);
        var page = await browser.PageAsync(Page);
        Assert.Equal((offered, offered, offered), (page.Contains("ghi số, ngày", StringComparison.Ordinal), page.Contains("Hủy bỏ toàn bộ hoặc một phần", StringComparison.Ordinal), page.Contains($"/cong-khai/moi?quyet-dinh={Decision}", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Decision_WithoutItsDocuments_SaysWhatIsMissing()
    {
        _portal.Refuse("/api/documents", 503);
        using var browser = await _portal.SignedInAsync("10532", Officer);
        Assert.Contains("Thiếu phần văn bản.", await browser.PageAsync(Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Number_OfPaper_IsSentWithTheVersionSeen_AStaleOneKeepsWhatWasTyped()
    {
        _portal.Json($"/api/decisions/{Decision}", Made(number: null));
        _portal.Refuse($"POST /api/decisions/{Decision}/number", 412, """{"status":412,"code":"EMU-0008","title":"Phiên bản đang sửa đã cũ"}""");
        using var browser = await _portal.SignedInAsync("10532", Officer);
        Dictionary<string, string> typed() => new() { ["number"] = "77/QĐ-UBND", ["date"] = "20/11/2026" };
        var page = await (await PortalFixture.SubmitAsync(browser, Page, "so", typed())).TextAsync();
        Assert.Contains("Phiên bản đang sửa đã cũ", page, StringComparison.Ordinal);
        Assert.Contains("value=\"77/QĐ-UBND\"", page, StringComparison.Ordinal);
        var sent = Assert.Single(_portal.Sent, s => s.Line.EndsWith("/number", StringComparison.Ordinal));
        Assert.Equal("\"4\"", sent.IfMatch);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{"number":"77/QĐ-UBND","date":"2026-11-20"}"""), JsonNode.Parse(sent.Body)), sent.Body);
        var bad = typed();
        bad["date"] = "20 tháng 11";
        Assert.Contains("Cần một ngày", await (await PortalFixture.SubmitAsync(browser, Page, "so", bad)).TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Revoke_APart_WithReason()
    {
        _portal.Json($"POST /api/decisions/{Decision}/revoke", Made(revoked: true));
        using var browser = await _portal.SignedInAsync("10532", Officer);
        Assert.Contains("Chọn ít nhất một trường hợp", await (await PortalFixture.SubmitAsync(browser, Page, "huy", new() { ["reason"] = "Kê khai sai", ["legalBasis"] = "Luật" })).TextAsync(), StringComparison.Ordinal);
        var response = await PortalFixture.SubmitAsync(browser, Page, "huy", new() { ["nomination"] = Office, ["reason"] = "Kê khai sai", ["legalBasis"] = "Luật, chương VII", ["decisionNumber"] = "9/QĐ-UBND", ["decisionDate"] = "21/11/2026" });
        Assert.Equal(Page, response.Headers.Location!.ToString());
        var sent = Assert.Single(_portal.Sent, s => s.Line.EndsWith("/revoke", StringComparison.Ordinal));
        Assert.Equal("\"4\"", sent.IfMatch);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse($$"""{"nominationIds":["{{Office}}"],"reason":"Kê khai sai","legalBasis":"Luật, chương VII","decisionNumber":"9/QĐ-UBND","decisionDate":"2026-11-21"}"""), JsonNode.Parse(sent.Body)), sent.Body);
    }

    [Fact]
    public async Task Revoke_Refused_NamesWho_AndKeepsTheReason()
    {
        _portal.Refuse($"POST /api/decisions/{Decision}/revoke", 409, """{"status":409,"code":"NOM-0108","title":"Khen thưởng đã bị hủy bỏ","detail":"Đã hủy lúc sáng.","errors":[{"pointer":"/nominationIds/0","detail":"Đã hủy lúc sáng."}]}""");
        using var browser = await _portal.SignedInAsync("10532", Officer);
        var page = await (await PortalFixture.SubmitAsync(browser, Page, "huy", new() { ["nomination"] = Person, ["reason"] = "Gõ dở lý do", ["legalBasis"] = "x" })).TextAsync();
        Assert.Contains("Nguyễn Văn Ví: </strong>Đã hủy lúc sáng.", page, StringComparison.Ordinal);
        Assert.Contains("Gõ dở lý do</textarea>", page, StringComparison.Ordinal);
        Assert.Matches($"value=\"{Person}\" checked", page);
    }

    private static IEnumerable<KeyValuePair<string, string>> Hidden(string page) => PortalFixture.HiddenOf(page, "quyet-dinh");
}
