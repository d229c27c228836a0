using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Emulation.Gateway.Tests;

/// <summary>What one service answers in a test: a real Kestrel server that can be stopped and started again on its port.</summary>
public sealed class Upstream : IAsyncDisposable
{
    private WebApplication? _app;

    public int Port { get; } = Ports.Free();

    public string Address => $"http://127.0.0.1:{Port}";

    /// <summary>Method, path and query of every request that arrived.</summary>
    public ConcurrentQueue<(string Line, IHeaderDictionary Headers, long BodyLength)> Seen { get; } = new();

    /// <summary>Answers by path; a test sets its own.</summary>
    public ConcurrentDictionary<string, RequestDelegate> Answers { get; } = new();

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(Address);
        _app = builder.Build();
        _app.Run(async context =>
        {
            // A health probe is not what a test asks about.
            if (context.Request.Path.StartsWithSegments("/health"))
                return;
            var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            Seen.Enqueue(($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}", new HeaderDictionary(context.Request.Headers.ToDictionary()), body.Length));
            if (Answers.TryGetValue(context.Request.Path, out var answer))
                await answer(context);
            else
                context.Response.StatusCode = 404;
        });
        await _app.StartAsync();
    }

    public void Json(string path, string json) => Answers[path] = context =>
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json);
    };

    public async Task StopAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
        _app = null;
    }

    public async ValueTask DisposeAsync() => await StopAsync();
}

internal static class Ports
{
    /// <summary>Below the ephemeral range: a retrying client must never be able to connect to itself there.</summary>
    public static int Free()
    {
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
}
