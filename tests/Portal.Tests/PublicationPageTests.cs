using System.Net;
using System.Text.Json.Nodes;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Http;
using static Emulation.Portal.Tests.DecisionSamples;

namespace Emulation.Portal.Tests;

/// <summary>Lists made public: who publishes, who comments, who answers.</summary>
public sealed class PublicationPageTests : IAsyncLifetime
{
    private const string Id = "01900000-0000-7000-8000-00000000e001", First = "01900000-0000-7000-8000-00000000e002", Page = $"/cong-khai/{Id}", OfCampaign = "/cong-khai/moi?phong-trao=LTN-26-30&nam=2026";
    private static readonly string[] Officer = [Policies.CampaignsRead, Policies.NominationsRead, Policies.NominationsDecide], Anyone = [Policies.CampaignsRead];

    private PortalFixture _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalFixture.StartAsync();
        _portal.Json("/api/campaigns", CampaignList);
        _portal.Json("/api/decisions", Listed(Made()));
        _portal.Json($"/api/decisions/{Decision}", Made());
        _portal.Json("/api/publications", Listed(List()));
        _portal.Json($"/api/publications/{Id}", List());
        _portal.Json($"/api/publications/{Id}/comments", Listed(Comment()));
        _portal.Answers["/api/nominations"] = context =>
        {
            context.Response.ContentType = "application/json";
            return context.Response.WriteAsync(context.Request.Query["state"] == "agreed" ? Listed(Item(Person, "Nguyễn Văn Ví", "agreed"), Item(Office, "Văn phòng A", "agreed", kind: "collective")) : Listed());
        };
    }

    public async ValueTask DisposeAsync() => await _portal.DisposeAsync();

    private static string List(bool open = true) => $$"""
        {"id":"{{Id}}","unitCode":"10532","unitName":"Phường Lê Thanh Nghị","title":"Danh sách <b>cuối năm</b>","decisionId":null,"from":"2026-11-20T01:00:00Z","until":"2026-12-01","open":{{(open ? "true" : "false")}},
        "lines":[{"nominationId":"{{Person}}","order":1,"kind":"individual","name":"Nguyễn Văn Ví","position":"Chuyên viên","unitName":"Văn phòng","category":"Giấy khen","achievement":"Số hóa hồ sơ"}]}
        """;

    private static string Comment(string? answer = null) => $$"""
        {"id":"{{First}}","nominationId":"{{Person}}","text":"Chưa rõ <i>thành tích</i>","byUnitCode":"10532-VHXH","at":"2026-11-21T01:00:00Z","answer":{{(answer is null ? "null" : $"\"{answer}\"")}},"answeredAt":{{(answer is null ? "null" : "\"2026-11-22T01:00:00Z\"")}}}
        """;

    [Fact]
    public async Task List_IsEveryones_PublishingIsTheDecidingLevels()
    {
        using var anyone = await _portal.SignedInAsync("10532", Anyone);
        var page = await anyone.PageAsync("/cong-khai");
        Assert.Contains("nhận góp ý đến hết 01/12/2026", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/cong-khai/moi", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await anyone.GetAsync("/cong-khai/moi")).StatusCode);
        _portal.Json("/api/publications", Listed());
        Assert.Contains("Chưa có danh sách nào được công khai.", await anyone.PageAsync("/cong-khai"), StringComparison.Ordinal);
        using var officer = await _portal.SignedInAsync("10532", Officer);
        Assert.Contains("/cong-khai/moi", await officer.PageAsync("/cong-khai"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_ProposesListsUnderWayAndOwnDecisions()
    {
        using var browser = await _portal.SignedInAsync("10532", Officer);
        var page = await browser.PageAsync("/cong-khai/moi");
        Assert.Contains("href=\"/cong-khai/moi?phong-trao=LTN-26-30&nam=2026\"", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/cong-khai/moi?quyet-dinh={Decision}\"", page, StringComparison.Ordinal);
        _portal.Json("/api/decisions", Listed(Made(unit: "10549")));
        Assert.Contains("Đơn vị chưa có quyết định khen thưởng.", await browser.PageAsync("/cong-khai/moi"), StringComparison.Ordinal);
        _portal.Json($"/api/decisions/{Decision}", Made(unit: "10549"));
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync($"/cong-khai/moi?quyet-dinh={Decision}")).StatusCode);
    }

    [Fact]
    public async Task New_OfNominations_SendsWhatIsTicked_KeepsWhatWasTypedWhenRefused()
    {
        using var browser = await _portal.SignedInAsync("10532", Officer);
        Assert.Contains("Chọn ít nhất một hồ sơ.", await (await PortalFixture.SubmitAsync(browser, OfCampaign, "cong-khai", new() { ["title"] = "Danh sách", ["days"] = "5" })).TextAsync(), StringComparison.Ordinal);
        _portal.Refuse("POST /api/publications", 400, """{"status":400,"code":"EMU-0001","title":"Dữ liệu không hợp lệ","errors":[{"pointer":"/workingDays","detail":"Từ 1 đến 60."}]}""");
        var page = await (await PortalFixture.SubmitAsync(browser, OfCampaign, "cong-khai", new() { ["nomination"] = Person, ["title"] = "Gõ dở tiêu đề", ["days"] = "99" })).TextAsync();
        Assert.Contains("Thời hạn góp ý: </strong>Từ 1 đến 60.", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Gõ dở tiêu đề\"", page, StringComparison.Ordinal);
        Assert.DoesNotMatch($"value=\"{Office}\" checked", page);
        _portal.Json("POST /api/publications", List());
        var response = await PortalFixture.SubmitAsync(browser, OfCampaign, "cong-khai", new() { ["nomination"] = Person, ["title"] = "Danh sách", ["days"] = "5" });
        Assert.Equal($"{Page}?da=cong-khai", response.Headers.Location!.ToString());
        var sent = JsonNode.Parse(_portal.Sent.Last(s => s.Line == "POST /api/publications").Body)!;
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse($$"""{"title":"Danh sách","nominationIds":["{{Person}}"],"workingDays":5}"""), sent), sent.ToJsonString());
    }

    [Fact]
    public async Task New_OfADecision_NamesItAndNoNominations()
    {
        _portal.Json("POST /api/publications", List());
        using var browser = await _portal.SignedInAsync("10532", Officer);
        var address = $"/cong-khai/moi?quyet-dinh={Decision}";
        Assert.Contains("value=\"Danh sách được khen thưởng theo Quyết định 125/QĐ-UBND ngày 21/11/2026\"", await browser.PageAsync(address), StringComparison.Ordinal);
        await PortalFixture.SubmitAsync(browser, address, "cong-khai", new() { ["title"] = "Được khen", ["days"] = "7" });
        var sent = JsonNode.Parse(Assert.Single(_portal.Sent, s => s.Line == "POST /api/publications").Body)!;
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse($$"""{"title":"Được khen","nominationIds":[],"decisionId":"{{Decision}}","workingDays":7}"""), sent), sent.ToJsonString());
    }

    [Fact]
    public async Task Page_TextOfOthersIsEncoded_CommentIsSent()
    {
        _portal.Json($"POST /api/publications/{Id}/comments", Comment());
        using var browser = await _portal.SignedInAsync("10532-VHXH", Anyone);
        var raw = await (await browser.GetAsync(Page)).Content.ReadAsStringAsync();
        Assert.DoesNotContain("<b>cuối năm</b>", raw, StringComparison.Ordinal);
        Assert.DoesNotContain("<i>thành tích</i>", raw, StringComparison.Ordinal);
        Assert.Contains("Góp ý của tôi", WebUtility.HtmlDecode(raw), StringComparison.Ordinal);
        Assert.DoesNotContain($"tra-loi-{First}", raw, StringComparison.Ordinal);
        var response = await PortalFixture.SubmitAsync(browser, Page, "gop-y", new() { ["line"] = Person, ["text"] = "Đề nghị xem lại" });
        Assert.Equal($"{Page}?da=gop-y#y-kien", response.Headers.Location!.ToString());
        var sent = JsonNode.Parse(Assert.Single(_portal.Sent, s => s.Line.EndsWith("/comments", StringComparison.Ordinal)).Body)!;
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse($$"""{"nominationId":"{{Person}}","text":"Đề nghị xem lại"}"""), sent), sent.ToJsonString());
    }

    [Fact]
    public async Task Page_AfterTheLastDay_TakesNoComment_ARefusedOneKeepsItsText()
    {
        _portal.Json($"/api/publications/{Id}", List(open: false));
        _portal.Json($"/api/publications/{Id}/comments", Listed());
        using var browser = await _portal.SignedInAsync("10532", Anyone);
        var page = await browser.PageAsync(Page);
        Assert.Contains("đã hết hạn ngày 01/12/2026", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Gửi góp ý", page, StringComparison.Ordinal);
        _portal.Json($"/api/publications/{Id}", List());
        _portal.Refuse($"POST /api/publications/{Id}/comments", 409, """{"status":409,"code":"NOM-0132","title":"Đã hết thời gian góp ý"}""");
        var refused = await (await PortalFixture.SubmitAsync(browser, Page, "gop-y", new() { ["text"] = "Viết dở" })).TextAsync();
        Assert.Contains("Đã hết thời gian góp ý", refused, StringComparison.Ordinal);
        Assert.Contains("Viết dở</textarea>", refused, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_ByThePublishingUnit_OnceOnly()
    {
        _portal.Json($"POST /api/publications/{Id}/comments/{First}/answer", Comment("Đã kiểm tra"));
        using var browser = await _portal.SignedInAsync("10532", Officer);
        Assert.Contains("Về 1. Nguyễn Văn Ví", await browser.PageAsync(Page), StringComparison.Ordinal);
        var response = await PortalFixture.SubmitAsync(browser, Page, $"tra-loi-{First}", new() { ["answer"] = "Đã kiểm tra" });
        Assert.Equal($"{Page}?da=tra-loi#y-kien", response.Headers.Location!.ToString());
        _portal.Json($"/api/publications/{Id}/comments", Listed(Comment("Đã kiểm tra")));
        var page = await browser.PageAsync(Page);
        Assert.Contains("Đã kiểm tra", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"tra-loi-{First}", page, StringComparison.Ordinal);
    }
}
