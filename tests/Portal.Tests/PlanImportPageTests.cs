using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Emulation.ServiceDefaults;

namespace Emulation.Portal.Tests;

/// <summary>Taking in a plan: upload, what was read beside the text, confirming, correcting, drafting the campaign.</summary>
public sealed class PlanImportPageTests : IAsyncLifetime
{
    private const string Id = "01900000-0000-7000-8000-0000000000a1", Page = $"/nhap-ke-hoach/{Id}", Api = $"/api/plan-imports/{Id}";
    private const string Text = "KẾ HOẠCH\nNăm 2027 <script>alert(1)</script>\nNơi nhận:\n- Các phòng;";

    private PortalFixture _portal = null!;

    private static string Import(string more = "", string unaccented = "false") => $$$"""
        {"id":"{{{Id}}}","version":3,"unitCode":"10532","fileName":"ke-hoach.txt","mediaType":"text/plain","size":100,"sha256":"{{{new string('a', 64)}}}","unaccented":{{{unaccented}}},
         "importedAt":"2027-01-05T02:00:00Z","updatedAt":"2027-01-05T02:00:00Z",
         "nodes":[{"index":0,"parent":null,"level":1,"address":"I","kind":"roman","mark":"I","text":"MỤC ĐÍCH","span":{"line":2,"start":9,"end":17,"page":1}}],
         "fields":[
           {"key":"fromYear","label":"Năm đầu","value":2027,"state":"sure","rule":"r","reason":null,"spans":[{"line":2,"start":13,"end":17,"page":1}],"check":"open","readAs":null},
           {"key":"code","label":"Mã phong trào","value":"HB-27","state":"doubtful","rule":"r","reason":"Kế hoạch không in mã; đây chỉ là gợi ý.","spans":[],"check":"open","readAs":null},
           {"key":"header.agency","label":"Cơ quan ban hành","value":null,"state":"missing","rule":null,"reason":"Không có trong văn bản tải lên.","spans":[],"check":"open","readAs":null},
           {"key":"bases/1","label":"Căn cứ 1","value":{"verb":"Căn cứ","type":"Kế hoạch","number":"88/KH-UBND","date":"2027-02-05","issuer":"UBND thành phố","abstract":"về thi đua","clause":"B.1"},"state":"doubtful","rule":"r","reason":"Cần xem lại.","spans":[],"check":"open","readAs":null},
           {"key":"deadlines/1","label":"Hạn gửi hồ sơ","value":{"deadline":{"date":null,"everyYear":{"month":2,"day":15,"yearsAfter":1},"boundary":"strict","clause":"III.3"},"for":"dossier","text":"x","cadence":"yearly","level":null,"receiver":null,"tooLateFrom":"2028-02-14T17:00:00Z"},"state":"sure","rule":"r","reason":null,"spans":[],"check":"open","readAs":null},
           {"key":"quotas/1","label":"Chỉ tiêu","value":{"quota":{"atMost":1,"atMostWithFlagNominee":2,"allottedByCity":false,"outsideQuota":false,"shareOfParticipants":null},"categories":["period-city-individual"]},"state":"sure","rule":"r","reason":null,"spans":[],"check":"open","readAs":null},
           {"key":"recipients/1","label":"Nơi nhận 1","value":"Các phòng","state":"sure","rule":"r","reason":null,"spans":[{"line":4,"start":{{{Text.IndexOf("Các phòng", StringComparison.Ordinal)}}},"end":{{{Text.IndexOf("Các phòng", StringComparison.Ordinal) + 9}}},"page":1}],"check":"open","readAs":null}{{{more}}}],
         "warnings":[{"code":"mark-skipped","detail":"Mục III.2.3: sau “2.1” là “2.3”, thứ tự không liền.","spans":[{"line":7,"start":0,"end":1,"page":1}]}],"tables":[]}
        """;

