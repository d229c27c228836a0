using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Emulation.ServiceDefaults;

namespace Emulation.Portal.Tests;

/// <summary>What is due, drawn and listed; who has not; a report sent, refused, returned and received.</summary>
public sealed class DutyPageTests : IAsyncLifetime
{
    private const string CampaignId = "01900000-0000-7000-8000-00000000c001", ReportId = "01900000-0000-7000-8000-00000000d001", FileId = "01900000-0000-7000-8000-00000000f001";
    private const string FormPage = $"/viec-phai-lam/bao-cao?phong-trao={CampaignId}&muc=nam&ky=2026&don-vi=10532-KT&nam=2026";
    private static readonly string[] Office = [Policies.CampaignsRead, Policies.ReportsWrite];

    private PortalFixture _portal = null!;

    private static string Duty(string key, string state, string? lastDay, string unit = "10532-KT", string more = "") => $$"""
        {"id":"{{key}}.{{unit}}","kind":"report","state":"{{state}}","campaignId":"{{CampaignId}}","campaignCode":"CH-26-30","campaignName":"Đẩy mạnh <b>CCHC</b>","key":"{{key}}","clause":"CH-26-30/IV.1.2","text":"Báo cáo năm.",
         "unitCode":"{{unit}}","unitName":"Phòng Kinh tế","receiverUnitCode":"10532","receiver":"UBND phường","through":"Phòng Văn hóa - Xã hội","year":2026,"period":"2026","lastDay":{{(lastDay is null ? "null" : $"\"{lastDay}\"")}},
         "tooLateFrom":{{(lastDay is null ? "null" : "\"2026-11-19T17:00:00Z\"")}},"conditional":false,"withIndexResult":true,"documentType":null,"conference":null,"doneAt":null,"workId":null,"returned":false{{more}}}
        """;

