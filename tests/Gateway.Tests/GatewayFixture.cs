using System.Net.Http.Headers;
using System.Security.Claims;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Emulation.Gateway.Tests;

/// <summary>The real gateway on a port of its own, before five upstreams.</summary>
public class GatewayFixture : IAsyncLifetime
{
    public static readonly string[] Services = ["identity", "campaigns", "scoring", "nominations", "documents"];

    private WebApplication? _gateway;

    public Dictionary<string, Upstream> Upstreams { get; } = Services.ToDictionary(s => s, _ => new Upstream());

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>Settings of the gateway under test.</summary>
    protected virtual IEnumerable<string> Settings => [];

    public async ValueTask InitializeAsync()
    {
        foreach (var upstream in Upstreams.Values)
            await upstream.StartAsync();
        Address = new($"http://127.0.0.1:{Ports.Free()}");
        _gateway = GatewayApp.Build(
        [
            $"--urls={Address}", "--Logging:LogLevel:Default=Critical", "--Logging:LogLevel:Yarp=Critical",
            .. Upstreams.Select(u => $"--services:{u.Key}:http:0={u.Value.Address}"),
            .. Settings,
        ]);
        await _gateway.StartAsync();
    }

    public HttpClient Anonymous() => new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Address };

    /// <summary>A client with a token of the given unit and scopes; no scopes = all of them.</summary>
    public HttpClient As(string unitCode, string caller = "test", params string[] scopes)
    {
        var identity = new ClaimsIdentity(BearerTokenDefaults.AuthenticationScheme);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, caller));
        identity.AddClaim(new Claim(TokenClaims.Unit, unitCode));
        identity.AddClaims((scopes.Length == 0 ? Policies.All : scopes).Select(s => new Claim(TokenClaims.Scope, s)));
        var options = _gateway!.Services.GetRequiredService<IOptionsMonitor<BearerTokenOptions>>().Get(BearerTokenDefaults.AuthenticationScheme);
        var ticket = new AuthenticationTicket(new ClaimsPrincipal(identity), new AuthenticationProperties { ExpiresUtc = DateTimeOffset.UtcNow.AddHours(1) }, $"{BearerTokenDefaults.AuthenticationScheme}:AccessToken");
        var client = Anonymous();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", options.BearerTokenProtector.Protect(ticket));
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        if (_gateway is not null)
            await _gateway.DisposeAsync();
        foreach (var upstream in Upstreams.Values)
            await upstream.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
