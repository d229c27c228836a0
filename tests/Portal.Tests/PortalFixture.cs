using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Emulation.Portal.Tests;

/// <summary>The real portal on a port of its own, before a gateway whose answers a test sets.</summary>
public sealed partial class PortalFixture : IAsyncDisposable
{
    private WebApplication? _gateway, _portal;

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>Answers by path; none = 404.</summary>
    public ConcurrentDictionary<string, RequestDelegate> Answers { get; } = new();

    public ConcurrentQueue<(string Line, string Authorization)> Seen { get; } = new();

    public static async Task<PortalFixture> StartAsync(string environment = "Production")
    {
        var fixture = new PortalFixture();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var gateway = $"http://127.0.0.1:{FreePort()}";
        builder.WebHost.UseUrls(gateway);
        fixture._gateway = builder.Build();
        fixture._gateway.Run(async context =>
        {
            fixture.Seen.Enqueue(($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}", context.Request.Headers.Authorization.ToString()));
            if (fixture.Answers.TryGetValue(context.Request.Path, out var answer))
                await answer(context);
            else
                context.Response.StatusCode = 404;
        });
        await fixture._gateway.StartAsync();
        fixture.Json("/api/connect/token", """{"access_token":"the-token","token_type":"Bearer","expires_in":3600,"scope":"units:read"}""");
        fixture.Json("/api/me", """{"id":"1","kind":"person","userName":"can.bo","displayName":"Cán bộ Sở Nội vụ","unitCode":"31","role":"city-officer","roleName":"Công chức thành phố","scopes":[]}""");

        fixture.Address = new($"http://127.0.0.1:{FreePort()}");
        fixture._portal = PortalApp.Build([$"--urls={fixture.Address}", $"--environment={environment}", "--Logging:LogLevel:Default=Critical", $"--services:gateway:http:0={gateway}"]);
        await fixture._portal.StartAsync();
        return fixture;
    }

    public void Json(string path, string json) => Answers[path] = context =>
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json);
    };

    public void Refuse(string path, int status) => Answers[path] = context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/problem+json";
        return context.Response.WriteAsync($$"""{"status":{{status}},"code":"EMU-0000","title":"Không được"}""");
    };

    public HttpClient Browser() => new(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false }) { BaseAddress = Address };

    public async Task<HttpClient> SignedInAsync()
    {
        var browser = Browser();
        var response = await SubmitAsync(browser, "/dang-nhap", new() { ["Input.UserName"] = "can.bo", ["Input.Password"] = "mat-khau" });
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        return browser;
    }

    /// <summary>Sends a form of a page as a browser would, with its hidden fields.</summary>
    public static async Task<HttpResponseMessage> SubmitAsync(HttpClient browser, string page, Dictionary<string, string> fields)
    {
        foreach (Match hidden in Hidden().Matches(await browser.GetStringAsync(page)))
            fields[hidden.Groups["name"].Value] = WebUtility.HtmlDecode(hidden.Groups["value"].Value);
        return await browser.PostAsync(page, new FormUrlEncodedContent(fields));
    }

    public async ValueTask DisposeAsync()
    {
        await _portal!.DisposeAsync();
        await _gateway!.DisposeAsync();
    }

    private static int FreePort()
    {
        // Below the ephemeral range: a retrying client must never be able to connect to itself there.
        while (true)
        {
            var port = Random.Shared.Next(20000, 32767);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Taken: try another.
            }
        }
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"")]
    private static partial Regex Hidden();
}
