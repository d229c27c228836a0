using System.Net;
using System.Text.Json.Nodes;
using Emulation.ServiceDefaults;

namespace Emulation.Portal.Tests;

/// <summary>Papers made from the pages where their data are: a click sends the content and leads to the draft.</summary>
public sealed class PaperPageTests : IAsyncLifetime
{
    private const string Campaign = "01900000-0000-7000-8000-00000000c001", Block = "01900000-0000-7000-8000-00000000b001";
    private const string Page = $"/phong-trao/{Campaign}/lap-van-ban", Made = $"/van-ban/{DocumentSamples.Id}?da=lap";

    private static readonly string[] Issuer = [Policies.CampaignsRead, Policies.ScoresRead, Policies.DocumentsRead, Policies.DocumentsIssue];

    private PortalFixture _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalFixture.StartAsync();
        foreach (var route in new[] { "launch-plans", "deadline-notices", "urging-letters", "emulation-pledges", "self-score-sheets" })
            _portal.Json($"POST /api/documents/{route}", DocumentSamples.Document());
        _portal.Json($"/api/campaigns/{Campaign}", $$"""
            {"id":"{{Campaign}}","code":"LTN-26-30","name":"Đẩy mạnh <b>CCHC</b>","shortName":"Phong trào thi đua","unitCode":"10532","unitName":"Phường Lê Thanh Nghị","level":"ward","fromYear":2026,"toYear":2030,"state":"launched","version":4,"warnings":[],"links":[],
             "plan":{"code":"LTN-26-30","name":"Đẩy mạnh CCHC","shortName":"Phong trào thi đua","unitCode":"10532","level":"ward","fromYear":2026,"toYear":2030,"theme":null,"standingUnitCode":"10532-VHXH",
               "legalBases":[{"verb":"Thực hiện","type":"Quyết định","number":"2162/QĐ-UBND","date":"2026-06-09","issuer":"Chủ tịch","abstract":"x","clause":null}],
               "purposes":[{"clause":"I.1","text":"Mục đích"}],"requirements":[],"contents":[{"clause":"II.1","text":"Nội dung","areas":["tthc"]}],"criteria":[],"classScales":[],"principles":[],
               "scheme":{"categories":[{"key":"k","quotas":[{"clause":"q","scope":"subUnit","perUnit":[{"unitCode":"10532-KT","atMost":2}]}]}]},
               "reports":[{"clause":"IV.1","text":"Báo cáo","schedule":"yearly","before":{"month":11,"day":20,"yearsAfter":0},"receiver":null,"key":"nam","owes":{"who":"offices","units":null},"conditional":false}],
               "tasks":[{"clause":"IV.2","text":"Việc","quarter":1,"conditional":true,"key":"v","period":"year"}],"roles":[{"clause":"V.1","unit":"Phòng","text":"Làm","asked":false,"ownPlan":true}],
               "feedback":null,"funding":null,"recipients":["Lưu: VT"],"signer":{"authority":"TM.","position":"CHỦ TỊCH","name":"Vũ Hoàng Đăng"},"number":null} }
            """);
        _portal.Json($"/api/campaigns/{Campaign}/deadlines/history", $$"""
            {"campaignId":"{{Campaign}}","code":"LTN-26-30","items":[
              {"category":"flag","categoryName":"Cờ thi đua","stage":"internal","year":null,"dates":[
                {"printedDate":"2030-02-15","lastDay":"2030-02-14","boundary":"strict","clause":"x","version":2,"since":"2026-06-30T02:00:00Z","reason":null},
                {"printedDate":"2030-03-01","lastDay":"2030-02-28","boundary":"strict","clause":"x","version":3,"since":"2026-11-21T02:00:00Z","reason":"Thành phố lùi hạn"}]},
              {"category":"other","categoryName":"Giấy khen","stage":"internal","year":2026,"dates":[{"printedDate":"2026-11-25","lastDay":"2026-11-24","boundary":"strict","clause":"x","version":2,"since":"2026-06-30T02:00:00Z","reason":null}]}]}
            """);
        _portal.Json("/api/duties", $$"""
            {"from":"2026-01-01","to":"2026-12-31","counts":{},"months":[],"items":[{"id":"1","kind":"report","state":"overdue","campaignId":"{{Campaign}}","campaignCode":"LTN-26-30","campaignName":"CCHC","key":"nam","clause":"LTN-26-30/IV.1","text":"Báo cáo năm.",
              "unitCode":"10532-KT","unitName":"Phòng Kinh tế","receiverUnitCode":"10532","receiver":null,"through":null,"year":2026,"period":"2026","lastDay":"2026-11-19","tooLateFrom":"2026-11-19T17:00:00Z","conditional":false,"withIndexResult":false,
              "documentType":null,"conference":null,"doneAt":null,"workId":null,"returned":false}],"next":null}
            """);
        foreach (var (code, name) in new[] { ("10532-VHXH", "Phòng Văn hóa - Xã hội"), ("10532-KT", "Phòng Kinh tế"), ("31", "Thành phố Hải Phòng") })
            _portal.Json($"/api/units/{code}", $$"""{"code":"{{code}}","name":"{{name}}","rankingBlock":null}""");
    }

    public async ValueTask DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task Plan_IsMadeOfTheCampaign_LessWhatNoPlanPrints()
    {
        using var browser = await _portal.SignedInAsync("10532", Issuer);
        Assert.Contains("Đẩy mạnh <b>CCHC</b>", await browser.PageAsync(Page), StringComparison.Ordinal);
        Assert.DoesNotContain("<b>CCHC</b>", await browser.GetStringAsync(Page), StringComparison.Ordinal);
        var done = await PortalFixture.SubmitAsync(browser, Page, "plan", []);
        Assert.Equal(Made, done.Headers.Location!.ToString());
        var (sent, body) = Sent("launch-plans");
        Assert.True(Guid.TryParse(sent.Key, out _));
        Assert.Equal(("Phòng Văn hóa - Xã hội", "Vũ Hoàng Đăng", 2030, "Phong trào thi đua"), ((string)body["standingUnitName"]!, (string)body["signerName"]!, (int)body["toYear"]!, (string)body["shortName"]!));
        Assert.Equal("Phòng Kinh tế", (string)body["unitNames"]!["10532-KT"]!);
        Assert.Equal(["clause", "text"], body["contents"]![0]!.AsObject().Select(m => m.Key));
        Assert.Equal(["clause", "text", "schedule", "before"], body["reports"]![0]!.AsObject().Select(m => m.Key));
        Assert.Equal(["clause", "text", "quarter", "conditional"], body["tasks"]![0]!.AsObject().Select(m => m.Key));
        Assert.Equal(["clause", "unit", "text", "asked"], body["roles"]![0]!.AsObject().Select(m => m.Key));
        Assert.Equal("2162/QĐ-UBND", (string)body["legalBases"]![0]!["number"]!);
        foreach (var left in new[] { "code", "unitCode", "level", "number", "standingUnitCode", "theme" })
            Assert.False(body.ContainsKey(left), left);
    }

    [Fact]
    public async Task Notice_NamesTheChosenMoves_WithOldAndNewDay()
    {
        using var browser = await _portal.SignedInAsync("10532", Issuer);
        var page = await browser.PageAsync(Page);
        foreach (var shown in new[] { "từ hết ngày 14/02/2030 sang hết ngày 28/02/2030", "Thành phố lùi hạn", "Các cơ quan, đơn vị thuộc phường Lê Thanh Nghị" })
            Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.DoesNotContain("24/11/2026", page, StringComparison.Ordinal);
        var done = await PortalFixture.SubmitAsync(browser, Page, "notice", new() { ["moved"] = "0", ["reason"] = "Lùi hạn", ["noticeTo"] = "Phòng A\r\n\r\n Phòng B " });
        Assert.Equal(Made, done.Headers.Location!.ToString());
        var body = Sent("deadline-notices").Body;
        Assert.Equal(["Phòng A", "Phòng B"], body["addressees"]!.AsArray().Select(a => (string)a!));
        Assert.Equal(("2030-02-14", "2030-02-28", "Lùi hạn"), ((string)body["moved"]![0]!["from"]!, (string)body["moved"]![0]!["to"]!, (string)body["reason"]!));
    }

    [Fact]
    public async Task Notice_NothingChosen_IsRefusedHereAndKeepsWhatWasTyped()
    {
        using var browser = await _portal.SignedInAsync("10532", Issuer);
        var answer = await PortalFixture.SubmitAsync(browser, Page, "notice", new() { ["reason"] = "Lý do gõ dở", ["noticeTo"] = "Nơi gõ dở" });
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.TextAsync();
        foreach (var shown in new[] { "Chọn ít nhất một thời hạn.", "Lý do gõ dở", "Nơi gõ dở" })
            Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.DoesNotContain(_portal.Sent, s => s.Line.Contains("deadline-notices", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Letter_ListsWhatIsOverdue_AndSaysUntilWhen()
    {
        using var browser = await _portal.SignedInAsync("10532", Issuer);
        Assert.Contains("Quá hạn đến hôm nay: 1 nhiệm vụ, báo cáo của 1 đơn vị", await browser.PageAsync(Page), StringComparison.Ordinal);
        Assert.Contains(_portal.Seen, s => s.Line.StartsWith($"GET /api/duties?campaignId={Campaign}&state=overdue", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.BadRequest, (await PortalFixture.SubmitAsync(browser, Page, "letter", new() { ["letterTo"] = "Phòng Kinh tế", ["until"] = "mai" })).StatusCode);
        var done = await PortalFixture.SubmitAsync(browser, Page, "letter", new() { ["letterTo"] = "Phòng Kinh tế", ["until"] = "28/02/2099" });
        Assert.Equal(Made, done.Headers.Location!.ToString());
        var body = Sent("urging-letters").Body;
        Assert.Equal(("2099-02-28", "Phòng Kinh tế", "2026-11-19", "LTN-26-30/IV.1"), ((string)body["until"]!, (string)body["owed"]![0]!["unit"]!, (string)body["owed"]![0]!["lastDay"]!, (string)body["owed"]![0]!["clause"]!));
    }

    [Fact]
    public async Task Page_OfAnotherUnitsCampaign_OffersTheLetterOnly()
    {
        using var city = await _portal.SignedInAsync("31", Issuer);
        var page = await city.PageAsync(Page);
        Assert.Contains("Lập công văn", page, StringComparison.Ordinal);
        foreach (var hidden in new[] { "Lập kế hoạch", "Lập thông báo" })
            Assert.DoesNotContain(hidden, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letter_Refused_SaysWhy()
    {
        _portal.Refuse("POST /api/documents/urging-letters", 403, """{"status":403,"code":"DOC-0007","title":"Chỉ đơn vị ban hành mới được soạn thảo"}""");
        using var browser = await _portal.SignedInAsync("10532", Issuer);
        var answer = await PortalFixture.SubmitAsync(browser, Page, "letter", new() { ["letterTo"] = "Nơi gõ dở" });
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        var page = await answer.TextAsync();
        foreach (var shown in new[] { "Chỉ đơn vị ban hành mới được soạn thảo", "Nơi gõ dở" })
            Assert.Contains(shown, page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData($"/phong-trao/{Campaign}/thoi-han", $"href=\"{Page}\"")]
    [InlineData("/van-ban", "href=\"/van-ban/giao-uoc\"")]
    public async Task Way_ToThePapers_IsShownToThoseWhoMayIssue(string page, string link)
    {
        _portal.Json("/api/documents", """{"items":[],"next":null}""");
        using var issuer = await _portal.SignedInAsync("10532", Issuer);
        Assert.Contains(link, await issuer.PageAsync(page), StringComparison.Ordinal);
        using var reader = await _portal.SignedInAsync("10532", Policies.CampaignsRead, Policies.DocumentsRead);
        Assert.DoesNotContain(link, await reader.PageAsync(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SelfScoreSheet_OfTheOwnUnit_IsMadeOfItsLeavesAndProof()
    {
        _portal.SetSheet("submitted");
        const string page = "/cham-diem/phieu/" + ScoringSamples.SheetId;
        using var browser = await _portal.SignedInAsync("10532", Issuer);
        var done = await PortalFixture.SubmitAsync(browser, page, "paper", []);
        Assert.Equal(Made, done.Headers.Location!.ToString());
        var body = Sent("self-score-sheets").Body;
        Assert.Equal(("Bộ chỉ số thử", 2098), ((string)body["indexSetName"]!, (int)body["indexYear"]!));
        var first = body["areas"]![0]!["criteria"]![0]!;
        Assert.Equal(("A.1.1", "Kế hoạch", 9.4m, 8m), ((string)first["code"]!, (string)first["partOf"]!, (decimal)first["self"]!, (decimal)first["appraised"]!));
        Assert.StartsWith("Báo cáo <b>năm</b>.pdf; Theo báo cáo", (string)first["evidence"]!, StringComparison.Ordinal);
        Assert.Null(body["areas"]![0]!["criteria"]![2]!["partOf"]);
        Assert.Equal("X.1", (string)body["adjustments"]![0]!["code"]!);

        using var city = await _portal.SignedInAsync("31", Issuer);
        Assert.DoesNotContain("Lập phiếu tự chấm điểm", await city.PageAsync(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pledge_OfTheBlockThatTheUnitHeads_HasScaleMembersAndTargets()
    {
        static string Of(string id, string head) => $$"""
            {"id":"{{id}}","code":"k8","number":8,"name":"Khối thi đua số 8","ownerUnitCode":"31","level":"city","period":{"kind":"calendarYear","year":2026,"from":"2026-01-01","to":"2026-12-31"},"headUnitCode":"{{head}}","deputyUnitCode":"10549",
             "members":[{"code":"10532","name":"Phường Lê Thanh Nghị","outside":false},{"code":"10549","name":"Phường Chu Văn An","outside":false}],"active":true,"version":1,"createdAt":"2026-01-01T00:00:00Z"}
            """;
        _portal.Json("/api/emulation-blocks", $$"""{"items":[{{Of(Block, "10532")}},{{Of(Campaign, "10549")}}],"next":null}""");
        _portal.Json("/api/block-scales", $$"""
            {"items":[{"id":"{{Block}}","blockId":"{{Block}}","state":"confirmed","edition":1,"version":2,"definition":{"total":100,"groups":[{"code":"I","name":"Kinh tế","max":100}],
              "criteria":[{"code":"I.1","group":"I","name":"Thu ngân sách","max":100,"formula":{"kind":"againstLeader"},"unit":"%"},{"code":"T","group":null,"name":"Thưởng","max":5,"formula":{"kind":"bonusPenalty","cap":5} }]} }],"next":null}
            """);
        _portal.Json("/api/block-sheets", $$"""{"items":[{"id":"{{Block}}","blockId":"{{Block}}","member":"10549","period":"year","version":1,"pledge":{"targets":{"I.1":105.5,"cu":1} },"missing":[],"unconfirmed":[]}],"next":null}""");
        using var browser = await _portal.SignedInAsync("10532", Issuer);
        var page = await browser.PageAsync("/van-ban/giao-uoc");
        Assert.Contains($"value=\"{Block}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"value=\"{Campaign}\"", page, StringComparison.Ordinal);
        var done = await PortalFixture.SubmitAsync(browser, "/van-ban/giao-uoc", "pledge", new() { ["block"] = Block, ["contents"] = "Một\nHai" });
        Assert.Equal(Made, done.Headers.Location!.ToString());
        var body = Sent("emulation-pledges").Body;
        Assert.Equal(("Thành phố Hải Phòng", 2026, "Kinh tế", true), ((string)body["ownerName"]!, (int)body["pledgeYear"]!, (string)body["criteria"]![0]!["group"]!, (bool)body["criteria"]![1]!["outsideTotal"]!));
        Assert.Equal([("Ủy ban nhân dân phường Lê Thanh Nghị", "head"), ("Ủy ban nhân dân phường Chu Văn An", "deputy")], body["members"]!.AsArray().Select(m => ((string)m!["name"]!, (string)m["role"]!)));
        Assert.Equal(["I.1"], body["members"]![1]!["targets"]!.AsObject().Select(t => t.Key));
        Assert.Equal(HttpStatusCode.BadRequest, (await PortalFixture.SubmitAsync(browser, "/van-ban/giao-uoc", "pledge", new() { ["block"] = Campaign })).StatusCode);
    }

    private (SentRequest Sent, JsonObject Body) Sent(string route)
    {
        var sent = Assert.Single(_portal.Sent, s => s.Line == $"POST /api/documents/{route}");
        return (sent, JsonNode.Parse(sent.Body)!.AsObject());
    }
}
