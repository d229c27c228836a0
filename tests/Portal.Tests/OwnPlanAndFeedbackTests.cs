using System.Net;
using System.Text.Json.Nodes;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Http;
using static Emulation.Portal.Tests.CampaignSamples;

namespace Emulation.Portal.Tests;

/// <summary>What units do under a campaign: plans of their own filed, difficulties told and answered (CVA-26/V.2.1, LTN-26-30/IV.6).</summary>
public sealed class OwnPlanAndFeedbackTests : IAsyncLifetime
{
    private const string Plans = $"{Page}/ke-hoach-rieng", Form = $"{Plans}?don-vi=10532-KT&muc=v-2-1", Words = $"{Page}/phan-anh", FileId = "01900000-0000-7000-8000-00000000f001", First = "01900000-0000-7000-8000-00000000fb01";
    private static readonly string[] Office = [Policies.CampaignsRead, Policies.UnitsRead, Policies.ReportsWrite];
    private static readonly byte[] Pdf = "%PDF-1.7 x"u8.ToArray();

    private PortalFixture _portal = null!;

    private static string Line(string unit, string name, string state, string editions) =>
        $$"""{"key":"v-2-1","clause":"CVA-26/V.2.1","unitCode":"{{unit}}","unitName":"{{name}}","state":"{{state}}","lastDay":"2026-12-31","editions":[{{editions}}]}""";

