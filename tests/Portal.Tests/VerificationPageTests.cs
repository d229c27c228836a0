using System.Net;
using static Emulation.Portal.Tests.SigningPageTests;

namespace Emulation.Portal.Tests;

/// <summary>The page on which anybody has a file or the code of a paper checked.</summary>
public sealed class VerificationPageTests : IAsyncLifetime
{
    private const string Found = """{"symbol":"07/TTr-UBND","date":"2026-12-04","type":"TTr","unitName":"Phường Lê Thanh Nghị","pdfSha256":"cc33"}""";

    private PortalFixture _portal = null!;

    public async ValueTask InitializeAsync() => _portal = await PortalFixture.StartAsync();

    public async ValueTask DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task Check_WithoutAnAccount_ShowsEachSignatureInOrderAndInWords()
    {
        _portal.Json("POST /api/verifications", "{\"report\":" + Report + ",\"document\":" + Found + "}");
        using var browser = _portal.Browser();
        var answer = await PortalFixture.SubmitAsync(browser, "/kiem-tra", "verify", [], ("file", "van-ban.pdf", "%PDF-1.7"u8.ToArray()));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await answer.TextAsync();
        foreach (var shown in new[] { "Hợp lệ nhưng có điều cần lưu ý", "Văn bản ghi ngày 04/12/2026 nhưng được ký ngày 05/12/2026.", "Nguyễn Văn Hoạch", "chữ ký của người có thẩm quyền", "có dấu thời gian xác nhận", "Điền số: 07.", "07/TTr-UBND" })
            Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.True(page.IndexOf("chữ ký của người có thẩm quyền", StringComparison.Ordinal) < page.IndexOf("– chữ ký của cơ quan", StringComparison.Ordinal));
        Assert.DoesNotContain("<script>alert", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains(_portal.Seen, s => s is { Line: "POST /api/verifications", Authorization: "" });
    }

    // The gateway counts checks by address: without it all visitors of the portal would share one rate.
    [Theory]
    [InlineData(null, "127.0.0.1")]
    [InlineData("203.0.113.7", "203.0.113.7")]
    public async Task Check_TellsTheGatewayWhoAsks(string? proxied, string told)
    {
        var seen = "";
        _portal.Answers["/api/verifications/DABC"] = context =>
        {
            seen = context.Request.Headers["X-Forwarded-For"].ToString();
            context.Response.StatusCode = 404;
            return Task.CompletedTask;
        };
        using var browser = _portal.Browser();
        if (proxied is not null)
            browser.DefaultRequestHeaders.Add("X-Forwarded-For", proxied);
        await browser.GetAsync("/kiem-tra?ma=DABC");
        Assert.Equal(told, seen);
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

    [Theory]
    [InlineData("signed", Report, "Văn bản do hệ thống này ban hành", "Nguyễn Văn Hoạch")]
    [InlineData("signedOnPaper", """{"outcome":"unsigned","summary":"Tệp chưa có chữ ký số nào","sha256":"cc33","signatures":[],"remarks":[]}""", "được ký tay trên giấy", "07/TTr-UBND")]
    [InlineData("notIntact", "null", "không còn đúng như lúc ban hành", "07/TTr-UBND")]
    public async Task Code_OfADocument_TellsHowItsFileStands(string state, string report, string said, string shown)
    {
        _portal.Json("/api/verifications/DABC", "{\"document\":" + Found[..^1] + $",\"state\":\"{state}\",\"report\":{report}" + "}}");
        using var browser = _portal.Browser();
        var page = await (await browser.GetAsync("/kiem-tra?ma=DABC")).TextAsync();
        Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.Contains("cc33", page, StringComparison.Ordinal);
        Assert.Equal(state == "signed", page.Contains("Chữ ký số, theo thứ tự ký", StringComparison.Ordinal));
        Assert.Equal(state == "notIntact", page.Contains("Tệp lưu không còn nguyên vẹn", StringComparison.Ordinal));
        Assert.Contains(_portal.Seen, s => s is { Line: "GET /api/verifications/DABC", Authorization: "" });
    }

    [Fact]
    public async Task Code_OfACertificate_TellsStateAndWhatIsPrinted()
    {
        using var browser = _portal.Browser();
        _portal.Json("/api/verifications/CABC", Certificate("revoked", "\"2027-03-01T02:00:00Z\""));
        var revoked = await (await browser.GetAsync("/kiem-tra?ma=CABC")).TextAsync();
        foreach (var shown in new[] { "bị hủy bỏ ngày 01/03/2027", "Nguyễn Thị Hoà", "Số 12/QĐ-UBND, ngày 15/01/2027", "<dd>07</dd>" })
            Assert.Contains(shown, revoked, StringComparison.Ordinal);
        Assert.DoesNotContain("còn giá trị</h2>", revoked, StringComparison.Ordinal);
        _portal.Json("/api/verifications/CABC", Certificate("valid", "null"));
        Assert.Contains("Có trong quyết định khen thưởng và còn giá trị", await (await browser.GetAsync("/kiem-tra?ma=CABC")).TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_Unknown_SaysSoAndNothingElse()
    {
        _portal.Refuse("/api/verifications/sai", 404, """{"status":404,"code":"DOC-0034","title":"Mã kiểm tra không đúng hoặc không do hệ thống này cấp"}""");
        using var browser = _portal.Browser();
        var unknown = await browser.GetAsync("/kiem-tra?ma=sai");
        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);
        var page = await unknown.TextAsync();
        Assert.Contains("Mã này không đúng hoặc không do hệ thống cấp", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Đơn vị", page, StringComparison.Ordinal);
    }

    private static string Certificate(string state, string revokedAt) => $$"""
        {"certificate":{"state":"{{state}}","name":"Nguyễn Thị Hoà","unit":"Phường Hải An","award":"Giấy khen","order":7,"decision":"12/QĐ-UBND","date":"2027-01-15","decidedBy":"Phường Hải An","revokedAt":{{revokedAt}} } }
        """;
}
