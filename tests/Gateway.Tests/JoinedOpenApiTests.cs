using System.Net;
using System.Text.Json.Nodes;
using Emulation.TestKit;

namespace Emulation.Gateway.Tests;

public sealed class JoinedOpenApiTests(GatewayFixture gateway) : IClassFixture<GatewayFixture>
{
    private static string Document(string path, string schema, string schemaBody) => $$"""
        {
          "openapi": "3.1.1", "info": { "title": "one service", "version": "v1" },
          "paths": {
            "{{path}}": { "get": { "operationId": "List", "tags": ["Emulation.X"], "summary": "Xem",
              "responses": { "200": { "description": "OK", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/{{schema}}" } } } } } } },
            "/internal/secret": { "get": { "responses": { "200": { "description": "OK" } } } }
          },
          "components": { "schemas": {
            "{{schema}}": {{schemaBody}},
            "Holder": { "type": "object", "properties": { "value": { "$ref": "#/components/schemas/{{schema}}" } } },
            "Shared": { "type": "object" } } }
        }
        """;

    [Fact]
    public async Task Join_FiveServicesOneDown_NamesTheMissingAndKeepsTheRest()
    {
        gateway.Upstreams["identity"].Json("/openapi/v1.json", Document("/me", "Me", """{ "type": "object" }"""));
        gateway.Upstreams["campaigns"].Json("/openapi/v1.json", Document("/campaigns", "Item", """{ "type": "string" }"""));
        gateway.Upstreams["scoring"].Json("/openapi/v1.json", Document("/rankings", "Item", """{ "type": "integer" }"""));
        gateway.Upstreams["nominations"].Json("/openapi/v1.json", Document("/nominations", "Nomination", """{ "type": "object" }"""));
        await gateway.Upstreams["documents"].StopAsync();

        using var client = gateway.Anonymous();
        var joined = await client.GetAsync("/api/openapi.json").OkAsync();

        Assert.StartsWith("3.1", (string?)joined["openapi"], StringComparison.Ordinal);
        string[] paths = [.. joined["paths"]!.AsObject().Select(p => p.Key)];
        Assert.Superset(new HashSet<string> { "/api/me", "/api/campaigns", "/api/rankings", "/api/nominations", "/api/city/overview", "/api/city/deadlines" }, paths.ToHashSet());
        Assert.DoesNotContain(paths, p => p.Contains("internal", StringComparison.Ordinal));
        Assert.Equal(["documents"], joined["x-missing"]!.AsArray().Select(m => (string?)m));
        Assert.Contains("documents", (string?)joined["info"]!["description"], StringComparison.Ordinal);
        Assert.Equal("bearer", (string?)joined["components"]!["securitySchemes"]!["bearer"]!["scheme"]);

        // Two services mean different things by Item: both are renamed, and so is what refers to them; what is the same everywhere stays one.
        var schemas = joined["components"]!["schemas"]!.AsObject();
        Assert.Equal("string", (string?)schemas["CampaignsItem"]!["type"]);
        Assert.Equal("integer", (string?)schemas["ScoringItem"]!["type"]);
        Assert.False(schemas.ContainsKey("Item"));
        Assert.Equal("#/components/schemas/ScoringItem", (string?)schemas["ScoringHolder"]!["properties"]!["value"]!["$ref"]);
        Assert.True(schemas.ContainsKey("Shared"));
        var rankings = joined["paths"]!["/api/rankings"]!["get"]!;
        Assert.Equal("scoring", (string?)rankings["tags"]![0]);
        Assert.Equal("#/components/schemas/ScoringItem", (string?)rankings["responses"]!["200"]!["content"]!["application/json"]!["schema"]!["$ref"]);

        string[] ids = [.. joined["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject()).Select(o => (string?)o.Value!["operationId"]).OfType<string>()];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        AssertEveryReferenceResolves(joined);
    }

    [Fact]
    public async Task Description_OfTheGateway_HasAnAnswerForEachViewAndParametersInCamelCase()
    {
        using var client = gateway.Anonymous();
        var paths = (await client.GetAsync("/openapi/v1.json").OkAsync())["paths"]!.AsObject().Where(p => p.Key.StartsWith("/api/city/", StringComparison.Ordinal)).ToArray();
        Assert.Equal(4, paths.Length);
        foreach (var (path, operations) in paths)
        {
            Assert.True(operations!["get"]!["responses"]!["200"]?["content"] is not null, path);
            Assert.All(operations["get"]!["parameters"]!.AsArray(), p => Assert.Matches("^[a-z]", (string?)p!["name"]));
        }
    }

    [Fact]
    public async Task Docs_Page_IsServedWithoutOutsideAssets()
    {
        using var client = gateway.Anonymous();
        var index = await client.GetAsync("/api/docs/index.html");
        Assert.Equal(HttpStatusCode.OK, index.StatusCode);
        var html = await index.Content.ReadAsStringAsync();
        Assert.Matches("swagger-ui", html);
        Assert.DoesNotContain("src=\"http", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("href=\"http", html, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/docs/swagger-ui-bundle.js")).StatusCode);
        Assert.Contains("/api/openapi.json", await client.GetStringAsync("/api/docs/index.js"), StringComparison.Ordinal);
    }

    private static void AssertEveryReferenceResolves(JsonNode joined)
    {
        void Walk(JsonNode? node)
        {
            if (node is JsonObject o)
            {
                if (o["$ref"] is JsonValue reference && reference.TryGetValue<string>(out var target))
                {
                    var at = joined;
                    foreach (var step in target.TrimStart('#', '/').Split('/'))
                        at = at?[step];
                    Assert.True(at is not null, target);
                }
                foreach (var (_, value) in o)
                    Walk(value);
            }
            else if (node is JsonArray a)
            {
                foreach (var value in a)
                    Walk(value);
            }
        }
        Walk(joined);
    }
}