    private static string Edition(int number, string title) =>
        $$"""{"id":"01900000-0000-7000-8000-00000000e00{{number}}","campaignId":"{{Id}}","key":"v-2-1","unitCode":"10532-HCC","edition":{{number}},"title":"{{title}}","number":"12/KH","date":"2026-07-01","fileId":"{{FileId}}","reason":{{(number > 1 ? "\"Bổ sung\"" : "null")}},"filedAt":"2026-07-02T02:00:00Z","filedBy":"x"}""";

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalFixture.StartAsync();
        Answer(_portal, "launched");
        _portal.Json("/api/unit-plans", $$"""
            {"campaignId":"{{Id}}","campaignCode":"LTN-26-30","without":1,"items":[{{Line("10532-HCC", "Trung tâm Phục vụ hành chính công", "done", Edition(2, "Kế hoạch <b>hai</b>") + "," + Edition(1, "Kế hoạch một"))}},{{Line("10532-KT", "Phòng Kinh tế", "overdue", "")}}]}
            """);
        _portal.Json("POST /api/report-files", $$"""{"id":"{{FileId}}","name":"ke hoach.pdf","size":10}""");
        _portal.Json("POST /api/unit-plans", Edition(1, "x"));
        _portal.Json("/api/units/10532-KT", """{"code":"10532-KT","name":"Phòng Kinh tế","rankingBlock":null}""");
        _portal.Answers[$"{Api}/feedback"] = context =>
        {
            context.Response.ContentType = "application/json";
            var answered = context.Request.Query["answered"] == "true";
            return context.Response.WriteAsync($$"""{"items":[{{(answered ? Feedback(Other, "Đã hỏi", "Đã rõ") : Feedback(First, "Thiếu <b>biểu mẫu</b>"))}}],"next":null}""");
        };
    }

    public async ValueTask DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task Plans_TheMissingComeFirst_EarlierEditionsStay()
    {
        using var browser = await _portal.SignedInAsync("10532", Policies.CampaignsRead);
        var page = await browser.PageAsync(Plans);
        Assert.Contains("1/2 đơn vị đã nộp, 1 đơn vị chưa có", page, StringComparison.Ordinal);
        Assert.True(page.IndexOf("Phòng Kinh tế", StringComparison.Ordinal) < page.IndexOf("Trung tâm Phục vụ", StringComparison.Ordinal));
        foreach (var shown in new[] { "Quá hạn", "Kế hoạch một", "bản 1 (đã thay)", "Lý do thay: Bổ sung", $"/viec-phai-lam/tai-lieu/{FileId}" })
            Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.DoesNotContain("Nộp kế hoạch", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>hai", await browser.GetStringAsync(Plans), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plans_NobodyAsked_SaysSo()
    {
        _portal.Json("/api/unit-plans", $$"""{"campaignId":"{{Id}}","campaignCode":"LTN-26-30","without":0,"items":[]}""");
        using var browser = await _portal.SignedInAsync("10532-KT", Office);
        Assert.Contains("không yêu cầu đơn vị nào", await browser.PageAsync(Plans), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plan_OfTheOwnOffice_IsFiledWithItsFile()
    {
        using var browser = await _portal.SignedInAsync("10532-KT", Office);
        // An office with one plan to file has the form before its eyes, and that of nobody else.
        var page = await browser.PageAsync(Plans);
        Assert.Contains("Nộp kế hoạch – Phòng Kinh tế", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Nộp bản thay thế", page, StringComparison.Ordinal);
        var done = await PortalFixture.SubmitAsync(browser, Plans, "file", new() { ["title"] = "Kế hoạch riêng", ["number"] = "", ["date"] = "1/7/2026" }, ("plan-new", "ke hoach.pdf", Pdf));
        Assert.Equal($"{Plans}?da=nop", done.Headers.Location!.ToString());
        Assert.Contains(_portal.Seen, s => s.Line == "POST /api/report-files?unitCode=10532-KT");
        var sent = Assert.Single(_portal.Sent, s => s.Line == "POST /api/unit-plans");
        var body = JsonNode.Parse(sent.Body)!;
        Assert.Equal(("v-2-1", "10532-KT", "Kế hoạch riêng", null, "2026-07-01", FileId), ((string?)body["key"], (string?)body["unitCode"], (string?)body["title"], (string?)body["number"], (string?)body["date"], (string?)body["fileId"]));
        Assert.Equal("", sent.IfMatch);
        Assert.NotEmpty(sent.Key);
    }

    [Fact]
    public async Task Plan_Refused_KeepsWhatWasTyped_AndTheFileThatWasReceived()
    {
        using var browser = await _portal.SignedInAsync("10532", Office);
        var refused = await PortalFixture.SubmitAsync(browser, Form, "file", new() { ["title"] = "Kế hoạch riêng", ["date"] = "32/13/2026" }, ("plan-new", "ke hoach.pdf", Pdf));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var page = await refused.TextAsync();
        foreach (var kept in new[] { "Ghi dạng 28/02/2027, hoặc để trống.", "value=\"Kế hoạch riêng\"", "value=\"32/13/2026\"", "Tệp đã nhận", $"value=\"{FileId}|ke hoach.pdf\"" })
            Assert.Contains(kept, page, StringComparison.Ordinal);
        Assert.DoesNotContain(_portal.Sent, s => s.Line == "POST /api/unit-plans");
        // Sent again without a file, the one received goes along.
        await PortalFixture.SubmitAsync(browser, Form, "file", new() { ["title"] = "Kế hoạch riêng", ["file"] = $"{FileId}|ke hoach.pdf" });
        Assert.Contains(FileId, Assert.Single(_portal.Sent, s => s.Line == "POST /api/unit-plans").Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plan_Replacement_NamesTheEditionAndTheReason()
    {
        using var browser = await _portal.SignedInAsync("10532", Office);
        var form = $"{Plans}?don-vi=10532-HCC&muc=v-2-1";
        Assert.Contains("Lý do thay bản đã nộp", await browser.PageAsync(form), StringComparison.Ordinal);
        await PortalFixture.SubmitAsync(browser, form, "file", new() { ["title"] = "Bản ba", ["reason"] = "Sửa phụ lục", ["file"] = $"{FileId}|x.pdf" });
        var sent = Assert.Single(_portal.Sent, s => s.Line == "POST /api/unit-plans");
        Assert.Equal("\"2\"", sent.IfMatch);
        Assert.Equal("Sửa phụ lục", (string?)JsonNode.Parse(sent.Body)!["reason"]);
    }

    [Theory]
    [InlineData("10532", true, true)]
    [InlineData("10532-VHXH", true, true)]
    [InlineData("10532-KT", true, false)]
    [InlineData("31", false, true)]
    [InlineData("10549", false, false)]
    public async Task Feedback_WhoTakesPartWrites_WhoLooksAfterItAnswers(string unit, bool writes, bool answers)
    {
        using var browser = await _portal.SignedInAsync(unit, Office);
        var page = await browser.PageAsync(Words);
        Assert.Equal(writes, page.Contains("value=\"send\"", StringComparison.Ordinal));
        Assert.Equal(answers, page.Contains($"value=\"answer-{First}\"", StringComparison.Ordinal));
        Assert.True(page.IndexOf("Chưa trả lời (1)", StringComparison.Ordinal) < page.IndexOf("Đã rõ", StringComparison.Ordinal));
        Assert.Contains("Phòng Kinh tế", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>bi", await browser.GetStringAsync(Words), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feedback_ReaderOnly_IsOfferedNothing()
    {
        using var browser = await _portal.SignedInAsync("10532", Policies.CampaignsRead, Policies.UnitsRead);
        var page = await browser.PageAsync(Words);
        Assert.DoesNotContain("value=\"send\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"answer-", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feedback_Sent_IsOfTheOwnUnit_AndRefusedKeepsTheText()
    {
        using var browser = await _portal.SignedInAsync("10532-KT", Office);
        _portal.Refuse($"POST {Api}/feedback", 400, """{"status":400,"code":"EMU-0002","title":"Dữ liệu gửi lên không hợp lệ","errors":[{"pointer":"/text","detail":"Phải có nội dung."}]}""");
        var refused = await PortalFixture.SubmitAsync(browser, Words, "send", new() { ["text"] = "Vướng <i>mắc</i>" });
        var page = await refused.TextAsync();
        Assert.Contains("Nội dung phản ánh", page, StringComparison.Ordinal);
        Assert.Contains("Vướng <i>mắc</i></textarea>", page, StringComparison.Ordinal);
        _portal.Json($"POST {Api}/feedback", Feedback(First, "x"));
        var done = await PortalFixture.SubmitAsync(browser, Words, "send", new() { ["text"] = "Vướng mắc" });
        Assert.Equal($"{Words}?da=gui", done.Headers.Location!.ToString());
        Assert.Equal("10532-KT", (string?)JsonNode.Parse(_portal.Sent.Last(s => s.Line == $"POST {Api}/feedback").Body)!["unitCode"]);
    }

    [Fact]
    public async Task Answer_GivenMeanwhileByAnother_IsRefused_AndTheTextIsNotLost()
    {
        using var browser = await _portal.SignedInAsync("10532", Office);
        var hidden = PortalFixture.HiddenOf(await browser.PageAsync(Words), $"answer-{First}");
        Assert.Equal("4", hidden["version"]);
        _portal.Answers[$"POST {Api}/feedback/{First}/answer"] = context =>
        {
            _portal.Json($"{Api}/feedback", """{"items":[],"next":null}""");
            context.Response.StatusCode = 409;
            context.Response.ContentType = "application/problem+json";
            return context.Response.WriteAsync("""{"status":409,"code":"CAM-0086","title":"Phản ánh này đã được trả lời"}""");
        };
        var refused = await PortalFixture.SubmitAsync(browser, Words, $"answer-{First}", new() { ["answer"] = "Câu trả lời dài" });
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        var page = await refused.TextAsync();
        Assert.Contains("Phản ánh này đã được trả lời", page, StringComparison.Ordinal);
        Assert.Contains("chưa được ghi): Câu trả lời dài", page, StringComparison.Ordinal);
        Assert.Equal("\"4\"", Assert.Single(_portal.Sent, s => s.Line.EndsWith("/answer", StringComparison.Ordinal)).IfMatch);
    }
}
