using System.Net;
using System.Text.Json.Nodes;
using Emulation.ServiceDefaults;

namespace Emulation.Portal.Tests;

/// <summary>What is ruled about quotas by hand: allotments, participants, a way beside the quota, the chairman's choice.</summary>
public sealed class QuotaRulingTests : IAsyncLifetime
{
    private const string OfNominated = "01900000-0000-7000-8000-000000000002", Ward = "01900000-0000-7000-8000-0000000000f1", City = "01900000-0000-7000-8000-0000000000f2", Nominated = "01900000-0000-7000-8000-000000000001", Other = "01900000-0000-7000-8000-000000000002";
    private const string Allotments = "/chi-tieu/phan-bo?phong-trao=LTN-26-30", OfCity = "/chi-tieu/phan-bo?phong-trao=HP-26", Participants = "/chi-tieu/tham-gia?phong-trao=LTN-26-30&nam=2027";
    private const string Choosing = "/chi-tieu/lua-chon?phong-trao=LTN-26-30&nam=2026&hang-muc=period-state", Exception = $"/chi-tieu/ngoai-so-luong/{Nominated}";

    private const string Plan = """
        {"plan":{"scheme":{"categories":[
          {"key":"period-state","name":"Cấp Nhà nước <i>tập thể</i>","recipient":"collective","cadence":"period","quotas":[{"clause":"K/1","scope":"proposingUnit","allottedByCity":true}]},
          {"key":"yearly-ward","name":"Giấy khen cá nhân","recipient":"individual","cadence":"yearly","quotas":[{"clause":"K/2","scope":"subUnit","shareOfParticipants":20,"atLeast":1}]},
          {"key":"period-city","name":"Bằng khen tổng kết giai đoạn","recipient":"collective","cadence":"period","quotas":[{"clause":"K/3","scope":"proposingUnit","atMost":1}],
           "standard":{"reading":"canonical","canonical":{"kind":"attested","clause":"K/3.a","text":"Dẫn đầu","statement":"leading","by":["city"]}}}]}}}
        """;

    private const string Units = """
        {"items":[{"code":"10532","name":"Phường Lê Thanh Nghị","kind":"ward","parentCode":"31","active":true},
          {"code":"10532-HCC","name":"Trung tâm <b>HCC</b>","kind":"office","parentCode":"10532","active":true},
          {"code":"11413","name":"Phường Hải An","kind":"ward","parentCode":"31","active":true}],"next":null}
        """;

