using System.Net;
using Emulation.ServiceDefaults;

namespace Emulation.Portal.Tests;

/// <summary>What a unit is told: inbox, acknowledging, the sender's side, the dates a deadline has had.</summary>
public sealed class NoticeTests : IAsyncLifetime
{
    private const string Unread = "01900000-0000-7000-8000-000000000101", OfOffice = "01900000-0000-7000-8000-000000000102", Campaign = "01900000-0000-7000-8000-000000000103";
    private static readonly string[] Scopes = [Policies.CampaignsRead];

    private const string Notices = $$"""
        {"items":[
          {"id":"{{Unread}}","kind":"deadlineMoved","unitCode":"10532","unitName":"Phường Lê Thanh Nghị","senderUnitCode":"10532","campaignId":"{{Campaign}}","campaignCode":"LTN-26-30","clause":"LTN-26-30/III.3.c",
           "title":"Thay đổi thời hạn gửi hồ sơ – LTN-26-30","text":"Lý do: <lùi hạn>.\n- Hạn gửi hồ sơ: từ trước ngày 15/02/2030 thành trước ngày 01/03/2030.","link":"/campaigns/x","createdAt":"2026-11-21T02:00:00Z","readAt":null,"readBy":null},
          {"id":"{{OfOffice}}","kind":"reminder","unitCode":"10532-VHXH","unitName":"Phòng Văn hóa - Xã hội","senderUnitCode":"10532","campaignId":"{{Campaign}}","campaignCode":"LTN-26-30","clause":"IV.2.2",
           "title":"Còn 7 ngày: báo cáo","text":"Báo cáo năm.","link":"/campaigns/x","createdAt":"2026-11-20T17:00:00Z","readAt":null,"readBy":null}
        ],"next":"{{OfOffice}}"}
        """;

