using System.Net;
using System.Text.Json.Nodes;
using Emulation.ServiceDefaults;

namespace Emulation.Portal.Tests;

/// <summary>The registers a nomination rests on: initiatives and merits.</summary>
public sealed class InitiativeMeritPageTests : IAsyncLifetime
{
    private const string One = $"/sang-kien/{NominatingSamples.Initiative}", Api = $"/api/initiatives/{NominatingSamples.Initiative}";

    private static readonly string[] Officer = [Policies.NominationsRead, Policies.NominationsWrite, Policies.InitiativesRecognise], Reader = [Policies.NominationsRead];

    private PortalFixture _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalFixture.StartAsync();
        NominatingSamples.Serve(_portal);
        _portal.Json(Api, NominatingSamples.InitiativeOf(false));
        _portal.Json($"{Api}/uses", """{"items":[]}""");
        _portal.Json("POST /api/initiatives", NominatingSamples.InitiativeOf(false, duplicate: true));
        _portal.Json($"POST {Api}/recognise", NominatingSamples.InitiativeOf(true));
        _portal.Json("POST /api/merits", NominatingSamples.MeritOf(duplicate: true));
    }

    public async ValueTask DisposeAsync() => await _portal.DisposeAsync();

    private JsonNode Body(string line) => JsonNode.Parse(Assert.Single(_portal.Sent, s => s.Line == line).Body)!;

    [Fact]
    public async Task Initiatives_List_FiltersAndEncodes_ProposingOnlyForWhoMayWrite()
    {
        using var reader = await _portal.SignedInAsync("10532", Reader);
        var page = await reader.PageAsync("/sang-kien?don-vi=10532-HCC&cong-nhan=true");
        Assert.Contains(_portal.Seen, s => s.Line == "GET /api/initiatives?unitCode=10532-HCC&recognised=true");
        foreach (var shown in new[] { "Tra kho", "902/QĐ-UBND ngày 22/09/2026", "Lê Văn Thử (60%)", $"href=\"{One}\"" })
            Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", await reader.GetStringAsync("/sang-kien"), StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"propose\"", page, StringComparison.Ordinal);
        _portal.Json("/api/initiatives", """{"items":[],"next":null}""");
        Assert.Contains("Sổ chưa có sáng kiến nào", await reader.PageAsync("/sang-kien"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Propose_Twice_TellsTheDuplicate()
    {
        using var browser = await _portal.SignedInAsync("10532", Officer);
        var answer = await PortalFixture.SubmitAsync(browser, "/sang-kien", "propose", new()
        {
            ["unitCode"] = "10532-HCC", ["title"] = "Tra kho", ["summary"] = "Tự lấy", ["applied"] = "true", ["author.0"] = "Lê Văn Thử", ["share.0"] = "62,5",
        });
        Assert.Equal($"{One}?da=trung", answer.Headers.Location!.ToString());
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{"unitCode":"10532-HCC","title":"Tra kho","summary":"Tự lấy","applied":true,"authors":[{"name":"Lê Văn Thử","share":62.5}]}"""), Body("POST /api/initiatives")));
        Assert.Contains("sổ đã có sáng kiến cùng tên", await browser.PageAsync($"{One}?da=trung"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Propose_AuthorWithoutAShare_IsToldAndKept()
    {
        using var browser = await _portal.SignedInAsync("10532", Officer);
        var answer = await PortalFixture.SubmitAsync(browser, "/sang-kien", "propose", new() { ["unitCode"] = "", ["title"] = "Gõ dở", ["summary"] = "x", ["author.1"] = "Lê Văn Thử", ["share.2"] = "10" });
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.TextAsync();
        foreach (var shown in new[] { "Cần chọn đơn vị", "Lê Văn Thử: ghi số từ 1 đến 100", "Có dòng thiếu họ tên", ">Gõ dở</textarea>" })
            Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.DoesNotContain(_portal.Sent, s => s.Line == "POST /api/initiatives");
    }

    [Fact]
    public async Task Recognise_ByWhoMay_WithVersion_NotTwice()
    {
        using var browser = await _portal.SignedInAsync("10532", Officer);
        var wrong = await PortalFixture.SubmitAsync(browser, One, "recognise", new() { ["by"] = "", ["decisionNumber"] = "15/QĐ-UBND", ["decisionDate"] = "31/2/2026" });
        Assert.Contains("value=\"15/QĐ-UBND\"", await wrong.TextAsync(), StringComparison.Ordinal);
        var answer = await PortalFixture.SubmitAsync(browser, One, "recognise", new() { ["by"] = "wardCommittee", ["decisionNumber"] = "15/QĐ-UBND", ["decisionDate"] = "20/11/2026", ["applied"] = "true" });
        Assert.Equal($"{One}?da=cong-nhan", answer.Headers.Location!.ToString());
        Assert.Equal("\"4\"", Assert.Single(_portal.Sent, s => s.Line == $"POST {Api}/recognise").IfMatch);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{"by":"wardCommittee","decisionNumber":"15/QĐ-UBND","decisionDate":"2026-11-20","applied":true,"replicable":false}"""), Body($"POST {Api}/recognise")));
        // The city's own recognition is the city's to record.
        Assert.DoesNotContain("value=\"city\"", await browser.PageAsync(One), StringComparison.Ordinal);
        _portal.Json(Api, NominatingSamples.InitiativeOf(true));
        Assert.DoesNotContain("value=\"recognise\"", await browser.PageAsync(One), StringComparison.Ordinal);
        _portal.Json(Api, NominatingSamples.InitiativeOf(false));
        using var reader = await _portal.SignedInAsync("10532", Reader);
        Assert.DoesNotContain("value=\"recognise\"", await reader.PageAsync(One), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Initiative_TellsWhatItWasUsedFor_OthersByTheYearAlone()
    {
        _portal.Json($"{Api}/uses", """{"items":[{"award":{"year":2025,"entryId":"01900000-0000-7000-8000-000000000051","awardName":"Bằng khen"},"name":"Lê <b>Văn","forTitle":false},{"award":{"year":2024,"entryId":null,"awardName":null},"name":"","forTitle":false}]}""");
        using var reader = await _portal.SignedInAsync("10532", Reader);
        var page = await reader.PageAsync(One);
        Assert.Contains("Một khen thưởng ở đơn vị khác, năm 2024", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/so-khen-thuong/01900000-0000-7000-8000-000000000051\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>Văn", await reader.GetStringAsync(One), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Merits_ListAndRecord_TellTheDuplicate()
    {
        _portal.Json("/api/merits", $$"""{"items":[{{NominatingSamples.MeritOf(duplicate: true)}}],"next":"{{NominatingSamples.Merit}}"}""");
        using var browser = await _portal.SignedInAsync("10532", Officer);
        var page = await browser.PageAsync("/thanh-tich?ma-can-bo=CB01");
        Assert.Contains(_portal.Seen, s => s.Line == "GET /api/merits?personCode=CB01");
        foreach (var shown in new[] { "Lê Văn Thử (CB01)", "Hoàn thành nhiệm vụ trong một thời gian", "01/01/2026 – 30/06/2026", "chưa dùng", "Trùng với thành tích đã ghi trước", $"sau={NominatingSamples.Merit}" })
            Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.DoesNotContain("<u>hồ", await browser.GetStringAsync("/thanh-tich"), StringComparison.Ordinal);
        var answer = await PortalFixture.SubmitAsync(browser, "/thanh-tich", "record", new()
        {
            ["nomineeKind"] = "collective", ["unitCode"] = "10532-HCC", ["kind"] = "duty", ["title"] = "Số hóa", ["description"] = "Đã làm", ["from"] = "1/1/2026", ["to"] = "30/6/2026",
        });
        Assert.Equal($"/thanh-tich?da=trung#t-{NominatingSamples.Merit}", answer.Headers.Location!.OriginalString);
        // Without a name of its own the collective is the unit.
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{"nomineeKind":"collective","name":"Trung tâm <i>Phục vụ","unitCode":"10532-HCC","kind":"duty","title":"Số hóa","description":"Đã làm","from":"2026-01-01","to":"2026-06-30"}"""), Body("POST /api/merits")));
        Assert.Contains("chỉ được khen một lần", await browser.PageAsync("/thanh-tich?da=trung"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Merit_RefusedOrIncomplete_KeepsWhatWasTyped_ReaderIsNotOfferedIt()
    {
        using var browser = await _portal.SignedInAsync("10532", Officer);
        var answer = await PortalFixture.SubmitAsync(browser, "/thanh-tich", "record", new() { ["nomineeKind"] = "individual", ["unitCode"] = "10532", ["title"] = "Gõ dở", ["description"] = "x", ["from"] = "1/1/2026" });
        var page = await answer.TextAsync();
        foreach (var shown in new[] { "Cần họ tên của cá nhân", "Cần chọn loại thành tích", "Đến ngày: </strong>Cần một ngày", "value=\"Gõ dở\"" })
            Assert.Contains(shown, page, StringComparison.Ordinal);
        _portal.Refuse("POST /api/merits", 400, """{"status":400,"code":"EMU-0001","title":"Dữ liệu chưa hợp lệ","errors":[{"pointer":"/from","detail":"Thành tích chưa bắt đầu."}]}""");
        answer = await PortalFixture.SubmitAsync(browser, "/thanh-tich", "record", new() { ["nomineeKind"] = "individual", ["name"] = "A", ["unitCode"] = "10532", ["kind"] = "other", ["title"] = "Gõ dở", ["description"] = "x", ["from"] = "1/1/2099", ["to"] = "2/1/2099" });
        Assert.Contains("Từ ngày: </strong>Thành tích chưa bắt đầu", await answer.TextAsync(), StringComparison.Ordinal);
        using var reader = await _portal.SignedInAsync("10532", Reader);
        Assert.DoesNotContain("value=\"record\"", await reader.PageAsync("/thanh-tich"), StringComparison.Ordinal);
    }
}
