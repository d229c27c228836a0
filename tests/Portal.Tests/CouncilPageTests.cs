using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Emulation.ServiceDefaults;
using static Emulation.Portal.Tests.CouncilSamples;

namespace Emulation.Portal.Tests;

/// <summary>The council's pages: sessions, agenda with dossiers, the ballot paper, the results, the secretary's desk.</summary>
public sealed class CouncilPageTests : IAsyncLifetime
{
    private static readonly string[] Member = [Policies.CouncilRead, Policies.CouncilVote], Section = [Policies.CouncilRead, Policies.CouncilManage, Policies.NominationsRead];
    private const string Page = $"/hoi-dong/phien/{Session}", Desk = $"{Page}/dieu-hanh", Paper = $"{Page}/phieu", Api = $"/api/councils/sessions/{Session}";

    private PortalFixture _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalFixture.StartAsync();
        _portal.Json("/api/councils", CouncilList);
        _portal.Json("/api/councils/sessions", SessionList);
        _portal.Json(Api, SessionIn("voting", Mine()));
        _portal.Json($"{Api}/items/{Flag}/nomination", Dossier);
        _portal.Json($"/api/councils/{Council}/waiting", Waiting);
    }

    public async ValueTask DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task Sessions_Listed_WithCouncilAndItsMembers()
    {
        using var browser = await _portal.SignedInAsync("10532", Member);
        var page = await browser.PageAsync("/hoi-dong");
        foreach (var shown in new[] { "Phiên họp cuối năm", "15/12/2026 08:00", "Đang bỏ phiếu", "Hoàng Đình Mẫu", "Chủ tịch Hội đồng", "bằng giấy", "là số chẵn", "05/QĐ-UBND" })
            Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/hoi-dong/{Council}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/hoi-dong/lap", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("voting", true)]
    [InlineData("approved", false)]
    public async Task Desk_IsOffered_OnlyWhileThereIsSomethingToDo(string state, bool offered)
    {
        _portal.Json(Api, SessionIn(state));
        using var browser = await _portal.SignedInAsync("10532", Section);
        Assert.Equal(offered, (await browser.PageAsync(Page)).Contains("Điều hành phiên họp", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("10532", true)]
    [InlineData("10549", false)]
    public async Task Home_TellsAMemberOfTheUnitsOpenBallot(string unit, bool told)
    {
        _portal.Json("/api/city/overview", Samples.Overview);
        using var browser = await _portal.SignedInAsync(unit, Member);
        Assert.Equal(told, (await browser.PageAsync("/")).Contains($"<a href=\"{Paper}\">Phiên họp cuối năm: chưa bỏ phiếu</a>", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Home_BallotHandedIn_IsNoTask()
    {
        _portal.Json("/api/city/overview", Samples.Overview);
        _portal.Json(Api, SessionIn("voting", Mine(handedIn: true).Replace($"\"openItems\":[\"{Talk}\"]", "\"openItems\":[]", StringComparison.Ordinal)));
        using var browser = await _portal.SignedInAsync("10532", Member);
        Assert.DoesNotContain("chưa bỏ phiếu", await browser.PageAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Agenda_ShowsRuleConflictsAndDossierBeside_NoResultWhileVoting()
    {
        using var browser = await _portal.SignedInAsync("10532", Member);
        var raw = await (await browser.GetAsync(Page)).Content.ReadAsStringAsync();
        Assert.DoesNotContain("<b>A</b>", raw, StringComparison.Ordinal);
        var page = WebUtility.HtmlDecode(raw);
        foreach (var shown in new[] { "cần từ 4/5 tổng số thành viên", "98/2023/NĐ-CP", "LTN-TD-26/V.1.b", "Trịnh Văn Dụ", "không biểu quyết nội dung này", "hệ thống phát hiện", "Dẫn đầu phong trào", "Ra khỏi chương trình: Hồ sơ đã rút", "Kiểm tra, giám sát", "đã nộp" })
            Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.DoesNotContain("vote-bar", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Điều hành phiên họp", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Results_DrawnWithTheLineTheyHadToReach()
    {
        _portal.Json(Api, SessionIn("concluded"));
        using var browser = await _portal.SignedInAsync("10532", Member);
        var page = await browser.PageAsync(Page);
        Assert.Equal(3, Regex.Count(page, "<figure class=\"chart vote-bar\">"));
        Assert.Contains("<rect class=\"v-yes\" x=\"0\" width=\"81.82\"", page, StringComparison.Ordinal);
        Assert.Contains("<line class=\"threshold\" x1=\"80\" x2=\"80\"", page, StringComparison.Ordinal);
        Assert.Contains("9/11, đạt 81,81% tổng số thành viên", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Phê duyệt", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Paper_LooksLikeOne_LeavesOutTheOwnOffice_AndIsSentWithoutKeyOrVersion()
    {
        using var browser = await _portal.SignedInAsync("10532", Member);
        var page = await browser.PageAsync(Paper);
        Assert.Matches("class=\"paper\"(?s).*Phiếu biểu quyết.*ngày 15/12/2026.*Đồng ý.*Không đồng ý.*Không có ý kiến", page);
        Assert.Contains($"name=\"choice-{Own}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"name=\"choice-{Flag}\"", page, StringComparison.Ordinal);
        Assert.Contains("Không có trong phiếu vì xung đột lợi ích: Tập thể <b>A</b> – Cờ thi đua", page, StringComparison.Ordinal);

        Assert.Contains("Còn 1 nội dung chưa có ý kiến", await (await PortalFixture.SubmitAsync(browser, Paper, "paper", [])).TextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(_portal.Sent, s => s.Line.EndsWith("/papers", StringComparison.Ordinal));

        _portal.Refuse($"POST {Api}/papers", 409, """{"status":409,"code":"NOM-0086","title":"Phiếu của thành viên đã được nhận"}""");
        Assert.Contains("Phiếu của thành viên đã được nhận", await (await PortalFixture.SubmitAsync(browser, Paper, "paper", new() { [$"choice-{Own}"] = "no" })).TextAsync(), StringComparison.Ordinal);
        _portal.Answers[$"POST {Api}/papers"] = context =>
        {
            context.Response.StatusCode = 204;
            return Task.CompletedTask;
        };
        var response = await PortalFixture.SubmitAsync(browser, Paper, "paper", new() { [$"choice-{Own}"] = "no" });
        Assert.Equal(Paper, response.Headers.Location!.ToString()); // an open vote is still to come
        var sent = _portal.Sent.Last(s => s.Line == $"POST {Api}/papers");
        Assert.Equal(("", ""), (sent.IfMatch, sent.Key));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse($$"""{"lines":[{"itemId":"{{Own}}","choice":"no"}]}"""), JsonNode.Parse(sent.Body)), sent.Body);
    }

    [Fact]
    public async Task OpenVote_CarriesItsReason()
    {
        _portal.Json(Api, SessionIn("voting", Mine(handedIn: true)));
        _portal.Answers[$"POST {Api}/votes"] = context =>
        {
            context.Response.StatusCode = 204;
            return Task.CompletedTask;
        };
        using var browser = await _portal.SignedInAsync("10532", Member);
        Assert.Contains("đã ở trong hòm phiếu", await browser.PageAsync(Paper), StringComparison.Ordinal);
        var response = await PortalFixture.SubmitAsync(browser, Paper, "votes", new() { [$"vote-{Talk}"] = "yes", [$"reason-{Talk}"] = "Đúng thời điểm" });
        Assert.Equal($"{Page}?da=phieu", response.Headers.Location!.ToString());
        var vote = JsonNode.Parse(Assert.Single(_portal.Sent, s => s.Line == $"POST {Api}/votes").Body)!["votes"]![0]!;
        Assert.Equal(("yes", "Đúng thời điểm"), ((string?)vote["choice"], (string?)vote["reason"]));
    }

    [Theory]
    [InlineData("voting", "null", "không có ghế")]
    [InlineData("concluded", null, "không trong lúc bỏ phiếu")]
    public async Task Paper_NoSeatOrNoBallot_SaysSo(string state, string? mine, string said)
    {
        _portal.Json(Api, SessionIn(state, mine ?? Mine()));
        using var browser = await _portal.SignedInAsync("10532", Member);
        Assert.Contains(said, await browser.PageAsync(Paper), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Desk_OfASectionOnly()
    {
        using var browser = await _portal.SignedInAsync("10532", Member);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(Desk)).StatusCode);
        using var neighbour = await _portal.SignedInAsync("10549", Section);
        Assert.Equal(HttpStatusCode.Forbidden, (await neighbour.GetAsync(Desk)).StatusCode);
    }

    [Fact]
    public async Task Desk_AgendaAndAttendance_AreSentWithTheVersionSeen()
    {
        _portal.Json(Api, SessionIn("planned"));
        _portal.Json($"POST {Api}/items", SessionIn("planned"));
        _portal.Json($"POST {Api}/open", SessionIn("open"));
        using var browser = await _portal.SignedInAsync("10532", Section);
        Assert.Contains("Phòng Văn hóa - Xã hội – Giấy khen", await browser.PageAsync(Desk), StringComparison.Ordinal);
        await PortalFixture.SubmitAsync(browser, Desk, "items", new() { ["nomination"] = Nomination, ["text"] = "Kiến nghị kinh phí", ["duty"] = "proposePolicies" });
        var put = Assert.Single(_portal.Sent, s => s.Line == $"POST {Api}/items");
        Assert.Equal("\"7\"", put.IfMatch);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse($$"""{"nominationIds":["{{Nomination}}"],"resolutions":[{"text":"Kiến nghị kinh phí","duty":"proposePolicies"}]}"""), JsonNode.Parse(put.Body)), put.Body);
        await PortalFixture.SubmitAsync(browser, Desk, "open", new() { [$"att-{Chair}"] = "present", [$"att-{Clerk}"] = "present", [$"att-{Guest}"] = "written" });
        var open = JsonNode.Parse(Assert.Single(_portal.Sent, s => s.Line == $"POST {Api}/open").Body)!["attendance"]!.AsArray();
        Assert.Equal(["present", "present", "written"], open.Select(a => (string?)a!["attendance"]));
    }

    [Fact]
    public async Task Desk_EnvelopesAndConclusion()
    {
        _portal.Answers[$"POST {Api}/envelopes"] = context =>
        {
            context.Response.StatusCode = 204;
            return Task.CompletedTask;
        };
        _portal.Refuse($"POST {Api}/conclude", 412, """{"status":412,"code":"EMU-0008","title":"Phiên bản đang sửa đã cũ"}""");
        using var browser = await _portal.SignedInAsync("10532", Section);
        var page = await browser.PageAsync(Desk);
        Assert.Contains("Vũ Thị Thử", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"name=\"member\" value=\"{Chair}\"", page, StringComparison.Ordinal); // votes by account
        await PortalFixture.SubmitAsync(browser, Desk, "envelopes", new() { ["member"] = Clerk, [$"yes-{Flag}"] = "1", [$"no-{Own}"] = "1" });
        var sums = JsonNode.Parse(Assert.Single(_portal.Sent, s => s.Line == $"POST {Api}/envelopes").Body)!;
        Assert.Equal([Clerk], sums["memberIds"]!.AsArray().Select(m => (string?)m));
        Assert.Equal([(1, 0), (0, 1)], sums["lines"]!.AsArray().Select(l => ((int)l!["yes"]!, (int)l["no"]!)));
        var refused = await (await PortalFixture.SubmitAsync(browser, Desk, "conclude", new() { [$"said-{Flag}"] = "Nhất trí cao" })).TextAsync();
        Assert.Contains("Phiên bản đang sửa đã cũ", refused, StringComparison.Ordinal);
        Assert.Contains("Nhất trí cao", refused, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Conflict_DeclaredAndSetAside_KeepsWhatWasTypedWhenRefused()
    {
        _portal.Json(Api, SessionIn("open"));
        using var browser = await _portal.SignedInAsync("10532", Member);
        _portal.Json($"POST {Api}/items/{Own}/conflicts", SessionIn("open"));
        await PortalFixture.SubmitAsync(browser, Page, "declare", new() { ["item"] = Own, ["detail"] = "Có người thân" });
        var declared = Assert.Single(_portal.Sent, s => s.Line == $"POST {Api}/items/{Own}/conflicts");
        Assert.Equal(("\"7\"", """{"detail":"Có người thân"}"""), (declared.IfMatch, JsonNode.Parse(declared.Body)!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })));
        _portal.Refuse($"POST {Api}/items/{Flag}/conflicts/{Gone}/dismiss", 403, """{"status":403,"code":"NOM-0091","title":"Chỉ chủ trì phiên họp được bác xung đột lợi ích"}""");
        var refused = await (await PortalFixture.SubmitAsync(browser, Page, "dismiss", new() { ["conflict"] = $"{Flag}/{Gone}", ["dismissReason"] = "Không phải thân nhân" })).TextAsync();
        Assert.Contains("Chỉ chủ trì phiên họp", refused, StringComparison.Ordinal);
        Assert.Contains("Không phải thân nhân", refused, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("planned", "invite", "invite")]
    [InlineData("open", "cancel", "cancel")]
    [InlineData("voting", "repeat", "ballot/repeat")]
    public async Task Desk_InviteCancelRepeat_AreSentWithReasonAndVersion(string state, string form, string step)
    {
        _portal.Json(Api, SessionIn(state));
        _portal.Json($"POST {Api}/{step}", SessionIn("open"));
        using var browser = await _portal.SignedInAsync("10532", Section);
        var response = await PortalFixture.SubmitAsync(browser, Desk, form, new() { ["reason"] = "Hòm phiếu hỏng" });
        Assert.Equal(Desk, response.Headers.Location!.ToString());
        Assert.Equal("\"7\"", Assert.Single(_portal.Sent, s => s.Line == $"POST {Api}/{step}").IfMatch);
    }

    [Fact]
    public async Task Approve_ByTheUnitsLeader_LeavesOutWithReason()
    {
        _portal.Json(Api, SessionIn("concluded"));
        _portal.Json($"POST {Api}/approve", SessionIn("approved"));
        using (var city = await _portal.SignedInAsync("31", Policies.CouncilRead, Policies.CouncilApprove))
            Assert.DoesNotContain("Chủ tịch phê duyệt", await city.PageAsync(Page), StringComparison.Ordinal);
        using var browser = await _portal.SignedInAsync("10532", Policies.CouncilRead, Policies.CouncilApprove);
        var response = await PortalFixture.SubmitAsync(browser, Page, "approve", new() { [$"leave-{Own}"] = "Chờ xác minh", ["note"] = "Đồng ý" });
        Assert.Equal(Page, response.Headers.Location!.ToString());
        var sent = JsonNode.Parse(Assert.Single(_portal.Sent, s => s.Line == $"POST {Api}/approve").Body)!;
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse($$"""{"leaveOut":[{"itemId":"{{Own}}","reason":"Chờ xác minh"}],"note":"Đồng ý"}"""), sent), sent.ToJsonString());
    }
}
