using System.Net;
using System.Text.Json.Nodes;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Http;
using static Emulation.Portal.Tests.DocumentSamples;

namespace Emulation.Portal.Tests;

/// <summary>The register of documents and the page of one.</summary>
public sealed class DocumentPageTests : IAsyncLifetime
{
    private const string Page = $"/van-ban/{Id}", Api = $"/api/documents/{Id}";

    private static readonly string[] Reader = [Policies.DocumentsRead], Issuer = [Policies.DocumentsRead, Policies.DocumentsIssue];

    private PortalFixture _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalFixture.StartAsync();
        _portal.Json("/api/documents", List);
        _portal.Json(Api, Document());
        _portal.Json($"{Api}/presentation", """{"authority":["TM. ỦY BAN NHÂN DÂN","CHỦ TỊCH"],"signerName":null,"recipients":["Như trên","Lưu: VT, VHXH"]}""");
    }

    public async ValueTask DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task Register_FiltersReachTheGateway_AndWhatIsFoundIsShown()
    {
        using var browser = await _portal.SignedInAsync("10532", Reader);
        var page = await browser.PageAsync("/van-ban?tim=h%E1%BB%93+s%C6%A1&loai=TTr&tinh-trang=draft&nam=2026&don-vi=10532");
        Assert.Contains(_portal.Seen, s => s.Line == "GET /api/documents?search=h%E1%BB%93%20s%C6%A1&type=TTr&state=draft&year=2026&unitCode=10532");
        foreach (var shown in new[] { "của đơn vị", "Tờ trình", "Dự thảo", "01/QĐ-UBND", "ngày 21/11/2026", "Đã ban hành", "văn bản đến", "state p-draft", "state p-issued", $"/van-ban/{Decision}" })
            Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.Contains($"&sau={Decision}", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Register_OfTheCity_IsOfAllUnits_AndSortsOutWhatCannotBeMeant()
    {
        using var browser = await _portal.SignedInAsync("31", Reader);
        var page = await browser.PageAsync("/van-ban?loai=XX&tinh-trang=moi&nam=hai&sau=xyz");
        Assert.Contains(_portal.Seen, s => s.Line == "GET /api/documents");
        Assert.Contains("toàn thành phố", page, StringComparison.Ordinal);
        Assert.DoesNotContain("văn bản đến", page, StringComparison.Ordinal);
        _portal.Json("/api/documents", """{"items":[],"next":null}""");
        Assert.Contains("Không có văn bản nào phù hợp", await browser.PageAsync("/van-ban"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draft_ForAReader_ShowsAllAndOffersNoIssue()
    {
        using var browser = await _portal.SignedInAsync("10532", Reader);
        var page = await browser.PageAsync(Page);
        foreach (var shown in new[] { "Dự thảo Tờ trình", "cấp khi ban hành", "Nguyễn Thị Hoà", "Giấy khen", "gửi chậm", $"<iframe class=\"preview\" src=\"{Page}/xem\"", $"href=\"{Page}/tep/docx\"" })
            Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", await browser.GetStringAsync(Page), StringComparison.Ordinal);
        Assert.DoesNotContain("Cấp số và ban hành", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"/ho-so/{Nomination}", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10532", "10532", true)]
    [InlineData("10532", "10532-HDTDKT", true)]
    [InlineData("31", "10532", false)]
    [InlineData("10532", "10532-VHXH", false)]
    public async Task Issue_IsOfferedToTheUnitThatIssues(string own, string issuing, bool offered)
    {
        _portal.Json(Api, Document(unit: issuing));
        using var browser = await _portal.SignedInAsync(own, Issuer);
        Assert.Equal(offered, (await browser.PageAsync(Page)).Contains("Cấp số và ban hành", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Issue_Confirmed_SendsVersionKeyAndSigner()
    {
        using var browser = await _portal.SignedInAsync("10532", Issuer);
        _portal.Json($"POST {Api}/issue", Document(issued: true));
        var done = await PortalFixture.SubmitAsync(browser, Page, "issue", new() { ["signerName"] = "Trần Văn Hoạch", ["confirmed"] = "true" });
        Assert.Equal($"{Page}?da=ban-hanh", done.Headers.Location!.ToString());
        var sent = Assert.Single(_portal.Sent, s => s.Line == $"POST {Api}/issue");
        Assert.Equal("\"5\"", sent.IfMatch);
        Assert.True(Guid.TryParse(sent.Key, out _));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{"signerName":"Trần Văn Hoạch"}"""), JsonNode.Parse(sent.Body)), sent.Body);

        _portal.Json(Api, Document(issued: true));
        var page = await browser.PageAsync($"{Page}?da=ban-hanh");
        foreach (var shown in new[] { "Đã ban hành văn bản.", "Tờ trình số 01/TTr-UBND", "21/11/2026", "bb22" })
            Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.DoesNotContain("Cấp số và ban hành", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Issue_NotConfirmed_SendsNothingAndKeepsWhatWasTyped()
    {
        using var browser = await _portal.SignedInAsync("10532", Issuer);
        var answer = await PortalFixture.SubmitAsync(browser, Page, "issue", new() { ["signerName"] = "Gõ dở tên" });
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.TextAsync();
        Assert.Contains("Cần đánh dấu xác nhận", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Gõ dở tên\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain(_portal.Sent, s => s.Line == $"POST {Api}/issue");
    }

    [Theory]
    [InlineData(412, "EMU-0008", "Phiên bản đang sửa đã cũ", "Trang đã được đọc lại")]
    [InlineData(409, "DOC-0002", "Văn bản đã được ban hành", "value=\"Gõ dở tên\"")]
    public async Task Issue_Refused_SaysWhyAndKeepsWhatWasTyped(int status, string code, string title, string also)
    {
        using var browser = await _portal.SignedInAsync("10532", Issuer);
        _portal.Refuse($"POST {Api}/issue", status, $$"""{"status":{{status}},"code":"{{code}}","title":"{{title}}"}""");
        var answer = await PortalFixture.SubmitAsync(browser, Page, "issue", new() { ["signerName"] = "Gõ dở tên", ["confirmed"] = "true" });
        Assert.Equal(status, (int)answer.StatusCode);
        var page = await answer.TextAsync();
        foreach (var shown in new[] { title, also, "value=\"Gõ dở tên\"" })
            Assert.Contains(shown, page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("deputy")]
    [InlineData("byOrder")]
    [InlineData("byMandate")]
    public async Task Present_SigningForTheHeadWithoutAPosition_IsRefusedAndKept(string form)
    {
        using var browser = await _portal.SignedInAsync("10532", Issuer);
        var answer = await PortalFixture.SubmitAsync(browser, Page, "present", new() { ["signingForm"] = form, ["signerName"] = "Trần Văn Hoạch", ["recipients"] = "Lưu: VT" });
        var page = await answer.TextAsync();
        Assert.Contains("cần chức vụ của người ký", page, StringComparison.Ordinal);
        Assert.Contains("Trần Văn Hoạch", page, StringComparison.Ordinal);
        Assert.DoesNotContain(_portal.Sent, s => s.Line.StartsWith("PUT", StringComparison.Ordinal));
    }

    // C-31: receivers are free per document; Điều 13: in whose name it is signed.
    [Fact]
    public async Task Presentation_Set_SendsFormSignerAndReceiversLineByLine()
    {
        using var browser = await _portal.SignedInAsync("10532", Issuer);
        foreach (var shown in new[] { "TM. ỦY BAN NHÂN DÂN", "Như trên\nLưu: VT, VHXH</textarea>" })
            Assert.Contains(shown, await browser.PageAsync(Page), StringComparison.Ordinal);
        _portal.Json($"PUT {Api}/presentation", Document());
        var done = await PortalFixture.SubmitAsync(browser, Page, "present", new() { ["signingForm"] = "deputy", ["signerName"] = "Trần Văn Hoạch", ["signerPosition"] = "Phó Chủ tịch", ["recipients"] = "Sở Nội vụ\r\n\r\n Lưu: VT " });
        Assert.Equal($"{Page}?da=the-thuc", done.Headers.Location!.ToString());
        var sent = Assert.Single(_portal.Sent, s => s.Line == $"PUT {Api}/presentation");
        Assert.Equal("\"5\"", sent.IfMatch);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{"signingForm":"deputy","signerName":"Trần Văn Hoạch","signerPosition":"Phó Chủ tịch","recipients":["Sở Nội vụ","Lưu: VT"]}"""), JsonNode.Parse(sent.Body)), sent.Body);
    }

    [Fact]
    public async Task Form_WithoutANumber_IsCompletedNotNumbered()
    {
        _portal.Json(Api, Document("BCTT").Replace("\"level\":\"ward\"", "\"level\":null,\"abstract\":\"Thành tích của Phòng Văn hóa\"", StringComparison.Ordinal));
        using var browser = await _portal.SignedInAsync("10532", Issuer);
        var page = await browser.PageAsync(Page);
        foreach (var shown in new[] { "Dự thảo Báo cáo thành tích", "Thành tích của Phòng Văn hóa", ">Hoàn thành<" })
            Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.DoesNotContain("Số, ký hiệu", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decision_ListNotComplete_SaysWhatItWaitsFor()
    {
        _portal.Json(Api, Document("QĐ", decision: true, expected: 3));
        using var browser = await _portal.SignedInAsync("10532", Issuer);
        var page = await browser.PageAsync(Page);
        foreach (var shown in new[] { "Danh sách mới có 1 trên 3 trường hợp", "Trần Văn Mẫu, Chủ tịch", "Số sổ vàng", ">7<" })
            Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.DoesNotContain("Cấp số và ban hành", page, StringComparison.Ordinal);
        _portal.Json(Api, Document("QĐ", decision: true));
        Assert.DoesNotContain("name=\"signerName\"", await browser.PageAsync(Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_AreKeptInASandbox_OnlyThePreviewIsDrawnAndOnlyHere()
    {
        foreach (var format in new[] { "pdf", "docx" })
            _portal.Answers[$"{Api}/{format}"] = context =>
            {
                context.Response.ContentType = format == "pdf" ? "application/pdf" : "text/html";
                context.Response.Headers.ContentDisposition = $"attachment; filename=\"du-thao-TTr.{format}\"";
                return context.Response.WriteAsync("%PDF-1.7");
            };
        using var browser = await _portal.SignedInAsync("10532", Reader);
        var kept = await browser.GetAsync($"{Page}/tep/docx");
        Assert.Equal(("sandbox", "attachment", "du-thao-TTr.docx"), (Policy(kept), kept.Content.Headers.ContentDisposition!.DispositionType, kept.Content.Headers.ContentDisposition.FileName));
        var drawn = await browser.GetAsync($"{Page}/xem");
        Assert.Equal(("inline", "application/pdf", "%PDF-1.7"), (drawn.Content.Headers.ContentDisposition!.DispositionType, drawn.Content.Headers.ContentType!.MediaType, await drawn.Content.ReadAsStringAsync()));
        Assert.Contains("frame-ancestors 'self'", Policy(drawn), StringComparison.Ordinal);
        Assert.Contains("frame-src 'self'", Policy(await browser.GetAsync(Page)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"{Page}/tep/exe")).StatusCode);
        _portal.Refuse($"{Api}/pdf", 404);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"{Page}/xem")).StatusCode);
    }

    [Fact]
    public async Task Page_OfAnotherUnit_IsNotFound()
    {
        using var browser = await _portal.SignedInAsync("10549", Reader);
        _portal.Refuse(Api, 404, """{"status":404,"code":"DOC-0001","title":"Không tìm thấy văn bản, hoặc ngoài phạm vi đơn vị được phân công"}""");
        var answer = await browser.GetAsync(Page);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("Không tìm thấy văn bản", await answer.TextAsync(), StringComparison.Ordinal);
    }

    private static string Policy(HttpResponseMessage answer) => answer.Headers.GetValues("Content-Security-Policy").Single();
}
