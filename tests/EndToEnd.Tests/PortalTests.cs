using System.Net.Http.Json;
using Microsoft.Playwright;

namespace Emulation.EndToEnd.Tests;

/// <summary>What an officer sees, in a real browser.</summary>
public sealed class PortalTests(RunningSystem system)
{
    private static readonly string[] Browsers = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

    private async Task<IBrowser> Browser(IPlaywright playwright)
    {
        var browser = Environment.GetEnvironmentVariable("CHROMIUM") ?? Browsers.FirstOrDefault(File.Exists);
        Assert.SkipWhen(browser is null, "Chromium is not installed.");
        return await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = browser,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    private async Task<IPage> SignedIn(IBrowser chromium, string account)
    {
        var page = await chromium.NewPageAsync(new() { BaseURL = system.Portal.ToString(), Locale = "vi-VN" });
        await page.GotoAsync("/");
        Assert.Contains("dang-nhap", page.Url);
        await page.ClickAsync($"text={account}");
        await page.WaitForURLAsync(url => !url.Contains("dang-nhap", StringComparison.Ordinal));
        return page;
    }

    [Fact]
    public async Task Ward_StartsItsSheet_EntersALeafWithADocumentThatTheCityOpens()
    {
        var city = await system.AsCityAsync();
        (await city.PostAsJsonAsync("rounds", new { year = 2031, block = "phuong", indexSet = "cchc-xa-2026", selfScoreUntil = DateTime.UtcNow.AddDays(30).ToString("yyyy-MM-dd"), explanationDays = 5 })).EnsureSuccessStatusCode();
        using var playwright = await Playwright.CreateAsync();
        await using var chromium = await Browser(playwright);

        var ward = await SignedIn(chromium, "canbo.haian");
        await ward.GotoAsync("/cham-diem");
        await ward.Locator("tr", new() { HasText = "2031" }).GetByRole(AriaRole.Button, new() { Name = "Bắt đầu chấm điểm" }).ClickAsync();
        await Assertions.Expect(ward.Locator("h1")).ToContainTextAsync("phiếu chấm điểm năm 2031");
        var sheet = new Uri(ward.Url).AbsolutePath;
        await ward.GotoAsync($"{sheet}/tieu-chi/III.3.1");
        await ward.FillAsync("[name=value]", "99,1");
        await ward.SetInputFilesAsync("[name=evidence-new]", new FilePayload { Name = "Báo cáo năm.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.7\n"u8.ToArray() });
        await ward.GetByRole(AriaRole.Button, new() { Name = "Lưu", Exact = true }).ClickAsync();
        await Assertions.Expect(ward.Locator(".notice")).ToContainTextAsync("Đã lưu tiêu chí III.3.1");
        await Assertions.Expect(ward.Locator(".story")).ToContainTextAsync("3,28");

        var officer = await SignedIn(chromium, "canbo.thanhpho");
        await officer.GotoAsync("/cham-diem?khoi=phuong&nam=2031&ten=hai+an");
        await Assertions.Expect(officer.Locator("tr[id^=u-]")).ToContainTextAsync(["Phường Hải An"]);
        await officer.ClickAsync("text=Mở phiếu");
        var file = await officer.RunAndWaitForDownloadAsync(() => officer.ClickAsync(".files a"));
        Assert.Equal("Báo cáo năm.pdf", file.SuggestedFilename);
        Assert.Equal("%PDF-1.7\n", await File.ReadAllTextAsync(await file.PathAsync()));
        await officer.GotoAsync($"{sheet}/nhat-ky");
        await Assertions.Expect(officer.Locator("tbody tr")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task Officer_SignsIn_SeesCityRankingAndVerdictUnfolded()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var chromium = await Browser(playwright);
        var page = await SignedIn(chromium, "canbo.thanhpho");
        await Assertions.Expect(page.Locator("body")).ToContainTextAsync("Phường Lê Thanh Nghị");

        await page.GotoAsync("/xep-hang/phuong/2029");
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(45);

        var city = await system.AsCityAsync();
        var nomination = (await JourneyTests.Json(city, "nominations?campaign=LTN-26-30&year=2030&limit=200"))["items"]!.AsArray().First(n => n!["categoryKey"]!.ToString() == "period-city-collective")!;
        await page.GotoAsync($"/ho-so/{nomination["id"]}");
        await Assertions.Expect(page.Locator("body")).ToContainTextAsync("LTN-26-30/");
        await Assertions.Expect(page.Locator("body")).ToContainTextAsync("Bảng xếp hạng");
        if (Environment.GetEnvironmentVariable("EMULATION_SCREENSHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, "ho-so.png"), FullPage = true });
    }
}
