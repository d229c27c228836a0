using System.Diagnostics;
using Emulation.TestKit;
using Microsoft.AspNetCore.Http;

namespace Emulation.Gateway.Tests;

public sealed class OutageTests(OutageTests.Impatient gateway) : IClassFixture<OutageTests.Impatient>
{
    public sealed class Impatient : GatewayFixture
    {
        private readonly Upstream _second = new();

        public Upstream Second => _second;

        protected override IEnumerable<string> Settings => ["--Proxy:TimeLimit=00:00:01", "--Proxy:ProbeEvery=00:00:00.2", $"--services:documents:http:1={_second.Address}"];
    }

    [Fact]
    public async Task Service_Down_Is503AndWorksAgainAtOnceWhenItIsBack()
    {
        var scoring = gateway.Upstreams["scoring"];
        scoring.Json("/rankings", "{}");
        using var client = gateway.As("31");
        await client.GetAsync("/api/rankings").OkAsync();
        await scoring.StopAsync();
        for (var i = 0; i < 20; i++)
        {
            var refused = await (i % 2 == 0 ? client.GetAsync("/api/rankings") : client.PostAsync("/api/rankings", new StringContent("{}")));
            await refused.ProblemAsync(503, "EMU-0015");
            Assert.True(refused.Headers.Contains("Retry-After"));
        }
        await scoring.StartAsync();
        await client.GetAsync("/api/rankings").OkAsync();
    }

    [Fact]
    public async Task Service_TooSlow_Is504()
    {
        gateway.Upstreams["campaigns"].Answers["/campaigns/slow"] = async context => await Task.Delay(3000, context.RequestAborted);
        using var client = gateway.As("31");
        await (await client.GetAsync("/api/campaigns/slow")).ProblemAsync(504, "GAT-0001");
    }

    [Fact]
    public async Task Service_ThatBreaksOffBeforeAnswering_Is503()
    {
        gateway.Upstreams["campaigns"].Answers["/campaigns/broken"] = context =>
        {
            context.Abort();
            return Task.CompletedTask;
        };
        using var client = gateway.As("31");
        await (await client.PostAsync("/api/campaigns/broken", new StringContent("{}"))).ProblemAsync(503, "EMU-0015");
    }

    [Fact]
    public async Task TwoCopies_OneDown_ReadsGoToTheOtherWithoutAFailure()
    {
        gateway.Upstreams["documents"].Json("/documents", """{"copy":1}""");
        gateway.Second.Json("/documents", """{"copy":2}""");
        await gateway.Second.StartAsync();
        using var client = gateway.As("31");
        var copies = new HashSet<int?>();
        await Eventually.HoldsAsync(async () =>
        {
            copies.Add((int?)(await client.GetAsync("/api/documents").OkAsync())["copy"]);
            return copies.Count == 2;
        }, "only one copy is ever asked");

        await gateway.Upstreams["documents"].StopAsync();
        for (var i = 0; i < 30; i++)
            Assert.Equal(2, (int?)(await client.GetAsync("/api/documents").OkAsync())["copy"]);
        await Eventually.HoldsAsync(async () =>
        {
            // Probes have taken the dead copy out: now writes no longer meet it.
            var written = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => client.PostAsync("/api/documents", new StringContent("{}"))));
            return written.All(w => w.IsSuccessStatusCode);
        }, "the dead copy is still asked");
    }

    [Fact]
    public async Task Health_WithServicesDown_StaysLive()
    {
        using var client = gateway.Anonymous();
        var timer = Stopwatch.StartNew();
        Assert.True((await client.GetAsync("/health/live")).IsSuccessStatusCode);
        Assert.True((await client.GetAsync("/health/ready")).IsSuccessStatusCode);
        Assert.True(timer.Elapsed < TimeSpan.FromSeconds(2));
    }
}
