using System.Text.Json.Nodes;
using Emulation.ServiceDefaults;
using Emulation.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Emulation.Gateway.Tests;

/// <summary>What the description of any service calls the parameters of its lists.</summary>
public sealed class QueryNamesTests
{
    public sealed record Filter(string? UnitCode, Guid? After, int? Limit);

    [Fact]
    public async Task Description_QueryGatheredInARecord_IsNamedInCamelCase()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddOpenApiDocument();
        await using var app = builder.Build();
        var address = $"http://127.0.0.1:{Ports.Free()}";
        app.Urls.Add(address);
        app.MapOpenApi();
        app.MapGet("/things/{Kind}", ([AsParameters] Filter filter, string kind) => Results.Ok(new { filter, kind }));
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient();
        var document = JsonNode.Parse(await client.GetStringAsync($"{address}/openapi/v1.json", TestContext.Current.CancellationToken))!;
        var parameters = document["paths"]!["/things/{Kind}"]!["get"]!["parameters"]!.AsArray().ToLookup(p => (string?)p!["in"], p => (string?)p!["name"]);
        Assert.Equal(["unitCode", "after", "limit"], parameters["query"]);
        // The template of a path is what it is.
        Assert.DoesNotContain("kind", parameters["path"]);
    }
}
