using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Emulation.ServiceDefaults;

namespace Emulation.Portal.Tests;

/// <summary>What it takes to reach a rank (C-07).</summary>
public sealed class GoalTests : IAsyncLifetime
{
    private const string Page = "/xep-hang/muc-tieu", Asked = Page + "?don-vi=10532&nam=2098&bo=thu-2098", Api = "POST /api/rankings/what-if";

    private PortalFixture _portal = null!;
    private HttpClient _browser = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalFixture.StartAsync();
        _browser = await _portal.SignedInAsync("10532", Policies.ScoresRead);
        _portal.Json(Api, Answer());
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task Reachable_ShowsGapSmallestSetSinglesAndGains()
    {
        var page = await _browser.PageAsync(Asked);
        foreach (var shown in new[]
        {
            "<dd>95,23</dd>", "<dd>10</dd>", "96,34", "<dd>1,11</dd>", "Đạt được.", "chỉ số là 97,21, hạng 1", "Cần nâng ít nhất 2 tiêu chí", "từ 47 trên 50 (94%) trở lên",
            "chỉ số là 96,34, hạng 5, cùng hạng với 1 đơn vị", "Không có cách nào cần ít tiêu chí hơn", "thêm 1,20 điểm, hạng 4", "3 phiếu đang so sánh chưa chốt hoặc chưa đủ số liệu; 2 đơn vị chưa lập phiếu", "A.2, A.3", "thành phố nhập",
        })
            Assert.Contains(shown, page, StringComparison.Ordinal);
        // The bar of the largest gain is full, the other in proportion.
        Assert.Equal(["100", "50"], Regex.Matches(page, "<rect class=\"fill\" width=\"([^\"]+)\"").Select(m => m.Groups[1].Value));
    }

    [Theory]
    [InlineData("", """{"unitCode":"10532","year":2098,"indexSet":"thu-2098","goalRank":5,"cityLeaves":false,"countDrafts":false}""")]
    [InlineData("&hang=3&dieu-tra=true&chua-nop=true", """{"unitCode":"10532","year":2098,"indexSet":"thu-2098","goalRank":3,"cityLeaves":true,"countDrafts":true}""")]
    public async Task Question_ReachesTheServiceAsAsked(string more, string body)
    {
        await _browser.PageAsync(Asked + more);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(body), JsonNode.Parse(Assert.Single(_portal.Sent, s => s.Line == Api).Body)));
    }

    [Fact]
    public async Task NotReachable_SaysHowFarItGets()
    {
        _portal.Json(Api, Answer(a => (a["reachable"], a["smallest"]) = (false, null)));
        var page = await _browser.PageAsync(Asked);
        Assert.Contains("Chưa đạt được.", page, StringComparison.Ordinal);
        Assert.Contains("chỉ số mới là 97,21, hạng 1", page, StringComparison.Ordinal);
        Assert.Contains("Chưa tính các tiêu chí điều tra", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Cần nâng ít nhất", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Chưa tính các tiêu chí điều tra", await _browser.PageAsync(Asked + "&dieu-tra=true"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reached_SaysSoAndAsksNothing()
    {
        _portal.Json(Api, Answer(a => (a["reached"], a["gap"], a["smallest"]!["leaves"]) = (true, 0, new JsonArray())));
        var page = await _browser.PageAsync(Asked);
        Assert.Contains("Đã đạt.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Cần nâng ít nhất", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Chỉ một tiêu chí là đủ", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(409, "SCO-0085", "Đơn vị chưa có phiếu chấm điểm của năm này theo bộ chỉ số này", 409)]
    [InlineData(404, "EMU-0005", "Không tìm thấy, hoặc ngoài phạm vi đơn vị được phân công", 400)] // the page is there, the unit is not
    [InlineData(400, "EMU-0001", "Dữ liệu gửi lên không hợp lệ", 400)]
    public async Task Refused_ShowsTheServicesMessageAndKeepsTheForm(int status, string code, string title, int shown)
    {
        _portal.Refuse(Api, status, $$"""{"status":{{status}},"code":"{{code}}","title":"{{title}}","errors":[{"pointer":"/goalRank","detail":"Phải từ 1 đến 1000."}]}""");
        var response = await _browser.GetAsync(Asked + "&hang=2000");
        var page = await response.TextAsync();
        Assert.Equal(shown, (int)response.StatusCode);
        Assert.Contains(title, page, StringComparison.Ordinal);
        Assert.Contains("<strong>Hạng cần đạt: </strong>Phải từ 1 đến 1000.", page, StringComparison.Ordinal);
        Assert.Contains("value=\"2000\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"10532\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nonsense_IsRefusedInWordsAndNotSent()
    {
        var response = await _browser.GetAsync(Page + "?don-vi=&nam=hai&bo=&hang=%3Cb%3E");
        var page = await response.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(4, Regex.Count(page, "<li><strong>"));
        Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
        Assert.DoesNotContain(_portal.Sent, s => s.Line == Api);
    }

    [Fact]
    public async Task Unit_WithoutQuestion_IsOfferedItsLatestSheet()
    {
        _portal.Json("/api/score-sheets", $$"""{"items":[{{ScoringSamples.Summary("draft")}}],"next":null}""");
        var page = await _browser.PageAsync(Page);
        Assert.Contains("name=\"don-vi\" value=\"10532\"", page, StringComparison.Ordinal);
        Assert.Contains("name=\"nam\" value=\"2098\"", page, StringComparison.Ordinal);
        Assert.Contains("name=\"bo\" value=\"thu-2098\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain(_portal.Sent, s => s.Line == Api);
    }

    [Fact]
    public async Task City_FromARanking_NamesTheUnitItself()
    {
        using var city = await _portal.SignedInAsync("31", Policies.ScoresRead);
        var page = await city.PageAsync(Page + "?nam=2098&bo=thu-2098");
        Assert.Contains("name=\"nam\" value=\"2098\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"notice", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutTheRightToRead_IsForbidden()
    {
        using var other = await _portal.SignedInAsync("10532", Policies.NominationsRead);
        var response = await other.GetAsync(Asked);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.DoesNotContain(_portal.Sent, s => s.Line == Api);
    }

    [Fact]
    public async Task NoAnswer_IsAPageThatSaysSo()
    {
        _portal.Refuse(Api, 503);
        var response = await _browser.GetAsync(Asked);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Contains("<h1>Dịch vụ tạm thời không trả lời</h1>", await response.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_OfOthers_CannotBecomeMarkup()
    {
        var raw = await _browser.GetStringAsync(Asked);
        Assert.DoesNotContain("<script", raw, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;", raw, StringComparison.Ordinal);
        Assert.DoesNotContain("style=\"", raw, StringComparison.Ordinal);
    }

    private static string Answer(Action<JsonObject>? but = null)
    {
        var answer = JsonNode.Parse(RankingSamples.Goal)!.AsObject();
        but?.Invoke(answer);
        return answer.ToJsonString();
    }
}
