using System.Net;
using System.Text.Json.Nodes;
using Emulation.ServiceDefaults;
using static Emulation.Portal.Tests.CouncilSamples;

namespace Emulation.Portal.Tests;

/// <summary>Papers begun where their data are shown: session, nomination, ranking.</summary>
public sealed class WritePaperTests : IAsyncLifetime
{
    private const string SessionPage = $"/hoi-dong/phien/{Session}", SessionApi = $"/api/councils/sessions/{Session}", NominationPage = $"/ho-so/{Nomination}", RankingPage = "/xep-hang/phuong/2026";

    private static readonly string[] Writer = [Policies.CouncilRead, Policies.NominationsRead, Policies.DocumentsRead, Policies.DocumentsIssue];

    private PortalFixture _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalFixture.StartAsync();
        _portal.Json(SessionApi, SessionIn("concluded"));
        _portal.Json($"{SessionApi}/items/{Flag}/nomination", Dossier);
        _portal.Json($"{SessionApi}/minutes", Minutes);
        _portal.Json($"/api/nominations/{Nomination}", Dossier);
        _portal.Json($"/api/nominations/{Nomination}/history", """{"items":[],"next":null}""");
        _portal.Json("/api/register", """{"items":[],"next":null}""");
        foreach (var route in (string[])["minutes", "ballots", "achievement-reports", "ranking-tables"])
            _portal.Json($"POST /api/documents/{route}", DocumentSamples.Document());
    }

    public async ValueTask DisposeAsync() => await _portal.DisposeAsync();

    [Theory]
    [InlineData("10532", true)]
    [InlineData("10549", false)]
    public async Task Session_Concluded_OffersMinutesToTheUnitOfTheCouncil(string unit, bool offered)
    {
        using var browser = await _portal.SignedInAsync(unit, Writer);
        var page = await browser.PageAsync(SessionPage);
        Assert.Equal(offered, page.Contains("Lập biên bản", StringComparison.Ordinal));
        Assert.DoesNotContain("Lập phiếu bầu", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Session_Minutes_AreCarriedOverAndLeadToTheDraft()
    {
        using var browser = await _portal.SignedInAsync("10532", Writer);
        var done = await PortalFixture.SubmitAsync(browser, SessionPage, "lap-bien-ban", []);
        Assert.Equal($"/van-ban/{DocumentSamples.Id}?da=lap", done.Headers.Location!.ToString());
        Assert.Contains(_portal.Seen, s => s.Line == "POST /api/documents/minutes?unitCode=10532-HDTDKT");
        var sent = Assert.Single(_portal.Sent, s => s.Line == "POST /api/documents/minutes");
        Assert.True(Guid.TryParse(sent.Key, out _));
        var body = JsonNode.Parse(sent.Body)!;
        Assert.Equal(("Hoàng Đình Mẫu", "present", "secret", 9, "passed"),
            ((string)body["chairName"]!, (string)body["attendance"]![0]!["attendance"]!, (string)body["items"]![0]!["ballot"]!, (int)body["items"]![0]!["result"]!["yes"]!, (string)body["items"]![0]!["result"]!["outcome"]!));
        // The conflict that the chair set aside is none.
        Assert.Equal(["Trịnh Văn Dụ"], body["items"]![0]!["conflicts"]!.AsArray().Select(c => (string)c!["memberName"]!));
    }

    [Fact]
    public async Task Session_BeforeTheBallot_OffersTheSheetOfItsSecretItems()
    {
        _portal.Json(SessionApi, SessionIn("planned"));
        using var browser = await _portal.SignedInAsync("10532", Writer);
        await PortalFixture.SubmitAsync(browser, SessionPage, "lap-phieu-bau", []);
        var body = JsonNode.Parse(Assert.Single(_portal.Sent, s => s.Line == "POST /api/documents/ballots").Body)!;
        Assert.Equal("2026-12-15", (string)body["on"]!);
        Assert.Equal(["Tập thể <b>A</b> – Cờ thi đua", "Tập thể B – Cờ thi đua"], body["items"]!.AsArray().Select(i => (string)i!["subject"]!));
    }

    [Fact]
    public async Task Nomination_Report_TakesEarlierAwardsOfTheVeryNominee()
    {
        _portal.Json("/api/register", $$"""{"items":[{{Entry("Tập thể <b>A</b>", "Giấy khen")}},{{Entry("Tập thể A khác", "Bằng khen")}}],"next":null}""");
        using var browser = await _portal.SignedInAsync("10532", Writer);
        var done = await PortalFixture.SubmitAsync(browser, NominationPage, "lap-bao-cao-thanh-tich", []);
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        var body = JsonNode.Parse(Assert.Single(_portal.Sent, s => s.Line == "POST /api/documents/achievement-reports").Body)!;
        Assert.Equal(["Giấy khen"], body["earlierAwards"]!.AsArray().Select(a => (string)a!["name"]!));
        Assert.Equal(("collective", 2026), ((string)body["recipient"]!, (int)body["achievedIn"]!));
    }

    [Fact]
    public async Task Nomination_ReportRefused_SaysWhyOnThePage()
    {
        _portal.Refuse("POST /api/documents/achievement-reports", 400, """{"status":400,"code":"EMU-0001","title":"Báo cáo thành tích của cá nhân phải ghi chức vụ, chức danh"}""");
        using var browser = await _portal.SignedInAsync("10532", Writer);
        var answer = await PortalFixture.SubmitAsync(browser, NominationPage, "lap-bao-cao-thanh-tich", []);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("phải ghi chức vụ, chức danh", await answer.TextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("31", true)]
    [InlineData("10532", false)]
    public async Task Ranking_Notice_IsOfferedToTheCity(string unit, bool offered)
    {
        _portal.Json("/api/city/rankings", Samples.Rankings);
        using var browser = await _portal.SignedInAsync(unit, Writer);
        Assert.Equal(offered, (await browser.PageAsync(RankingPage)).Contains("Lập thông báo xếp hạng", StringComparison.Ordinal));
        if (!offered)
            return;
        await PortalFixture.SubmitAsync(browser, RankingPage, "lap-bang-xep-hang", []);
        var body = JsonNode.Parse(Assert.Single(_portal.Sent, s => s.Line == "POST /api/documents/ranking-tables").Body)!;
        Assert.Equal(("phuong", 2026), ((string)body["block"]!, (int)body["year"]!));
    }

    // LTN-26-30/IV.2.2: what the system knows stands in the report, words are left to the officials.
    [Fact]
    public async Task Campaign_Report_CarriesCountsIndexAndDeadlines()
    {
        const string id = "01900000-0000-7000-8000-00000000c001", page = $"/viec-phai-lam?phong-trao={id}&nam=2026";
        _portal.Json("/api/campaigns", $$"""{"items":[{"id":"{{id}}","code":"LTN-26-30","name":"Đẩy mạnh CCHC","unitCode":"10532","unitName":"Phường Lê Thanh Nghị","fromYear":2026,"toYear":2030,"state":"launched"}],"next":null}""");
        _portal.Json($"/api/campaigns/{id}", """{"plan":{"scheme":{"categories":[{"key":"yearly","name":"Bằng khen hằng năm","recipient":"individual"}]}}}""");
        _portal.Json("/api/duties", """{"from":"2026-01-01","to":"2026-12-31","counts":{},"months":[],"items":[],"next":null}""");
        _portal.Json("/api/duties/missing", $$"""{"campaignId":"{{id}}","campaignCode":"LTN-26-30","campaignName":"Đẩy mạnh CCHC","year":2026,"items":[{"kind":"report","key":"nam","clause":"LTN-26-30/IV.2.2","text":"Báo cáo năm","period":"2026","lastDay":"2026-11-19","owed":4,"done":3,"missing":[]}]}""");
        _portal.Json("/api/nominations/summary", """
            {"items":[{"unitCode":"10532-VHXH","categoryKey":"yearly","state":"awarded","count":2},{"unitCode":"10532-VHXH","categoryKey":"yearly","state":"submitted","count":1},{"unitCode":"10532-VHXH","categoryKey":"yearly","state":"draft","count":5}]}
            """);
        _portal.Json("/api/units", """{"items":[{"code":"10532-VHXH","name":"Phòng Văn hóa - Xã hội"}],"next":null}""");
        _portal.Json("/api/city/rankings", Samples.Rankings);
        _portal.Json("POST /api/documents/campaign-reports", DocumentSamples.Document(type: "BC"));
        using var other = await _portal.SignedInAsync("10549", [.. Writer, Policies.CampaignsRead]);
        Assert.DoesNotContain("Lập báo cáo", await other.PageAsync(page), StringComparison.Ordinal);

        using var browser = await _portal.SignedInAsync("10532", [.. Writer, Policies.CampaignsRead]);
        var done = await PortalFixture.SubmitAsync(browser, page, "lap-bao-cao", []);
        Assert.Equal($"/van-ban/{DocumentSamples.Id}?da=lap", done.Headers.Location!.ToString());
        var body = JsonNode.Parse(Assert.Single(_portal.Sent, s => s.Line == "POST /api/documents/campaign-reports").Body)!;
        Assert.Equal(("interim", "Bằng khen hằng năm", "individual", "Phòng Văn hóa - Xã hội", 3, 2), ((string)body["stage"]!, (string)body["awards"]![0]!["category"]!, (string)body["awards"]![0]!["recipient"]!,
            (string)body["awards"]![0]!["unitName"]!, (int)body["awards"]![0]!["nominated"]!, (int)body["awards"]![0]!["awarded"]!));
        Assert.Equal(("Phường Lê Thanh Nghị", 91.25m, 1), ((string)body["index"]![0]!["unitName"]!, (decimal)body["index"]![0]!["index"]!, (int)body["index"]![0]!["rank"]!));
        Assert.Equal((3, 1), ((int)body["deadlines"]![0]!["done"]!, (int)body["deadlines"]![0]!["missing"]!));
    }

    [Fact]
    public async Task RankingTable_Overtaken_SaysSoOnItsPage()
    {
        var paper = JsonNode.Parse(DocumentSamples.Document(type: "TB", issued: true))!;
        paper["outdated"] = "Bảng xếp hạng đã được đính chính (bản 2) sau khi ban hành văn bản này.";
        _portal.Json($"/api/documents/{DocumentSamples.Id}", paper.ToJsonString());
        using var browser = await _portal.SignedInAsync("10532", Writer);
        Assert.Contains("Bảng xếp hạng đã được đính chính (bản 2)", await browser.PageAsync($"/van-ban/{DocumentSamples.Id}"), StringComparison.Ordinal);
    }

    private static string Minutes
    {
        get
        {
            var session = JsonNode.Parse(SessionIn("concluded"))!;
            return $$"""
                {"sessionId":"{{Session}}","councilName":"Hội đồng Thi đua - Khen thưởng Phường Lê Thanh Nghị","unitCode":"10532","unitName":"Phường Lê Thanh Nghị","councilDecision":"05/QĐ-UBND","councilDecisionDate":"2025-12-31",
                "title":"Phiên họp cuối năm","at":"2026-12-15T01:00:00Z","openedAt":"2026-12-15T01:05:00Z","concludedAt":"2026-12-15T03:00:00Z","place":"Phòng số 1","chairName":"Hoàng Đình Mẫu","secretaryName":"Vũ Thị Thử",
                "attendance":[{"name":"Hoàng Đình Mẫu","title":"chair","position":"Chủ tịch Ủy ban nhân dân","attendance":"present","note":null}],"members":11,"present":10,"written":0,
                "items":{{session["items"]!.ToJsonString()}},"approved":false,"approvedAt":null,"approvalNote":null}
                """;
        }
    }

    private static string Entry(string name, string award) => $$"""
        {"id":"01900000-0000-7000-8000-00000000e001","version":1,"unitCode":"10532-VHXH","unitName":"Phòng Văn hóa - Xã hội","kind":"collective","name":"{{name}}","position":null,"personCode":null,"awardKind":"form","awardName":"{{award}}",
        "level":"ward","commendation":"theme","year":2025,"campaignCode":null,"decisionNumber":"12/QĐ-UBND","decisionDate":"2025-12-20","documentUrl":null,"decidingUnitCode":"10532","decidingUnitName":"Phường Lê Thanh Nghị","signerName":null,
        "order":1,"achievement":"Tốt","initiativeTitles":[],"rewardMoney":null,"rewardBasis":"","cancelled":false,"cancellation":null,"postCheckDue":null,"postCheckedAt":null,"postCheckConfirmed":null,"postCheckNote":null,"nominationId":null,
        "decisionId":null,"imported":false,"sourceSystem":null}
        """;
}
