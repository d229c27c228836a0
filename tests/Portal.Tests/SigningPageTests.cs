using System.Net;
using System.Text.Json.Nodes;
using Emulation.ServiceDefaults;
using static Emulation.Portal.Tests.DocumentSamples;

namespace Emulation.Portal.Tests;

/// <summary>Steps of signing on a document's page, and the page on which anybody has a file checked.</summary>
public sealed class SigningPageTests : IAsyncLifetime
{
    private const string Page = $"/van-ban/{Id}", Api = $"/api/documents/{Id}";

    private const string Report = """
        {"outcome":"validWithRemarks","summary":"Hợp lệ nhưng có điều cần lưu ý: 1 chữ ký cá nhân và 1 chữ ký của cơ quan.","sha256":"cc33","number":"07","date":"2026-12-04",
        "signatures":[
          {"order":1,"outcome":"valid","role":"person","signerName":"Nguyễn Văn Hoạch","position":"Chủ tịch","unitCode":"10532","signedAt":"2026-12-05T08:30:00+07:00","timeWitnessed":true,"issuer":"CA dùng thử",
           "stamp":["2026-12-05T08:30:00+0700","Việt Nam","Nguyễn Văn Hoạch <script>alert(1)</script> đã ký lên văn bản này!"],"coversWholeFile":false,"remarks":[],"changesAfter":[{"kind":"fieldFilled","text":"Điền số: 07."}]},
          {"order":2,"outcome":"valid","role":"organisation","signerName":"Ủy ban nhân dân phường Lê Thanh Nghị","position":null,"unitCode":"10532","signedAt":"2026-12-05T09:00:00+07:00","timeWitnessed":false,"issuer":"CA dùng thử",
           "stamp":["2026-12-05T09:00:00+0700","Việt Nam",""],"coversWholeFile":true,"remarks":[],"changesAfter":[]}],
        "remarks":["Văn bản ghi ngày 04/12/2026 nhưng được ký ngày 05/12/2026."]}
        """;

    private const string Found = """{"symbol":"07/TTr-UBND","date":"2026-12-04","type":"TTr","unitName":"Phường Lê Thanh Nghị","pdfSha256":"cc33"}""";

