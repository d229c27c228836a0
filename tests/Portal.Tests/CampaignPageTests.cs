using System.Net;
using Emulation.ServiceDefaults;
using static Emulation.Portal.Tests.CampaignSamples;

namespace Emulation.Portal.Tests;

/// <summary>Campaigns listed and read; launched and closed by those who may.</summary>
public sealed class CampaignPageTests : IAsyncLifetime
{
    private static readonly string[] Reader = [Policies.CampaignsRead, Policies.UnitsRead, Policies.NominationsRead];
    private static readonly string[] Writer = [.. Reader, Policies.CampaignsWrite];

    private PortalFixture _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalFixture.StartAsync();
        Answer(_portal, "launched");
        _portal.Json("/api/campaigns", $$"""{"items":[{"id":"{{Id}}","code":"LTN-26-30","name":"Đẩy mạnh <b>CCHC</b>","shortName":null,"unitCode":"10532","unitName":"Phường Lê Thanh Nghị","fromYear":2026,"toYear":2030,"state":"launched","launchedAt":null,"closedAt":null}],"next":"con-nua"}""");
        _portal.Json("/api/campaigns/deadlines", $$"""{"items":[{"campaignId":"{{Id}}","categoryName":"Tập thể hằng năm","year":2026,"stage":"internal","printedDate":"2027-02-15","lastDay":"{{InFiveDays:yyyy-MM-dd}}","boundary":"strict"}]}""");
    }

    public async ValueTask DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task List_NarrowsThroughTheApi_AndSaysWhatIsDueNext()
    {
        using var browser = await _portal.SignedInAsync("31", Writer);
        var page = await browser.PageAsync("/phong-trao?tim=c%E1%BA%A3i&nam=2026&trang-thai=launched&don-vi=10532");
        Assert.Contains(_portal.Seen, s => s.Line.StartsWith("GET /api/campaigns?unitCode=10532&year=2026&state=launched&q=c", StringComparison.Ordinal));
        foreach (var shown in new[] { $"href=\"{Page}\"", "LTN-26-30", "2026–2030", "Đang thực hiện", "còn 5 ngày", "Tập thể hằng năm, năm 2026", "href=\"/nhap-ke-hoach\"", "sau=con-nua" })
            Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;CCHC", await browser.GetStringAsync("/phong-trao"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_Nonsense_NarrowsNothing_AndAnEmptyListSaysWhy()
    {
        _portal.Json("/api/campaigns", """{"items":[],"next":null}""");
        using var browser = await _portal.SignedInAsync("10532", Reader);
        Assert.Contains("Không có phong trào nào đúng với lựa chọn này.", await browser.PageAsync("/phong-trao?tim=xyz"), StringComparison.Ordinal);
        var page = await browser.PageAsync("/phong-trao?nam=abc&trang-thai=lung-tung");
        Assert.Contains("Chưa có phong trào nào.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Phong trào mới được lập dự thảo", page, StringComparison.Ordinal);
        Assert.DoesNotContain(_portal.Seen, s => s.Line.Contains("lung-tung", StringComparison.Ordinal) || s.Line.Contains("year=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Plan_IsReadInWords_AndOthersTextIsEncoded()
    {
        using var browser = await _portal.SignedInAsync("10532", Reader);
        var page = await browser.PageAsync(Page);
        foreach (var shown in new[]
        {
            "Phường Lê Thanh Nghị, giai đoạn 2026–2030", "119/KH-UBND ngày 24/04/2026", "Thi đua yêu nước", "XA-25", "Phòng Văn hóa - Xã hội",
            "Mỗi đơn vị trình thành phố tối đa 1 tập thể; khi có tập thể được đề nghị Cờ thi đua thì tối đa 2 tập thể; riêng Trung tâm Phục vụ hành chính công: 3.",
            "theo số lượng thành phố phân bổ", "trước ngày 15/02 hằng năm, của năm sau năm xét", "hết ngày 01/03 hằng năm", "trước ngày 15/02/2030", $"năm 2027: hết ngày {Words.Date(InFiveDays)}, còn 5 ngày",
            "Phải đạt tất cả", "Đạt ít nhất một", "Chỉ số năm xét khen, mọi khối: hạng 1–5", "Ít nhất 3 năm trong 2026–2030", "Cần 3 trong 5 năm", "bởi Ủy ban nhân dân cấp xã hoặc cấp trên, đã áp dụng",
            "Xếp loại từ: hoàn thành xuất sắc nhiệm vụ", "Xác nhận: Hội đồng Thi đua - Khen thưởng, kèm minh chứng", "trên 80%", "từ mức “Tốt”",
            "hằng năm, trước ngày 20/11", "quý IV, nếu có", "mọi đơn vị trực thuộc", "UBND phường (qua Phòng Văn hóa - Xã hội)", "3/4", "Thực hiện Quyết định số 2162/QĐ-UBND ngày 09/06/2026 của Chủ tịch",
            "Lý do: Chờ Chỉ số", "hạn gửi đơn vị phát động (ngày): từ 10 thành 15", "từ 01/02/2030 thành 15/02/2030", "Chủ đề: “Thân thiện”", $"href=\"{Page}/ban/2\"", "bản hiện hành",
            $"href=\"/viec-phai-lam?phong-trao={Id}\"", $"href=\"{Page}/ke-hoach-rieng\"", $"href=\"{Page}/phan-anh\"",
        })
            Assert.Contains(shown, page, StringComparison.Ordinal);
        var raw = await browser.GetStringAsync(Page);
        foreach (var foreign in new[] { "<script>", "<b>CCHC", "<i>chuy", "<u>2026" })
            Assert.DoesNotContain(foreign, raw, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10532", true, "draft", true, false)]
    [InlineData("31", true, "draft", true, false)]
    [InlineData("10532", false, "draft", false, false)]
    [InlineData("10532", true, "launched", false, true)]
    [InlineData("10532", true, "closed", false, false)]
    [InlineData("10532-KT", true, "launched", false, false)]
    [InlineData("10549", true, "launched", false, false)]
    public async Task Acts_AreOffered_ByScopeUnitAndState(string unit, bool writes, string state, bool launch, bool change)
    {
        Answer(_portal, state);
        using var browser = await _portal.SignedInAsync(unit, writes ? Writer : Reader);
        var page = await browser.PageAsync(Page);
        Assert.Equal(launch, page.Contains("value=\"launch\"", StringComparison.Ordinal));
        Assert.Equal(launch, page.Contains($"{Page}/sua", StringComparison.Ordinal));
        Assert.Equal(change, page.Contains("value=\"close\"", StringComparison.Ordinal));
        Assert.Equal(change, page.Contains($"{Page}/doi-han?hang-muc=yearly&noi-gui=internal", StringComparison.Ordinal));
        // A draft owes nothing yet: nothing is asked about its duties.
        Assert.Equal(state != "draft", page.Contains($"{Page}/thoi-han", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Launch_WarnsFirst_SendsTheVersionSeenOnce_AndSaysSo()
    {
        Answer(_portal, "draft", 5);
        _portal.Json($"POST {Api}/launch", Campaign("launched", 6));
        using var browser = await _portal.SignedInAsync("10532", Writer);
        Assert.Contains("Tiêu chí “Hồ sơ đúng hạn”: Kế hoạch không nêu số đơn vị của tốp.", await browser.PageAsync(Page), StringComparison.Ordinal);
        var done = await PortalFixture.SubmitAsync(browser, Page, "launch", []);
        Assert.Equal($"{Page}?da=phat-dong", done.Headers.Location!.ToString());
        var sent = Assert.Single(_portal.Sent, s => s.Line == $"POST {Api}/launch");
        Assert.Equal("\"5\"", sent.IfMatch);
        Assert.NotEmpty(sent.Key);
        Assert.Contains("Đã phát động phong trào", await browser.PageAsync($"{Page}?da=phat-dong"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Launch_OfAStaleVersion_IsRefusedInWords_WithTheNewVersionInTheForm()
    {
        Answer(_portal, "draft", 6);
        _portal.Refuse($"POST {Api}/launch", 412, """{"status":412,"code":"EMU-0008","title":"Phiên bản đang sửa đã cũ","detail":"Phiên bản hiện tại là 6."}""");
        using var browser = await _portal.SignedInAsync("10532", Writer);
        var refused = await PortalFixture.SubmitAsync(browser, Page, "launch", new() { ["version"] = "5" });
        Assert.Equal(HttpStatusCode.PreconditionFailed, refused.StatusCode);
        var page = await refused.TextAsync();
        Assert.Contains("Phiên bản đang sửa đã cũ", page, StringComparison.Ordinal);
        Assert.Equal("6", PortalFixture.HiddenOf(page, "launch")["version"]);
    }

    [Fact]
    public async Task Close_TellsHowManyAreUnderWay_AndKeepsTheReasonWhenRefused()
    {
        using var browser = await _portal.SignedInAsync("10532", Writer);
        Assert.Contains("hiện có 3 hồ sơ đang xử lý", await browser.PageAsync(Page), StringComparison.Ordinal);
        _portal.Refuse($"POST {Api}/close", 409, """{"status":409,"code":"CAM-0025","title":"Phong trào thi đua chưa phát động hoặc đã kết thúc"}""");
        var refused = await PortalFixture.SubmitAsync(browser, Page, "close", new() { ["reason"] = "Hết <b>kỳ</b>" });
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("Hết <b>kỳ</b></textarea>", await refused.TextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("<b>k", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        _portal.Json($"POST {Api}/close", Campaign("closed"));
        var done = await PortalFixture.SubmitAsync(browser, Page, "close", new() { ["reason"] = "Hết kỳ" });
        Assert.Equal($"{Page}?da=ket-thuc", done.Headers.Location!.ToString());
        Assert.Contains("\"reason\":\"H", _portal.Sent.Last(s => s.Line == $"POST {Api}/close").Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EarlierVersion_IsThePlanAsItWas_WithoutActs()
    {
        _portal.Json($"{Api}/versions/2", $$"""{"campaignId":"{{Id}}","version":2,"action":"launched","at":"2026-06-02T02:00:00Z","actedBy":"x","reason":null,"plan":{{Plan}}}""");
        using var browser = await _portal.SignedInAsync("10532", Writer);
        var page = await browser.PageAsync($"{Page}/ban/2");
        Assert.Contains("Kế hoạch như sau lần “Phát động”", page, StringComparison.Ordinal);
        Assert.Contains("trước ngày 15/02 hằng năm", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Đổi thời hạn", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"{Page}/ban/9")).StatusCode);
    }

    [Fact]
    public async Task CampaignOutOfSight_IsNotThere()
    {
        using var browser = await _portal.SignedInAsync("10549", Reader);
        foreach (var page in new[] { "", "/doi-han", "/sua", "/ke-hoach-rieng", "/phan-anh" })
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/phong-trao/{Other}{page}")).StatusCode);
    }
}
