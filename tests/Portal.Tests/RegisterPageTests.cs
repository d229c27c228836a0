using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Emulation.ServiceDefaults;

namespace Emulation.Portal.Tests;

/// <summary>The award register, what may not be used again, and holds.</summary>
public sealed class RegisterPageTests : IAsyncLifetime
{
    private const string Id = "01900000-0000-7000-8000-000000000051", Decision = "01900000-0000-7000-8000-000000000052", Nomination = "01900000-0000-7000-8000-000000000001", Hold = "01900000-0000-7000-8000-000000000053";

    private static readonly string[] Officer = [Policies.NominationsRead, Policies.NominationsDecide, Policies.HoldsWrite], Reader = [Policies.NominationsRead];

    private PortalFixture _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalFixture.StartAsync();
        _portal.Json("/api/register", $$"""{"items":[{{Entry()}}],"next":"2026_{{Id}}"}""");
        _portal.Json("/api/register/post-checks", $$"""{"items":[{{Entry()}}],"next":null}""");
        _portal.Json($"/api/register/{Id}", Entry());
        _portal.Json("/api/holds", $$"""{"items":[{{HoldJson}}],"next":null}""");
    }

    public async ValueTask DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task Search_ReachesTheGateway_AndShowsWhatIsFound()
    {
        using var browser = await _portal.SignedInAsync("10532", Reader);
        var page = await browser.PageAsync("/so-khen-thuong?tim=nguyen+hoa&don-vi=10532&nam=2026&loai=giay-khen");
        Assert.Contains(_portal.Seen, s => s.Line == "GET /api/register?search=nguyen%20hoa&unitCode=10532&year=2026&award=giay-khen");
        foreach (var shown in new[] { "Nguyễn Thị Hoà", "Giấy khen", "125/QĐ-UBND ngày 20/11/2026", "Giữ thông suốt <script>", "Đột xuất", "tim=nguyen" })
            Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", await browser.GetStringAsync("/so-khen-thuong"), StringComparison.Ordinal);
        Assert.Contains($"sau=2026_{Id}", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FirstPage_ListsPostChecksThatAreDue()
    {
        using var browser = await _portal.SignedInAsync("10532", Reader);
        Assert.Contains("1 khen thưởng đột xuất chờ hậu kiểm", await browser.PageAsync("/so-khen-thuong"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entry_ForAReader_ShowsAllAndOffersNothing()
    {
        using var browser = await _portal.SignedInAsync("10532", Reader);
        var page = await browser.PageAsync($"/so-khen-thuong/{Id}");
        foreach (var shown in new[] { "Số sổ vàng", "1.404.000 đồng", "Nghị định 73/2024", "Chờ hậu kiểm đến hết ngày 04/12/2026", "Trần Văn Mẫu ký" })
            Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.DoesNotContain("<form method=\"post\" class=\"stack\"", page, StringComparison.Ordinal);
        _portal.Json($"/api/register/{Id}", Entry(money: "null"));
        Assert.Contains("chưa xác định", await browser.PageAsync($"/so-khen-thuong/{Id}"), StringComparison.Ordinal);
        _portal.Json($"/api/register/{Id}", Entry(money: "null").Replace("0,6 lần mức lương cơ sở (Nghị định 73/2024/NĐ-CP).", "Chưa xác định mức tiền thưởng.", StringComparison.Ordinal));
        Assert.Single(Regex.Matches(await browser.PageAsync($"/so-khen-thuong/{Id}"), "(?i)chưa xác định"));
    }

    [Fact]
    public async Task Entry_DecidingLevel_ChecksRevokesAndRecovers()
    {
        using var browser = await _portal.SignedInAsync("10532", Officer);
        _portal.Json($"POST /api/register/{Id}/post-check", Entry());
        var done = await PortalFixture.SubmitAsync(browser, $"/so-khen-thuong/{Id}", "check", new() { ["confirmed"] = "true", ["note"] = "Hội đồng nhất trí" });
        Assert.Equal($"/so-khen-thuong/{Id}", done.Headers.Location!.ToString());
        AssertSent($"POST /api/register/{Id}/post-check", """{"confirmed":true,"note":"Hội đồng nhất trí"}""", "\"3\"");

        _portal.Json($"POST /api/decisions/{Decision}/revoke", $$"""{"id":"{{Decision}}","version":2,"number":null}""");
        await PortalFixture.SubmitAsync(browser, $"/so-khen-thuong/{Id}", "revoke", new() { ["reason"] = "Kê khai sai", ["legalBasis"] = "Luật Thi đua, khen thưởng, chương VII" });
        AssertSent($"POST /api/decisions/{Decision}/revoke", $$"""{"nominationIds":["{{Nomination}}"],"reason":"Kê khai sai","legalBasis":"Luật Thi đua, khen thưởng, chương VII"}""", "");

        _portal.Json($"/api/register/{Id}", Entry(cancelled: true));
        var page = await browser.PageAsync($"/so-khen-thuong/{Id}");
        Assert.Contains("đã hủy bỏ", page, StringComparison.Ordinal);
        Assert.Contains("400.000 đồng / 1.404.000 đồng", page, StringComparison.Ordinal);
        _portal.Json($"POST /api/register/{Id}/recovery", Entry(cancelled: true));
        await PortalFixture.SubmitAsync(browser, $"/so-khen-thuong/{Id}", "recover", new() { ["money"] = "1.004.000", ["objectReturned"] = "true" });
        AssertSent($"POST /api/register/{Id}/recovery", """{"money":1004000,"objectReturned":true}""", "\"3\"");
    }

    [Fact]
    public async Task Entry_Refused_KeepsWhatWasTypedAndSaysWhy()
    {
        using var browser = await _portal.SignedInAsync("10532", Officer);
        _portal.Refuse($"POST /api/decisions/{Decision}/revoke", 409, """{"status":409,"code":"NOM-0108","title":"Khen thưởng đã bị hủy bỏ"}""");
        var answer = await PortalFixture.SubmitAsync(browser, $"/so-khen-thuong/{Id}", "revoke", new() { ["reason"] = "Gõ dở lý do", ["legalBasis"] = "x" });
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var page = await answer.TextAsync();
        Assert.Contains("Khen thưởng đã bị hủy bỏ", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Gõ dở lý do\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Uses_OwnInFull_OthersByTheYearAlone()
    {
        using var browser = await _portal.SignedInAsync("10532", Reader);
        _portal.Json("/api/register/uses", $$"""
            {"items":[{"award":{"year":2025,"entryId":"{{Id}}","awardName":"Bằng khen","decisionNumber":"7/QĐ-UBND","decisionDate":"2025-12-20","decidingUnitName":"UBND thành phố","achievement":"x"},"achievement":"Số hóa kho hồ sơ","commendation":"campaign","meritIds":[],"initiativeTitles":["Mã vạch"]},
              {"award":{"year":2019,"entryId":null,"awardName":null,"decisionNumber":null,"decisionDate":null,"decidingUnitName":null,"achievement":null},"achievement":null,"commendation":null,"meritIds":[],"initiativeTitles":[]}]}
            """);
        Assert.DoesNotContain(_portal.Seen, s => s.Line.Contains("uses", StringComparison.Ordinal));
        var page = await browser.PageAsync("/so-khen-thuong/khong-dung-lai?ma-can-bo=CB10532001");
        foreach (var shown in new[] { "Số hóa kho hồ sơ", "Mã vạch", "không làm căn cứ đề nghị khen công trạng", "Đã được khen năm 2019 ở đơn vị khác" })
            Assert.Contains(shown, page, StringComparison.Ordinal);
        _portal.Refuse("/api/register/uses", 404, """{"status":404,"code":"EMU-0005","title":"Không tìm thấy, hoặc ngoài phạm vi đơn vị được phân công"}""");
        Assert.Contains("ngoài phạm vi", await browser.PageAsync("/so-khen-thuong/khong-dung-lai?ten=A&don-vi=10549"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Holds_WithoutTheRight_AreNeitherOfferedNorShown()
    {
        using var browser = await _portal.SignedInAsync("10532", Reader);
        Assert.DoesNotContain("/tam-dung-khen-thuong", await browser.PageAsync("/so-khen-thuong"), StringComparison.Ordinal);
        var refused = await browser.GetAsync("/tam-dung-khen-thuong");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.DoesNotContain(_portal.Seen, s => s.Line.Contains("/api/holds", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Holds_RecordAndLift()
    {
        using var browser = await _portal.SignedInAsync("10532", Officer);
        var page = await browser.PageAsync("/tam-dung-khen-thuong");
        foreach (var shown in new[] { "Lê Văn Thử", "Thanh tra, kiểm tra", "99/QĐ-TTr", "01/10/2026 – chưa xác định" })
            Assert.Contains(shown, page, StringComparison.Ordinal);
        _portal.Json("POST /api/holds", HoldJson);
        await PortalFixture.SubmitAsync(browser, "/tam-dung-khen-thuong", "record", new()
        {
            ["whom"] = "individual", ["unitCode"] = "10532", ["name"] = "Lê Văn Thử", ["kind"] = "press", ["from"] = "1/10/2026", ["source"] = "Báo số 12",
        });
        AssertSent("POST /api/holds", """{"whom":"individual","unitCode":"10532","name":"Lê Văn Thử","kind":"press","from":"2026-10-01","holdsCollective":false,"source":"Báo số 12"}""", "");
        _portal.Json($"POST /api/holds/{Hold}/lift", HoldJson);
        await PortalFixture.SubmitAsync(browser, "/tam-dung-khen-thuong", $"lift-{Hold}", new() { ["reason"] = "Đã xác minh", ["lastDay"] = "20/11/2026" });
        AssertSent($"POST /api/holds/{Hold}/lift", """{"reason":"Đã xác minh","lastDay":"2026-11-20"}""", "\"1\"");
    }

    [Fact]
    public async Task Holds_BadDate_IsSaidBeforeAnythingIsSent()
    {
        using var browser = await _portal.SignedInAsync("10532", Officer);
        var answer = await PortalFixture.SubmitAsync(browser, "/tam-dung-khen-thuong", "record", new() { ["unitCode"] = "10532", ["name"] = "Gõ dở", ["from"] = "31/02/2026", ["source"] = "x" });
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.TextAsync();
        Assert.Contains("Từ ngày: </strong>Cần một ngày", page, StringComparison.Ordinal);
        Assert.Contains("Gõ dở", page, StringComparison.Ordinal);
        Assert.DoesNotContain(_portal.Sent, s => s.Line == "POST /api/holds");
    }

    [Fact]
    public async Task Nomination_ShowsItsMarks()
    {
        using var browser = await _portal.SignedInAsync("10532", Reader);
        var marked = JsonNode.Parse(Samples.Nomination)!;
        marked["marks"] = JsonNode.Parse("""[{"kind":"held","text":"Đối tượng đang trong thời gian xem xét.","stops":true,"basis":"Nghị định 152/2025/NĐ-CP Điều 4.4","earlier":null,"otherNominationId":null}]""");
        _portal.Json($"/api/nominations/{Nomination}", marked.ToJsonString());
        _portal.Json($"/api/nominations/{Nomination}/history", Samples.History);
        var page = await browser.PageAsync($"/ho-so/{Nomination}");
        Assert.Contains("Chưa được trình tiếp", page, StringComparison.Ordinal);
        Assert.Contains("đang trong thời gian xem xét", page, StringComparison.Ordinal);
    }

    private void AssertSent(string line, string body, string ifMatch)
    {
        var sent = Assert.Single(_portal.Sent, s => s.Line == line);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(body), JsonNode.Parse(sent.Body)), sent.Body);
        Assert.Equal(ifMatch, sent.IfMatch);
    }

    private static string Entry(bool cancelled = false, string money = "1404000") => $$"""
        {"id":"{{Id}}","version":3,"unitCode":"10532","unitName":"Phường Lê Thanh Nghị","kind":"individual","name":"Nguyễn Thị Hoà","position":"Công chức","personCode":null,"awardKind":"form","awardCode":"giay-khen","awardName":"Giấy khen",
         "level":"ward","commendation":"unplanned","year":2026,"campaignCode":"LTN-TD-26","categoryKey":"x","decisionNumber":"125/QĐ-UBND","decisionDate":"2026-11-20","documentUrl":null,"decidingUnitCode":"10532","decidingUnitName":"Phường Lê Thanh Nghị",
         "signerName":"Trần Văn Mẫu","order":4,"achievement":"Giữ thông suốt <script>alert(1)</script>","meritIds":[],"initiativeTitles":[],"rewardMoney":{{money}},"rewardBasis":"0,6 lần mức lương cơ sở (Nghị định 73/2024/NĐ-CP).",
         "cancelled":{{(cancelled ? "true" : "false")}},"cancellation":{{(cancelled ? """{"reason":"Kê khai sai","legalBasis":"Luật","decisionNumber":null,"decisionDate":null,"by":"x","at":"2026-11-21T01:00:00Z","moneyDue":1404000,"moneyRecovered":400000,"objectReturned":false,"recoveryNote":null,"recoveredOn":null}""" : "null")}},
         "postCheckDue":"2026-12-04","postCheckedAt":null,"postCheckConfirmed":null,"postCheckNote":null,"nominationId":"{{Nomination}}","decisionId":"{{Decision}}","imported":false,"sourceSystem":null}
        """;

    private const string HoldJson = $$"""
        {"id":"{{Hold}}","version":1,"whom":"individual","unitCode":"10532","name":"Lê Văn Thử","personCode":null,"kind":"inspection","from":"2026-10-01","to":null,"holdsCollective":false,"source":"99/QĐ-TTr",
         "recordedBy":"x","recordedAt":"2026-10-01T01:00:00Z","liftReason":null,"liftedBy":null,"inForce":true,"openNominations":[]}
        """;
}
