using System.Net;
using Emulation.ServiceDefaults;

namespace Emulation.Portal.Tests;

/// <summary>The list of what is printed in bulk.</summary>
public sealed class BulkJobsPageTests : IAsyncLifetime
{
    private const string Running = "01900000-0000-7000-8000-0000000000b1", Done = "01900000-0000-7000-8000-0000000000b2";
    private PortalFixture _portal = null!;

    public async ValueTask InitializeAsync() => _portal = await PortalFixture.StartAsync();

    public async ValueTask DisposeAsync() => await _portal.DisposeAsync();

    private static string Job(string id, string state) => $$"""
        {"id":"{{id}}","documentId":"{{id}}","symbol":"12/QĐ-<b>UBND","content":"certificates","format":"pdf","state":"{{state}}","total":40,"processed":10,"refused":2,"size":3400000,
         "createdAt":"2026-11-21T02:00:00Z","endedAt":null,"expiresAt":"2026-11-28T02:00:00Z"}
        """;

    [Fact]
    public async Task List_ShowsHowFarEachIs_AsksAgainWhileOneRuns()
    {
        _portal.Json("/api/documents/bulk", $$"""{"items":[{{Job(Running, "running")}},{{Job(Done, "done")}}],"next":"{{Done}}"}""");
        using var browser = await _portal.SignedInAsync("10532", Policies.DocumentsRead);
        var response = await browser.GetAsync("/cong-viec");
        Assert.Equal("5", Assert.Single(response.Headers.GetValues("Refresh")));
        var raw = await response.Content.ReadAsStringAsync();
        Assert.DoesNotContain("<b>UBND", raw, StringComparison.Ordinal);
        var page = WebUtility.HtmlDecode(raw);
        foreach (var shown in new[] { "Đang làm", "10/40", "2 không in được", "3,4 MB", $"href=\"/cong-viec/{Done}/tep\"", $"/cong-viec?sau={Done}" })
            Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.DoesNotContain($"href=\"/cong-viec/{Running}/tep\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_AllEnded_DoesNotAskAgain_EmptySaysSo_AndIsForReadersOfDocuments()
    {
        _portal.Json("/api/documents/bulk", $$"""{"items":[{{Job(Done, "done")}}],"next":null}""");
        using var browser = await _portal.SignedInAsync("10532", Policies.DocumentsRead);
        Assert.False((await browser.GetAsync("/cong-viec")).Headers.Contains("Refresh"));
        _portal.Json("/api/documents/bulk", """{"items":[],"next":null}""");
        Assert.Contains("Chưa có việc in nào.", await browser.PageAsync("/cong-viec"), StringComparison.Ordinal);
        using var other = await _portal.SignedInAsync("10532", Policies.ScoresRead);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync("/cong-viec")).StatusCode);
    }
}
