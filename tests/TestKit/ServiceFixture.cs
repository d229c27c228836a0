using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Claims;
using System.Text.Json.Nodes;
using Emulation.ServiceDefaults;
using MassTransit;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Xunit;

namespace Emulation.TestKit;

/// <summary>One service in this process: real PostgreSQL, the real outbox and inbox, messages in memory, a clock that tests move.</summary>
public abstract class ServiceFixture<TProgram, TContext>(string service, Func<DbContextOptions<TContext>, TContext> create)
    : WebApplicationFactory<TProgram>, IAsyncLifetime
    where TProgram : class
    where TContext : ServiceDbContext
{
    private string _connection = "";

    public ManualTime Time { get; } = new(new DateTimeOffset(2026, 11, 21, 2, 0, 0, TimeSpan.Zero));

    /// <summary>Every event that left the outbox, in order.</summary>
    public ConcurrentQueue<object> Published { get; } = new();

    public virtual async ValueTask InitializeAsync()
    {
        _connection = await Databases.CloneAsync(create);
        _ = Server;
        LogContext.ConfigureCurrentLogContext(NullLoggerFactory.Instance);
        Services.GetRequiredService<IBus>().ConnectPublishObserver(new Recorder(Published));
        await Services.GetRequiredService<IBusControl>().WaitForHealthStatus(BusHealthStatus.Healthy, Eventually.Patience);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        builder.UseSetting($"ConnectionStrings:{service}", _connection);
        builder.UseSetting("ConnectionStrings:messaging", "loopback://localhost/");
        // A test runs them itself, at the time it has set.
        builder.UseSetting("Jobs:Background", "false");
        builder.ConfigureServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Time)));
    }

    /// <summary>A client with a token of the given unit and scopes; no scopes = all of them.</summary>
    public HttpClient As(string unitCode, params string[] scopes) => As(unitCode, $"test-{unitCode}", scopes);

    /// <summary>The same; <paramref name="copy"/> is a second copy of the service made by <c>WithWebHostBuilder</c>: same database, a host of its own.</summary>
    public HttpClient As(string unitCode, string caller, string[] scopes, WebApplicationFactory<TProgram>? copy = null)
    {
        var host = copy ?? this;
        var identity = new ClaimsIdentity(BearerTokenDefaults.AuthenticationScheme);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, caller));
        identity.AddClaim(new Claim(TokenClaims.Unit, unitCode));
        identity.AddClaims((scopes.Length == 0 ? Policies.All : scopes).Select(s => new Claim(TokenClaims.Scope, s)));
        var options = host.Services.GetRequiredService<IOptionsMonitor<BearerTokenOptions>>().Get(BearerTokenDefaults.AuthenticationScheme);
        var ticket = new AuthenticationTicket(new ClaimsPrincipal(identity), new AuthenticationProperties { ExpiresUtc = DateTimeOffset.UtcNow.AddYears(50) }, $"{BearerTokenDefaults.AuthenticationScheme}:AccessToken");
        var client = host.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", options.BearerTokenProtector.Protect(ticket));
        return client;
    }

    /// <summary>Delivers an event as the broker would, and waits until its consumers have recorded it.</summary>
    public async Task DeliverAsync<T>(T message, Guid? messageId = null, int consumers = 1) where T : class
    {
        var id = messageId ?? Guid.CreateVersion7();
        var before = await WithDb(db => db.Inbox.CountAsync(m => m.MessageId == id));
        await Services.GetRequiredService<IBus>().Publish(message, c => c.MessageId = id);
        if (before > 0)
        {
            // A repeat leaves no trace to wait for: give it the time it would need to do harm.
            await Task.Delay(300);
            return;
        }
        await Eventually.HoldsAsync(async () => await WithDb(db => db.Inbox.CountAsync(m => m.MessageId == id)) >= consumers, $"{typeof(T).Name} was not consumed");
    }

    /// <summary>Waits for an event that has left the outbox.</summary>
    public async Task<T> PublishedAsync<T>(Func<T, bool> which) where T : class
    {
        T? found = null;
        await Eventually.HoldsAsync(() => Task.FromResult((found = Published.OfType<T>().LastOrDefault(which)) is not null), $"{typeof(T).Name} was not published");
        return found!;
    }

    public async Task<TResult> WithDb<TResult>(Func<TContext, Task<TResult>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TContext>());
    }

    private sealed class Recorder(ConcurrentQueue<object> published) : IPublishObserver
    {
        public Task PrePublish<T>(PublishContext<T> context) where T : class => Task.CompletedTask;

        public Task PostPublish<T>(PublishContext<T> context) where T : class
        {
            published.Enqueue(context.Message);
            return Task.CompletedTask;
        }

        public Task PublishFault<T>(PublishContext<T> context, Exception exception) where T : class => Task.CompletedTask;
    }
}

public static class Http
{
    public static async Task<JsonNode> JsonAsync(this HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsStringAsync()) ?? throw new InvalidOperationException("empty body");

    /// <summary>Asserts problem details with a code, and gives them back.</summary>
    public static async Task<JsonNode> ProblemAsync(this HttpResponseMessage response, int status, string? code = null)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True((int)response.StatusCode == status, $"expected {status}, got {(int)response.StatusCode}: {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonNode.Parse(text)!;
        Assert.Matches("^[A-Z]{3}-[0-9]{4}$", (string?)problem["code"]);
        Assert.False(string.IsNullOrWhiteSpace((string?)problem["title"]));
        if (code is not null)
            Assert.Equal(code, (string?)problem["code"]);
        return problem;
    }

    public static async Task<JsonNode> OkAsync(this Task<HttpResponseMessage> sending)
    {
        var response = await sending;
        Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
        return await response.JsonAsync();
    }

    public static Task<HttpResponseMessage> PostKeyedAsync<T>(this HttpClient client, string path, T body, string key)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body, options: Json.Options) };
        request.Headers.Add("Idempotency-Key", key);
        return client.SendAsync(request);
    }
}
