using System.Net;
using System.Text.Json.Nodes;
using Emulation.ServiceDefaults;
using static Emulation.Portal.Tests.DocumentSamples;

namespace Emulation.Portal.Tests;

/// <summary>Steps of signing on a document's page.</summary>
public sealed class SigningPageTests : IAsyncLifetime
{
    private const string Page = $"/van-ban/{Id}", Api = $"/api/documents/{Id}";

    internal const string Report = """
        {"outcome":"validWithRemarks","summary":"Hợp lệ nhưng có điều cần lưu ý: 1 chữ ký cá nhân và 1 chữ ký của cơ quan.","sha256":"cc33","number":"07","date":"2026-12-04",
        "signatures":[
          {"order":1,"outcome":"valid","role":"person","signerName":"Nguyễn Văn Hoạch","position":"Chủ tịch","unitCode":"10532","signedAt":"2026-12-05T08:30:00+07:00","timeWitnessed":true,"issuer":"CA dùng thử",
           "stamp":["2026-12-05T08:30:00+0700","Việt Nam","Nguyễn Văn Hoạch <script>alert(1)</script> đã ký lên văn bản này!"],"coversWholeFile":false,"remarks":[],"changesAfter":[{"kind":"fieldFilled","text":"Điền số: 07."}]},
          {"order":2,"outcome":"valid","role":"organisation","signerName":"Ủy ban nhân dân phường Lê Thanh Nghị","position":null,"unitCode":"10532","signedAt":"2026-12-05T09:00:00+07:00","timeWitnessed":false,"issuer":"CA dùng thử",
           "stamp":["2026-12-05T09:00:00+0700","Việt Nam",""],"coversWholeFile":true,"remarks":[],"changesAfter":[]}],
        "remarks":["Văn bản ghi ngày 04/12/2026 nhưng được ký ngày 05/12/2026."]}
        """;

    private PortalFixture _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalFixture.StartAsync();
        _portal.Json($"{Api}/presentation", """{"authority":["TM. ỦY BAN NHÂN DÂN","CHỦ TỊCH"],"signerName":null,"recipients":["Lưu: VT"]}""");
    }

    public async ValueTask DisposeAsync() => await _portal.DisposeAsync();

    [Theory]
    [InlineData("10532", Policies.DocumentsSign, true)]
    [InlineData("10532", Policies.DocumentsIssue, true)]
    [InlineData("10532", Policies.CampaignsRead, false)]
    [InlineData("10549", Policies.DocumentsSign, false)]
    public async Task Home_TellsWhoSignsOrIssuesOfTheUnitsPapersForSigning(string unit, string policy, bool told)
    {
        _portal.Json("/api/city/overview", Samples.Overview);
        var paper = JsonNode.Parse(Document().Replace("\"draft\"", "\"forSigning\"", StringComparison.Ordinal))!["document"]!.ToJsonString();
        _portal.Json("/api/documents", $$"""{"items":[{{paper}}],"next":null}""");
        using var browser = await _portal.SignedInAsync(unit, [Policies.DocumentsRead, policy]);
        Assert.Equal(told, (await browser.PageAsync("/")).Contains("<a href=\"/van-ban?tinh-trang=forSigning\">1 văn bản đang trình ký</a>", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("awaitingPerson", Policies.DocumentsSign, "Tôi đã đọc văn bản và ký", true)]
    [InlineData("awaitingPerson", Policies.DocumentsIssue, "Tôi đã đọc văn bản và ký", false)]
    [InlineData("awaitingPerson", Policies.DocumentsIssue, "Lý do trả lại dự thảo", true)]
    [InlineData("awaitingNumber", Policies.DocumentsIssue, "Cấp số, ký của cơ quan và ban hành", true)]
    [InlineData("awaitingNumber", Policies.DocumentsSign, "Cấp số, ký của cơ quan và ban hành", false)]
    [InlineData("awaitingNumber", Policies.DocumentsSign, "Lý do trả lại dự thảo", false)]
    [InlineData("awaitingOrganisation", Policies.DocumentsIssue, "Ký của cơ quan và ban hành", true)]
    public async Task Steps_AreOfferedToThoseWhoseTurnItIs(string step, string scope, string offer, bool offered)
    {
        InSigning(step);
        using var browser = await _portal.SignedInAsync("10532", Policies.DocumentsRead, scope);
        Assert.Equal(offered, (await browser.PageAsync(Page)).Contains(offer, StringComparison.Ordinal));
        using var other = await _portal.SignedInAsync("31", Policies.DocumentsRead, scope);
        Assert.DoesNotContain(offer, await other.PageAsync(Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sign_ByTheLeader_SendsVersionAndKeyOnce()
    {
        InSigning("awaitingPerson");
        _portal.Json($"POST {Api}/signatures/person", """{"state":"forSigning","version":6,"step":"awaitingNumber"}""");
        using var browser = await _portal.SignedInAsync("10532", Policies.DocumentsRead, Policies.DocumentsSign);
        var done = await PortalFixture.SubmitAsync(browser, Page, "sign-person", new() { ["confirmed"] = "true" });
        Assert.EndsWith("?da=da-ky", done.Headers.Location!.ToString(), StringComparison.Ordinal);
        var sent = Assert.Single(_portal.Sent, s => s.Line == $"POST {Api}/signatures/person");
        Assert.Equal("\"5\"", sent.IfMatch);
        Assert.True(Guid.TryParse(sent.Key, out _));
    }

    [Fact]
    public async Task Sign_Refused_SaysWhyOnThePage()
    {
        InSigning("awaitingPerson");
        _portal.Refuse($"POST {Api}/signatures/person", 409, """{"status":409,"code":"DOC-0024","title":"Chứng thư số hết hạn, chưa có hiệu lực hoặc đã ngừng sử dụng"}""");
        using var browser = await _portal.SignedInAsync("10532", Policies.DocumentsRead, Policies.DocumentsSign);
        Assert.Contains("Chứng thư số hết hạn", await (await PortalFixture.SubmitAsync(browser, Page, "sign-person", new() { ["confirmed"] = "true" })).TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draft_OfTheIssuer_CanBeSubmittedForSigning()
    {
        _portal.Json(Api, Document());
        _portal.Json($"POST {Api}/signing", """{"state":"forSigning","version":6,"step":"awaitingPerson"}""");
        using var browser = await _portal.SignedInAsync("10532", Policies.DocumentsRead, Policies.DocumentsIssue);
        var done = await PortalFixture.SubmitAsync(browser, Page, "submit-signing", new() { ["signer"] = "Trần Văn Hoạch" });
        Assert.EndsWith("?da=trinh-ky", done.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal("Trần Văn Hoạch", (string?)JsonNode.Parse(Assert.Single(_portal.Sent, s => s.Line == $"POST {Api}/signing").Body)!["signerName"]);
    }

    private void InSigning(string step)
    {
        _portal.Json(Api, Document().Replace("\"state\":\"draft\"", "\"state\":\"forSigning\"", StringComparison.Ordinal));
        _portal.Json($"{Api}/signatures", $$"""{"state":"forSigning","version":5,"step":"{{step}}","symbol":"07/TTr-UBND","signatures":{{Report}} }""");
    }
}