    private PortalFixture _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalFixture.StartAsync();
        _portal.Json("/api/campaigns", $$"""
            {"items":[{"id":"{{Ward}}","code":"LTN-26-30","name":"Đẩy mạnh CCHC","unitCode":"10532","unitName":"Phường Lê Thanh Nghị","fromYear":2026,"toYear":2030,"state":"launched"},
              {"id":"{{City}}","code":"HP-26","name":"Toàn thành phố","unitCode":"31","unitName":"Thành phố Hải Phòng","fromYear":2026,"toYear":2026,"state":"launched"}],"next":null}
            """);
        _portal.Json($"/api/campaigns/{Ward}", Plan);
        _portal.Json($"/api/campaigns/{City}", Plan);
        _portal.Json($"/api/campaigns/{OfNominated}", Plan);
        _portal.Json("/api/units", Units);
        _portal.Json("GET /api/quotas/allotments", "[]");
        _portal.Json("GET /api/quotas/participants", """[{"version":4,"campaign":"LTN-26-30","unitCode":"10532","year":2027,"collectives":12,"individuals":1250}]""");
        _portal.Json("/api/quotas/usage", """{"campaign":"LTN-26-30","campaignName":"x","year":2026,"items":[]}""");
        _portal.Json($"/api/nominations/{Nominated}", Nomination("draft"));
        _portal.Json($"/api/nominations/{Nominated}/history", Samples.History);
    }

    public async ValueTask DisposeAsync() => await _portal.DisposeAsync();

    private Task<HttpClient> CityOfficer() => _portal.SignedInAsync("31", Policies.NominationsRead, Policies.CampaignsRead, Policies.UnitsRead, Policies.NominationsDecide);

    private Task<HttpClient> WardOfficer(params string[] more) => _portal.SignedInAsync("10532", [Policies.NominationsRead, Policies.CampaignsRead, Policies.UnitsRead, .. more]);

    private static string Nomination(string state, string level = "city") =>
        Samples.Nomination.Replace("\"state\":\"submitted\"", $"\"state\":\"{state}\"", StringComparison.Ordinal).Replace("\"level\":\"city\"", $"\"level\":\"{level}\"", StringComparison.Ordinal);

    [Fact]
    public async Task Pages_ChooseACampaignByName_AndTellWhichLinksLeadHere()
    {
        using var browser = await CityOfficer();
        var page = await browser.PageAsync("/chi-tieu/phan-bo");
        Assert.Contains("<option value=\"LTN-26-30\">Phường Lê Thanh Nghị, 2026–2030: Đẩy mạnh CCHC</option>", page, StringComparison.Ordinal);
        var places = await browser.PageAsync("/chi-tieu?phong-trao=LTN-26-30&nam=2026");
        Assert.Contains("href=\"/chi-tieu/phan-bo?phong-trao=LTN-26-30&nam=2026\"", places, StringComparison.Ordinal);
        Assert.Contains("href=\"/chi-tieu/tham-gia?phong-trao=LTN-26-30&nam=2026\"", places, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.GetAsync("/chi-tieu/phan-bo?phong-trao=KHONG-CO")).StatusCode);
        using var member = await _portal.SignedInAsync("10532");
        foreach (var path in new[] { Allotments, Participants, Choosing })
            Assert.Equal(HttpStatusCode.Forbidden, (await member.GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task Allotment_StillMissing_IsGivenByTheCityAndOnlySeenByTheUnit()
    {
        using var ward = await WardOfficer(Policies.NominationsDecide);
        var seen = await ward.PageAsync(Allotments);
        Assert.Contains("chưa phân bổ", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("Ghi phân bổ", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("lua-chon", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("<i>tập thể", await ward.GetStringAsync(Allotments), StringComparison.Ordinal);

        _portal.Json("PUT /api/quotas/allotments", """{"version":1,"campaign":"LTN-26-30","category":"period-state","unitCode":"10532","year":2030,"number":2,"note":"CV 12"}""");
        using var city = await CityOfficer();
        var response = await PortalFixture.SubmitAsync(city, Allotments, "phan-bo-period-state-10532-2030", new() { ["number"] = "2", ["note"] = "CV 12" });
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        var sent = Assert.Single(_portal.Sent, s => s.Line == "PUT /api/quotas/allotments");
        Assert.Equal("\"0\"", sent.IfMatch);
        var body = JsonNode.Parse(sent.Body)!;
        Assert.Equal(("period-state", "10532", 2030, 2, "CV 12"), ((string)body["category"]!, (string)body["unitCode"]!, (int)body["year"]!, (int)body["number"]!, (string)body["note"]!));
    }

    [Fact]
    public async Task Allotment_ChangedMeanwhile_IsSaidAndWhatWasTypedStays()
    {
        _portal.Json("GET /api/quotas/allotments", """[{"version":3,"campaign":"LTN-26-30","category":"period-state","unitCode":"10532","year":2030,"number":1,"note":"<script>x</script>"}]""");
        _portal.Refuse("PUT /api/quotas/allotments", 412, """{"status":412,"code":"EMU-0008","title":"Phiên bản đang sửa đã cũ"}""");
        using var city = await CityOfficer();
        Assert.DoesNotContain("<script>x", await city.GetStringAsync(Allotments), StringComparison.Ordinal);
        var response = await PortalFixture.SubmitAsync(city, Allotments, "phan-bo-period-state-10532-2030", new() { ["number"] = "7", ["note"] = "CV 99" });
        Assert.Equal(HttpStatusCode.PreconditionFailed, response.StatusCode);
        var page = await response.TextAsync();
        Assert.Contains("Phiên bản đang sửa đã cũ", page, StringComparison.Ordinal);
        Assert.Contains("name=\"number\" value=\"7\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"CV 99\"", page, StringComparison.Ordinal);
        Assert.Equal("\"3\"", _portal.Sent.Single(s => s.Line == "PUT /api/quotas/allotments").IfMatch);
    }

    [Theory]
    [InlineData("hai an", "2", null)]
    [InlineData("phường", "2", "có thể là")]
    [InlineData("hai an", "hai", "Cần một số nguyên")]
    public async Task Allotment_InACampaignOfTheCity_NamesTheUnit(string unit, string number, string? refused)
    {
        _portal.Json("PUT /api/quotas/allotments", """{"version":1,"campaign":"HP-26","category":"period-state","unitCode":"11413","year":2026,"number":2,"note":null}""");
        using var city = await CityOfficer();
        var response = await PortalFixture.SubmitAsync(city, OfCity, "them-period-state", new() { ["unitCode"] = unit, ["number"] = number });
        if (refused is not null)
        {
            var page = await response.TextAsync();
            Assert.Contains(refused, page, StringComparison.Ordinal);
            Assert.Contains($"value=\"{unit}\"", page, StringComparison.Ordinal);
            Assert.DoesNotContain(_portal.Sent, s => s.Line == "PUT /api/quotas/allotments");
            return;
        }
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal("11413", (string?)JsonNode.Parse(_portal.Sent.Single(s => s.Line == "PUT /api/quotas/allotments").Body)!["unitCode"]);
    }

    [Fact]
    public async Task Participants_TellWhoHasNotReported_TheUnitReportsForItself()
    {
        using var reader = await CityOfficer();
        var page = await reader.PageAsync(Participants);
        foreach (var shown in new[] { "Giấy khen cá nhân: không quá 20% số cá nhân tham gia của phòng, ban, ít nhất 1", "1/2", "chưa báo cáo", "1.250" })
            Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.DoesNotContain("Ghi số năm", page, StringComparison.Ordinal);
        Assert.True(page.IndexOf("10532-HCC", StringComparison.Ordinal) < page.IndexOf(">10532<", StringComparison.Ordinal), "Those not heard from come first.");
        Assert.DoesNotContain("<b>HCC", await reader.GetStringAsync(Participants), StringComparison.Ordinal);

        _portal.Json("PUT /api/quotas/participants", """{"version":1,"campaign":"LTN-26-30","unitCode":"10532-HCC","year":2027,"collectives":1,"individuals":1300}""");
        using var ward = await WardOfficer(Policies.NominationsWrite);
        var response = await PortalFixture.SubmitAsync(ward, Participants, "tham-gia-10532-HCC", new() { ["collectives"] = "1", ["individuals"] = "1.300" });
        Assert.Equal("/chi-tieu/tham-gia?phong-trao=LTN-26-30&nam=2027&da=ghi", response.Headers.Location!.ToString());
        var sent = _portal.Sent.Single(s => s.Line == "PUT /api/quotas/participants");
        Assert.Equal("\"0\"", sent.IfMatch);
        var body = JsonNode.Parse(sent.Body)!;
        Assert.Equal(("10532-HCC", 2027, 1, 1300), ((string)body["unitCode"]!, (int)body["year"]!, (int)body["collectives"]!, (int)body["individuals"]!));
    }

    [Fact]
    public async Task Participants_Refused_KeepsTheNumbersTyped()
    {
        _portal.Refuse("PUT /api/quotas/participants", 409, """{"status":409,"code":"NOM-0002","title":"Phong trào đã kết thúc"}""");
        using var ward = await WardOfficer(Policies.NominationsWrite);
        var response = await PortalFixture.SubmitAsync(ward, Participants, "tham-gia-10532", new() { ["collectives"] = "13", ["individuals"] = "1400" });
        var page = await response.TextAsync();
        Assert.Contains("Phong trào đã kết thúc", page, StringComparison.Ordinal);
        Assert.Contains("name=\"collectives\" value=\"13\"", page, StringComparison.Ordinal);
        Assert.Contains("name=\"individuals\" value=\"1400\"", page, StringComparison.Ordinal);
        Assert.Equal("\"4\"", _portal.Sent.Single(s => s.Line == "PUT /api/quotas/participants").IfMatch);
    }

    [Theory]
    [InlineData("31", "city", "draft", true)]
    [InlineData("31", "city", "awarded", false)]
    [InlineData("10532", "city", "draft", false)]
    [InlineData("10532", "ward", "draft", true)]
    public async Task Exception_IsOfferedToTheLevelAboveWhileTheNominationIsOpen(string unit, string level, string state, bool offered)
    {
        _portal.Json($"/api/nominations/{Nominated}", Nomination(state, level));
        using var browser = await _portal.SignedInAsync(unit, Policies.NominationsRead, Policies.CampaignsRead, Policies.NominationsDecide);
        Assert.Equal(offered, (await browser.PageAsync($"/ho-so/{Nominated}")).Contains($"href=\"{Exception}\"", StringComparison.Ordinal));
        Assert.Equal(offered, (await browser.PageAsync(Exception)).Contains("name=\"reason\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""[{"clause":"K/3","scope":"subUnit","atMost":1}]""", true)]
    [InlineData("""[{"clause":"K/3","scope":"proposingUnit","outsideQuota":true}]""", false)]
    [InlineData("[]", false)]
    public async Task Exception_FollowsTheLimitsOfThePlan(string quotas, bool offered)
    {
        _portal.Json($"/api/campaigns/{OfNominated}", Plan.Replace("""[{"clause":"K/3","scope":"proposingUnit","atMost":1}]""", quotas, StringComparison.Ordinal));
        using var browser = await WardOfficer(Policies.NominationsDecide);
        var page = await browser.PageAsync(Exception);
        Assert.Equal(offered, page.Contains("name=\"reason\"", StringComparison.Ordinal));
        Assert.Equal(!offered, page.Contains("không cần cho phép", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Exception_SendsReasonAndVersion_StaleKeepsTheReason()
    {
        _portal.Json("POST /api/quotas/exceptions", Samples.Nomination);
        using var browser = await CityOfficer();
        var response = await PortalFixture.SubmitAsync(browser, Exception, "ngoai-so-luong", new() { ["reason"] = "Xuất sắc <b>đặc biệt</b>" });
        Assert.Equal($"/ho-so/{Nominated}", response.Headers.Location!.ToString());
        var sent = Assert.Single(_portal.Sent, s => s.Line == "POST /api/quotas/exceptions");
        Assert.Equal("\"2\"", sent.IfMatch);
        Assert.NotEmpty(sent.Key);
        Assert.Equal(Nominated, (string?)JsonNode.Parse(sent.Body)!["nominationId"]);

        _portal.Refuse("POST /api/quotas/exceptions", 412, """{"status":412,"code":"EMU-0008","title":"Phiên bản đang sửa đã cũ"}""");
        response = await PortalFixture.SubmitAsync(browser, Exception, "ngoai-so-luong", new() { ["reason"] = "Xuất sắc <b>đặc biệt</b>" });
        var raw = await response.Content.ReadAsStringAsync();
        Assert.DoesNotContain("<b>đặc", raw, StringComparison.Ordinal);
        Assert.Contains("Xuất sắc <b>đặc biệt</b></textarea>", WebUtility.HtmlDecode(raw), StringComparison.Ordinal);
    }

    private static string Candidate(string id, string state, bool chosen) => $$"""
        {"position":1,"decidedPosition":null,"nominationId":"{{id}}","campaignCode":"LTN-26-30","categoryKey":"period-state","proposingUnitCode":"10532","proposingUnitName":"Phường L",
         "nominee":{"kind":"collective","name":"Tập thể <u>{{state}}</u>","position":null,"unitCode":"10532","unitName":"Phường L"},"state":"{{state}}","eligibility":"met","indexRank":1,"womenFirst":false,"island":false,
         "rule":null,"because":"","equalWith":[],"mayGoOn":true,"excepted":false,"chosen":{{(chosen ? "true" : "false")}}}
        """;

    private void Listed(params string[] candidates) => _portal.Json("/api/quotas/candidates",
        $$"""{"clause":"K/1","rule":"Theo phân bổ","scopeKey":"31","year":null,"limit":null,"tieRule":"Ưu tiên nữ.","version":0,"order":null,"candidates":[{{string.Join(',', candidates)}}]}""");

    [Theory]
    [InlineData("true", "chon")]
    [InlineData("false", "thoi")]
    public async Task Choice_IsOfTheAppraised_RecordedOrTakenBack(string chosen, string done)
    {
        Listed(Candidate(Nominated, "appraised", false), Candidate(Other, "forwarded", false));
        _portal.Json("POST /api/quotas/choices", """{"items":[]}""");
        using var browser = await CityOfficer();
        var page = await browser.PageAsync(Choosing);
        Assert.Contains($"name=\"nomination\" value=\"{Nominated}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"name=\"nomination\" value=\"{Other}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<u>", await browser.GetStringAsync(Choosing), StringComparison.Ordinal);
        var response = await PortalFixture.SubmitAsync(browser, Choosing, "lua-chon", new() { ["nomination"] = Nominated, ["reason"] = "Tờ trình 15", ["chosen"] = chosen });
        Assert.EndsWith($"hang-muc=period-state&da={done}", response.Headers.Location!.ToString(), StringComparison.Ordinal);
        var body = JsonNode.Parse(_portal.Sent.Single(s => s.Line == "POST /api/quotas/choices").Body)!;
        Assert.Equal((chosen == "true", "Tờ trình 15", Nominated), ((bool)body["chosen"]!, (string)body["reason"]!, (string)body["nominationIds"]![0]!));
    }

    [Fact]
    public async Task Choice_Refused_KeepsTheMarksAndTheReason_EmptyListSaysSo()
    {
        Listed(Candidate(Nominated, "appraised", false));
        _portal.Refuse("POST /api/quotas/choices", 409, """{"status":409,"code":"NOM-0003","title":"Hồ sơ không còn ở bước này"}""");
        using var browser = await CityOfficer();
        var page = await (await PortalFixture.SubmitAsync(browser, Choosing, "lua-chon", new() { ["nomination"] = Nominated, ["reason"] = "Tờ trình 15", ["chosen"] = "true" })).TextAsync();
        Assert.Contains("Hồ sơ không còn ở bước này", page, StringComparison.Ordinal);
        Assert.Contains("Tờ trình 15</textarea>", page, StringComparison.Ordinal);
        Assert.Matches($"value=\"{Nominated}\" checked", page);
        page = await (await PortalFixture.SubmitAsync(browser, Choosing, "lua-chon", new() { ["reason"] = "Tờ trình 15", ["chosen"] = "true" })).TextAsync();
        Assert.Contains("Chưa đánh dấu hồ sơ nào", page, StringComparison.Ordinal);
        Listed();
        Assert.Contains("Chưa có hồ sơ nào về thành phố", await browser.PageAsync(Choosing), StringComparison.Ordinal);
    }
}