    private PortalFixture _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalFixture.StartAsync();
        _portal.Json($"{Api}/presentation", """{"authority":["TM. ỦY BAN NHÂN DÂN","CHỦ TỊCH"],"signerName":null,"recipients":["Lưu: VT"]}""");
    }

    public async ValueTask DisposeAsync() => await _portal.DisposeAsync();

    [Theory]
    [InlineData("10532", Policies.DocumentsSign, true)]
    [InlineData("10532", Policies.DocumentsIssue, true)]
    [InlineData("10532", Policies.CampaignsRead, false)]
    [InlineData("10549", Policies.DocumentsSign, false)]
    public async Task Home_TellsWhoSignsOrIssuesOfTheUnitsPapersForSigning(string unit, string policy, bool told)
    {
        _portal.Json("/api/city/overview", Samples.Overview);
        var paper = JsonNode.Parse(Document().Replace("\"draft\"", "\"forSigning\"", StringComparison.Ordinal))!["document"]!.ToJsonString();
        _portal.Json("/api/documents", $$"""{"items":[{{paper}}],"next":null}""");
        using var browser = await _portal.SignedInAsync(unit, [Policies.DocumentsRead, policy]);
        Assert.Equal(told, (await browser.PageAsync("/")).Contains("<a href=\"/van-ban?tinh-trang=forSigning\">1 văn bản đang trình ký</a>", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Check_WithoutAnAccount_ShowsEachSignatureInOrderAndInWords()
    {
        _portal.Json("POST /api/verifications", "{\"report\":" + Report + ",\"document\":" + Found + "}");
        using var browser = _portal.Browser();
        var answer = await PortalFixture.SubmitAsync(browser, "/kiem-tra", "verify", [], ("file", "van-ban.pdf", "%PDF-1.7"u8.ToArray()));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await answer.TextAsync();
        foreach (var shown in new[] { "Hợp lệ nhưng có điều cần lưu ý", "Văn bản ghi ngày 04/12/2026 nhưng được ký ngày 05/12/2026.", "Nguyễn Văn Hoạch", "chữ ký của người có thẩm quyền", "có dấu thời gian xác nhận", "Điền số: 07.", "07/TTr-UBND", "Trên mẫu chữ ký: Việt Nam · Nguyễn Văn Hoạch" })
            Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.DoesNotContain("2026-12-05T", page, StringComparison.Ordinal);
        Assert.True(page.IndexOf("chữ ký của người có thẩm quyền", StringComparison.Ordinal) < page.IndexOf("chữ ký của cơ quan<", StringComparison.Ordinal));
        Assert.DoesNotContain("<script>alert", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains(_portal.Seen, s => s is { Line: "POST /api/verifications", Authorization: "" });
    }

    [Fact]
    public async Task Check_WithoutAFileOrRefused_SaysWhy()
    {
        using var browser = _portal.Browser();
        var empty = await PortalFixture.SubmitAsync(browser, "/kiem-tra", "verify", []);
        Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
        Assert.Contains("Hãy chọn một tệp PDF", await empty.TextAsync(), StringComparison.Ordinal);
        _portal.Refuse("POST /api/verifications", 400, """{"status":400,"code":"DOC-0020","title":"Tệp PDF không đọc được","detail":"Tệp gửi lên không phải là PDF."}""");
        var refused = await PortalFixture.SubmitAsync(browser, "/kiem-tra", "verify", [], ("file", "a.txt", "xin chao"u8.ToArray()));
        Assert.Contains("Tệp gửi lên không phải là PDF.", await refused.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_FromTheQr_ShowsTheDocumentOrSaysThatItIsUnknown()
    {
        _portal.Json("/api/verifications/abc123", Found);
        using var browser = _portal.Browser();
        var page = await (await browser.GetAsync("/kiem-tra?ma=abc123")).TextAsync();
        Assert.Contains("Văn bản do hệ thống này ban hành", page, StringComparison.Ordinal);
        Assert.Contains("07/TTr-UBND", page, StringComparison.Ordinal);
        _portal.Refuse("/api/verifications/sai", 404, """{"status":404,"code":"DOC-0034","title":"Mã kiểm tra không đúng hoặc không do hệ thống này cấp"}""");
        var unknown = await browser.GetAsync("/kiem-tra?ma=sai");
        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);
        Assert.Contains("Mã kiểm tra không đúng", await unknown.TextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("awaitingPerson", Policies.DocumentsSign, "Tôi đã đọc văn bản và ký", true)]
    [InlineData("awaitingPerson", Policies.DocumentsIssue, "Tôi đã đọc văn bản và ký", false)]
    [InlineData("awaitingPerson", Policies.DocumentsIssue, "Lý do trả lại dự thảo", true)]
    [InlineData("awaitingNumber", Policies.DocumentsIssue, "Cấp số, ký của cơ quan và ban hành", true)]
    [InlineData("awaitingNumber", Policies.DocumentsSign, "Cấp số, ký của cơ quan và ban hành", false)]
    [InlineData("awaitingNumber", Policies.DocumentsSign, "Lý do trả lại dự thảo", false)]
    [InlineData("awaitingOrganisation", Policies.DocumentsIssue, "Ký của cơ quan và ban hành", true)]
    public async Task Steps_AreOfferedToThoseWhoseTurnItIs(string step, string scope, string offer, bool offered)
    {
        InSigning(step);
        using var browser = await _portal.SignedInAsync("10532", Policies.DocumentsRead, scope);
        Assert.Equal(offered, (await browser.PageAsync(Page)).Contains(offer, StringComparison.Ordinal));
        using var other = await _portal.SignedInAsync("31", Policies.DocumentsRead, scope);
        Assert.DoesNotContain(offer, await other.PageAsync(Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sign_ByTheLeader_SendsVersionAndKeyOnce()
    {
        InSigning("awaitingPerson");
        _portal.Json($"POST {Api}/signatures/person", """{"state":"forSigning","version":6,"step":"awaitingNumber"}""");
        using var browser = await _portal.SignedInAsync("10532", Policies.DocumentsRead, Policies.DocumentsSign);
        var done = await PortalFixture.SubmitAsync(browser, Page, "sign-person", new() { ["confirmed"] = "true" });
        Assert.EndsWith("?da=da-ky", done.Headers.Location!.ToString(), StringComparison.Ordinal);
        var sent = Assert.Single(_portal.Sent, s => s.Line == $"POST {Api}/signatures/person");
        Assert.Equal("\"5\"", sent.IfMatch);
        Assert.True(Guid.TryParse(sent.Key, out _));
    }

    [Fact]
    public async Task Sign_Refused_SaysWhyOnThePage()
    {
        InSigning("awaitingPerson");
        _portal.Refuse($"POST {Api}/signatures/person", 409, """{"status":409,"code":"DOC-0024","title":"Chứng thư số hết hạn, chưa có hiệu lực hoặc đã ngừng sử dụng"}""");
        using var browser = await _portal.SignedInAsync("10532", Policies.DocumentsRead, Policies.DocumentsSign);
        Assert.Contains("Chứng thư số hết hạn", await (await PortalFixture.SubmitAsync(browser, Page, "sign-person", new() { ["confirmed"] = "true" })).TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draft_OfTheIssuer_CanBeSubmittedForSigning()
    {
        _portal.Json(Api, Document());
        _portal.Json($"POST {Api}/signing", """{"state":"forSigning","version":6,"step":"awaitingPerson"}""");
        using var browser = await _portal.SignedInAsync("10532", Policies.DocumentsRead, Policies.DocumentsIssue);
        var done = await PortalFixture.SubmitAsync(browser, Page, "submit-signing", new() { ["signer"] = "Trần Văn Hoạch" });
        Assert.EndsWith("?da=trinh-ky", done.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal("Trần Văn Hoạch", (string?)JsonNode.Parse(Assert.Single(_portal.Sent, s => s.Line == $"POST {Api}/signing").Body)!["signerName"]);
    }

    private void InSigning(string step)
    {
        _portal.Json(Api, Document().Replace("\"state\":\"draft\"", "\"state\":\"forSigning\"", StringComparison.Ordinal));
        _portal.Json($"{Api}/signatures", $$"""{"state":"forSigning","version":5,"step":"{{step}}","symbol":"07/TTr-UBND","signatures":{{Report}} }""");
    }
}