    private PortalFixture _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalFixture.StartAsync();
        _portal.Json("/api/notices", Notices);
        _portal.Json("/api/notices/sent", Notices);
        _portal.Json("/api/notices/unread", """{"own":3,"below":5}""");
        _portal.Json($"/api/campaigns/{Campaign}/deadlines/history", $$"""
            {"campaignId":"{{Campaign}}","code":"LTN-26-30","items":[{"category":"flag","categoryName":"Cờ thi đua","stage":"internal","year":null,"dates":[
              {"printedDate":"2030-02-15","lastDay":"2030-02-14","boundary":"strict","clause":"LTN-26-30/III.3.b","version":2,"since":"2026-06-30T02:00:00Z","reason":null},
              {"printedDate":"2030-03-01","lastDay":"2030-02-28","boundary":"strict","clause":"LTN-26-30/III.3.c","version":3,"since":"2026-11-21T02:00:00Z","reason":"Thành phố lùi hạn"}]}]}
            """);
    }

    public async ValueTask DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task Inbox_ShowsWhatIsUnread_AndOnlyTheToldUnitAcknowledges()
    {
        using var browser = await _portal.SignedInAsync("10532", Scopes);
        var page = await browser.GetStringAsync("/thong-bao");
        Assert.Contains("&lt;l&#xF9;i h&#x1EA1;n&gt;", page, StringComparison.Ordinal);
        var text = WebUtility.HtmlDecode(page);
        foreach (var shown in new[] { "Thông báo (3 chưa đọc)", "Thay đổi thời hạn, LTN-26-30, 21/11/2026 09:00 – LTN-26-30/III.3.c", "thành trước ngày 01/03/2030", $"/phong-trao/{Campaign}/thoi-han", "Phòng Văn hóa - Xã hội chưa xác nhận", "gửi Phòng Văn hóa - Xã hội", $"/thong-bao?sau={OfOffice}" })
            Assert.Contains(shown, text, StringComparison.Ordinal);
        Assert.DoesNotContain($"read-{OfOffice}", text, StringComparison.Ordinal);

        _portal.Json($"POST /api/notices/{Unread}/acknowledge", Notices[(Notices.IndexOf("{\"id\"", StringComparison.Ordinal))..(Notices.IndexOf("},", StringComparison.Ordinal) + 1)]);
        var answer = await PortalFixture.SubmitAsync(browser, "/thong-bao?chua-doc=true", $"read-{Unread}", []);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/thong-bao?chua-doc=true", answer.Headers.Location!.PathAndQuery);
        Assert.Equal($"POST /api/notices/{Unread}/acknowledge", Assert.Single(_portal.Sent, s => s.Line.Contains("acknowledge", StringComparison.Ordinal)).Line);
    }

    [Fact]
    public async Task Inbox_OneLetterToManyUnits_IsReadOnce_WithWhoAcknowledged()
    {
        static string Letter(string id, string unit, string name, string read) => $$"""
            {"id":"{{id}}","kind":"launched","unitCode":"{{unit}}","unitName":"{{name}}","senderUnitCode":"10532","campaignId":"{{Campaign}}","campaignCode":"LTN-26-30","clause":null,
             "title":"Phát động phong trào","text":"Nội dung chung.","createdAt":"2026-11-21T02:00:00Z","readAt":{{read}},"readBy":null}
            """;
        const string third = "01900000-0000-7000-8000-000000000104";
        _portal.Json("/api/notices", $$"""{"items":[{{Letter(OfOffice, "10532-VHXH", "Phòng Văn hóa - Xã hội", "\"2026-11-21T03:00:00Z\"")}},{{Letter(third, "10532-KT", "Phòng Kinh tế", "null")}},{{Letter(Unread, "10532", "Phường Lê Thanh Nghị", "null")}}],"next":null}""");
        using var browser = await _portal.SignedInAsync("10532", Scopes);
        var page = await browser.PageAsync("/thong-bao");
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(page, "Nội dung chung"));
        foreach (var shown in new[] { "Cũng gửi 2 đơn vị, 1 đã xác nhận", "Phòng Văn hóa - Xã hội đã xác nhận lúc 21/11/2026 10:00", "Phòng Kinh tế chưa xác nhận", $"read-{Unread}" })
            Assert.Contains(shown, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Acknowledge_Refused_SaysWhy()
    {
        using var browser = await _portal.SignedInAsync("10532", Scopes);
        _portal.Refuse($"POST /api/notices/{Unread}/acknowledge", 403, """{"status":403,"code":"CAM-0090","title":"Chỉ đơn vị nhận thông báo xác nhận đã đọc"}""");
        var answer = await PortalFixture.SubmitAsync(browser, "/thong-bao", $"read-{Unread}", []);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("Chỉ đơn vị nhận thông báo xác nhận đã đọc", await answer.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_AreHandedOn_AndUnknownKindsLeftOut()
    {
        using var browser = await _portal.SignedInAsync("10532", Scopes);
        await browser.PageAsync("/thong-bao?muc=da-gui&chua-doc=true&loai=reminder");
        await browser.PageAsync("/thong-bao?loai=khac&sau=x");
        Assert.Contains(_portal.Seen, s => s.Line == "GET /api/notices/sent?unread=true&kind=reminder");
        Assert.Contains(_portal.Seen, s => s.Line == "GET /api/notices");
    }

    [Fact]
    public async Task DeadlineHistory_ShowsFromWhichDateToWhichAndWhy()
    {
        using var browser = await _portal.SignedInAsync("10532", Scopes);
        var page = await browser.PageAsync($"/phong-trao/{Campaign}/thoi-han");
        foreach (var shown in new[] { "Cờ thi đua, tổng kết giai đoạn", "21/11/2026 09:00: từ trước ngày 15/02/2030 thành trước ngày 01/03/2030. Lý do: Thành phố lùi hạn", "LTN-26-30/III.3.c" })
            Assert.Contains(shown, page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Home_TellsOfUnreadNotices_WhenTheServiceAnswers(bool answers)
    {
        _portal.Json("/api/city/overview", Samples.Overview);
        if (!answers)
            _portal.Refuse("/api/notices/unread", 503);
        using var browser = await _portal.SignedInAsync("10532", Scopes);
        Assert.Equal(answers, (await browser.PageAsync("/")).Contains("3 thông báo chưa đọc", StringComparison.Ordinal));
    }
}
