using System.Net;
using System.Text.Json.Nodes;
using Emulation.ServiceDefaults;
using static Emulation.Portal.Tests.DocumentSamples;

namespace Emulation.Portal.Tests;

/// <summary>Giấy khen, bằng khen on the page of a decision, printing them in bulk, and checking one without an account.</summary>
public sealed class CertificatePageTests : IAsyncLifetime
{
    private const string Job = "01900000-0000-7000-8000-00000000d009", Page = $"/van-ban/{Decision}", Api = $"/api/documents/{Decision}";

    private static readonly string[] Reader = [Policies.DocumentsRead], Issuer = [Policies.DocumentsRead, Policies.DocumentsIssue];

    private PortalFixture _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalFixture.StartAsync();
        _portal.Json(Api, Document("QĐ", "31", issued: true, decision: true));
        _portal.Json($"{Api}/presentation", """{"authority":["CHỦ TỊCH"],"signerName":null,"recipients":[]}""");
        _portal.Json($"{Api}/certificates", $$"""
            {"items":[{{Row(1, "Nguyễn Thị Hoà <b>", """{"code":"bang-khen-song-nuoc","name":"Viền sóng nước"},{"code":"bang-khen-hoi-van","name":"Viền hồi văn"}""")}},{{Row(2, "Tổ một cửa", "")}},{{Row(3, "Trần Văn Bị Hủy", """{"code":"x","name":"x"}""", revoked: true)}}],"next":"3"}
            """);
        _portal.Json("/api/documents/bulk", $$"""{"items":[{{Bulk("running", 50)}}],"next":null}""");
        _portal.Json($"/api/documents/bulk/{Job}", Bulk("running", 50));
    }

    public async ValueTask DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task Decision_Issued_ShowsPreviewFilesAndWhatIsNotPrinted()
    {
        using var browser = await _portal.SignedInAsync("10532", Issuer);
        var page = await browser.PageAsync(Page);
        foreach (var shown in new[] { $"src=\"{Page}/giay-khen/{Certificate(1)}/xem\"", $"href=\"{Page}/giay-khen/{Certificate(1)}/tep/docx\"", "không có mẫu in", "đã bị hủy bỏ", "so=3#giay-khen", $"/cong-viec/{Job}", "50/120", "Viền hồi văn" })
            Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.DoesNotContain($"{Certificate(3)}/tep", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Hoà <b>", await browser.GetStringAsync(Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decision_Draft_AsksForNoCertificates()
    {
        _portal.Json(Api, Document("QĐ", "31", decision: true));
        using var browser = await _portal.SignedInAsync("31", Reader);
        Assert.DoesNotContain("In hàng loạt", await browser.PageAsync(Page), StringComparison.Ordinal);
        Assert.DoesNotContain(_portal.Seen, s => s.Line.Contains("certificates", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Bind_ByWhoOnlyReads_IsNotOffered()
    {
        using var browser = await _portal.SignedInAsync("31", Reader);
        var page = await browser.PageAsync(Page);
        Assert.Contains($"src=\"{Page}/giay-khen/{Certificate(1)}/xem\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("In hàng loạt", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bind_SendsWhatWasChosen_AndLeadsToTheJob()
    {
        using var browser = await _portal.SignedInAsync("31", Issuer);
        _portal.Json("POST /api/documents/bulk", Bulk("waiting", 0));
        var done = await PortalFixture.SubmitAsync(browser, Page, "bind", new() { ["content"] = "dossiers", ["format"] = "zip" });
        Assert.Equal($"/cong-viec/{Job}", done.Headers.Location!.ToString());
        var sent = Assert.Single(_portal.Sent, s => s.Line == "POST /api/documents/bulk");
        Assert.True(Guid.TryParse(sent.Key, out _));
        var body = JsonNode.Parse(sent.Body)!;
        Assert.Equal((Decision, "dossiers", "zip"), ((string)body["documentId"]!, (string)body["content"]!, (string)body["format"]!));
    }

    [Fact]
    public async Task Job_WhileItRuns_ShowsHowFarItIs_AndIsReadAgainByItself()
    {
        using var browser = await _portal.SignedInAsync("31", Reader);
        var answer = await browser.GetAsync($"/cong-viec/{Job}");
        Assert.Equal("3", Assert.Single(answer.Headers.GetValues("Refresh")));
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        foreach (var shown in new[] { "Đang làm", "value=\"50\"", "max=\"120\"", "Dừng, bỏ phần đã làm" })
            Assert.Contains(shown, page, StringComparison.Ordinal);

        _portal.Json($"POST /api/documents/bulk/{Job}/cancel", Bulk("cancelled", 50));
        Assert.Equal($"/cong-viec/{Job}", (await PortalFixture.SubmitAsync(browser, $"/cong-viec/{Job}", "cancel", [])).Headers.Location!.ToString());
        Assert.Single(_portal.Sent, s => s.Line == $"POST /api/documents/bulk/{Job}/cancel");
    }

    [Fact]
    public async Task Job_Done_OffersTheFile_AndNamesWhoCouldNotBePrinted()
    {
        _portal.Json($"/api/documents/bulk/{Job}", Bulk("done", 120, refused: 1));
        _portal.Json($"/api/documents/bulk/{Job}/refusals", """{"items":[{"order":3,"name":"Nguyễn <i>","code":"DOC-0086","reason":"Ký tự không có trong phông chữ"}],"next":null}""");
        using var browser = await _portal.SignedInAsync("31", Reader);
        var answer = await browser.GetAsync($"/cong-viec/{Job}");
        Assert.False(answer.Headers.Contains("Refresh"));
        var text = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain("<i>", text, StringComparison.Ordinal);
        var page = WebUtility.HtmlDecode(text);
        foreach (var shown in new[] { $"href=\"/cong-viec/{Job}/tep\"", "3,4 MB", "1 không in được", "Ký tự không có trong phông chữ", "DOC-0086" })
            Assert.Contains(shown, page, StringComparison.Ordinal);
    }

    private static string Certificate(int order) => $"01900000-0000-7000-8000-0000000ce{order:000}";

    private static string Row(int order, string name, string templates, bool revoked = false) => $$"""
        {"nominationId":"{{Certificate(order)}}","order":{{order}},"recipient":"individual","name":"{{name}}","unit":"Phường Hải An","award":"Bằng khen của Chủ tịch","revoked":{{(revoked ? "true" : "false")}},"code":"C{{order}}","templates":[{{templates}}]}
        """;

    private static string Bulk(string state, int processed, int refused = 0) => $$"""
        {"id":"{{Job}}","documentId":"{{Decision}}","symbol":"12/QĐ-UBND","content":"certificates","format":"zip","state":"{{state}}","total":120,"processed":{{processed}},"refused":{{refused}},"size":3400000,
        "createdAt":"2026-11-21T02:00:00Z","endedAt":null,"expiresAt":"2026-11-28T02:00:00Z"}
        """;
}
