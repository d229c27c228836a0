using System.Net;

namespace Emulation.Portal.Tests;

internal static class Pages
{
    /// <summary>A page as its reader sees the letters; entities decoded.</summary>
    public static async Task<string> PageAsync(this HttpClient browser, string path)
    {
        var response = await browser.GetAsync(path);
        Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode} {path}");
        return await response.TextAsync();
    }

    public static async Task<string> TextAsync(this HttpResponseMessage response) => WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
}
