using System.Net;
using System.Text.Json.Nodes;
using Emulation.ServiceDefaults;
using static Emulation.Portal.Tests.CouncilSamples;

namespace Emulation.Portal.Tests;

/// <summary>Councils by hand: appoint, reform, plan and change a session, and what the desk enters for others.</summary>
public sealed class CouncilFormTests : IAsyncLifetime
{
    private static readonly string[] Member = [Policies.CouncilRead, Policies.CouncilVote], Section = [Policies.CouncilRead, Policies.CouncilManage, Policies.NominationsRead];
    private const string Page = $"/hoi-dong/{Council}", Reform = $"{Page}/kien-toan", Desk = $"/hoi-dong/phien/{Session}/dieu-hanh", Api = $"/api/councils/sessions/{Session}", Account = "01900000-0000-7000-8000-00000000c041";

    private PortalFixture _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalFixture.StartAsync();
        _portal.Json("/api/councils", CouncilList);
        _portal.Json($"/api/councils/{Council}", One());
        _portal.Json("/api/councils/sessions", SessionList);
        _portal.Json($"/api/councils/{Council}/waiting", Waiting);
        _portal.Json(Api, SessionIn("planned"));
        _portal.Json("/api/units/10532", """{"code":"10532","name":"Phường Lê Thanh Nghị","kind":"ward"}""");
        _portal.Json("/api/units/31", """{"code":"31","name":"Thành phố Hải Phòng","kind":"city"}""");
        _portal.Json("/api/units", """{"items":[{"code":"10532-VP","name":"Văn phòng"}],"next":null}""");
        _portal.Json("/api/accounts/voters", $$"""{"items":[{"id":"{{Account}}","displayName":"Trịnh Văn Dụ","unitCode":"10532"}],"next":null}""");
    }

    public async ValueTask DisposeAsync() => await _portal.DisposeAsync();

    /// <summary>What was sent to be done to councils.</summary>
    private IEnumerable<SentRequest> Acts => _portal.Sent.Where(s => s.Line.Contains("/api/councils", StringComparison.Ordinal));

    /// <summary>The sample council by itself, with one who has left.</summary>
    private static string One()
    {
        var council = JsonNode.Parse(CouncilList)!["items"]![0]!;
        council["members"]![1]!["unitCode"] = "10532-VP";
        council["members"]![1]!["relations"] = new JsonArray("Lê <b>Thân</b>");
        council["former"] = new JsonArray(JsonNode.Parse($$"""{"id":"{{Guest}}","accountId":null,"name":"Người cũ","title":"member","position":null,"unitCode":null,"personCode":null,"relations":[],"from":"2026-01-01","to":"2026-05-31"}"""));
        return council.ToJsonString();
    }

    private static Dictionary<string, string> Appointment => new()
    {
        ["termFrom"] = "01/01/2026", ["termTo"] = "31/12/2030", ["decisionNumber"] = "05/QĐ-UBND", ["decisionDate"] = "31/12/2025",
        ["name-0"] = "Hoàng Đình Mẫu", ["title-0"] = "chair", ["name-1"] = "", ["title-1"] = "viceChair", ["name-2"] = "Vũ Thị Thử", ["title-2"] = "secretary", ["position-2"] = "Chuyên viên", ["unit-2"] = "10532-VP",
        ["code-2"] = "CB01", ["account-2"] = Account, ["relations-2"] = "Vũ A; Vũ B", ["name-3"] = "Trịnh Văn Dụ", ["title-3"] = "member",
    };

    [Fact]
    public async Task Appoint_IsTheSections()
    {
        using var member = await _portal.SignedInAsync("10532", Member);
        Assert.Equal(HttpStatusCode.Forbidden, (await member.GetAsync("/hoi-dong/lap")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await member.GetAsync(Reform)).StatusCode);
        var page = await member.PageAsync(Page);
        Assert.Contains("Người cũ", page, StringComparison.Ordinal);
        Assert.Contains("01/01/2026 – 31/05/2026", page, StringComparison.Ordinal);
        foreach (var act in new[] { "Kiện toàn Hội đồng", "Lập phiên họp", "Hồ sơ chờ Hội đồng" })
            Assert.DoesNotContain(act, page, StringComparison.Ordinal);
        using var neighbour = await _portal.SignedInAsync("10549", Section);
        Assert.Equal(HttpStatusCode.Forbidden, (await neighbour.GetAsync(Reform)).StatusCode);
        using var section = await _portal.SignedInAsync("10532", Section);
        Assert.Contains("/hoi-dong/lap", await section.PageAsync("/hoi-dong"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Appoint_LeavesOutEmptyRows_PicksAccountAndOfficeByName()
    {
        _portal.Json("POST /api/councils", One());
        using var browser = await _portal.SignedInAsync("10532", Section);
        var page = await browser.PageAsync("/hoi-dong/lap");
        Assert.Contains($"<option value=\"{Account}\">Trịnh Văn Dụ</option>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"don-vi\"", page, StringComparison.Ordinal); // a ward appoints its own
        var response = await PortalFixture.SubmitAsync(browser, "/hoi-dong/lap", "lap", Appointment);
        Assert.Equal($"{Page}?da=lap", response.Headers.Location!.ToString());
        var sent = Assert.Single(Acts);
        Assert.True(Guid.TryParse(sent.Key, out _));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse($$"""
            {"unitCode":"10532","termFrom":"2026-01-01","termTo":"2030-12-31","decisionNumber":"05/QĐ-UBND","decisionDate":"2025-12-31","members":[{"name":"Hoàng Đình Mẫu","title":"chair","relations":[]},
            {"accountId":"{{Account}}","name":"Vũ Thị Thử","title":"secretary","position":"Chuyên viên","unitCode":"10532-VP","personCode":"CB01","relations":["Vũ A","Vũ B"]},{"name":"Trịnh Văn Dụ","title":"member","relations":[]}]}
            """), JsonNode.Parse(sent.Body)), sent.Body);
    }

    [Fact]
    public async Task Appoint_MoreRows_KeepsAllThatWasTyped_AndSendsNothing()
    {
        using var browser = await _portal.SignedInAsync("10532", Section);
        var page = await (await PortalFixture.SubmitAsync(browser, "/hoi-dong/lap", "lap", new(Appointment) { ["act"] = "more", ["termTo"] = "chưa rõ" })).TextAsync();
        Assert.Contains("name=\"name-7\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"name-8\"", page, StringComparison.Ordinal);
        foreach (var kept in new[] { "value=\"Vũ Thị Thử\"", "value=\"Vũ A; Vũ B\"", "value=\"chưa rõ\"", "value=\"05/QĐ-UBND\"" })
            Assert.Contains(kept, page, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"notice missing\"", page, StringComparison.Ordinal);
        Assert.Empty(Acts);
    }

    [Fact]
    public async Task Appoint_Refused_NamesTheMember_KeepsTheRows()
    {
        _portal.Refuse("POST /api/councils", 400, """{"status":400,"code":"NOM-0073","title":"Kê hai lần","detail":"Trùng tài khoản.","errors":[{"pointer":"/members/1","detail":"Trùng tài khoản."}]}""");
        using var browser = await _portal.SignedInAsync("10532", Section);
        var page = await (await PortalFixture.SubmitAsync(browser, "/hoi-dong/lap", "lap", Appointment)).TextAsync();
        Assert.Contains("Vũ Thị Thử: </strong>Trùng tài khoản.", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Hoàng Đình Mẫu\"", page, StringComparison.Ordinal);
        Assert.Matches($"<option value=\"{Account}\" selected", page);
        var dateless = await (await PortalFixture.SubmitAsync(browser, "/hoi-dong/lap", "lap", new(Appointment) { ["termFrom"] = "31/02/2026" })).TextAsync();
        Assert.Contains("Từ ngày: </strong>Cần một ngày", dateless, StringComparison.Ordinal);
        Assert.Contains("value=\"31/02/2026\"", dateless, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Appoint_ByTheCity_ForAUnitChosenByName_AndWithoutAccounts()
    {
        _portal.Refuse("/api/accounts/voters", 403);
        using var browser = await _portal.SignedInAsync("31", Section);
        var page = await browser.PageAsync("/hoi-dong/lap?don-vi=10532");
        Assert.Contains("name=\"don-vi\"", page, StringComparison.Ordinal);
        Assert.Contains("<strong>Phường Lê Thanh Nghị</strong>", page, StringComparison.Ordinal);
        Assert.Contains("Phiếu giấy", page, StringComparison.Ordinal);
        Assert.Contains("<strong>Thành phố Hải Phòng</strong>", await browser.PageAsync("/hoi-dong/lap"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reform_BeginsWithTheMembersOfToday_IsSentWithTheVersionSeen()
    {
        _portal.Refuse($"PUT /api/councils/{Council}", 412, """{"status":412,"code":"EMU-0008","title":"Phiên bản đang sửa đã cũ"}""");
        using var browser = await _portal.SignedInAsync("10532", Section);
        var raw = await browser.GetStringAsync(Reform);
        Assert.DoesNotContain("<b>Thân</b>", raw, StringComparison.Ordinal);
        var page = WebUtility.HtmlDecode(raw);
        foreach (var shown in new[] { "value=\"Hoàng Đình Mẫu\"", "Tài khoản đang dùng", "value=\"Lê <b>Thân</b>\"" })
            Assert.Contains(shown, page, StringComparison.Ordinal);
        var fields = new Dictionary<string, string>
        {
            ["from"] = "01/06/2026", ["decisionNumber"] = "70/QĐ-UBND", ["decisionDate"] = "28/05/2026", ["reason"] = "Chuyển công tác",
            ["name-0"] = "Hoàng Đình Mẫu", ["title-0"] = "chair", ["account-0"] = "a", ["name-1"] = "Vũ Thị Thử", ["title-1"] = "secretary",
        };
        var refused = await (await PortalFixture.SubmitAsync(browser, Reform, "kien-toan", fields)).TextAsync();
        Assert.Contains("Phiên bản đang sửa đã cũ", refused, StringComparison.Ordinal);
        Assert.Contains("Chuyển công tác</textarea>", refused, StringComparison.Ordinal);
        var sent = Assert.Single(Acts);
        Assert.Equal("\"1\"", sent.IfMatch);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""
            {"from":"2026-06-01","decisionNumber":"70/QĐ-UBND","decisionDate":"2026-05-28","reason":"Chuyển công tác","members":[{"accountId":"a","name":"Hoàng Đình Mẫu","title":"chair","relations":[]},{"name":"Vũ Thị Thử","title":"secretary","relations":[]}]}
            """), JsonNode.Parse(sent.Body)), sent.Body);
        _portal.Json($"PUT /api/councils/{Council}", One());
        Assert.Equal($"{Page}?da=kien-toan", (await PortalFixture.SubmitAsync(browser, Reform, "kien-toan", fields)).Headers.Location!.ToString());
    }

    [Fact]
    public async Task Plan_BySection_SendsVietnamTimeAndOfficers()
    {
        _portal.Json($"POST /api/councils/{Council}/sessions", SessionIn("planned"));
        using var browser = await _portal.SignedInAsync("10532", Section);
        Assert.Contains("Phòng Văn hóa - Xã hội – Giấy khen", await browser.PageAsync(Page), StringComparison.Ordinal); // waits for the council
        var fields = new Dictionary<string, string> { ["title"] = "Phiên họp quý IV", ["day"] = "15/12/2026", ["hour"] = "08:00", ["place"] = "Phòng số 1", ["chair"] = Clerk, ["chairReason"] = "Văn bản số 5" };
        Assert.Equal(Desk, (await PortalFixture.SubmitAsync(browser, Page, "plan", fields)).Headers.Location!.ToString());
        var sent = Assert.Single(Acts);
        var body = JsonNode.Parse(sent.Body)!;
        Assert.Equal(DateTimeOffset.Parse("2026-12-15T08:00:00+07:00"), (DateTimeOffset)body["at"]!);
        Assert.Equal((Clerk, "Văn bản số 5", null), ((string?)body["chairId"], (string?)body["chairReason"], (string?)body["secretaryId"]));
        fields["day"] = "32/12/2026";
        var refused = await (await PortalFixture.SubmitAsync(browser, Page, "plan", fields)).TextAsync();
        Assert.Contains("Cần một ngày", refused, StringComparison.Ordinal);
        Assert.Contains("value=\"Phiên họp quý IV\"", refused, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("planned", true)]
    [InlineData("open", false)]
    public async Task Edit_OfAPlannedSession_BeginsWithItsPlan(string state, bool offered)
    {
        _portal.Json(Api, SessionIn(state));
        _portal.Json($"PUT {Api}", SessionIn("planned"));
        using var browser = await _portal.SignedInAsync("10532", Section);
        var page = await browser.PageAsync(Desk);
        Assert.Equal(offered, page.Contains("Sửa thời gian, địa điểm", StringComparison.Ordinal));
        if (!offered)
            return;
        foreach (var shown in new[] { "value=\"15/12/2026\"", "value=\"08:00\"", "value=\"Phòng số 1\"" })
            Assert.Contains(shown, page, StringComparison.Ordinal);
        var response = await PortalFixture.SubmitAsync(browser, Desk, "edit", new() { ["title"] = "Đổi tên", ["day"] = "16/12/2026", ["hour"] = "14:00", ["place"] = "Phòng 2", ["chair"] = Chair, ["secretary"] = Clerk });
        Assert.Equal(Desk, response.Headers.Location!.ToString());
        var sent = Assert.Single(Acts);
        Assert.Equal(($"PUT {Api}", "\"7\""), (sent.Line, sent.IfMatch));
        Assert.Equal(DateTimeOffset.Parse("2026-12-16T14:00:00+07:00"), (DateTimeOffset)JsonNode.Parse(sent.Body)!["at"]!);
    }

    [Fact]
    public async Task TakeOff_WithReason_AndOnlyWhatWasChosen()
    {
        _portal.Json($"POST {Api}/items/{Own}/take-off", SessionIn("planned"));
        using var browser = await _portal.SignedInAsync("10532", Section);
        Assert.Contains("Chọn nội dung", await (await PortalFixture.SubmitAsync(browser, Desk, "takeOff", new() { ["offReason"] = "Chưa đủ" })).TextAsync(), StringComparison.Ordinal);
        await PortalFixture.SubmitAsync(browser, Desk, "takeOff", new() { ["item"] = Own, ["offReason"] = "Hồ sơ cần xác minh" });
        var sent = Assert.Single(Acts);
        Assert.Equal(($"POST {Api}/items/{Own}/take-off", "\"7\"", "Hồ sơ cần xác minh"), (sent.Line, sent.IfMatch, (string?)JsonNode.Parse(sent.Body)!["reason"]));
    }

    [Fact]
    public async Task HandVotes_OfThoseWithoutAccount_AreEnteredForThem()
    {
        _portal.Json(Api, SessionIn("voting"));
        _portal.Answers[$"POST {Api}/votes"] = context =>
        {
            context.Response.StatusCode = 204;
            return Task.CompletedTask;
        };
        using var browser = await _portal.SignedInAsync("10532", Section);
        var page = await browser.PageAsync(Desk);
        Assert.Contains($"<option value=\"{Clerk}\">Vũ Thị Thử</option>", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"<option value=\"{Guest}\">", page, StringComparison.Ordinal); // votes by account
        Assert.Contains("Chọn thành viên và ý kiến", await (await PortalFixture.SubmitAsync(browser, Desk, "hands", new() { ["voter"] = Clerk })).TextAsync(), StringComparison.Ordinal);
        var response = await PortalFixture.SubmitAsync(browser, Desk, "hands", new() { ["voter"] = Clerk, [$"hand-{Talk}"] = "yes", [$"why-{Talk}"] = "Nhất trí" });
        Assert.Equal($"{Desk}?da=y-kien", response.Headers.Location!.ToString());
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse($$"""{"memberId":"{{Clerk}}","votes":[{"itemId":"{{Talk}}","choice":"yes","reason":"Nhất trí"}]}"""), JsonNode.Parse(Assert.Single(Acts).Body)), _portal.Sent.Last().Body);
    }

    [Fact]
    public async Task Conclude_CarriesThatTheCouncilConfirms_AndTheRollItsNotes()
    {
        _portal.Json(Api, SessionIn("voting"));
        _portal.Json($"POST {Api}/conclude", SessionIn("concluded"));
        _portal.Json($"POST {Api}/open", SessionIn("open"));
        using var browser = await _portal.SignedInAsync("10532", Section);
        await PortalFixture.SubmitAsync(browser, Desk, "conclude", new() { [$"outstanding-{Flag}"] = "Kết quả xếp loại năm", [$"said-{Own}"] = "Nhất trí" });
        var concluded = JsonNode.Parse(Assert.Single(Acts).Body)!;
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse($$"""{"conclusions":[{"itemId":"{{Flag}}","confirmsOutstanding":"Kết quả xếp loại năm"},{"itemId":"{{Own}}","text":"Nhất trí"}]}"""), concluded), concluded.ToJsonString());
        _portal.Json(Api, SessionIn("planned"));
        await PortalFixture.SubmitAsync(browser, Desk, "open", new() { [$"att-{Chair}"] = "present", [$"att-{Clerk}"] = "absent", [$"note-{Clerk}"] = "Đi học", [$"att-{Guest}"] = "present" });
        Assert.Equal("Đi học", (string?)JsonNode.Parse(_portal.Sent.Last().Body)!["attendance"]![1]!["note"]);
    }

    [Fact]
    public async Task Conflict_IsWrittenDownForAMember_ByTheSectionAlone()
    {
        const string page = $"/hoi-dong/phien/{Session}";
        _portal.Json($"{Api}/items/{Flag}/nomination", Dossier);
        _portal.Json($"POST {Api}/items/{Own}/conflicts", SessionIn("open"));
        using var member = await _portal.SignedInAsync("10532", Member);
        Assert.DoesNotContain("Chính tôi", await member.PageAsync(page), StringComparison.Ordinal);
        using var browser = await _portal.SignedInAsync("10532", Section);
        await PortalFixture.SubmitAsync(browser, page, "declare", new() { ["member"] = Clerk, ["item"] = Own, ["detail"] = "Là chị gái" });
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse($$"""{"memberId":"{{Clerk}}","detail":"Là chị gái"}"""), JsonNode.Parse(Assert.Single(Acts).Body)), _portal.Sent.Last().Body);
    }
}
