using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Emulation.ServiceDefaults;

namespace Emulation.Portal.Tests;

/// <summary>The acts on the page of a nomination: to whom, in which state, with what.</summary>
public sealed partial class NominationActTests : IAsyncLifetime
{
    private const string Page = $"/ho-so/{NominatingSamples.Nomination}", Api = $"/api/nominations/{NominatingSamples.Nomination}";

    private static readonly string[] Officer = [Policies.CampaignsRead, Policies.NominationsRead, Policies.NominationsWrite, Policies.NominationsDecide],
        City = [Policies.CampaignsRead, Policies.NominationsRead, Policies.NominationsDecide], Office = [Policies.CampaignsRead, Policies.NominationsRead, Policies.NominationsWrite],
        Reader = [Policies.CampaignsRead, Policies.NominationsRead];

    private PortalFixture _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalFixture.StartAsync();
        NominatingSamples.Serve(_portal);
        _portal.Json($"{Api}/history", Samples.History);
        foreach (var step in new[] { "submit", "forward", "appraise", "reject", "withdraw", "return", "attest" })
            _portal.Json($"POST {Api}/{step}", NominatingSamples.NominationIn("submitted"));
    }

    public async ValueTask DisposeAsync() => await _portal.DisposeAsync();

    [Theory]
    // A ward's officer, city award, no council named.
    [InlineData("draft", "city", "yearly-city", "10532", "submit attest withdraw")]
    [InlineData("returned", "city", "yearly-city", "10532", "submit attest withdraw")]
    [InlineData("submitted", "city", "yearly-city", "10532", "forward attest return withdraw")]
    [InlineData("agreed", "city", "yearly-city", "10532", "forward attest return withdraw")]
    [InlineData("forwarded", "city", "yearly-city", "10532", "attest withdraw")]
    [InlineData("awarded", "city", "yearly-city", "10532", "")]
    [InlineData("rejected", "city", "yearly-city", "10532", "")]
    // The council has its say first; the city alone states what this category asks.
    [InlineData("submitted", "city", "period-city", "10532", "return withdraw")]
    [InlineData("agreed", "city", "period-city", "10532", "forward return withdraw")]
    // Its own award: nothing to send on, but its own to turn down.
    [InlineData("submitted", "ward", "extra", "10532", "attest return reject withdraw")]
    public async Task Offered_ByStateAndLevel_WardOfficer(string state, string level, string category, string unit, string offered) => await Offers(state, level, category, unit, Officer, offered);

    [Theory]
    [InlineData("draft", "attest")]
    [InlineData("submitted", "attest")]
    [InlineData("forwarded", "appraise attest return reject")]
    [InlineData("appraised", "attest return reject")]
    [InlineData("awarded", "")]
    public async Task Offered_City_OnlyWhatItHasReceived(string state, string offered) => await Offers(state, "city", "yearly-city", "31", City, offered);

    [Theory]
    [InlineData("draft", "submit withdraw")]
    [InlineData("submitted", "withdraw")]
    public async Task Offered_Office_HandsInAndWithdraws(string state, string offered) => await Offers(state, "city", "yearly-city", "10532-HCC", Office, offered);

    [Fact]
    public async Task Offered_Reader_Nothing() => await Offers("draft", "city", "yearly-city", "10532", Reader, "");

    private async Task Offers(string state, string level, string category, string unit, string[] scopes, string offered)
    {
        _portal.Json(Api, NominatingSamples.NominationIn(state, level, category));
        using var browser = await _portal.SignedInAsync(unit, scopes);
        var forms = Handlers().Matches(await browser.GetStringAsync(Page)).Select(m => m.Groups[1].Value).Where(f => !f.StartsWith("lap-", StringComparison.Ordinal));
        Assert.Equal(offered.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(), forms.Order());
    }

    [Theory]
    [InlineData("submit", "draft", "10532", "{}", "nop")]
    [InlineData("forward", "submitted", "10532", "{}", "chuyen")]
    [InlineData("return", "submitted", "10532", """{"reason":"Vì <lý do>"}""", "tra")]
    [InlineData("withdraw", "submitted", "10532", """{"reason":"Vì <lý do>"}""", "rut")]
    [InlineData("appraise", "forwarded", "31", """{"note":"Hợp lệ"}""", "tham-dinh")]
    [InlineData("reject", "forwarded", "31", """{"reason":"Vì <lý do>"}""", "khong-xet")]
    public async Task Act_GoesOnWithVersionAndKey_AndIsTold(string step, string state, string unit, string body, string done)
    {
        _portal.Json(Api, NominatingSamples.NominationIn(state));
        using var browser = await _portal.SignedInAsync(unit, unit == "31" ? City : Officer);
        var answer = await PortalFixture.SubmitAsync(browser, Page, step, new() { ["reason"] = "Vì <lý do>", ["note"] = "Hợp lệ", ["key"] = "01900000-0000-7000-8000-0000000000f2" });
        Assert.Equal($"{Page}?da={done}", answer.Headers.Location!.ToString());
        var sent = Assert.Single(_portal.Sent, s => s.Line == $"POST {Api}/{step}");
        Assert.Equal(("\"7\"", "01900000-0000-7000-8000-0000000000f2"), (sent.IfMatch, sent.Key));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(body), JsonNode.Parse(sent.Body)), sent.Body);
        Assert.Contains("role=\"status\"", await browser.PageAsync($"{Page}?da={done}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submit_Late_AsksForTheReason()
    {
        _portal.Json(Api, NominatingSamples.NominationIn("draft", year: 2024));
        using var browser = await _portal.SignedInAsync("10532", Officer);
        var page = await browser.PageAsync(Page);
        Assert.Contains("Đã quá hạn (14/02/2025)", page, StringComparison.Ordinal);
        Assert.Matches("<input name=\"lateReason\"[^>]*required", page);
        _portal.Json(Api, NominatingSamples.NominationIn("draft", category: "extra", level: "ward"));
        Assert.DoesNotContain("lateReason", await browser.PageAsync(Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forward_WhatStandsInTheWay_IsTold()
    {
        using var browser = await _portal.SignedInAsync("10532", Officer);
        _portal.Json(Api, NominatingSamples.NominationIn("submitted", eligibility: "notMet"));
        var page = await browser.PageAsync(Page);
        Assert.Contains("Chưa chuyển thành phố được:", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Chuyển lên thành phố</button>", page, StringComparison.Ordinal);
        _portal.Json(Api, NominatingSamples.NominationIn("submitted", more: ""","missing":[{"part":"to-trinh","name":"Tờ trình","missing":"Chưa có tờ trình."}],"marks":[{"kind":"held","text":"Đang xem xét","stops":true,"basis":null,"otherNominationId":null}]"""));
        page = await browser.PageAsync(Page);
        Assert.Contains("Còn thiếu 1 thành phần:", page, StringComparison.Ordinal);
        Assert.Contains("Chưa được trình tiếp:", page, StringComparison.Ordinal);
        _portal.Json(Api, NominatingSamples.NominationIn("submitted", category: "period-city"));
        Assert.Contains("Chờ Hội đồng Thi đua - Khen thưởng thông qua", await browser.PageAsync(Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Attest_NamesTheStatementAndTheBody_AndMustSaySomething()
    {
        _portal.Json(Api, NominatingSamples.NominationIn("submitted", attestations: """[{"statement":"ethics","holds":false,"by":"headOfUnit","evidence":null,"clause":null}]"""));
        using var browser = await _portal.SignedInAsync("10532", Officer);
        Assert.Contains("Đạo đức tốt – Thủ trưởng cơ quan, đơn vị (đã xác nhận: không đạt)", await browser.PageAsync(Page), StringComparison.Ordinal);
        var none = await PortalFixture.SubmitAsync(browser, Page, "attest", new() { ["statement"] = "", ["holds"] = "true", ["evidence"] = "Gõ dở" });
        Assert.Equal(HttpStatusCode.BadRequest, none.StatusCode);
        Assert.Contains("value=\"Gõ dở\"", await none.TextAsync(), StringComparison.Ordinal);
        await PortalFixture.SubmitAsync(browser, Page, "attest", new() { ["statement"] = "votedByCouncil/council", ["holds"] = "true", ["evidence"] = "5/BB-HĐ" });
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{"statement":"votedByCouncil","by":"council","holds":true,"evidence":"5/BB-HĐ"}"""), JsonNode.Parse(Assert.Single(_portal.Sent, s => s.Line == $"POST {Api}/attest").Body)));
    }

    [Fact]
    public async Task Act_Refused_KeepsWhatWasTypedInItsOwnFormOnly()
    {
        _portal.Json(Api, NominatingSamples.NominationIn("submitted"));
        _portal.Refuse($"POST {Api}/return", 412, """{"status":412,"code":"EMU-0008","title":"Phiên bản đang sửa đã cũ"}""");
        using var browser = await _portal.SignedInAsync("10532", Officer);
        var answer = await PortalFixture.SubmitAsync(browser, Page, "return", new() { ["reason"] = "Lý do gõ dở" });
        Assert.Equal(HttpStatusCode.PreconditionFailed, answer.StatusCode);
        var page = await answer.TextAsync();
        Assert.Contains("Trang đã được đọc lại theo bản mới nhất", page, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(page, ">Lý do gõ dở</textarea>"));
    }

    [Fact]
    public async Task Acts_WithoutThePlan_AreStillOfferedWhereItIsNotNeeded()
    {
        _portal.Json(Api, NominatingSamples.NominationIn("draft"));
        _portal.Refuse($"/api/campaigns/{NominatingSamples.Campaign}", 503);
        using var browser = await _portal.SignedInAsync("10532", Officer);
        var page = await browser.PageAsync(Page);
        Assert.Contains("Nộp hồ sơ</button>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Ghi xác nhận", page, StringComparison.Ordinal);
    }

    [GeneratedRegex("name=\"_handler\" value=\"([^\"]+)\"")]
    private static partial Regex Handlers();
}
