using System.Net;
using System.Text.RegularExpressions;
using Emulation.ServiceDefaults;

namespace Emulation.Portal.Tests;

public sealed partial class PageTests : IAsyncLifetime
{
    private const string Id = "01900000-0000-7000-8000-000000000001";

    private PortalFixture _portal = null!;
    private HttpClient _browser = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalFixture.StartAsync();
        _browser = await _portal.SignedInAsync("31", Policies.CampaignsRead, Policies.ScoresRead, Policies.NominationsRead);
        _portal.Json("/api/city/overview", Overview("fresh"));
        _portal.Json("/api/city/rankings", Samples.Rankings);
        _portal.Json("/api/nominations", Samples.List);
        _portal.Json($"/api/nominations/{Id}", Samples.Nomination);
        _portal.Json($"/api/nominations/{Id}/history", Samples.History);
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task Overview_AllPartsThere_ShowsFiguresTheVietnameseWay()
    {
        var page = await _browser.PageAsync("/");
        Assert.Contains("88,51", page, StringComparison.Ordinal); // 88.5050 rounded half up, comma
        Assert.DoesNotMatch(">[^<]*88\\.5", page);
        Assert.Contains("trước 15/02/2027", page, StringComparison.Ordinal); // C-02, LTN-26-30/III.3.a
        Assert.Contains("còn 3 ngày", page, StringComparison.Ordinal);
        Assert.Contains("tăng 2", page, StringComparison.Ordinal);
        Assert.Matches("href=\"/ho-so\\?don-vi=[0-9]+&trang-thai=[a-z]+\"", page); // decoded once, as a browser does
        Assert.Contains("LTN-26-30/III.3.a", page, StringComparison.Ordinal);
        Assert.Matches("<rect class=\"bar c0\"[^>]*>", page);
        Assert.DoesNotContain("class=\"notice", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Overview_PartMissing_NamesItAndShowsNoZeros()
    {
        _portal.Json("/api/city/overview", Overview("missing"));
        var page = await _browser.PageAsync("/");
        Assert.Contains("Thiếu phần “Hồ sơ đề nghị khen thưởng”", page, StringComparison.Ordinal);
        Assert.Matches("<dt>Hồ sơ đề nghị</dt><dd>–</dd>", page);
        Assert.Contains("Phường Lê Thanh Nghị", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Overview_PartStale_SaysFromWhen()
    {
        _portal.Json("/api/city/overview", Overview("stale"));
        var page = await _browser.PageAsync("/");
        Assert.Contains("Phần “Hồ sơ đề nghị khen thưởng” là số liệu lúc 21/11/2026 09:00", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Overview_Filters_ReachTheGateway()
    {
        await _browser.PageAsync("/?khoi=phuong&nam=2026&phong-trao=LTN-26-30&trang-thai=submitted");
        Assert.Contains(_portal.Seen, s => s.Line == "GET /api/city/overview?year=2026&block=phuong&campaign=LTN-26-30&state=submitted");
    }

    [Fact]
    public async Task Ranking_OfABlock_ShowsTiesMovementAndCorrection()
    {
        var page = await _browser.PageAsync("/xep-hang/phuong/2026");
        Assert.Contains("khối Phường, năm 2026", page, StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(page, "class=\"tie\""));
        Assert.Contains("đính chính (bản 2)", page, StringComparison.Ordinal);
        Assert.Contains("Nhập nhầm phiếu", page, StringComparison.Ordinal);
        Assert.Contains("giảm 1", page, StringComparison.Ordinal);
        Assert.Contains("Chưa đủ năm", page, StringComparison.Ordinal);
        Assert.Contains("Chưa công bố bảng xếp hạng năm 2019", await _browser.PageAsync("/xep-hang/phuong/2019"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nomination_Verdict_IsUnfoldedToClausesFactsAndSources()
    {
        var page = await _browser.PageAsync($"/ho-so/{Id}");
        foreach (var shown in new[] { "LTN-26-30/III.2.b.c3", "LTN-26-30/III.2.b.c2", "Xếp hạng năm 2028", "chưa công bố", "Bảng xếp hạng 2026, bản 2", "Quyết định 45/QĐ-UBND", "đồng hạng 10", "href=\"/ho-so/01900000-0000-7000-8000-0000000000aa\">…000000aa</a>", "14/02/2030", "Từ “Chưa đạt” thành “Chưa đủ căn cứ”" })
            Assert.Contains(shown, page, StringComparison.Ordinal);
        // Sign, word and colour for each of the three values.
        foreach (var (value, word) in new[] { ("met", "Đạt"), ("notMet", "Chưa đạt"), ("notYetKnown", "Chưa đủ căn cứ") })
            Assert.Matches($"<span class=\"outcome {value}\">\\s*<svg[^>]*>.*?</svg>\\s*{word}", page.ReplaceLineEndings(" "));
    }

    [Fact]
    public async Task Nomination_TextOfOthers_CannotBecomeMarkup()
    {
        var raw = await _browser.GetStringAsync($"/ho-so/{Id}");
        Assert.DoesNotContain("<script", raw, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;", raw, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nomination_HistoryNotAnswering_ShowsTheRest()
    {
        _portal.Refuse($"/api/nominations/{Id}/history", 503);
        var page = await _browser.PageAsync($"/ho-so/{Id}");
        Assert.Contains("Thiếu phần nhật ký", page, StringComparison.Ordinal);
        Assert.Contains("LTN-26-30/III.2.b.c3", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(404, "Không tìm thấy")]
    [InlineData(403, "Không có quyền xem")]
    [InlineData(503, "Dịch vụ tạm thời không trả lời")]
    public async Task Nomination_Refused_ShowsAVietnamesePageWithTheStatus(int status, string title)
    {
        _portal.Refuse($"/api/nominations/{Id}", status);
        var response = await _browser.GetAsync($"/ho-so/{Id}");
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Contains($"<h1>{title}</h1>", await response.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnknownPage_Is404InVietnamese()
    {
        var response = await _browser.GetAsync("/khong-co-trang-nay");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("Không tìm thấy", await response.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_Filters_ReachTheGatewayAndNonsenseDoesNot()
    {
        var page = await _browser.PageAsync("/ho-so?don-vi=10532&trang-thai=submitted&ket-qua=met&gui-cham=true&nam=abc&khoi=x'--");
        Assert.Contains(_portal.Seen, s => s.Line == "GET /api/nominations?unitCode=10532&state=submitted&eligibility=met&late=true");
        Assert.Contains("sau=01900000-0000-7000-8000-00000000ffff", page, StringComparison.Ordinal);
        Assert.Contains("gửi chậm", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/xep-hang/phuong/2026")]
    [InlineData("/ho-so")]
    [InlineData("/ho-so/" + Id)]
    [InlineData("/dang-nhap")]
    public async Task EveryPage_IsVietnameseWithoutScriptAndNotKept(string path)
    {
        var response = await _browser.GetAsync(path);
        var page = await response.TextAsync();
        Assert.Contains("<html lang=\"vi\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain("style=\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("default-src 'self'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.True(response.Headers.CacheControl!.NoStore);
        var style = StyleSheet().Match(page).Groups[1].Value;
        Assert.Equal("text/css", (await _browser.GetAsync(style)).Content.Headers.ContentType!.MediaType);
        Assert.Single(Regex.Matches(page, "<h1"));
    }

    private static string Overview(string nominations) => Samples.Overview.Replace("{state}", nominations, StringComparison.Ordinal);

    [GeneratedRegex("<link rel=\"stylesheet\" href=\"([^\"]+)\"")]
    private static partial Regex StyleSheet();
}
