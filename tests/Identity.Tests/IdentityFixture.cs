using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Emulation.Identity.Data;
using Emulation.TestKit;
using Microsoft.AspNetCore.Hosting;

namespace Emulation.Identity.Tests;

public class IdentityFixture() : ServiceFixture<Program, AccountsDbContext>("identity", o => new AccountsDbContext(o))
{
    public const string AdminSecret = "a-secret-for-tests-only-7f3c";

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Bootstrap:AdminSecret", AdminSecret);
    }

    public Task<HttpResponseMessage> TokenAsync(params (string Name, string Value)[] form) =>
        CreateClient().PostAsync("/connect/token", new FormUrlEncodedContent(form.Select(f => KeyValuePair.Create(f.Name, f.Value))));

    public Task<HttpResponseMessage> ClientTokenAsync(string id, string secret) =>
        TokenAsync(("grant_type", "client_credentials"), ("client_id", id), ("client_secret", secret));

    public Task<HttpResponseMessage> PasswordTokenAsync(string userName, string password) =>
        TokenAsync(("grant_type", "password"), ("username", userName), ("password", password));

    public async Task<JsonNode> MeAsync(string token)
    {
        var client = CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await client.GetAsync("/me").OkAsync();
    }
}

/// <summary>The same service as a developer starts it.</summary>
public sealed class DevelopmentFixture : IdentityFixture
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseEnvironment("Development");
    }
}
