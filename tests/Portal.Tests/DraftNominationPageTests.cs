using System.Net;
using System.Text.Json.Nodes;
using Emulation.ServiceDefaults;

namespace Emulation.Portal.Tests;

/// <summary>Drafting by hand: campaign, category, the form; trying, saving, editing.</summary>
public sealed class DraftNominationPageTests : IAsyncLifetime
{
    private const string Form = "/ho-so/moi?phong-trao=LTN-26-30&hang-muc=yearly-city", Edit = $"/ho-so/{NominatingSamples.Nomination}/sua", Api = $"/api/nominations/{NominatingSamples.Nomination}";

    private static readonly string[] Scopes = [Policies.CampaignsRead, Policies.NominationsRead, Policies.NominationsWrite, Policies.NominationsDecide];

    private PortalFixture _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalFixture.StartAsync();
        NominatingSamples.Serve(_portal);
        _portal.Json("POST /api/nominations/check", NominatingSamples.Checked);
        _portal.Json("POST /api/nominations", NominatingSamples.NominationIn("draft"));
        _portal.Json(Api, NominatingSamples.NominationIn("draft"));
        _portal.Json($"PUT {Api}", NominatingSamples.NominationIn("draft"));
    }

    public async ValueTask DisposeAsync() => await _portal.DisposeAsync();

    private Task<HttpClient> Ward() => _portal.SignedInAsync("10532", Scopes);

    private static Dictionary<string, string> Filled(string act, params (string Field, string Value)[] more)
    {
        var fields = new Dictionary<string, string> { ["act"] = act, ["year"] = "2026", ["unit"] = "10532-HCC", ["name"] = "Lê Văn Thử", ["achievement"] = "Số hóa xong" };
        foreach (var (field, value) in more)
            fields[field] = value;
        return fields;
    }

    private JsonNode Body(string line) => JsonNode.Parse(Assert.Single(_portal.Sent, s => s.Line == line).Body)!;

    [Fact]
    public async Task List_OffersDrafting_OnlyToWhoMayWrite()
    {
        _portal.Json("/api/nominations", """{"items":[],"next":null}""");
        using var ward = await Ward();
        Assert.Contains("href=\"/ho-so/moi\"", await ward.PageAsync("/ho-so"), StringComparison.Ordinal);
        using var reader = await _portal.SignedInAsync("10532", Policies.CampaignsRead, Policies.NominationsRead);
        Assert.DoesNotContain("href=\"/ho-so/moi\"", await reader.PageAsync("/ho-so"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.GetAsync("/ho-so/moi")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.GetAsync(Edit)).StatusCode);
    }

    [Fact]
    public async Task Steps_CampaignThenCategory_NameWhoWhatAndByWhen()
    {
        using var browser = await Ward();
        var page = await browser.PageAsync("/ho-so/moi");
        Assert.Contains("href=\"/ho-so/moi?phong-trao=LTN-26-30\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>cải", await browser.GetStringAsync("/ho-so/moi"), StringComparison.Ordinal);
        page = await browser.PageAsync("/ho-so/moi?phong-trao=LTN-26-30");
        foreach (var shown in new[] { "hang-muc=yearly-city", "LTN-26-30/III.2.a", "Bằng khen", "trước ngày 15/02 hằng năm, của năm sau năm xét", "Mỗi đơn vị trình thành phố tối đa 1 ", "Đạo đức tốt", "Hội đồng Thi đua - Khen thưởng thông qua trước", "Luật, Điều 75" })
            Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.Contains("Không có phong trào “X”", await browser.PageAsync("/ho-so/moi?phong-trao=X"), StringComparison.Ordinal);
        Assert.Contains("không có hạng mục “Y”", await browser.PageAsync("/ho-so/moi?phong-trao=LTN-26-30&hang-muc=Y"), StringComparison.Ordinal);
        _portal.Json("/api/campaigns", """{"items":[],"next":null}""");
        Assert.Contains("Chưa có phong trào nào", await browser.PageAsync("/ho-so/moi"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_AsksWhatTheCategoryAsks_TextOfOthersIsNoMarkup()
    {
        using var browser = await Ward();
        var page = await browser.PageAsync(Form);
        foreach (var shown in new[] { "name=\"female\"", "name=\"grade.year\"", "name=\"from.0\"", "name=\"holds.ethics\"", "name=\"by.ethics\"", "name=\"holds.votedByCouncil\"", $"name=\"merit\" value=\"{NominatingSamples.Merit}\"", $"value=\"{NominatingSamples.Initiative}\"" })
            Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"womenShare\"", page, StringComparison.Ordinal);
        var raw = await browser.GetStringAsync(Form);
        foreach (var markup in new[] { "<script", "<u>hồ", "<i>Phục" })
            Assert.DoesNotContain(markup, raw, StringComparison.Ordinal);
        // A collective's end-of-period flag asks otherwise; what the city alone may state is no field of a ward.
        var other = await browser.PageAsync("/ho-so/moi?phong-trao=LTN-26-30&hang-muc=period-city");
        Assert.Contains("name=\"womenShare\"", other, StringComparison.Ordinal);
        foreach (var absent in new[] { "name=\"year\"", "name=\"female\"", "name=\"grade", "name=\"from.0\"", "name=\"holds.leading\"" })
            Assert.DoesNotContain(absent, other, StringComparison.Ordinal);
        Assert.Contains("Do cơ quan cấp thành phố xác nhận", other, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_AnOffice_StatesOnlyAsItsHead()
    {
        _portal.Json("/api/units", """{"items":[],"next":null}""");
        using var office = await _portal.SignedInAsync("10532-HCC", Scopes);
        var page = await office.PageAsync(Form);
        Assert.Contains("name=\"holds.ethics\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"by.ethics\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"holds.votedByCouncil\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_ShowsTheVerdict_SavesNothing_KeepsWhatWasTyped()
    {
        using var browser = await Ward();
        var answer = await PortalFixture.SubmitAsync(browser, Form, "draft", Filled("check", ("holds.ethics", "true"), ("by.ethics", "wardCommittee"), ("initiative", NominatingSamples.Initiative), ("from.0", "1/3/2025"), ("role.0", "Một cửa")));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await answer.TextAsync();
        foreach (var shown in new[] { "Kết quả xét thử", "Chưa có gì được lưu", "1 nội dung chưa đạt hoặc chưa đủ căn cứ", "Hạn cuối: 14/02/2027", "LTN-26-30/III.2.a.i1", "value=\"Lê Văn Thử\"", ">Số hóa xong</textarea>", "value=\"1/3/2025\"" })
            Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.Matches($"value=\"{NominatingSamples.Initiative}\" checked", page);
        Assert.DoesNotContain("<em>", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(_portal.Sent, s => s.Line == "POST /api/nominations");
        var body = Body("POST /api/nominations/check");
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""[{"statement":"ethics","holds":true,"by":"wardCommittee"}]"""), body["attestations"]), body.ToJsonString());
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""[{"from":"2025-03-01","role":"Một cửa"}]"""), body["service"]), body.ToJsonString());
    }

    [Fact]
    public async Task Save_Draft_SendsTheWholeWithTheKeyOfTheForm_AndLeadsToIt()
    {
        using var browser = await Ward();
        var answer = await PortalFixture.SubmitAsync(browser, Form, "draft", Filled("save", ("key", "01900000-0000-7000-8000-0000000000f1"), ("female", "true"), ("personCode", "CB01"), ("grade.year", "completedWell"), ("decision.year", "3/QĐ"), ("merit", NominatingSamples.Merit)));
        Assert.Equal($"/ho-so/{NominatingSamples.Nomination}?da=lap", answer.Headers.Location!.ToString());
        Assert.Equal("01900000-0000-7000-8000-0000000000f1", Assert.Single(_portal.Sent, s => s.Line == "POST /api/nominations").Key);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse($$"""
            {"campaign":"LTN-26-30","category":"yearly-city","year":2026,"nominee":{"kind":"individual","name":"Lê Văn Thử","unitCode":"10532-HCC","personCode":"CB01","female":true},"achievement":"Số hóa xong",
             "initiativeIds":[],"meritIds":["{{NominatingSamples.Merit}}"],"attestations":[],"grades":[{"year":2026,"grade":"completedWell","decision":"3/QĐ"}],"service":[],"submit":false}
            """), Body("POST /api/nominations")), Body("POST /api/nominations").ToJsonString());
    }

    [Fact]
    public async Task Save_Incomplete_IsToldBeforeAnythingIsSent()
    {
        using var browser = await Ward();
        var answer = await PortalFixture.SubmitAsync(browser, Form, "draft", Filled("save", ("unit", ""), ("achievement", ""), ("from.0", "31/2/2026")));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.TextAsync();
        foreach (var shown in new[] { "Đơn vị: </strong>Cần chọn đơn vị", "Thành tích tóm tắt: </strong>Cần", "Dòng 1: cần một ngày", "value=\"Lê Văn Thử\"", "value=\"31/2/2026\"" })
            Assert.Contains(shown, page, StringComparison.Ordinal);
        var none = await PortalFixture.SubmitAsync(browser, "/ho-so/moi?phong-trao=LTN-26-30&hang-muc=extra", "draft", Filled("save"));
        Assert.Contains("phải chọn lý do", await none.TextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(_portal.Sent, s => s.Line == "POST /api/nominations");
    }

    [Fact]
    public async Task Submit_AfterTheDeadline_AsksForTheReasonFirst()
    {
        using var browser = await Ward();
        // 15/02/2025 has passed on any clock of these tests (LTN-26-30/III.3.a, C-02).
        var answer = await PortalFixture.SubmitAsync(browser, Form, "draft", Filled("submit", ("year", "2024")));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Đã quá hạn (14/02/2025)", await answer.TextAsync(), StringComparison.Ordinal);
        answer = await PortalFixture.SubmitAsync(browser, Form, "draft", Filled("submit", ("year", "2024"), ("lateReason", "Chờ xếp hạng")));
        Assert.Equal($"/ho-so/{NominatingSamples.Nomination}?da=nop", answer.Headers.Location!.ToString());
        var body = Body("POST /api/nominations");
        Assert.Equal((true, "Chờ xếp hạng"), ((bool)body["submit"]!, (string?)body["lateReason"]));
    }

    [Fact]
    public async Task Save_Refused_ShowsTheServicesWordsByField()
    {
        _portal.Refuse("POST /api/nominations", 400, """{"status":400,"code":"NOM-0004","title":"Hạng mục không có khoản này","detail":"x","errors":[{"pointer":"/attestations/0/evidence","detail":"Quá <b>dài."},{"pointer":"/nominee/personCode","detail":"Mã sai."}]}""");
        using var browser = await Ward();
        var answer = await PortalFixture.SubmitAsync(browser, Form, "draft", Filled("save", ("holds.ethics", "false"), ("evidence.ethics", "Gõ dở")));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.TextAsync();
        foreach (var shown in new[] { "Hạng mục không có khoản này", "Đạo đức tốt, Minh chứng: </strong>Quá", "Mã cán bộ: </strong>Mã sai", "value=\"Gõ dở\"", "value=\"Lê Văn Thử\"" })
            Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>dài", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Places_Full_IsToldBeforeTheWork_AndTheFormStandsWithoutThem()
    {
        _portal.Json("/api/quotas/usage", """
            {"campaign":"LTN-26-30","campaignName":"x","year":2026,"items":[{"clause":"q","rule":"r","categories":[{"key":"yearly-city","name":"n","recipient":"individual"}],"scope":"proposingUnit","scopeKey":"10532","scopeName":"P","year":2026,
              "limit":1,"missing":null,"free":0,"over":false,"ordered":false,"held":[{"nominationId":"01900000-0000-7000-8000-000000000009","nomineeName":"A","unitCode":"10532","state":"awarded","eligibility":"met","mayGoOn":true}],"excepted":[],"waiting":0}]}
            """);
        using var browser = await Ward();
        Assert.Contains("Đã hết chỉ tiêu", await browser.PageAsync(Form), StringComparison.Ordinal);
        _portal.Refuse("/api/quotas/usage", 503);
        Assert.Contains("name=\"achievement\"", await browser.PageAsync(Form), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edit_ShowsWhatStands_SendsItBackWithTheVersion_AndLosesNothingUnseen()
    {
        // By the council: another clause of the same statement. By the city: not this ward's to repeat.
        const string Said = """
            [{"statement":"ethics","holds":true,"by":"wardCommittee","evidence":"5/XN","clause":null},{"statement":"ethics","holds":true,"by":"headOfUnit","evidence":null,"clause":"LTN-26-30/III.2.a.i0"},
             {"statement":"votedByCouncil","holds":true,"by":"city","evidence":"9/TP","clause":null}]
            """;
        _portal.Json(Api, NominatingSamples.NominationIn("returned", attestations: Said));
        using var browser = await Ward();
        var page = await browser.PageAsync(Edit);
        foreach (var shown in new[] { "value=\"Lê Văn <b>Thử\"", ">Đã số hóa</textarea>", "value=\"5/XN\"", "value=\"3/QĐ\"", "value=\"01/03/2025\"", "Cơ quan cấp thành phố đã xác nhận: đạt (9/TP)" })
            Assert.Contains(shown, page, StringComparison.Ordinal);
        // What the city said must not stand in a field of the ward's, to be sent as the ward's own word.
        Assert.DoesNotContain("value=\"9/TP\"", page, StringComparison.Ordinal);
        var answer = await PortalFixture.SubmitAsync(browser, Edit, "edit", new()
        {
            ["name"] = "Lê Văn Thử", ["position"] = "", ["personCode"] = "CB01", ["achievement"] = "Sửa lại", ["initiative"] = NominatingSamples.Initiative, ["holds.ethics"] = "true", ["by.ethics"] = "wardCommittee", ["evidence.ethics"] = "6/XN",
            ["grade.year"] = "completedOutstandingly", ["from.0"] = "1/3/2025", ["role.0"] = "Một cửa",
        });
        Assert.Equal($"/ho-so/{NominatingSamples.Nomination}?da=sua", answer.Headers.Location!.ToString());
        var sent = Assert.Single(_portal.Sent, s => s.Line == $"PUT {Api}");
        Assert.Equal("\"7\"", sent.IfMatch);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse($$"""
            {"nomineeName":"Lê Văn Thử","personCode":"CB01","achievement":"Sửa lại","initiativeIds":["{{NominatingSamples.Initiative}}"],"meritIds":[],
             "attestations":[{"statement":"ethics","holds":true,"by":"wardCommittee","evidence":"6/XN"},{"statement":"ethics","holds":true,"by":"headOfUnit","clause":"LTN-26-30/III.2.a.i0"}],
             "grades":[{"year":2026,"grade":"completedOutstandingly"},{"year":2025,"grade":"completed"}],"service":[{"from":"2025-03-01","role":"Một cửa"}]}
            """), JsonNode.Parse(sent.Body)), sent.Body);
    }

    [Fact]
    public async Task Edit_Stale_KeepsWhatWasTyped_ShowsWhatOthersSaid_AndTakesTheNewVersion()
    {
        using var browser = await Ward();
        var opened = PortalFixture.HiddenOf(await browser.GetStringAsync(Edit), "edit");
        _portal.Json(Api, NominatingSamples.NominationIn("draft", attestations: """[{"statement":"ethics","holds":true,"by":"headOfUnit","evidence":"8/XN","clause":null}]""").Replace("\"version\":7", "\"version\":8", StringComparison.Ordinal));
        _portal.Refuse($"PUT {Api}", 412, """{"status":412,"code":"EMU-0008","title":"Phiên bản đang sửa đã cũ"}""");
        opened["name"] = "Tên gõ dở";
        opened["achievement"] = "Gõ dở";
        var answer = await browser.PostAsync(Edit, new FormUrlEncodedContent(opened));
        Assert.Equal(HttpStatusCode.PreconditionFailed, answer.StatusCode);
        var page = await answer.TextAsync();
        foreach (var shown in new[] { "Phiên bản đang sửa đã cũ", "value=\"Tên gõ dở\"", ">Gõ dở</textarea>", "name=\"version\" value=\"8\"", "Đang lưu: Thủ trưởng cơ quan, đơn vị xác nhận đạt (8/XN)" })
            Assert.Contains(shown, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edit_HandedIn_IsNotOffered()
    {
        _portal.Json(Api, NominatingSamples.NominationIn("submitted"));
        using var browser = await Ward();
        var page = await browser.PageAsync(Edit);
        Assert.Contains("chỉ sửa được khi bị trả lại", page, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"achievement\"", page, StringComparison.Ordinal);
    }
}
