using System.Net;
using System.Text.RegularExpressions;
using Emulation.ServiceDefaults;

namespace Emulation.Portal.Tests;

/// <summary>One unit of a published ranking beside its block.</summary>
public sealed class UnitInRankingTests : IAsyncLifetime
{
    private const string Page = $"/xep-hang/{RankingSamples.RankingId}/don-vi/10532", Api = $"/api/rankings/{RankingSamples.RankingId}/units/10532";

    private PortalFixture _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalFixture.StartAsync();
        _portal.Json(Api, RankingSamples.Own);
        _portal.Json($"/api/rankings/{RankingSamples.RankingId}/movements", RankingSamples.Movements);
    }

    public async ValueTask DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task Own_Analysis_SaysWhereItIsStrongAndWhereItLoses()
    {
        using var browser = await _portal.SignedInAsync("10532", Policies.ScoresRead);
        var page = await browser.PageAsync(Page);
        foreach (var shown in new[]
        {
            "<dd>10<span class=\"minor\">/45</span></dd>", "95,23", "Xuất sắc", "tăng 4", "hạng 14, chỉ số 93,20 (+2,03 điểm)", "hai bộ chỉ số khác nhau",
            "hơn mức trung bình của khối 8,28 điểm chỉ số (đạt 95,13%, trung bình khối 86,85%)", "mất 3,21 điểm chỉ số (đạt 95,13%, trên trung bình khối 86,85%)",
            "mất 1,52 điểm chỉ số (được 8,50/10 điểm, cao nhất khối 9,75)", "và 2 đơn vị khác", "8/44", "không áp dụng",
        })
            Assert.Contains(shown, page, StringComparison.Ordinal);
        // The bar is as long as the rate, the marks stand where the block's mean and best are.
        Assert.Matches("<rect class=\"counts-now\" y=\"4\" width=\"95.1[23]\"", page);
        Assert.Matches("<rect class=\"mark-mean\" x=\"86.5\"[^>]*></rect>\\s*<rect class=\"mark-best\" x=\"99.14\"", page);
        Assert.Contains("bản 8 của", page, StringComparison.Ordinal);
        Assert.Contains("nay là bản 9", page, StringComparison.Ordinal);
        Assert.Contains($"/xep-hang/muc-tieu?don-vi=10532&nam=2098&bo=thu-2098", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_Analysis_ShowsTheBlockButNoPointsAndNoGoal()
    {
        _portal.Json(Api, RankingSamples.OfAnother);
        using var browser = await _portal.SignedInAsync("11413", Policies.ScoresRead);
        var page = await browser.PageAsync(Page);
        Assert.Contains("chỉ hiện với người được xem phiếu", page, StringComparison.Ordinal);
        Assert.Equal(["Tiêu chí", "Tối đa", "Trung bình khối", "Cao nhất khối"], Regex.Matches(page[page.IndexOf("id=\"tieu-chi\"", StringComparison.Ordinal)..], "<th scope=\"col\"[^>]*>([^<]+)</th>").Select(m => m.Groups[1].Value));
        Assert.DoesNotContain("muc-tieu", page, StringComparison.Ordinal);
        Assert.DoesNotContain("thay đổi sau khi công bố", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_OfOthers_CannotBecomeMarkup()
    {
        using var browser = await _portal.SignedInAsync("31", Policies.ScoresRead);
        var raw = await browser.GetStringAsync(Page);
        foreach (var name in new[] { "<b>L", "<i>", "<u>" })
            Assert.DoesNotContain(name, raw, StringComparison.Ordinal);
        Assert.Contains("&lt;i&gt;", raw, StringComparison.Ordinal);
        Assert.DoesNotContain("style=\"", raw, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnitWithoutRank_ShowsTheServicesReason()
    {
        _portal.Refuse(Api, 404, """{"status":404,"code":"SCO-0084","title":"Đơn vị không được xếp hạng trong kết quả này","detail":"Mới thành lập giữa năm."}""");
        using var browser = await _portal.SignedInAsync("31", Policies.ScoresRead);
        var response = await browser.GetAsync(Page);
        var page = await response.TextAsync();
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("Đơn vị không được xếp hạng trong kết quả này", page, StringComparison.Ordinal);
        Assert.Contains("Mới thành lập giữa năm.", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(404, "Không tìm thấy")]
    [InlineData(403, "Không có quyền xem")]
    [InlineData(503, "Dịch vụ tạm thời không trả lời")]
    public async Task Refused_ShowsAVietnamesePageWithTheStatus(int status, string title)
    {
        _portal.Refuse(Api, status);
        using var browser = await _portal.SignedInAsync("10532", Policies.ScoresRead);
        var response = await browser.GetAsync(Page);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Contains($"<h1>{title}</h1>", await response.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MovementsNotAnswering_ShowsTheRestAndSaysSo()
    {
        _portal.Refuse($"/api/rankings/{RankingSamples.RankingId}/movements", 503);
        using var browser = await _portal.SignedInAsync("10532", Policies.ScoresRead);
        var page = await browser.PageAsync(Page);
        Assert.Contains("Chưa đọc được kết quả năm trước", page, StringComparison.Ordinal);
        Assert.Contains("Mất điểm ở đâu", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RankingPage_LinksUnits_ForThoseWhoMayRead()
    {
        _portal.Json("/api/city/rankings", Samples.Rankings);
        using (var reader = await _portal.SignedInAsync("31", Policies.ScoresRead))
            Assert.Matches("<a href=\"/xep-hang/[0-9a-f-]{36}/don-vi/10532\">", await reader.PageAsync("/xep-hang/phuong/2026"));
        using var other = await _portal.SignedInAsync("31");
        Assert.DoesNotContain("/don-vi/", await other.PageAsync("/xep-hang/phuong/2026"), StringComparison.Ordinal);
    }
}
