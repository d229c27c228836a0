using System.Text.RegularExpressions;
using Emulation.ServiceDefaults;

namespace Emulation.Portal.Tests;

/// <summary>The main entries: by task, only what a person may read, where one is.</summary>
public sealed partial class MenuTests : IAsyncLifetime
{
    private PortalFixture _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalFixture.StartAsync();
        _portal.Json("/api/city/overview", Samples.Overview);
        _portal.Json("/api/notices", """{"items":[],"next":null}""");
        _portal.Json("/api/notices/unread", """{"own":0,"below":0}""");
    }

    public async ValueTask DisposeAsync() => await _portal.DisposeAsync();

    private async Task<string[]> Offered(params string[] scopes)
    {
        using var browser = await _portal.SignedInAsync("10532", scopes);
        return [.. Entries().Matches(await browser.PageAsync("/")).Select(m => m.Groups[1].Value)];
    }

    [Fact]
    public async Task Entries_FollowWhatThePersonMayRead()
    {
        Assert.Equal(["/", "/phong-trao", "/viec-phai-lam", "/thong-bao", "/cham-diem", "/xep-hang", "/bo-chi-so", "/hoi-dong", "/cong-khai"], await Offered(Policies.CampaignsRead, Policies.ScoresRead, Policies.CouncilRead));
        Assert.Equal(["/", "/xep-hang", "/ho-so", "/chi-tieu", "/sang-kien", "/thanh-tich", "/quyet-dinh", "/so-khen-thuong", "/tam-dung-khen-thuong"], await Offered(Policies.NominationsRead, Policies.HoldsWrite));
        Assert.Equal(["/", "/xep-hang", "/van-ban", "/kiem-tra-the-thuc"], await Offered(Policies.DocumentsRead));
        Assert.Equal(["/", "/tai-khoan", "/xep-hang"], await Offered(Policies.AccountsWrite));
        Assert.Equal(["/", "/xep-hang"], await Offered());
    }

    [Fact]
    public async Task Menu_NamesWhereOneIs_AndLeavesOutAnEmptyGroup()
    {
        using var browser = await _portal.SignedInAsync("10532", Policies.CampaignsRead);
        var page = await browser.PageAsync("/thong-bao");
        Assert.Contains("<summary>Danh mục: Thông báo</summary>", page, StringComparison.Ordinal);
        Assert.Matches("<a href=\"/thong-bao\"[^>]*aria-current=\"page\"", page);
        Assert.Single(Regex.Matches(page, "aria-current=\"page\""));
        Assert.DoesNotContain("aria-label=\"Văn bản\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Menu_OpensTheGroupOfThePage_AndOnlyThat()
    {
        _portal.Json("/api/documents", """{"items":[],"next":null}""");
        using var browser = await _portal.SignedInAsync("10532", Policies.CampaignsRead, Policies.DocumentsRead, Policies.ScoresRead);
        // The groups exclude each other by their common name; the one of the page is open and marked.
        var papers = await browser.PageAsync("/van-ban");
        Assert.Equal([("Công việc", false), ("Chỉ số", false), ("Khen thưởng", false), ("Văn bản", true)], Groups().Matches(papers).Select(m => (m.Groups[3].Value, m.Groups[1].Success)));
        Assert.Single(Regex.Matches(papers, "<summary class=\"here\">"));
        // A page outside of the menu leaves the first group open, and marks none.
        var outside = await browser.PageAsync("/kiem-tra");
        Assert.Equal([true, false, false, false], Groups().Matches(outside).Select(m => m.Groups[1].Success));
        Assert.DoesNotContain("class=\"here\"", outside, StringComparison.Ordinal);
        Assert.Contains("<summary>Danh mục</summary>", outside, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Overview_PartNotForThisPerson_IsNoFault()
    {
        _portal.Json("/api/city/overview", Samples.Overview.Replace("{state}", "missing", StringComparison.Ordinal));
        using var member = await _portal.SignedInAsync("10532", Policies.CampaignsRead, Policies.ScoresRead);
        var page = await member.PageAsync("/");
        Assert.Contains("Tài khoản này không được xem: hồ sơ đề nghị khen thưởng.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Thiếu phần", page, StringComparison.Ordinal);
    }

    [GeneratedRegex("<li><a href=\"([^\"]+)\"")]
    private static partial Regex Entries();

    [GeneratedRegex("<details name=\"danh-muc\"( open(?:=\"[^\"]*\")?)?>\\s*<summary( class=\"here\")?>([^<]+)</summary>")]
    private static partial Regex Groups();
}
