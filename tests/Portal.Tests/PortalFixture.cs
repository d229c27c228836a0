using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
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

    /// <summary>Answers by path, or by method and path, which goes first; none = 404.</summary>
    public ConcurrentDictionary<string, RequestDelegate> Answers { get; } = new();

    public ConcurrentQueue<(string Line, string Authorization)> Seen { get; } = new();

    /// <summary>What was sent to be done.</summary>
    public ConcurrentQueue<SentRequest> Sent { get; } = new();

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
            if (!HttpMethods.IsGet(context.Request.Method))
            {
                using var body = new MemoryStream();
                await context.Request.Body.CopyToAsync(body);
                fixture.Sent.Enqueue(new SentRequest($"{context.Request.Method} {context.Request.Path}", context.Request.Headers.IfMatch.ToString(), context.Request.Headers["Idempotency-Key"].ToString(), Encoding.UTF8.GetString(body.ToArray())));
            }
            if (fixture.Answers.TryGetValue($"{context.Request.Method} {context.Request.Path}", out var answer) || fixture.Answers.TryGetValue(context.Request.Path, out answer))
                await answer(context);
            else
                context.Response.StatusCode = 404;
        });
        await fixture._gateway.StartAsync();
        fixture.Json("/api/connect/token", """{"access_token":"the-token","token_type":"Bearer","expires_in":3600,"scope":"units:read"}""");
        fixture.Me("31");

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

    /// <summary>Who signs in next.</summary>
    public void Me(string unitCode, params string[] scopes) =>
        Json("/api/me", $$"""{"id":"01900000-0000-7000-8000-0000000000ee","kind":"person","userName":"can.bo","displayName":"Cán bộ","unitCode":"{{unitCode}}","role":"x","roleName":"Công chức","scopes":[{{string.Join(',', scopes.Select(s => $"\"{s}\""))}}]}""");

    public void Refuse(string path, int status, string more = "") => Answers[path] = context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/problem+json";
        return context.Response.WriteAsync(more.Length > 0 ? more : $$"""{"status":{{status}},"code":"EMU-0000","title":"Không được"}""");
    };

    public HttpClient Browser() => new(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false }) { BaseAddress = Address };

    public async Task<HttpClient> SignedInAsync()
    {
        var browser = Browser();
        var response = await SubmitAsync(browser, "/dang-nhap", new() { ["Input.UserName"] = "can.bo", ["Input.Password"] = "mat-khau" });
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        return browser;
    }

    public async Task<HttpClient> SignedInAsync(string unitCode, params string[] scopes)
    {
        Me(unitCode, scopes);
        return await SignedInAsync();
    }

    /// <summary>Sends a form of a page as a browser would, with its hidden fields.</summary>
    public static async Task<HttpResponseMessage> SubmitAsync(HttpClient browser, string page, Dictionary<string, string> fields)
    {
        foreach (Match hidden in Hidden().Matches(await browser.GetStringAsync(page)))
            fields[hidden.Groups["name"].Value] = WebUtility.HtmlDecode(hidden.Groups["value"].Value);
        return await browser.PostAsync(page, new FormUrlEncodedContent(fields));
    }

    /// <summary>Sends one of the forms of a page, by its name, with files if there are any.</summary>
    public static async Task<HttpResponseMessage> SubmitAsync(HttpClient browser, string page, string form, Dictionary<string, string> fields, params (string Field, string Name, byte[] Bytes)[] files)
    {
        var hidden = HiddenOf(await browser.GetStringAsync(page), form);
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields.Concat(hidden.Where(h => !fields.ContainsKey(h.Key))))
            content.Add(new StringContent(value), name);
        foreach (var (field, name, bytes) in files)
            content.Add(new ByteArrayContent(bytes), field, name);
        return await browser.PostAsync(page, content);
    }

    /// <summary>Hidden fields of one form.</summary>
    public static Dictionary<string, string> HiddenOf(string page, string form)
    {
        var drawn = Forms().Matches(page).Select(m => m.Value).SingleOrDefault(f => f.Contains($"name=\"_handler\" value=\"{form}\"", StringComparison.Ordinal));
        Assert.True(drawn is not null, $"The page has no form “{form}”.");
        return Hidden().Matches(drawn).ToDictionary(m => m.Groups["name"].Value, m => WebUtility.HtmlDecode(m.Groups["value"].Value));
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

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();
}

/// <summary>A request that asks for something to be done.</summary>
public sealed record SentRequest(string Line, string IfMatch, string Key, string Body);
