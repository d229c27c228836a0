using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Emulation.ServiceDefaults;
using Emulation.TestKit;
using Microsoft.AspNetCore.Http;

namespace Emulation.Gateway.Tests;

public sealed class LimitTests(LimitTests.Tight gateway) : IClassFixture<LimitTests.Tight>
{
    public sealed class Tight : GatewayFixture
    {
        protected override IEnumerable<string> Settings =>
        [
            "--RateLimits:Client:PerSecond=1", "--RateLimits:Client:Burst=5", "--RateLimits:City:PerSecond=1000", "--RateLimits:City:Burst=1000",
            "--RateLimits:Token:PerSecond=1", "--RateLimits:Token:Burst=3", "--RateLimits:Verification:PerSecond=1", "--RateLimits:Verification:Burst=3", "--RateLimits:Anonymous:PerSecond=1", "--RateLimits:Anonymous:Burst=1000",
        ];
    }

    [Theory]
    [InlineData(false, 1024 * 1024 + 1)]
    [InlineData(true, 1024 * 1024 + 1)]
    [InlineData(false, 5 * 1024 * 1024)]
    [InlineData(true, 5 * 1024 * 1024)]
    public async Task Body_OverTheLimit_Is413AndReachesNoService(bool chunked, int size)
    {
        using var client = gateway.As("31");
        for (var i = 0; i < 5; i++)
        {
            using var request = Post("/api/nominations", size, chunked);
            await (await client.SendAsync(request)).ProblemAsync(413, "EMU-0009");
        }
        Assert.DoesNotContain(gateway.Upstreams["nominations"].Seen, s => s.Line == "POST /nominations");
    }

