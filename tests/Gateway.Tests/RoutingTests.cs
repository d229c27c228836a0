using System.Net;
using Emulation.TestKit;
using Microsoft.AspNetCore.Http;

namespace Emulation.Gateway.Tests;

public sealed class RoutingTests(GatewayFixture gateway) : IClassFixture<GatewayFixture>
{
    [Theory]
    [InlineData("/api/clients", "identity", "/clients")]
    [InlineData("/api/accounts", "identity", "/accounts")]
    [InlineData("/api/me", "identity", "/me")]
    [InlineData("/api/units/10532", "campaigns", "/units/10532")]
    [InlineData("/api/campaigns/deadlines?from=2026-01-01", "campaigns", "/campaigns/deadlines?from=2026-01-01")]
    [InlineData("/api/emulation-blocks?year=2026", "campaigns", "/emulation-blocks?year=2026")]
    [InlineData("/api/duties/missing?campaignId=1", "campaigns", "/duties/missing?campaignId=1")]
    [InlineData("/api/reports/1", "campaigns", "/reports/1")]
    [InlineData("/api/unit-plans?campaignId=1", "campaigns", "/unit-plans?campaignId=1")]
    [InlineData("/api/report-files/1/content", "campaigns", "/report-files/1/content")]
    [InlineData("/api/index-sets/cchc-xa-2026", "scoring", "/index-sets/cchc-xa-2026")]
    [InlineData("/api/score-sheets/batch", "scoring", "/score-sheets/batch")]
    [InlineData("/api/rankings?year=2025&block=phuong", "scoring", "/rankings?year=2025&block=phuong")]
    [InlineData("/api/index-history/10532", "scoring", "/index-history/10532")]
    [InlineData("/api/block-scales/1/confirm", "scoring", "/block-scales/1/confirm")]
    [InlineData("/api/block-sheets/1/pledge/confirm", "scoring", "/block-sheets/1/pledge/confirm")]
    [InlineData("/api/block-rankings/preview?block=1", "scoring", "/block-rankings/preview?block=1")]
    [InlineData("/api/criterion-results/CVA-26/units", "scoring", "/criterion-results/CVA-26/units")]
    [InlineData("/api/initiatives", "nominations", "/initiatives")]
    [InlineData("/api/nominations/1/verdict", "nominations", "/nominations/1/verdict")]
    [InlineData("/api/councils/sessions/1/minutes", "nominations", "/councils/sessions/1/minutes")]
    [InlineData("/api/decisions/1", "nominations", "/decisions/1")]
    [InlineData("/api/quotas/usage", "nominations", "/quotas/usage")]
    [InlineData("/api/documents/1/pdf", "documents", "/documents/1/pdf")]
    [InlineData("/api/documents/1/signatures", "documents", "/documents/1/signatures")]
    [InlineData("/api/signing-certificates", "documents", "/signing-certificates")]
    public async Task Route_OfEachService_ReachesItWithoutApi(string asked, string service, string expected)
    {
        var path = expected.Split('?')[0];
        gateway.Upstreams[service].Json(path, $$"""{"from":"{{service}}"}""");
        using var client = gateway.As("31");
        var answer = await client.GetAsync(asked).OkAsync();
        Assert.Equal(service, (string?)answer["from"]);
        Assert.Contains(gateway.Upstreams[service].Seen, s => s.Line == "GET " + expected && s.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Verifications_WithoutToken_ReachTheService()
    {
        gateway.Upstreams["documents"].Json("/verifications/Cabc", """{"certificate":{"order":7}}""");
        using var client = gateway.Anonymous();
        Assert.Equal(7, (int?)(await client.GetAsync("/api/verifications/Cabc").OkAsync())["certificate"]!["order"]);
    }

    [Theory]
    [InlineData("/api/nominations")]
    [InlineData("/api/connect/other")]
    [InlineData("/api/city/overview")]
    [InlineData("/api/nothing-here")]
    public async Task Request_WithoutToken_Is401AndReachesNoService(string path)
    {
        using var client = gateway.Anonymous();
        await (await client.GetAsync(path)).ProblemAsync(401, "EMU-0003");
        Assert.DoesNotContain(gateway.Upstreams.Values.SelectMany(u => u.Seen), s => path.EndsWith(s.Line.Split(' ')[1], StringComparison.Ordinal) && s.Headers.Authorization.Count == 0);
    }

    [Fact]
    public async Task Request_WithForgedToken_Is401()
    {
        using var client = gateway.Anonymous();
        client.DefaultRequestHeaders.Add("Authorization", "Bearer CfDJ8forged");
        await (await client.GetAsync("/api/units")).ProblemAsync(401, "EMU-0003");
    }

    [Fact]
    public async Task UnknownRoute_WithToken_Is404Problem()
    {
        using var client = gateway.As("31");
        await (await client.GetAsync("/api/nothing-here")).ProblemAsync(404, "EMU-0005");
    }

    [Fact]
    public async Task TokenEndpoint_IsOpenToAll()
    {
        gateway.Upstreams["identity"].Json("/connect/token", """{"access_token":"x"}""");
        using var client = gateway.Anonymous();
        var answer = await client.PostAsync("/api/connect/token", new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "client_credentials" })).OkAsync();
        Assert.Equal("x", (string?)answer["access_token"]);
    }

    [Fact]
    public async Task Answer_OfAService_PassesUnchanged()
    {
        gateway.Upstreams["nominations"].Answers["/nominations/7"] = context =>
        {
            context.Response.StatusCode = 412;
            context.Response.ContentType = "application/problem+json";
            context.Response.Headers.ETag = "\"3\"";
            return context.Response.WriteAsync("""{"code":"EMU-0008","title":"Phiên bản đang sửa đã cũ"}""");
        };
        using var client = gateway.As("31");
        var response = await client.GetAsync("/api/nominations/7");
        await response.ProblemAsync(412, "EMU-0008");
        Assert.Equal("\"3\"", response.Headers.ETag?.Tag);
    }

    [Theory]
    [InlineData("/nominations/5", "/api/nominations/5")]
    [InlineData("{self}/nominations/5?x=1", "/api/nominations/5?x=1")]
    [InlineData("https://example.org/elsewhere", "https://example.org/elsewhere")]
    public async Task Location_OfAService_ComesBackUnderApi(string given, string expected)
    {
        var upstream = gateway.Upstreams["nominations"];
        upstream.Answers["/nominations"] = context =>
        {
            context.Response.StatusCode = 201;
            context.Response.Headers.Location = given.Replace("{self}", upstream.Address, StringComparison.Ordinal);
            return Task.CompletedTask;
        };
        using var client = gateway.As("31");
        var response = await client.PostAsync("/api/nominations", new StringContent("{}"));
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal(expected, response.Headers.GetValues("Location").Single());
    }

    [Fact]
    public async Task TraceContext_OfTheCaller_ReachesTheService()
    {
        gateway.Upstreams["documents"].Json("/documents/traced", "{}");
        using var client = gateway.As("31");
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/documents/traced");
        request.Headers.Add("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        await client.SendAsync(request).OkAsync();
        var seen = gateway.Upstreams["documents"].Seen.Single(s => s.Line == "GET /documents/traced");
        Assert.StartsWith("00-4bf92f3577b34da6a3ce929d0e0e4736-", seen.Headers.TraceParent, StringComparison.Ordinal);
    }
}