    private static string Campaign(string ready) => $$"""{"version":3,"ready":{{ready}},"body":{"code":"HB-27","name":"Thử"},"open":[{"key":"code","label":"Mã phong trào","state":"doubtful","reason":"x","required":true}]}""";

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalFixture.StartAsync();
        _portal.Json("/api/plan-imports", $$"""{"items":[{"id":"{{Id}}","unitCode":"10532","fileName":"ke-hoach.txt","unaccented":true,"importedAt":"2027-01-05T02:00:00Z","updatedAt":"2027-01-05T02:00:00Z"}],"next":null}""");
        _portal.Json("POST /api/plan-imports", Import());
        _portal.Json(Api, Import());
        _portal.Json($"PUT {Api}/fields", Import());
        _portal.Json($"{Api}/campaign", Campaign("true"));
        _portal.Json("POST /api/campaigns", """{"id":"01900000-0000-7000-8000-0000000000b1","code":"HB-27"}""");
        _portal.Answers[$"{Api}/text"] = context =>
        {
            context.Response.ContentType = "text/plain; charset=utf-8";
            return context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(Text)).AsTask();
        };
    }

    public async ValueTask DisposeAsync() => await _portal.DisposeAsync();

    private Task<HttpClient> Officer() => _portal.SignedInAsync("10532", Policies.CampaignsRead, Policies.CampaignsWrite);

    private SentRequest Sent(string line) => _portal.Sent.Last(s => s.Line == line);

    [Fact]
    public async Task List_OffersUploadAndMarksOcr()
    {
        using var officer = await Officer();
        var page = await officer.PageAsync("/nhap-ke-hoach");
        Assert.Contains($"href=\"{Page}\"", page, StringComparison.Ordinal);
        Assert.Contains("OCR, chưa kiểm tra", page, StringComparison.Ordinal);
        using var reader = await _portal.SignedInAsync("10532", Policies.CampaignsRead);
        Assert.DoesNotContain("Tải lên và đọc", await (await reader.GetAsync("/nhap-ke-hoach")).TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_LeadsToWhatWasRead_RefusalStaysOnThePage()
    {
        using var officer = await Officer();
        var done = await PortalFixture.SubmitAsync(officer, "/nhap-ke-hoach", "import", [], ("file", "ke-hoach.txt", Encoding.UTF8.GetBytes(Text)));
        Assert.Equal(Page, done.Headers.Location!.ToString());
        Assert.Contains("Năm 2027", Sent("POST /api/plan-imports").Body, StringComparison.Ordinal);
        _portal.Refuse("POST /api/plan-imports", 400, """{"status":400,"code":"DOC-0067","title":"Tệp PDF chỉ có hình ảnh, không có chữ"}""");
        Assert.Contains("chỉ có hình ảnh", await (await PortalFixture.SubmitAsync(officer, "/nhap-ke-hoach", "import", [], ("file", "a.pdf", [1]))).TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_ShowsFieldsWithReasonsBesideTheMarkedText()
    {
        using var officer = await Officer();
        var raw = await officer.GetStringAsync(Page);
        Assert.DoesNotContain("<script>alert", raw, StringComparison.Ordinal);
        var page = WebUtility.HtmlDecode(raw);
        foreach (var shown in new[]
        {
            "Mục III.2.3: sau “2.1” là “2.3”", "Không có trong văn bản tải lên.", "đây chỉ là gợi ý", "Căn cứ Kế hoạch số 88/KH-UBND ngày 05/02/2027 của UBND thành phố: về thi đua",
            "hồ sơ trước ngày 15/02 hằng năm", "tối đa 1, 2 khi có Cờ thi đua: period-city-individual", "Còn 3 mục thiếu hoặc cần xem", "name=\"field\" value=\"code\"", $"href=\"{Page}#v-recipients-1\"",
        })
            Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.Matches("<mark id=\"v-recipients-1\"[^>]*>Các phòng</mark>", page);
        Assert.DoesNotContain("value=\"fromYear\"", page, StringComparison.Ordinal);
        _portal.Json(Api, Import(unaccented: "true"));
        Assert.Contains("OCR, chưa kiểm tra.", await officer.PageAsync(Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Confirm_SendsTheChosenWithTheVersionSeen()
    {
        using var officer = await Officer();
        var done = await PortalFixture.SubmitAsync(officer, Page, "confirm", new() { ["field"] = "code" });
        Assert.Equal(Page, done.Headers.Location!.ToString());
        var sent = Sent($"PUT {Api}/fields");
        Assert.Equal("\"3\"", sent.IfMatch);
        Assert.Equal("""{"fields":[{"key":"code","check":"confirmed"}]}""", sent.Body);
        Assert.Contains("Chưa chọn mục nào", await (await PortalFixture.SubmitAsync(officer, Page, "confirm", [])).TextAsync(), StringComparison.Ordinal);
        _portal.Refuse($"PUT {Api}/fields", 412, """{"status":412,"code":"EMU-0008","title":"Phiên bản đang sửa đã cũ"}""");
        Assert.Contains("Phiên bản đang sửa đã cũ", await (await PortalFixture.SubmitAsync(officer, Page, "confirm", new() { ["field"] = "code" })).TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edit_SendsWhatWasTypedInTheShapeThatWasRead()
    {
        using var officer = await Officer();
        var page = $"{Page}?sua=bases%2F1";
        Assert.Contains("Sửa: Căn cứ 1", await officer.PageAsync(page), StringComparison.Ordinal);
        var typed = new Dictionary<string, string>
        {
            ["leaf/verb"] = "Căn cứ", ["leaf/type"] = "Kế hoạch", ["leaf/number"] = "89/KH-UBND", ["leaf/date"] = "6/2/2027", ["leaf/issuer"] = "UBND thành phố", ["leaf/abstract"] = "về thi đua", ["leaf/clause"] = "B.1", ["act"] = "corrected",
        };
        await PortalFixture.SubmitAsync(officer, page, "edit", typed);
        var value = JsonNode.Parse(Sent($"PUT {Api}/fields").Body)!["fields"]![0]!["value"]!;
        Assert.Equal("89/KH-UBND", (string?)value["number"]);
        Assert.Equal("về thi đua", (string?)value["abstract"]);
        Assert.Equal("2027-02-06", (string?)value["date"]);
        await PortalFixture.SubmitAsync(officer, $"{Page}?sua=fromYear", "edit", new() { ["leaf"] = "2028", ["act"] = "corrected" });
        Assert.Equal("""{"fields":[{"key":"fromYear","check":"corrected","value":2028}]}""", Sent($"PUT {Api}/fields").Body);
        await PortalFixture.SubmitAsync(officer, $"{Page}?sua=code", "edit", new() { ["act"] = "rejected" });
        Assert.Equal("""{"fields":[{"key":"code","check":"rejected"}]}""", Sent($"PUT {Api}/fields").Body);
    }

    [Fact]
    public async Task Create_PostsTheBodyToCampaignsUnderThePersonsOwnToken()
    {
        using var officer = await Officer();
        var done = await PortalFixture.SubmitAsync(officer, Page, "create", []);
        Assert.Equal($"{Page}?da-tao=HB-27", done.Headers.Location!.ToString());
        var sent = Sent("POST /api/campaigns");
        Assert.Equal("HB-27", (string?)JsonNode.Parse(sent.Body)!["code"]);
        Assert.NotEqual("", sent.Key);
        Assert.Contains(_portal.Seen, s => s.Line.StartsWith("POST /api/campaigns", StringComparison.Ordinal) && s.Authorization == "Bearer the-token");
        Assert.Contains("Đã lập dự thảo phong trào <a href=\"/phong-trao?tim=HB-27\">HB-27</a>", await officer.PageAsync($"{Page}?da-tao=HB-27"), StringComparison.Ordinal);
        _portal.Json($"{Api}/campaign", Campaign("false"));
        Assert.Contains("còn thiếu: Mã phong trào", await officer.PageAsync(Page), StringComparison.Ordinal);
    }
}
