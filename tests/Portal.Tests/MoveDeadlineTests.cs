using System.Net;
using System.Text.Json.Nodes;
using Emulation.ServiceDefaults;
using static Emulation.Portal.Tests.CampaignSamples;

namespace Emulation.Portal.Tests;

/// <summary>A deadline moved: what will follow is told before, and nothing else of the plan is touched (LTN-26-30/III.3.c).</summary>
public sealed class MoveDeadlineTests : IAsyncLifetime
{
    private const string Move = $"{Page}/doi-han", Yearly = $"{Move}?hang-muc=yearly&noi-gui=internal", Period = $"{Move}?hang-muc=period&noi-gui=internal";
    private static readonly string[] Writer = [Policies.CampaignsRead, Policies.UnitsRead, Policies.NominationsRead, Policies.CampaignsWrite];

    private PortalFixture _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalFixture.StartAsync();
        Answer(_portal, "launched");
    }

    public async ValueTask DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task Deadlines_AreChosenAsThePlanWritesThem_EachOnceForItsCategories()
    {
        using var browser = await _portal.SignedInAsync("10532", Writer);
        var page = await browser.PageAsync(Move);
        Assert.Contains("Gửi đơn vị phát động: trước ngày 15/02 hằng năm, của năm sau năm xét", page, StringComparison.Ordinal);
        Assert.Contains("Tập thể hằng năm; Cá nhân hằng năm", page, StringComparison.Ordinal);
        Assert.Contains("Gửi thành phố: hết ngày 01/03 hằng năm", page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"move\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BeforeItIsSent_UnitsAndNominationsUnderWayAreTold()
    {
        using var browser = await _portal.SignedInAsync("10532", Writer);
        var page = await browser.PageAsync(Yearly);
        // The unit, its two offices, and the one whose campaign is tied to this.
        foreach (var shown in new[] { "4 đơn vị nhận thông báo", "Trung tâm Phục vụ hành chính công", "Phường Chu Văn An", "3 hồ sơ của các hạng mục này đang xử lý", "2 hồ sơ đang xử lý", "áp dụng cho mọi năm" })
            Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.DoesNotContain("kể cả thành phố", page, StringComparison.Ordinal);
        Assert.Contains("kể cả thành phố", await browser.PageAsync($"{Move}?hang-muc=yearly&noi-gui=city"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task YearlyDay_IsSentWithTheDeadlineThatStays()
    {
        _portal.Json($"POST {Api}/amend", Campaign("launched", 4));
        using var browser = await _portal.SignedInAsync("10532", Writer);
        var done = await PortalFixture.SubmitAsync(browser, Yearly, "move", new() { ["category"] = "yearly", ["dayMonth"] = "28/02", ["yearsAfter"] = "1", ["boundary"] = "inclusive", ["reason"] = "Chờ Chỉ số" });
        Assert.Equal($"{Page}?da=doi-han", done.Headers.Location!.ToString());
        var sent = Assert.Single(_portal.Sent, s => s.Line == $"POST {Api}/amend");
        Assert.Equal("\"3\"", sent.IfMatch);
        Assert.NotEmpty(sent.Key);
        var body = JsonNode.Parse(sent.Body)!;
        Assert.Equal(["reason", "deadlines"], body.AsObject().Select(p => p.Key));
        var moved = Assert.Single(body["deadlines"]!.AsArray())!;
        Assert.Equal("yearly", (string?)moved["category"]);
        Assert.Equal((2, 28, 1, "inclusive", "LTN-26-30/III.3.a"), ((int)moved["internalDeadline"]!["everyYear"]!["month"]!, (int)moved["internalDeadline"]!["everyYear"]!["day"]!,
            (int)moved["internalDeadline"]!["everyYear"]!["yearsAfter"]!, (string?)moved["internalDeadline"]!["boundary"], (string?)moved["internalDeadline"]!["clause"]));
        Assert.Equal(3, (int)moved["cityDeadline"]!["everyYear"]!["month"]!);
    }

    [Fact]
    public async Task SingleDay_IsMovedForItsCategory()
    {
        _portal.Json($"POST {Api}/amend", Campaign("launched", 4));
        using var browser = await _portal.SignedInAsync("31", Writer);
        await PortalFixture.SubmitAsync(browser, Period, "move", new() { ["category"] = "period", ["date"] = "1/3/2030", ["boundary"] = "strict", ["reason"] = "Chờ Chỉ số" });
        var moved = JsonNode.Parse(Assert.Single(_portal.Sent, s => s.Line == $"POST {Api}/amend").Body)!["deadlines"]![0]!;
        Assert.Equal(("2030-03-01", null), ((string?)moved["internalDeadline"]!["date"], moved["cityDeadline"]));
    }

    [Theory]
    [InlineData("31/02", "yearly", "x", "Cần một ngày có thật")]
    [InlineData("28/02", null, "x", "Chọn ít nhất một hạng mục.")]
    [InlineData("28/02", "yearly", " ", "Cần nêu lý do.")]
    public async Task WhatIsWanting_IsSaid_AndWhatWasTypedStays(string day, string? category, string reason, string said)
    {
        using var browser = await _portal.SignedInAsync("10532", Writer);
        var fields = new Dictionary<string, string> { ["dayMonth"] = day, ["yearsAfter"] = "2", ["reason"] = reason };
        if (category is not null)
            fields["category"] = category;
        var refused = await PortalFixture.SubmitAsync(browser, Yearly, "move", fields);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var page = await refused.TextAsync();
        Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.Contains($"value=\"{day}\"", page, StringComparison.Ordinal);
        Assert.Contains("<option value=\"2\" selected", page, StringComparison.Ordinal);
        Assert.DoesNotContain(_portal.Sent, s => s.Line.EndsWith("/amend", StringComparison.Ordinal));
    }

    [Fact]
    public async Task RefusedByTheService_KeepsReasonAndDay_AndTakesTheNewVersion()
    {
        using var browser = await _portal.SignedInAsync("10532", Writer);
        _portal.Refuse($"POST {Api}/amend", 412, """{"status":412,"code":"EMU-0008","title":"Phiên bản đang sửa đã cũ"}""");
        _portal.Json(Api, Campaign("launched", 9));
        var refused = await PortalFixture.SubmitAsync(browser, Yearly, "move", new() { ["version"] = "3", ["category"] = "yearly", ["dayMonth"] = "20/02", ["yearsAfter"] = "1", ["reason"] = "Lý do <em>đã gõ</em>" });
        Assert.Equal(HttpStatusCode.PreconditionFailed, refused.StatusCode);
        var raw = await refused.Content.ReadAsStringAsync();
        Assert.DoesNotContain("<em>", raw, StringComparison.Ordinal);
        Assert.Contains("value=\"20/02\"", raw, StringComparison.Ordinal);
        Assert.Equal("9", PortalFixture.HiddenOf(raw, "move")["version"]);
    }

    [Theory]
    [InlineData("10549", HttpStatusCode.Forbidden)]
    [InlineData("10532-KT", HttpStatusCode.Forbidden)]
    [InlineData("10532", HttpStatusCode.OK)]
    public async Task OnlyTheLaunchingUnitAndThoseAboveMoveIt(string unit, HttpStatusCode answer)
    {
        using var browser = await _portal.SignedInAsync(unit, Writer);
        Assert.Equal(answer, (await browser.GetAsync(Yearly)).StatusCode);
    }

    [Theory]
    [InlineData("draft", "Phong trào chưa phát động")]
    [InlineData("closed", "Phong trào đã kết thúc")]
    public async Task OnlyWhileItRuns(string state, string said)
    {
        Answer(_portal, state);
        using var browser = await _portal.SignedInAsync("10532", Writer);
        var page = await browser.PageAsync(Yearly);
        Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"move\"", page, StringComparison.Ordinal);
    }
}