    private static string Report(string state, string more = "") => $$"""
        {"report":{"id":"{{ReportId}}","version":3,"state":"{{state}}","campaignId":"{{CampaignId}}","campaignCode":"CH-26-30","campaignName":"CCHC","key":"nam","clause":"CVA-26/IV.1","title":"Tổng kết năm","unitCode":"10532-KT","unitName":"Phòng Kinh tế",
         "receiverUnitCode":"10532","receiver":"UBND phường","throughUnitCode":"10532-VHXH","through":"Phòng Văn hóa - Xã hội","year":2026,"period":"2026-H1","late":false,"lateReason":null,"returnReason":{{(state == "returned" ? "\"Thiếu danh sách\"" : "null")}},
         "submittedAt":"2026-11-19T08:00:00Z","text":"Dòng một <script>alert(1)</script>","figures":[{"name":"Hồ sơ đúng hạn","value":98.5,"unit":"%","note":null}],"selfScore":91.25,
         "indexResult":{"unitCode":"10532","year":2026,"index":88.5,"rank":3,"class":"Tốt","unrankedReason":null,"publishedAt":"2027-01-09T00:00:00Z"},"files":[{"id":"{{FileId}}","name":"phụ lục.pdf","size":2048}]},
         "history":[{"action":"submitted","at":"2026-11-19T08:00:00Z","actedBy":"x","reason":null}]{{more}}}
        """;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalFixture.StartAsync();
        _portal.Json("/api/campaigns", $$"""{"items":[{"id":"{{CampaignId}}","code":"CH-26-30","name":"CCHC","unitCode":"10532","unitName":"Phường Lê Thanh Nghị","fromYear":2026,"toYear":2030,"state":"launched"}],"next":null}""");
        _portal.Json("/api/duties", $$"""
            {"from":"2026-01-01","to":"2026-12-31","counts":{"overdue":2,"done":1},"months":[{"month":"2026-03","counts":{"overdue":1,"done":1} },{"month":"2026-11","counts":{"overdue":1} }],
             "items":[{{Duty("nam", "overdue", "2026-11-19")}},{{Duty("vp", "done", "2026-11-19", "10532-VP")}},{{Duty("khac", "notYetDue", null)}}],"next":"con-nua"}
            """);
        _portal.Json("/api/duties/missing", $$"""
            {"campaignId":"{{CampaignId}}","campaignCode":"CH-26-30","campaignName":"CCHC","year":2026,"items":[{"kind":"report","key":"nam","clause":"CH-26-30/IV.1.2","text":"Báo cáo năm.","period":"2026","lastDay":"2026-11-19","owed":4,"done":3,
              "missing":[{"unitCode":"10532-HCC","unitName":"Trung tâm Phục vụ hành chính công","state":"overdue","returned":false}]}]}
            """);
        _portal.Json($"/api/reports/{ReportId}", Report("submitted"));
    }

    public async ValueTask DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task Page_SaysInWords_WhoGetsIt_AndWhatHasNoDeadline()
    {
        var task = Duty("q4", "notYetDue", null, "10532", ",\"x\":0").Replace("\"receiver\":\"UBND phường\",\"through\":\"Phòng Văn hóa - Xã hội\"", "\"receiver\":null,\"through\":null", StringComparison.Ordinal).Replace("\"period\":\"2026\"", "\"period\":\"2026-Q4\"", StringComparison.Ordinal);
        var office = task.Replace("\"unitCode\":\"10532\"", "\"unitCode\":\"10532-KT\"", StringComparison.Ordinal);
        var past = Duty("co/internal", "past", "2020-11-19", "10532").Replace("\"kind\":\"report\"", "\"kind\":\"dossierDeadline\"", StringComparison.Ordinal);
        _portal.Json("/api/duties", $$"""{"from":"2026-01-01","to":"2026-12-31","counts":{"notYetDue":3},"months":[],"items":[{{task}},{{office}},{{past}}],"next":null}""");
        using var browser = await _portal.SignedInAsync("10532", Office);
        var page = await browser.PageAsync("/viec-phai-lam?nam=2026");
        foreach (var shown in new[] { "Quý IV/2026", "không tính hạn", "Chưa ghi nhận", "vẫn ghi nhận được", ">Đã qua<", "data-label=\"Nơi nhận\">–<", "data-label=\"Nơi nhận\">Phường Lê Thanh Nghị<" })
            Assert.Contains(shown, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_ListsWhatIsDue_ColouredByState_AndDrawnByQuarter()
    {
        using var browser = await _portal.SignedInAsync("10532-KT", Office);
        var page = await browser.PageAsync("/viec-phai-lam?nam=2026");

        foreach (var shown in new[] { "hết 19/11/2026", "Quá hạn", "Phòng Kinh tế", "UBND phường (qua Phòng Văn hóa - Xã hội)" })
            Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.Equal(["overdue", "done", "notYetDue"], Regex.Matches(page, "<span class=\"state d-(\\w+)\">").Select(m => m.Groups[1].Value));
        // The higher of the two months fills the drawing; its two states stand on each other.
        Assert.Equal([("overdue", "65"), ("done", "65"), ("overdue", "65")], Regex.Matches(page, "<rect class=\"d-(\\w+)\" x=\"\\d+\" y=\"[\\d.]+\" width=\"60\" height=\"([\\d.]+)\"").Select(m => (m.Groups[1].Value, m.Groups[2].Value)));
        Assert.Equal(4, Regex.Count(page, "class=\"quarter\""));
        Assert.Contains("tháng 3 có 2 việc; tháng 11 có 1 việc", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/viec-phai-lam?tinh-trang=overdue&nam=2026\"", page, StringComparison.Ordinal);
        Assert.Contains("nam=2026&sau=con-nua", page, StringComparison.Ordinal);
        // A form for the own report only, none for what is a neighbour's.
        Assert.Contains($"{FormPage}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("don-vi=10532-VP", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Ai chưa làm", page, StringComparison.Ordinal);
        Assert.Contains(_portal.Seen, s => s.Line.StartsWith("GET /api/duties?from=2026-01-01&to=2026-12-31", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Page_OfOneCampaign_NamesWhoHasNot()
    {
        using var browser = await _portal.SignedInAsync("10532-VHXH", Office);
        var page = await browser.PageAsync($"/viec-phai-lam?phong-trao={CampaignId}&nam=2026");

        Assert.Contains("Ai chưa làm – CH-26-30", page, StringComparison.Ordinal);
        Assert.Matches("3/4 đã làm(?s).*Trung tâm Phục vụ hành chính công", page);
        Assert.Contains($"/viec-phai-lam/minh-chung/{CampaignId}", page, StringComparison.Ordinal);
        Assert.Contains(_portal.Seen, s => s.Line == $"GET /api/duties/missing?campaignId={CampaignId}&year=2026");
    }

    [Fact]
    public async Task Report_IsSentWithItsFile_AndLeadsToIt()
    {
        using var browser = await _portal.SignedInAsync("10532-KT", Office);
        _portal.Json("POST /api/report-files", $$"""{"id":"{{FileId}}","unitCode":"10532-KT","name":"phụ lục.pdf","hash":"x","size":9,"mediaType":"application/pdf","filedAt":"2026-11-19T08:00:00Z"}""");
        _portal.Json("POST /api/reports", JsonNode.Parse(Report("submitted"))!["report"]!.ToJsonString());

        var response = await PortalFixture.SubmitAsync(browser, FormPage, "report",
            new() { ["text"] = "Đã làm đủ.", ["selfScore"] = "91,25", ["figure-name-0"] = "Hồ sơ", ["figure-value-0"] = "98.5", ["figure-unit-0"] = "%", ["lateReason"] = "Chờ số liệu" }, ("files-new", "phụ lục.pdf", "%PDF-1.7"u8.ToArray()));

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal($"/viec-phai-lam/bao-cao/{ReportId}?da=gui", response.Headers.Location!.ToString());
        var sent = JsonNode.Parse(_portal.Sent.Single(s => s.Line == "POST /api/reports").Body)!;
        Assert.Equal((91.25m, "2026", "nam", "10532-KT", "Chờ số liệu"), ((decimal)sent["selfScore"]!, (string)sent["period"]!, (string)sent["key"]!, (string)sent["unitCode"]!, (string)sent["lateReason"]!));
        Assert.Equal([FileId], sent["files"]!.AsArray().Select(f => (string?)f));
        Assert.Equal(98.5m, (decimal)sent["figures"]![0]!["value"]!);
        Assert.NotEmpty(_portal.Sent.Single(s => s.Line == "POST /api/reports").Key);
    }

    [Fact]
    public async Task Report_Refused_KeepsWhatWasTypedAndTheFile()
    {
        using var browser = await _portal.SignedInAsync("10532-KT", Office);
        _portal.Json("POST /api/report-files", $$"""{"id":"{{FileId}}","unitCode":"10532-KT","name":"a.pdf","hash":"x","size":9,"mediaType":"application/pdf","filedAt":"2026-11-19T08:00:00Z"}""");
        _portal.Refuse("POST /api/reports", 400, """{"status":400,"code":"CAM-0074","title":"Báo cáo phải có kết quả tự chấm","errors":[{"pointer":"/selfScore","detail":"Theo CVA-26/IV.1."}]}""");

        var response = await PortalFixture.SubmitAsync(browser, FormPage, "report", new() { ["text"] = "Chữ đã gõ <b>" }, ("files-new", "a.pdf", "%PDF-1.7"u8.ToArray()));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var page = await response.TextAsync();
        foreach (var shown in new[] { "Báo cáo phải có kết quả tự chấm", "Điểm tự chấm", "Theo CVA-26/IV.1.", "Chữ đã gõ <b>", $"{FileId}|a.pdf" })
            Assert.Contains(shown, page, StringComparison.Ordinal);

        // What cannot be a number is told before anything is sent.
        var before = _portal.Sent.Count(s => s.Line == "POST /api/reports");
        var wrong = await PortalFixture.SubmitAsync(browser, FormPage, "report", new() { ["text"] = "x", ["selfScore"] = "chín mươi" });
        Assert.Contains("Ghi một số, ví dụ 91,25.", await wrong.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(before, _portal.Sent.Count(s => s.Line == "POST /api/reports"));
    }

    [Fact]
    public async Task Report_Shown_IsReceivedOrReturnedByTheSection_UnderTheVersionSeen()
    {
        using var browser = await _portal.SignedInAsync("10532-VHXH", Office);
        var raw = await (await browser.GetAsync($"/viec-phai-lam/bao-cao/{ReportId}")).Content.ReadAsStringAsync();
        Assert.DoesNotContain("<script>alert", raw, StringComparison.Ordinal);
        var page = WebUtility.HtmlDecode(raw);
        foreach (var shown in new[] { "6 tháng đầu năm 2026", "91,25", "88,50, hạng 3, Tốt", "phụ lục.pdf", "98,5 %", "Gửi báo cáo" })
            Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.DoesNotContain("Sửa và gửi lại", page, StringComparison.Ordinal);

        _portal.Json($"POST /api/reports/{ReportId}/return", JsonNode.Parse(Report("returned"))!["report"]!.ToJsonString());
        var response = await PortalFixture.SubmitAsync(browser, $"/viec-phai-lam/bao-cao/{ReportId}", "return", new() { ["reason"] = "Thiếu danh sách" });
        Assert.EndsWith("?da=tra", response.Headers.Location!.ToString(), StringComparison.Ordinal);
        var sent = _portal.Sent.Single(s => s.Line == $"POST /api/reports/{ReportId}/return");
        Assert.Equal("\"3\"", sent.IfMatch);
        Assert.Equal("Thiếu danh sách", (string?)JsonNode.Parse(sent.Body)!["reason"]);

        _portal.Refuse($"POST /api/reports/{ReportId}/receive", 412, """{"status":412,"code":"EMU-0008","title":"Phiên bản đang sửa đã cũ"}""");
        var stale = await PortalFixture.SubmitAsync(browser, $"/viec-phai-lam/bao-cao/{ReportId}", "receive", []);
        Assert.Contains("Phiên bản đang sửa đã cũ", await stale.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_Returned_IsCorrectedByItsUnit()
    {
        _portal.Json($"/api/reports/{ReportId}", Report("returned"));
        using var browser = await _portal.SignedInAsync("10532-KT", Office);
        var page = await browser.PageAsync($"/viec-phai-lam/bao-cao/{ReportId}");
        Assert.Contains("Thiếu danh sách", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Tiếp nhận báo cáo", page, StringComparison.Ordinal);
        _portal.Json($"PUT /api/reports/{ReportId}", JsonNode.Parse(Report("submitted"))!["report"]!.ToJsonString());

        var response = await PortalFixture.SubmitAsync(browser, $"/viec-phai-lam/bao-cao/{ReportId}", "correct", new() { ["text"] = "Có danh sách.", ["selfScore"] = "91,25", ["file"] = $"{FileId}|phụ lục.pdf" });

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        var sent = JsonNode.Parse(_portal.Sent.Single(s => s.Line == $"PUT /api/reports/{ReportId}").Body)!;
        Assert.Equal([FileId], sent["files"]!.AsArray().Select(f => (string?)f));
    }

    [Fact]
    public async Task Task_IsRecorded_WithItsDocument_OrAsNotArising()
    {
        var task = Duty("ke-hoach", "dueSoon", "2026-11-19").Replace("\"kind\":\"report\"", "\"kind\":\"task\"", StringComparison.Ordinal).Replace("\"conditional\":false", "\"conditional\":true", StringComparison.Ordinal).Replace("\"documentType\":null", "\"documentType\":\"KH\"", StringComparison.Ordinal);
        _portal.Json("/api/duties", $$"""{"from":"2026-01-01","to":"2026-12-31","counts":{},"months":[],"items":[{{task}}],"next":null}""");
        _portal.Json("POST /api/duties/outcomes", """{"id":"01900000-0000-7000-8000-00000000e001"}""");
        using var browser = await _portal.SignedInAsync("10532-KT", Office);
        const string address = $"/viec-phai-lam/ket-qua?phong-trao={CampaignId}&muc=ke-hoach&ky=2026&don-vi=10532-KT&nam=2026";
        Assert.Contains($"{address}\"", await browser.PageAsync("/viec-phai-lam?nam=2026"), StringComparison.Ordinal);

        var done = await PortalFixture.SubmitAsync(browser, address, "outcome", new() { ["doneOn"] = "18/11/2026", ["documentNumber"] = "15/KH-UBND", ["documentDate"] = "17/11/2026", ["note"] = "Đã ban hành" });
        Assert.EndsWith("da=ket-qua", done.Headers.Location!.ToString(), StringComparison.Ordinal);
        var sent = JsonNode.Parse(_portal.Sent.Last(s => s.Line == "POST /api/duties/outcomes").Body)!;
        Assert.Equal(("2026-11-18", "KH", "15/KH-UBND", "2026-11-17", false), ((string)sent["doneOn"]!, (string)sent["documentType"]!, (string)sent["documentNumber"]!, (string)sent["documentDate"]!, (bool)sent["notArising"]!));

        await PortalFixture.SubmitAsync(browser, address, "outcome", new() { ["doneOn"] = "18/11/2026", ["notArising"] = "true" });
        sent = JsonNode.Parse(_portal.Sent.Last(s => s.Line == "POST /api/duties/outcomes").Body)!;
        Assert.True((bool)sent["notArising"]!);
        Assert.Null(sent["documentType"]);
        var wrong = await PortalFixture.SubmitAsync(browser, address, "outcome", new() { ["doneOn"] = "hôm qua" });
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Contains("ghi dạng 28/02/2027", await wrong.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_WithoutTheScope_OrForNoDuty_IsRefused()
    {
        using var reader = await _portal.SignedInAsync("10532-KT", Policies.CampaignsRead);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.GetAsync(FormPage)).StatusCode);
        Assert.DoesNotContain("Gửi báo cáo", await reader.PageAsync("/viec-phai-lam?nam=2026"), StringComparison.Ordinal);
        using var office = await _portal.SignedInAsync("10532-KT", Office);
        _portal.Json("/api/duties", """{"from":"2026-01-01","to":"2026-12-31","counts":{},"months":[],"items":[],"next":null}""");
        Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync(FormPage)).StatusCode);
        Assert.Contains("Không có việc nào", await office.PageAsync("/viec-phai-lam"), StringComparison.Ordinal);
    }
}
