using System.Net;
using System.Text.Json.Nodes;
using Emulation.ServiceDefaults;

namespace Emulation.Portal.Tests;

/// <summary>The dossier of a nomination: what is missing, filing, confirming, taking in, sending back.</summary>
public sealed class DossierPageTests : IAsyncLifetime
{
    private const string Id = "01900000-0000-7000-8000-000000000001", Page = $"/ho-so/{Id}/thanh-phan", Api = $"/api/nominations/{Id}";
    private const string Hash = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    private PortalFixture _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalFixture.StartAsync();
        _portal.Json(Api, WithWay);
        _portal.Json($"{Api}/dossier", Dossier);
        _portal.Json($"{Api}/history", Samples.History);
        foreach (var part in new[] { "to-trinh", "bao-cao-thanh-tich" })
        {
            _portal.Json($"PUT {Api}/dossier/{part}", Part);
            _portal.Json($"POST {Api}/dossier/{part}/confirm", Part);
            _portal.Json($"POST {Api}/dossier/{part}/withdraw", Part);
        }
        _portal.Json($"POST {Api}/receive", Samples.Nomination);
        _portal.Json($"POST {Api}/return", Samples.Nomination);
    }

    public async ValueTask DisposeAsync() => await _portal.DisposeAsync();

    private Task<HttpClient> Ward() => _portal.SignedInAsync("10532", Policies.NominationsRead, Policies.NominationsWrite, Policies.NominationsDecide);

    private Task<HttpClient> OfficeHead() => _portal.SignedInAsync("10532-HCC", Policies.NominationsRead, Policies.NominationsDecide, Policies.NominationsConfirm);

    [Fact]
    public async Task Nomination_ShowsItsWayItsIndexAndWhatIsMissing()
    {
        using var browser = await Ward();
        var page = await browser.PageAsync($"/ho-so/{Id}");
        foreach (var shown in new[]
        {
            "Bộ phận thường trực kiểm tra, tiếp nhận hồ sơ", "hết ngày 27/11/2026", "đã quá hạn", "aria-current=\"step\"",
            "Chỉ số CCHC năm 2026", "91,25%, hạng 4", "Chưa có tờ trình kèm danh sách.", $"href=\"{Page}\"",
        })
            Assert.Contains(shown, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nomination_ShowsWhatBecameKnownAfterTheDecision_AndNoCodesInItsLog()
    {
        _portal.Json(Api, WithWay.TrimEnd()[..^1] + ""","notes":["Bảng xếp hạng đã đính chính sau quyết định: nhập nhầm <b>phiếu</b>."]}""");
        _portal.Json($"{Api}/history", """
            {"items":[{"at":"2026-11-20T08:12:00Z","action":"paperFiled","actedBy":"01900000-0000-7000-8000-0000000abcde","reason":null,"changes":{"part":"bien-ban","version":2}},
              {"at":"2026-11-21T08:12:00Z","action":"rankingCorrectedAfterDecision","actedBy":"ranking:x","reason":null,"changes":null}],"next":null}
            """);
        using var browser = await Ward();
        var raw = await browser.GetStringAsync($"/ho-so/{Id}");
        Assert.DoesNotContain("<b>phiếu", raw, StringComparison.Ordinal);
        var page = System.Net.WebUtility.HtmlDecode(raw);
        foreach (var shown in new[] { "Biết thêm sau quyết định", "đã đính chính sau quyết định: nhập nhầm", "Biên bản bình xét, bản 2.", "Bảng xếp hạng đính chính sau quyết định", "Tài khoản …000abcde" })
            Assert.Contains(shown, page, StringComparison.Ordinal);
        foreach (var code in new[] { "bien-ban", "rankingCorrected", "01900000-0000-7000-8000-0000000abcde" })
            Assert.DoesNotContain(code, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dossier_NamesClauseVersionsAndGaps_TextOfOthersIsNoMarkup()
    {
        using var browser = await Ward();
        var page = await browser.PageAsync(Page);
        foreach (var shown in new[]
        {
            "Hồ sơ còn thiếu:", "Chưa có tờ trình kèm danh sách.", "Báo cáo thành tích (bản 2) chưa được thủ trưởng đơn vị xác nhận.", "Theo CVA-26/III.4.2", "biên bản họp đơn vị",
            "Nghị định số 152/2025/NĐ-CP", "hiệu lực từ 01/07/2025", "2 (hiện hành)", "Trần Văn Mẫu, Trưởng phòng, 20/11/2026", "Đề nghị bổ sung:", "Không yêu cầu trong trường hợp này", "Văn bản số 07/TTr-UBND",
        })
            Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", await browser.GetStringAsync(Page), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task File_OwnPaper_GoesOnWithVersionSeenAndReason()
    {
        using var browser = await Ward();
        var response = await PortalFixture.SubmitAsync(browser, Page, "file-to-trinh", [], ("file", "Tờ trình.pdf", "%PDF-1.7"u8.ToArray()));
        Assert.Equal($"{Page}?da=nop", response.Headers.Location?.ToString());
        var sent = Assert.Single(_portal.Sent, s => s.Line.StartsWith("PUT", StringComparison.Ordinal));
        Assert.Equal(($"PUT {Api}/dossier/to-trinh", "\"0\""), (sent.Line, sent.IfMatch));
        Assert.Contains("%PDF-1.7", sent.Body, StringComparison.Ordinal);
        Assert.Contains("các bản trước vẫn được lưu", await browser.PageAsync($"{Page}?da=nop"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_OfAnotherUnit_IsNotOffered()
    {
        // The report is the office's; the commune sends it back instead.
        using var ward = await Ward();
        var page = await ward.PageAsync(Page);
        Assert.Contains("value=\"file-to-trinh\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"file-bao-cao-thanh-tich\"", page, StringComparison.Ordinal);
        // Nor is one asked for that this case does not call for.
        Assert.DoesNotContain("value=\"file-xac-nhan-sang-kien\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"confirm-bao-cao-thanh-tich\"", page, StringComparison.Ordinal);
        using var city = await _portal.SignedInAsync("31", Policies.NominationsRead, Policies.NominationsDecide);
        Assert.DoesNotContain("<form method=\"post\" class=\"stack\"", await city.PageAsync(Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_RefusedOrMissing_IsToldOnThePage()
    {
        _portal.Refuse($"PUT {Api}/dossier/to-trinh", 415, """{"status":415,"code":"NOM-0052","title":"Loại tệp này không được nhận vào hồ sơ","detail":"Chỉ nhận tệp PDF, DOCX, PNG, JPG."}""");
        using var browser = await Ward();
        var refused = await PortalFixture.SubmitAsync(browser, Page, "file-to-trinh", [], ("file", "a.exe", [1, 2]));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, refused.StatusCode);
        Assert.Contains("Chỉ nhận tệp PDF, DOCX, PNG, JPG.", await refused.TextAsync(), StringComparison.Ordinal);
        var empty = await PortalFixture.SubmitAsync(browser, Page, "file-to-trinh", []);
        Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
        Assert.Contains("Chưa chọn tệp", await empty.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Confirm_ByTheHead_NamesTheVersionRead()
    {
        using var browser = await OfficeHead();
        var response = await PortalFixture.SubmitAsync(browser, Page, "confirm-bao-cao-thanh-tich", new() { ["confirmedBy"] = "Lê Thị Mẫu, Giám đốc" });
        Assert.Equal($"{Page}?da=xac-nhan", response.Headers.Location?.ToString());
        var body = JsonNode.Parse(Assert.Single(_portal.Sent, s => s.Line == $"POST {Api}/dossier/bao-cao-thanh-tich/confirm").Body)!;
        Assert.Equal((Hash, "Lê Thị Mẫu, Giám đốc"), ((string?)body["hash"], (string?)body["confirmedBy"]));
    }

    [Fact]
    public async Task Receive_Incomplete_ShowsWhatIsMissing_ReturnNamesTheParts()
    {
        _portal.Refuse($"POST {Api}/receive", 409, """{"status":409,"code":"NOM-0051","title":"Hồ sơ còn thiếu thành phần","detail":"x","errors":[{"pointer":"/dossier/to-trinh","detail":"Chưa có tờ trình."}]}""");
        using var browser = await Ward();
        var refused = await PortalFixture.SubmitAsync(browser, Page, "receive", new() { ["note"] = "Ghi chú đang gõ" });
        var page = await refused.TextAsync();
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("Chưa có tờ trình.", page, StringComparison.Ordinal);
        Assert.Contains(">Ghi chú đang gõ</textarea>", page, StringComparison.Ordinal);

        var response = await PortalFixture.SubmitAsync(browser, Page, "return", new() { ["reason"] = "Thiếu", ["wanting-to-trinh"] = "Chưa ký", ["wanting-bien-ban"] = "" });
        Assert.Equal($"{Page}?da=tra", response.Headers.Location?.ToString());
        var sent = Assert.Single(_portal.Sent, s => s.Line == $"POST {Api}/return");
        Assert.Equal("\"2\"", sent.IfMatch);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{"reason":"Thiếu","parts":[{"part":"to-trinh","reason":"Chưa ký"}]}"""), JsonNode.Parse(sent.Body)), sent.Body);
    }

    [Fact]
    public async Task Download_IsPassedOnAsAnAttachment()
    {
        _portal.Answers[$"{Api}/dossier/bao-cao-thanh-tich/content"] = async context =>
        {
            context.Response.ContentType = "application/pdf";
            context.Response.Headers.ContentDisposition = "attachment; filename=bao-cao.pdf";
            await context.Response.Body.WriteAsync("%PDF-"u8.ToArray());
        };
        using var browser = await Ward();
        var response = await browser.GetAsync($"{Page}/bao-cao-thanh-tich/1");
        Assert.Equal("%PDF-", await response.Content.ReadAsStringAsync());
        Assert.Equal(("attachment", "bao-cao.pdf"), (response.Content.Headers.ContentDisposition?.DispositionType, response.Content.Headers.ContentDisposition?.FileName));
        Assert.Contains(_portal.Seen, s => s.Line == $"GET {Api}/dossier/bao-cao-thanh-tich/content?version=1");
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"{Page}/to-trinh/9")).StatusCode);
    }

    private static string WithWay => Samples.Nomination.TrimEnd()[..^1] + """
        ,"missing":[{"part":"to-trinh","name":"Tờ trình kèm danh sách","missing":"Chưa có tờ trình kèm danh sách."}],
        "way":[{"point":"submit","name":"Trung tâm nộp hồ sơ","state":"done","at":"2026-11-20T08:12:00Z","by":"x","reason":null,"due":null,"dueFrom":null,"late":false},
          {"point":"receive","name":"Bộ phận thường trực kiểm tra, tiếp nhận hồ sơ","state":"current","at":null,"by":null,"reason":null,"due":"2026-11-27","dueFrom":"5 ngày làm việc","late":true},
          {"point":"award","name":"Chủ tịch UBND phường quyết định khen thưởng","state":"ahead","at":null,"by":null,"reason":null,"due":null,"dueFrom":null,"late":false}],
        "index":[{"unitCode":"10532","indexSetCode":"CCHC","year":2026,"block":"phuong","index":91.25,"rank":4,"tiedUnits":1,"rankingVersion":1,"unrankedReason":null}]}
        """;

    private static string Part => PartOf("to-trinh", "Tờ trình kèm danh sách", "null", "Chưa có tờ trình kèm danh sách.", covers: "list");

    private static string Dossier => $$"""
        {"nominationId":"{{Id}}","complete":false,"legalBasis":"Luật Thi đua, khen thưởng số 06/2022/QH15, Điều 84; Nghị định số 152/2025/NĐ-CP","legalBasisFrom":"2025-07-01","heldAt":"forward","receivedAt":null,"receivedBy":null,
         "parts":[{{Part}},
          {{PartOf("bao-cao-thanh-tich", "Báo cáo thành tích", Paper(2, "10532-HCC"), "Báo cáo thành tích (bản 2) chưa được thủ trưởng đơn vị xác nhận.", confirmed: true, returned: "\"Thiếu số liệu <script>alert(1)</script>\"")}},
          {{PartOf("bien-ban", "Biên bản họp", Paper(1, "10532", "07/TTr-UBND"), null, covers: "list", minutes: "\"unitMeeting\"")}},
          {{PartOf("xac-nhan-sang-kien", "Giấy xác nhận sáng kiến", "null", null, asked: false)}}],
         "postCheck":null}
        """;

    private static string PartOf(string key, string name, string current, string? missing, string covers = "nominee", bool confirmed = false, string minutes = "null", string returned = "null", bool asked = true) => $$"""
        {"key":"{{key}}","name":"{{name}}","clause":"CVA-26/III.4.{{(confirmed ? 2 : 1)}}","asked":{{(asked ? "true" : "false")}},"covers":"{{covers}}","minutes":{{minutes}},"confirmedByHead":{{(confirmed ? "true" : "false")}},"originals":1,"due":"receipt","ofProposer":false,
         "complete":{{(missing is null ? "true" : "false")}},"missing":{{(missing is null ? "null" : $"\"{missing}\"")}},"returnReason":{{returned}},"current":{{current}},"versions":[{{(current == "null" ? "" : confirmed ? Paper(1, "10532-HCC", head: true) + "," + current : current)}}]}
        """;

    private static string Paper(int version, string unit, string? symbol = null, bool head = false) => $$"""
        {"version":{{version}},"withdrawn":false,"hash":"{{Hash}}","name":"bao-cao <b>.pdf","mediaType":"application/pdf","size":2048,"documentId":null,"documentSymbol":{{(symbol is null ? "null" : $"\"{symbol}\"")}},"minutes":null,"unitCode":"{{unit}}","filedBy":"x","filedAt":"2026-11-20T08:12:00Z","reason":null,
         "confirmedBy":null,"confirmedName":{{(head ? "\"Trần Văn Mẫu, Trưởng phòng\"" : "null")}},"confirmedAt":{{(head ? "\"2026-11-20T09:00:00Z\"" : "null")}}}
        """;
}
