using System.Net;
using System.Text.Json.Nodes;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Http;

namespace Emulation.Portal.Tests;

/// <summary>What follows the self score: explaining, the survey, and reading the evidence.</summary>
public sealed class SheetExplainTests : IAsyncLifetime
{
    private const string Sheet = "/cham-diem/phieu/" + ScoringSamples.SheetId, Api = "/api/score-sheets/" + ScoringSamples.SheetId;

    private PortalFixture _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalFixture.StartAsync();
        _portal.Json("POST /api/evidence", ScoringSamples.Filed);
    }

    public async ValueTask DisposeAsync() => await _portal.DisposeAsync();

    private Task<HttpClient> Officer() => _portal.SignedInAsync("10532", Policies.ScoresRead, Policies.ScoresWrite);

    private Task<HttpClient> City() => _portal.SignedInAsync("31", Policies.ScoresRead, Policies.ScoresAppraise);

    private void Sent(string step, string body)
    {
        var sent = Assert.Single(_portal.Sent, s => s.Line == $"POST {Api}/{step}").Body;
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(body), JsonNode.Parse(sent)), sent);
    }

    [Fact]
    public async Task Explain_ChangedLeaves_GoOutTogether()
    {
        _portal.SetSheet("underExplanation");
        using var browser = await Officer();
        var page = await browser.PageAsync(Sheet + "/giai-trinh");
        Assert.Contains("name=\"text.A.1.1\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"text.A.2\"", page, StringComparison.Ordinal);
        var response = await PortalFixture.SubmitAsync(browser, Sheet + "/giai-trinh", "explain", new() { ["text.A.1.1"] = "Đã bổ sung" }, ("files.A.1.1-new", "Biên bản.pdf", [1]));
        Assert.Equal($"{Sheet}?da=giai-trinh", response.Headers.Location?.ToString());
        Sent("explain", """{"explanations":[{"leaf":"A.1.1","text":"Đã bổ sung","evidence":["01900000-0000-7000-8000-0000000000d2"]}]}""");
    }

    [Fact]
    public async Task Explain_Nothing_IsNotTakenForAgreement()
    {
        _portal.SetSheet("underExplanation");
        using var browser = await Officer();
        var said = await PortalFixture.SubmitAsync(browser, Sheet + "/giai-trinh", "explain", new() { ["text.A.1.1"] = " " });
        Assert.Contains("Chưa ghi giải trình cho tiêu chí nào", await said.TextAsync(), StringComparison.Ordinal);
        var unsure = await PortalFixture.SubmitAsync(browser, Sheet + "/giai-trinh", "agree", []);
        Assert.Equal(HttpStatusCode.BadRequest, unsure.StatusCode);
        Assert.DoesNotContain(_portal.Sent, s => s.Line.EndsWith("/explain", StringComparison.Ordinal));

        var agreed = await PortalFixture.SubmitAsync(browser, Sheet + "/giai-trinh", "agree", new() { ["sure"] = "true" });
        Assert.Equal($"{Sheet}?da=dong-y", agreed.Headers.Location?.ToString());
        Sent("explain", """{"explanations":[]}""");
    }

    [Fact]
    public async Task Explain_TooLate_KeepsTheText()
    {
        _portal.SetSheet("underExplanation");
        _portal.Refuse(Api + "/explain", 409, """{"status":409,"code":"SCO-0035","title":"Đã hết thời hạn giải trình","detail":"Hạn giải trình là hết ngày 09/03/2099."}""");
        using var browser = await Officer();
        var page = await (await PortalFixture.SubmitAsync(browser, Sheet + "/giai-trinh", "explain", new() { ["text.A.1.1"] = "Đã bổ sung" }, ("files.A.1.1-new", "Biên bản.pdf", [1]))).TextAsync();
        Assert.Contains("Đã hết thời hạn giải trình", page, StringComparison.Ordinal);
        Assert.Contains(">Đã bổ sung</textarea>", page, StringComparison.Ordinal);
        Assert.Matches("name=\"files.A.1.1\" value=\"01900000-0000-7000-8000-0000000000d2\" checked", page);
    }

    [Fact]
    public async Task Survey_OnlyWhatIsNew_GoesOut()
    {
        _portal.SetSheet("submitted");
        using var browser = await City();
        var response = await PortalFixture.SubmitAsync(browser, Sheet + "/dieu-tra", "survey", new() { ["percent.B.1"] = "91,87" });
        Assert.Equal($"{Sheet}?da=dieu-tra", response.Headers.Location?.ToString());
        Sent("appraise", """{"changes":[],"survey":[{"leaf":"B.1","percent":91.87}],"conclude":false}""");
    }

    [Fact]
    public async Task Survey_OfTheUnit_IsOnlyShown()
    {
        _portal.SetSheet("submitted");
        using var browser = await Officer();
        Assert.DoesNotContain("name=\"percent.B.1\"", await browser.PageAsync(Sheet + "/dieu-tra"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evidence_IsPassedOnToBeKeptNotRun()
    {
        _portal.Answers[$"/api/evidence/{ScoringSamples.FileId}/content"] = async context =>
        {
            context.Response.ContentType = "text/html";
            context.Response.Headers.ContentDisposition = "attachment; filename=\"bao-cao.pdf\"; filename*=UTF-8''b%C3%A1o%20c%C3%A1o.pdf";
            await context.Response.WriteAsync("<script>alert(1)</script>");
        };
        using var browser = await Officer();
        var response = await browser.GetAsync($"/cham-diem/tai-lieu/{ScoringSamples.FileId}");
        Assert.Equal("<script>alert(1)</script>", await response.Content.ReadAsStringAsync());
        Assert.Equal(("attachment", "báo cáo.pdf"), (response.Content.Headers.ContentDisposition!.DispositionType, response.Content.Headers.ContentDisposition.FileNameStar));
        Assert.Equal("sandbox", response.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/cham-diem/tai-lieu/{Guid.NewGuid()}")).StatusCode);
    }
}
