using System.Net;
using Emulation.ServiceDefaults;
using static Emulation.Portal.Tests.DocumentSamples;

namespace Emulation.Portal.Tests;

/// <summary>The form check, and the draft that comes back from Word.</summary>
public sealed class FormCheckPageTests : IAsyncLifetime
{
    private const string Page = $"/van-ban/{Id}", Api = $"/api/documents/{Id}";

    private const string Check = """
        {"fileKind":"docx","pages":1,"paragraphs":20,"poorText":false,"picturePages":0,
         "deviations":[{"code":"TT37","severity":"error","element":"Quyền hạn, chức vụ","page":2,"paragraph":18,"text":"TM.","found":"“TM. UBND PHƯỜNG” <b>","asked":"Ghi đầy đủ","law":"Phụ lục I"},
                       {"code":"TT33","severity":"warning","element":"Khoản","paragraph":7,"found":"không đậm","asked":"đậm","law":"Phụ lục I"}],
         "fine":[{"code":"TT01","element":"Khổ giấy","found":"A4."}],
         "unknown":[{"code":"TT39","element":"Chữ ký","found":"Không đo được."}],
         "notApplicable":[{"code":"TT13","element":"Số, ký hiệu","found":"Giấy tờ không lấy số."}]}
        """;

    private static readonly string[] Reader = [Policies.DocumentsRead], Issuer = [Policies.DocumentsRead, Policies.DocumentsIssue];

    private PortalFixture _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalFixture.StartAsync();
        _portal.Json(Api, Document());
        _portal.Json($"{Api}/presentation", """{"authority":["CHỦ TỊCH"],"signerName":null,"recipients":["Lưu: VT"]}""");
    }

    public async ValueTask DisposeAsync() => await _portal.DisposeAsync();

    private static string Edit(bool outdated = false) => $$"""
        {"current":{"revision":2,"fileName":"sua.docx","sha256":"aa","uploadedBy":"x","uploadedAt":"2026-11-21T02:00:00Z","documentVersion":5},
         "revisions":[{"revision":2,"fileName":"sua.docx","sha256":"aa","uploadedBy":"x","uploadedAt":"2026-11-21T02:00:00Z","documentVersion":5},
                      {"revision":1,"fileName":"dau.docx","sha256":"bb","uploadedBy":"x","uploadedAt":"2026-11-20T02:00:00Z","documentVersion":4}],
         "outdated":{{(outdated ? "true" : "false")}},"convertible":true,"fillable":true,
         "changes":[{"kind":"changed","before":"Câu cũ","after":"Câu mới <i>","systemOwned":false},{"kind":"removed","before":"Số: /TTr-UBND","systemOwned":true}],
         "warnings":["Cần đối chiếu."],"formCheck":{{Check}}}
        """;

    [Fact]
    public async Task Check_AFile_ShowsWhatWasFoundWhereAndWhatIsAsked()
    {
        using var browser = await _portal.SignedInAsync("10532", Reader);
        _portal.Json("POST /api/form-checks", Check);
        var answer = await PortalFixture.SubmitAsync(browser, "/kiem-tra-the-thuc", "check", [], ("file", "ke-hoach.docx", "PK"u8.ToArray()));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        foreach (var shown in new[] { "Kết quả: ke-hoach.docx", "Sai quy định (1)", "Cần xem lại (1)", "trang 2, đoạn 18", "đoạn 7", "TM. UBND PHƯỜNG", "Ghi đầy đủ", "Đúng quy định (1)", "Chưa xác định (1)", "Không áp dụng (1)", "Giấy tờ không lấy số." })
            Assert.Contains(shown, page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/kiem-tra-the-thuc", "check", "POST /api/form-checks", HttpStatusCode.OK)]
    [InlineData(Page, "edited", $"PUT {Api}/edited", HttpStatusCode.Redirect)]
    public async Task File_OfSeveralMegabytes_IsTaken(string page, string form, string route, HttpStatusCode expected)
    {
        using var browser = await _portal.SignedInAsync("10532", Issuer);
        _portal.Json(route, route.EndsWith("edited", StringComparison.Ordinal) ? Edit() : Check);
        var answer = await PortalFixture.SubmitAsync(browser, page, form, [], ("file", "quet.docx", new byte[6 * 1024 * 1024]));
        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task Check_RefusedFile_SaysWhy()
    {
        using var browser = await _portal.SignedInAsync("10532", Reader);
        _portal.Refuse("POST /api/form-checks", 422, "\"title\":\"Không đọc được tệp\",\"detail\":\"Tệp chứa macro.\",\"code\":\"DOC-0040\"");
        var answer = await PortalFixture.SubmitAsync(browser, "/kiem-tra-the-thuc", "check", [], ("file", "x.docx", "PK"u8.ToArray()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task EditedDraft_ShowsChangesWarningsAndRevisions()
    {
        _portal.Json($"{Api}/edited", Edit(outdated: true));
        using var browser = await _portal.SignedInAsync("10532", Issuer);
        var page = await browser.PageAsync(Page);
        foreach (var shown in new[] { "Câu cũ", "Câu mới", "phần do hệ thống ghi", "Cần đối chiếu.", "sua.docx", "dau.docx", $"{Page}/ban-chinh-sua/1", "Giữ bản chỉnh sửa", "Gỡ bản chỉnh sửa" })
            Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.DoesNotContain("Câu mới <i>", await browser.GetStringAsync(Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EditedDraft_ForAReader_OffersNothingToDo()
    {
        _portal.Json($"{Api}/edited", Edit());
        using var browser = await _portal.SignedInAsync("10532", Reader);
        var page = await browser.PageAsync(Page);
        Assert.Contains("Câu cũ", page, StringComparison.Ordinal);
        foreach (var act in new[] { "Nộp bản khác", "Gỡ bản chỉnh sửa, dùng" })
            Assert.DoesNotContain(act, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_SendsTheFileWithTheVersionSeen()
    {
        using var browser = await _portal.SignedInAsync("10532", Issuer);
        _portal.Json($"PUT {Api}/edited", Edit());
        var done = await PortalFixture.SubmitAsync(browser, Page, "edited", [], ("file", "sua.docx", "PK"u8.ToArray()));
        Assert.Equal($"{Page}?da=chinh-sua", done.Headers.Location!.ToString());
        Assert.Equal("\"5\"", Assert.Single(_portal.Sent, s => s.Line == $"PUT {Api}/edited").IfMatch);
        _portal.Json($"{Api}/edited", Edit());
        _portal.Json($"DELETE {Api}/edited", Document());
        var removed = await PortalFixture.SubmitAsync(browser, Page, "edited-remove", []);
        Assert.Equal($"{Page}?da=go-ban-chinh-sua", removed.Headers.Location!.ToString());
    }
}
