using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Emulation.ServiceDefaults;

namespace Emulation.Portal.Tests;

/// <summary>The page of a sheet: where it stands, what is missing, and what each role may do next.</summary>
public sealed class ScoreSheetTests : IAsyncLifetime
{
    private const string Path = "/cham-diem/phieu/" + ScoringSamples.SheetId, Api = "/api/score-sheets/" + ScoringSamples.SheetId;

    private PortalFixture _portal = null!;

    public async ValueTask InitializeAsync() => _portal = await PortalFixture.StartAsync();

    public async ValueTask DisposeAsync() => await _portal.DisposeAsync();

    private Task<HttpClient> As(string role) => role switch
    {
        "officer" => _portal.SignedInAsync("10532", Policies.ScoresRead, Policies.ScoresWrite),
        "leader" => _portal.SignedInAsync("10532", Policies.ScoresRead, Policies.ScoresApprove),
        "city" => _portal.SignedInAsync("31", Policies.ScoresRead, Policies.ScoresAppraise, Policies.IndexSetsWrite),
        _ => _portal.SignedInAsync("31", Policies.ScoresRead),
    };

    [Fact]
    public async Task Draft_ShowsTheWayTheSumsAndWhatIsMissing()
    {
        _portal.SetSheet("draft");
        using var browser = await As("officer");
        var page = await browser.PageAsync(Path);
        Assert.Equal(["now", "todo", "todo", "todo", "todo", "todo"], Stages(page));
        foreach (var shown in new[] { "hết ngày 01/03/2099", "70,50", "47/50 (94,00%)", "24,6%", "3 ngày chậm", "41/45 đơn vị đã nộp", "A.1</span> Kế hoạch", "42,30", "+1,00" })
            Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.Matches($"1 tiêu chí chưa nhập:</strong> *<span><a href=\"{Path}/tieu-chi/A.6\">A.6</a>", page);
        Assert.Matches($"1 tiêu chí chưa có tài liệu hoặc giải trình:</strong> *<span><a href=\"{Path}/tieu-chi/A.4\">A.4</a>", page);
        Assert.Matches("1 tiêu chí chờ thành phố nhập kết quả điều tra:</strong> *<span><a href=\"#tc-B.1\">B.1</a>", page);
        // Self and counting side by side: 41.7 of 70, 42.3 of 70.
        Assert.Matches("class=\"self\" width=\"59.57\"(?s).*?class=\"counts-now\" y=\"9\" width=\"60.43\"", page);
        Assert.DoesNotContain("Thẩm định, giải trình", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("draft", "now,todo,todo,todo,todo,todo")]
    [InlineData("awaitingApproval", "done,now,todo,todo,todo,todo")]
    [InlineData("submitted", "done,done,now,todo,todo,todo")]
    [InlineData("underExplanation", "done,done,done,now,todo,todo")]
    [InlineData("explained", "done,done,done,done,now,todo")]
    [InlineData("appraised", "done,done,done,skipped,skipped,now")] // nobody explained
    [InlineData("final", "done,done,done,skipped,skipped,done")]
    public async Task Steps_OfEachState_AreDrawn(string state, string stages)
    {
        _portal.SetSheet(state);
        using var browser = await As("reader");
        Assert.Equal(stages.Split(','), Stages(await browser.PageAsync(Path)));
    }

    [Theory]
    [InlineData("officer", "draft", "submit")]
    [InlineData("leader", "draft", "")]
    [InlineData("city", "draft", "")]
    [InlineData("officer", "awaitingApproval", "")]
    [InlineData("leader", "awaitingApproval", "approve,return")]
    [InlineData("city", "awaitingApproval", "reopen")]
    [InlineData("officer", "submitted", "")]
    [InlineData("city", "submitted", "conclude,reopen")]
    [InlineData("officer", "underExplanation", "")]
    [InlineData("city", "underExplanation", "reopen")]
    [InlineData("city", "explained", "conclude,reopen")]
    [InlineData("city", "appraised", "finalise,reopen")]
    [InlineData("officer", "final", "")]
    [InlineData("city", "final", "reopen")]
    [InlineData("reader", "submitted", "")]
    public async Task Forms_AreOfferedByRoleAndState(string role, string state, string forms)
    {
        _portal.SetSheet(state);
        using var browser = await As(role);
        var page = await browser.PageAsync(Path);
        Assert.Equal(forms.Split(',', StringSplitOptions.RemoveEmptyEntries), Regex.Matches(page, "name=\"_handler\" value=\"([a-z]+)\"").Select(m => m.Groups[1].Value).Where(f => f != "sign-out"));
    }

    [Fact]
    public async Task UnderExplanation_UnitSeesTheDaysLeftAndTheCityWaits()
    {
        _portal.SetSheet("underExplanation");
        using var officer = await As("officer");
        var page = await officer.PageAsync(Path);
        Assert.Contains("1 tiêu chí bị thay đổi khi thẩm định. Đơn vị được giải trình đến hết ngày 09/03/2099 (còn ", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"{Path}/giai-trinh\"", page, StringComparison.Ordinal);
        using var leader = await As("leader");
        Assert.DoesNotContain($"href=\"{Path}/giai-trinh\"", await leader.PageAsync(Path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnderExplanation_AfterTheLastDay_TheCityGoesOn()
    {
        _portal.SetSheet("underExplanation", explainUntil: "2020-01-05");
        using var browser = await As("city");
        var page = await browser.PageAsync(Path);
        Assert.Contains("Đã hết hạn giải trình", page, StringComparison.Ordinal);
        Assert.Contains("value=\"conclude\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draft_AfterTheLastDay_IsLocked()
    {
        _portal.SetSheet("draft");
        _portal.Json("/api/rounds", ScoringSamples.Rounds.Replace("2099-", "2020-", StringComparison.Ordinal));
        using var browser = await As("officer");
        var page = await browser.PageAsync(Path);
        Assert.Contains("Đã hết hạn tự chấm điểm (hết ngày 01/03/2020), phiếu đã khóa", page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"submit\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"edit\"", await browser.PageAsync(Path + "/tieu-chi/A.6"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TextOfOthers_CannotBecomeMarkup()
    {
        _portal.SetSheet("underExplanation");
        using var browser = await As("officer");
        foreach (var path in new[] { Path, Path + "/tieu-chi/A.1.1", Path + "/nhat-ky", Path + "/giai-trinh" })
        {
            var raw = await browser.GetStringAsync(path);
            Assert.DoesNotContain("<script", raw, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<b>năm", raw, StringComparison.Ordinal);
            Assert.DoesNotContain("<i>B</i>", raw, StringComparison.Ordinal);
            Assert.Contains("&lt;script&gt;alert", raw, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(404, "Không tìm thấy")]
    [InlineData(403, "Không có quyền xem")]
    [InlineData(503, "Dịch vụ tạm thời không trả lời")]
    public async Task Refused_ShowsAVietnamesePageWithTheStatus(int status, string title)
    {
        _portal.Refuse(Api, status);
        using var browser = await As("officer");
        foreach (var path in new[] { Path, Path + "/tieu-chi/A.1.1", Path + "/nhat-ky", Path + "/giai-trinh", Path + "/dieu-tra" })
        {
            var response = await browser.GetAsync(path);
            Assert.Equal(status, (int)response.StatusCode);
            Assert.Contains($"<h1>{title}</h1>", await response.TextAsync(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("officer", "draft", "submit", "", "submit", "trinh", null)]
    [InlineData("leader", "awaitingApproval", "approve", "approver=Bà Trần B, Chủ tịch", "approve", "duyet", """{"approver":"Bà Trần B, Chủ tịch"}""")]
    [InlineData("leader", "awaitingApproval", "return", "reason=Xem lại A.2", "return", "tra", """{"reason":"Xem lại A.2"}""")]
    [InlineData("city", "submitted", "conclude", "", "appraise", "ket-luan", """{"changes":[],"survey":[],"conclude":true}""")]
    [InlineData("city", "appraised", "finalise", "", "finalise", "chot", null)]
    [InlineData("city", "final", "reopen", "to=appraisal|reason=Có khiếu nại", "reopen", "mo-lai", """{"to":"appraisal","reason":"Có khiếu nại"}""")]
    [InlineData("city", "submitted", "reopen", "to=selfScore|reason=Nhập nhầm|until=1/5/2099", "reopen", "mo-lai", """{"to":"selfScore","reason":"Nhập nhầm","until":"2099-05-01"}""")]
    public async Task Act_GoesOutWithTheVersionSeen(string role, string state, string form, string fields, string step, string done, string? body)
    {
        _portal.SetSheet(state);
        using var browser = await As(role);
        var response = await PortalFixture.SubmitAsync(browser, Path, form, fields.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(f => f.Split('=')).ToDictionary(f => f[0], f => f[1]));
        Assert.Equal($"{Path}?da={done}", response.Headers.Location?.ToString());
        var sent = Assert.Single(_portal.Sent, s => s.Line == $"POST {Api}/{step}");
        Assert.Equal("\"7\"", sent.IfMatch);
        Assert.True(body is null ? sent.Body.Length == 0 : JsonNode.DeepEquals(JsonNode.Parse(body), JsonNode.Parse(sent.Body)), sent.Body);
        Assert.Contains("role=\"status\"", await browser.PageAsync($"{Path}?da={done}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Act_RefusedByARule_ShowsItsWords()
    {
        _portal.SetSheet("draft");
        _portal.Refuse(Api + "/submit", 409, """{"status":409,"code":"SCO-0011","title":"Phiếu chấm điểm chưa đủ số liệu","detail":"Còn 1 tiêu chí chưa nhập: A.6.","missing":["A.6"]}""");
        using var browser = await As("officer");
        var response = await PortalFixture.SubmitAsync(browser, Path, "submit", []);
        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Matches("role=\"alert\"(?s).*Phiếu chấm điểm chưa đủ số liệu(?s).*Còn 1 tiêu chí chưa nhập: A.6", await response.TextAsync());
    }

    [Fact]
    public async Task Act_Stale_ShowsWhatTheOtherChanged()
    {
        _portal.SetSheet("awaitingApproval");
        using var browser = await As("leader");
        _portal.Refuse(Api + "/return", 412, ScoringSamples.Stale);
        var response = await PortalFixture.SubmitAsync(browser, Path, "return", new() { ["reason"] = "Xem lại <A.2>" });
        var page = await response.TextAsync();
        Assert.Equal(HttpStatusCode.PreconditionFailed, response.StatusCode);
        Assert.Contains("Từ lúc trang này được mở", page, StringComparison.Ordinal);
        Assert.Matches("dong-nghiep(?s).*98%(?s).*99,1%", page);
        Assert.Matches("<textarea name=\"reason\"[^>]*>Xem lại <A.2></textarea>", page);
    }

    [Fact]
    public async Task Act_AfterTheStateMovedOn_IsAnsweredOnThePage()
    {
        _portal.SetSheet("awaitingApproval");
        using var browser = await As("leader");
        var hidden = PortalFixture.HiddenOf(await browser.GetStringAsync(Path), "approve");
        _portal.SetSheet("submitted", version: 8);
        _portal.Refuse(Api + "/approve", 409, """{"status":409,"code":"SCO-0031","title":"Phiếu không ở bước chờ lãnh đạo phê duyệt"}""");
        var response = await browser.PostAsync(Path, new FormUrlEncodedContent(new Dictionary<string, string>(hidden) { ["approver"] = "Bà B" }));
        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Contains("Phiếu không ở bước chờ lãnh đạo phê duyệt", await response.TextAsync(), StringComparison.Ordinal);
        Assert.Equal("\"7\"", Assert.Single(_portal.Sent, s => s.Line.EndsWith("/approve", StringComparison.Ordinal)).IfMatch);
    }

    [Fact]
    public async Task Act_ServiceGone_DoesNotPretend()
    {
        _portal.SetSheet("draft");
        _portal.Refuse(Api + "/submit", 503);
        using var browser = await As("officer");
        var response = await PortalFixture.SubmitAsync(browser, Path, "submit", []);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.DoesNotContain("role=\"status\"", await response.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Act_WithoutTheFormsOwnToken_IsRefused()
    {
        _portal.SetSheet("draft");
        using var browser = await As("officer");
        var response = await browser.PostAsync(Path, new FormUrlEncodedContent(new Dictionary<string, string> { ["_handler"] = "submit" }));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("<h1>Yêu cầu không hợp lệ</h1>", await response.TextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(_portal.Sent, s => s.Line.Contains("score-sheets", StringComparison.Ordinal));
    }

    [Fact]
    public async Task History_TellsWhoWhenWhatAndWhy()
    {
        _portal.SetSheet("draft");
        using var browser = await As("officer");
        var page = await browser.PageAsync(Path + "/nhat-ky");
        // 18:30 UTC is half past one in the morning of the next day; latest first.
        Assert.Matches("22/11/2098 08:00(?s).*Trả lại để hoàn thiện(?s).*Xem lại tỷ lệ(?s).*22/11/2098 01:30(?s).*Sửa số liệu(?s).*tài khoản của bạn", page);
        Assert.Matches("45/50 \\(90,00%\\)(?s).*thành(?s).*47/50 \\(94,00%\\)(?s).*9,00(?s).*9,40(?s).*thêm 1 tài liệu", page);
        Assert.Contains("ward-10532", page, StringComparison.Ordinal);
    }

    private static string[] Stages(string page) => [.. Regex.Matches(page, "<li class=\"(done|now|todo|skipped)\"").Select(m => m.Groups[1].Value)];
}
