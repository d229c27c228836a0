using System.Net;
using System.Text.RegularExpressions;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Http;

namespace Emulation.Portal.Tests;

/// <summary>Index sets for readers, what waits on the first page, and what every scoring page has in common.</summary>
public sealed class IndexSetTests : IAsyncLifetime
{
    private PortalFixture _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalFixture.StartAsync();
        _portal.SetSheet("underExplanation");
        _portal.Json($"/api/rounds/{ScoringSamples.RoundId}", ScoringSamples.Progress);
        _portal.Json("/api/index-sets", """{"items":[{"code":"thu-2098","name":"Bộ chỉ số thử","issuer":"UBND <b>thành phố</b>","edition":2,"state":"active","version":1,"blocks":["phuong","xa-dac-khu"]}],"next":null}""");
        _portal.Json("/api/city/overview", Samples.Overview.Replace("{state}", "fresh", StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task Tree_TellsTheRulesInWords()
    {
        using var browser = await _portal.SignedInAsync("10532", Policies.ScoresRead);
        var page = await browser.PageAsync("/bo-chi-so/thu-2098");
        foreach (var shown in new[]
        {
            "UBND thành phố, lần 2, thay thu-2097", "2 lĩnh vực, 7 tiêu chí, 8 tiêu chí thành phần được chấm", "Tốt từ 80; Yếu từ 0", "bằng nhau thì cùng hạng", "A. Chỉ đạo, điều hành", "A.1</span> Kế hoạch",
            "Từ 80% trở lên: 10 điểm × số đã làm ÷ tổng số.", "Không có ngày chậm: 10 điểm.", "Dưới 15 ngày chậm: 5 điểm.", "Báo cáo năm", "CVA-26/III.1.c", "Được ghi “không áp dụng”", "Mô hình: cộng 1 điểm mỗi trường hợp.",
        })
            Assert.Contains(shown, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_LeadsToTheTree()
    {
        using var browser = await _portal.SignedInAsync("10532", Policies.ScoresRead);
        Assert.Matches("<a href=\"/bo-chi-so/thu-2098\">Bộ chỉ số thử</a>(?s).*Phường; Xã, đặc khu(?s).*Đang có hiệu lực", await browser.PageAsync("/bo-chi-so"));
        Assert.DoesNotContain("<b>", await browser.GetStringAsync("/bo-chi-so"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/bo-chi-so/khong-co")).StatusCode);
    }

    [Fact]
    public async Task Home_TellsAUnitWhatWaits()
    {
        _portal.Json("/api/score-sheets", Listing(ScoringSamples.Summary("underExplanation", ",\"explainUntil\":\"2099-03-09\""), ScoringSamples.Summary("draft"), ScoringSamples.Summary("final")));
        using var browser = await _portal.SignedInAsync("10532", Policies.ScoresRead, Policies.ScoresWrite);
        var page = await browser.PageAsync("/");
        Assert.Matches("Việc đang chờ đơn vị(?s).*năm 2098 chờ giải trình, còn \\d+ ngày(?s).*năm 2098 đang làm, hạn nộp còn \\d+ ngày", page);
        Assert.Equal(2, Regex.Count(page, $"<a href=\"/cham-diem/phieu/{ScoringSamples.SheetId}\">"));
    }

    [Fact]
    public async Task Home_TellsALeaderWhatToApprove()
    {
        _portal.Json("/api/score-sheets", Listing(ScoringSamples.Summary("awaitingApproval"), ScoringSamples.Summary("draft")));
        using var browser = await _portal.SignedInAsync("10532", Policies.ScoresRead, Policies.ScoresApprove);
        var page = await browser.PageAsync("/");
        Assert.Contains("năm 2098 chờ phê duyệt", page, StringComparison.Ordinal);
        Assert.DoesNotContain("đang làm", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Home_TellsTheCityWhatToAppraise()
    {
        _portal.Answers["/api/score-sheets"] = context => context.Response.WriteAsJsonAsync(System.Text.Json.Nodes.JsonNode.Parse(
            context.Request.Query["state"] == "submitted" ? Listing(ScoringSamples.Summary("submitted"), ScoringSamples.Summary("submitted")) : Listing()));
        using var browser = await _portal.SignedInAsync("31", Policies.ScoresRead, Policies.ScoresAppraise);
        Assert.Contains("<a href=\"/cham-diem?khoi=phuong&nam=2098&trang-thai=submitted\">2 phiếu chờ thẩm định lần 1, khối Phường, năm 2098</a>", await browser.PageAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Home_WithoutScoring_StandsAsItIs()
    {
        _portal.Refuse("/api/score-sheets", 503);
        using var browser = await _portal.SignedInAsync("31", Policies.ScoresRead, Policies.ScoresAppraise);
        var page = await browser.PageAsync("/");
        Assert.DoesNotContain("Việc đang chờ", page, StringComparison.Ordinal);
        Assert.Contains("Phường Lê Thanh Nghị", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/cham-diem")]
    [InlineData("/cham-diem/dot/moi")]
    [InlineData("/cham-diem/dot/" + ScoringSamples.RoundId)]
    [InlineData("/cham-diem/phieu/" + ScoringSamples.SheetId)]
    [InlineData("/cham-diem/phieu/" + ScoringSamples.SheetId + "/tieu-chi/A.1.1")]
    [InlineData("/cham-diem/phieu/" + ScoringSamples.SheetId + "/nhat-ky")]
    [InlineData("/cham-diem/phieu/" + ScoringSamples.SheetId + "/giai-trinh")]
    [InlineData("/cham-diem/phieu/" + ScoringSamples.SheetId + "/dieu-tra")]
    [InlineData("/bo-chi-so")]
    [InlineData("/bo-chi-so/thu-2098")]
    public async Task EveryPage_HasOneHeadingLabelledFieldsAndNoScript(string path)
    {
        // All scopes at once: every form that the state allows is drawn.
        using var browser = await _portal.SignedInAsync("31", Policies.All);
        var page = await browser.PageAsync(path);
        Assert.Single(Regex.Matches(page, "<h1"));
        Assert.DoesNotContain("style=\"", page, StringComparison.Ordinal);
        Assert.DoesNotMatch(" on[a-z]+=\"", page);
        var ids = Regex.Matches(page, " id=\"([^\"]+)\"").Select(m => m.Groups[1].Value).ToArray();
        Assert.Equal(ids.Distinct(), ids);
        // Every field stands inside its label, or names itself.
        var outside = Regex.Replace(page, "<label.*?</label>", "", RegexOptions.Singleline);
        Assert.Equal([], Regex.Matches(outside, "<(?:input|select|textarea)[^>]*>").Select(m => m.Value).Where(f => !f.Contains("type=\"hidden\"", StringComparison.Ordinal) && !f.Contains("aria-label=", StringComparison.Ordinal)));
        Assert.All(Regex.Matches(page, "<form[^>]*method=\"post\".*?</form>", RegexOptions.Singleline), f => Assert.Contains("__RequestVerificationToken", f.Value, StringComparison.Ordinal));
    }

    private static string Listing(params string[] items) => $$"""{"items":[{{string.Join(',', items)}}],"next":null}""";
}