    [Fact]
    public async Task Body_FarOverTheLimit_IsNeverAServerError()
    {
        using var client = gateway.As("31");
        using var request = Post("/api/nominations", 48 * 1024 * 1024, chunked: true);
        // So much is not read off to the end: the client may see the connection close instead of the answer.
        var status = await Status(client, request);
        Assert.True(status is null or HttpStatusCode.RequestEntityTooLarge, $"{status}");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Body_AtTheLimit_ArrivesWhole(bool chunked)
    {
        gateway.Upstreams["scoring"].Json("/score-sheets/batch", "{}");
        using var client = gateway.As("31");
        using var request = Post("/api/score-sheets/batch", 1024 * 1024, chunked);
        await client.SendAsync(request).OkAsync();
        Assert.Contains(gateway.Upstreams["scoring"].Seen, s => s.Line == "POST /score-sheets/batch" && s.BodyLength == 1024 * 1024);
    }

    [Theory]
    [InlineData("scoring", "/evidence", false)]
    [InlineData("scoring", "/evidence", true)]
    [InlineData("nominations", "/nominations/1/dossier/to-trinh", false)]
    [InlineData("nominations", "/nominations/1/dossier/to-trinh", true)]
    public async Task Body_OfAFileWithinItsRoutesOwnLimit_ArrivesWhole(string service, string path, bool chunked)
    {
        gateway.Upstreams[service].Json(path, "{}");
        using var client = gateway.As("31");
        using var file = Post("/api" + path, 20 * 1024 * 1024, chunked);
        await client.SendAsync(file).OkAsync();
        Assert.Contains(gateway.Upstreams[service].Seen, s => s.Line == $"POST {path}" && s.BodyLength == 20 * 1024 * 1024);
        using var larger = Post("/api" + path, 22 * 1024 * 1024, chunked);
        await (await client.SendAsync(larger)).ProblemAsync(413, "EMU-0009");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Workbook_MayBeLarger_ButNotWithoutEnd(bool chunked)
    {
        gateway.Upstreams["scoring"].Json("/index-sets/workbook", "{}");
        using var client = gateway.As("31");
        using var whole = Post("/api/index-sets/workbook", UploadedFile.MaxBody, chunked);
        await client.SendAsync(whole).OkAsync();
        Assert.Contains(gateway.Upstreams["scoring"].Seen, s => s.Line == "POST /index-sets/workbook" && s.BodyLength == UploadedFile.MaxBody);
        using var tooLarge = Post("/api/index-sets/workbook", UploadedFile.MaxBody + 1, chunked);
        await (await client.SendAsync(tooLarge)).ProblemAsync(413, "EMU-0009");
        Assert.DoesNotContain(gateway.Upstreams["scoring"].Seen, s => s.Line == "POST /index-sets/workbook" && s.BodyLength > UploadedFile.MaxBody);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Body_OverTheLimitWithoutToken_IsRefusedWithoutServerError(bool chunked)
    {
        using var client = gateway.Anonymous();
        using var request = Post("/api/nominations", 5 * 1024 * 1024, chunked);
        var status = await Status(client, request);
        Assert.True(status is null or HttpStatusCode.Unauthorized or HttpStatusCode.RequestEntityTooLarge, $"{status}");
    }

    [Fact]
    public async Task Client_OverItsRate_Is429WithRetryAfterAndOthersGoOn()
    {
        gateway.Upstreams["campaigns"].Json("/units", """{"items":[]}""");
        using var busy = gateway.As("10532", "busy");
        var responses = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => busy.GetAsync("/api/units")));
        Assert.InRange(responses.Count(r => r.IsSuccessStatusCode), 5, 7);
        var refused = responses.First(r => !r.IsSuccessStatusCode);
        await refused.ProblemAsync(429, "EMU-0013");
        Assert.InRange(int.Parse(refused.Headers.GetValues("Retry-After").Single(), CultureInfo.InvariantCulture), 1, 10);

        using var other = gateway.As("10532", "other");
        await other.GetAsync("/api/units").OkAsync();
        using var city = gateway.As("31", "city");
        var all = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => city.GetAsync("/api/units")));
        Assert.All(all, r => Assert.Equal(HttpStatusCode.OK, r.StatusCode));
    }

    [Fact]
    public async Task TokenEndpoint_OverItsRate_Is429WhoeverAsks()
    {
        gateway.Upstreams["identity"].Json("/connect/token", "{}");
        using var client = gateway.As("31", "signed-in");
        using var anonymous = gateway.Anonymous();
        var responses = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => (i % 2 == 0 ? client : anonymous).PostAsync("/api/connect/token", new StringContent(""))));
        Assert.InRange(responses.Count(r => r.IsSuccessStatusCode), 3, 5);
        await responses.First(r => !r.IsSuccessStatusCode).ProblemAsync(429, "EMU-0013");
    }

    // Judging a stored file is as dear as judging one that is sent.
    [Fact]
    public async Task Verifications_OverTheirRate_Are429WhetherACodeOrAFile()
    {
        gateway.Upstreams["documents"].Json("/verifications/D1", "{}");
        gateway.Upstreams["documents"].Json("/verifications", "{}");
        using var client = gateway.As("31", "checks");
        using var anonymous = gateway.Anonymous();
        var responses = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => i % 2 == 0 ? client.GetAsync("/api/verifications/D1") : anonymous.PostAsync("/api/verifications", new ByteArrayContent([1]))));
        Assert.InRange(responses.Count(r => r.IsSuccessStatusCode), 3, 5);
        await responses.First(r => !r.IsSuccessStatusCode).ProblemAsync(429, "EMU-0013");
    }

    private static HttpRequestMessage Post(string path, int size, bool chunked)
    {
        HttpContent content = chunked ? new StreamContent(new MemoryStream(new byte[size])) : new ByteArrayContent(new byte[size]);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        request.Headers.TransferEncodingChunked = chunked;
        return request;
    }

    private static async Task<HttpStatusCode?> Status(HttpClient client, HttpRequestMessage request)
    {
        try
        {
            return (await client.SendAsync(request)).StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
