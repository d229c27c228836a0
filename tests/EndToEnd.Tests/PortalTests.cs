using Microsoft.Playwright;

namespace Emulation.EndToEnd.Tests;

/// <summary>What an officer sees, in a real browser.</summary>
public sealed class PortalTests(RunningSystem system)
{
    private static readonly string[] Browsers = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

    [Fact]
    public async Task Officer_SignsIn_SeesCityRankingAndVerdictUnfolded()
    {
        var browser = Environment.GetEnvironmentVariable("CHROMIUM") ?? Browsers.FirstOrDefault(File.Exists);
        Assert.SkipWhen(browser is null, "Chromium is not installed.");
        using var playwright = await Playwright.CreateAsync();
        await using var chromium = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = browser,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        var page = await chromium.NewPageAsync(new() { BaseURL = system.Portal.ToString(), Locale = "vi-VN" });

        await page.GotoAsync("/");
        Assert.Contains("dang-nhap", page.Url);
        await page.ClickAsync("text=canbo.thanhpho");
        await page.WaitForURLAsync(url => !url.Contains("dang-nhap", StringComparison.Ordinal));
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
