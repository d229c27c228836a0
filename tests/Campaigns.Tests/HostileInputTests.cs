using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Emulation.TestKit;

namespace Emulation.Campaigns.Tests;

/// <summary>Whatever is sent, the answer is a problem with a code; never 500.</summary>
public sealed class HostileInputTests(CampaignsFixture campaigns) : IClassFixture<CampaignsFixture>
{
    private readonly HttpClient _city = campaigns.City;

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{")]
    [InlineData("{\"code\":\"A\",\"code\":\"B\"}")]
    [InlineData("{\"code\":\"\\ud800\"}")]
    [InlineData("{\"code\":\"\\u0000\"}")]
    [InlineData("{} {}")]
    [InlineData("{\"code\":{\"$type\":\"System.IO.FileInfo\"}}")]
    public async Task Body_Malformed_IsRefusedByEveryPost(string body)
    {
        var id = Guid.NewGuid();
        foreach (var path in new[] { "/campaigns", "/units", "/units/batch", $"/campaigns/{id}/amend", $"/campaigns/{id}/close" })
            await (await SendAsync(path, Encoding.UTF8.GetBytes(body))).ProblemAsync(400);
    }

    [Fact]
    public async Task Body_InvalidUtf8_IsRefused() =>
        await (await SendAsync("/units", [.. "{\"code\":\""u8, 0xC3, 0x28, .. "\"}"u8])).ProblemAsync(400, "EMU-0002");

    [Theory]
    [InlineData("/fromYear", "\"2026\"", "/fromYear")]
    [InlineData("/fromYear", "2026.5", "/fromYear")]
    [InlineData("/fromYear", "99999999999", "/fromYear")]
    [InlineData("/level", "\"province\"", "/level")]
    [InlineData("/level", "1", "/level")]
    [InlineData("/name", "null", "/name")]
    [InlineData("/purposes", "null", "/purposes")]
    [InlineData("/purposes", "{}", "/purposes")]
    [InlineData("/unknown", "1", "/unknown")]
    [InlineData("/parent/date", "\"2026-02-30\"", "/parent/date")]
    [InlineData("/scheme/categories/0/level", "\"galaxy\"", "/scheme/categories/0/level")]
    [InlineData("/scheme/categories/0/standard/canonical", "null", "/scheme/categories/0/standard/canonical")]
    [InlineData("/scheme/categories/0/standard/canonical/kind", "\"magic\"", "/scheme/categories/0/standard/canonical")]
    [InlineData("/scheme/categories/0/standard/canonical/kind", null, "/scheme/categories/0/standard/canonical")]
    [InlineData("/scheme/categories/0/standard/canonical/conditions/0/atLeast", "\"nhiều\"", "/scheme/categories/0/standard/canonical/conditions/0/atLeast")]
    public async Task Plan_WrongTypes_AreToldWithAPointer(string put, string? value, string pointer)
    {
        var response = await SendAsync("/campaigns", Encoding.UTF8.GetBytes(Plans.Of("HOSTILE", change: p => p.Put(put, value)).ToJsonString()));

        var problem = await response.ProblemAsync(400, "EMU-0002");
        Assert.StartsWith(pointer, (string?)problem["errors"]![0]!["pointer"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{\"kind\":\"allOf\",\"clause\":\"X\",\"text\":\"X\",\"conditions\":[")]
    [InlineData("{\"conditions\":[")]
    public async Task Condition_NestedTenThousandDeep_IsRefused(string level)
    {
        var plan = Plans.Of("ABYSS", change: p => p.Put("/scheme/categories/0/standard/canonical", "\"HERE\"")).ToJsonString();
        var deep = string.Concat(Enumerable.Repeat(level, 10_000));

        var problem = await (await SendAsync("/campaigns", Encoding.UTF8.GetBytes(plan.Replace("\"HERE\"", deep, StringComparison.Ordinal)))).ProblemAsync(400, "EMU-0002");

        Assert.NotEmpty(problem["errors"]!.AsArray());
    }

    [Fact]
    public async Task Condition_KindNotFirst_IsRead()
    {
        var plan = Plans.Of("LAST-KIND", change: p => p.Put("/scheme/categories/0/standard/canonical", """{"statement":"ethics","clause":"X","text":"X","kind":"attested"}"""));

        await SendAsync("/campaigns", Encoding.UTF8.GetBytes(plan.ToJsonString())).OkAsync();
    }

    [Fact]
    public async Task Text_WithOddCharacters_ComesBackUnharmed()
    {
        const string name = "“Ba sẵn sàng” <script>alert(1)</script> '; DROP TABLE campaigns;-- \u200b 🏆";

        var draft = await campaigns.DraftAsync("ODD", change: p => p["name"] = name);

        Assert.Equal(name, (string?)(await _city.GetAsync($"/campaigns/{draft["id"]}").OkAsync())["plan"]!["name"]);
    }

    [Fact]
    public async Task Text_Decomposed_IsStoredComposed()
    {
        var draft = await campaigns.DraftAsync("NFD", change: p => p["name"] = "Hải Phòng".Normalize(NormalizationForm.FormD));

        Assert.Equal("Hải Phòng", (string?)draft["name"]);
    }

    [Fact]
    public async Task Body_OtherMediaType_IsRefused()
    {
        var content = new StringContent("<xml/>", Encoding.UTF8, "application/xml");

        await (await _city.PostAsync("/campaigns", content)).ProblemAsync(415, "EMU-0010");
    }

    [Theory]
    [InlineData("/campaigns?year=abc", 400)]
    [InlineData("/campaigns?state=open", 400)]
    [InlineData("/campaigns?after=x", 400)]
    [InlineData("/campaigns?limit=x", 400)]
    [InlineData("/campaigns?limit=-5", 200)]
    [InlineData("/campaigns?limit=2147483647", 200)]
    [InlineData("/campaigns?unitCode=%00", 400)]
    [InlineData("/campaigns?unitCode='%20or%201=1--", 200)]
    [InlineData("/campaigns/not-a-guid", 404)]
    [InlineData("/campaigns/00000000-0000-0000-0000-000000000000", 404)]
    [InlineData("/units?kind=planet", 400)]
    [InlineData("/units?kind=3", 400)]
    [InlineData("/units?kind=", 400)]
    [InlineData("/units?q=%ff%fe", 200)]
    [InlineData("/units?q=%F0%9F%8F%86", 200)]
    [InlineData("/units/%2e%2e%2f", 404)]
    [InlineData("/nowhere", 404)]
    public async Task Query_Odd_NeverBreaks(string path, int status)
    {
        var response = await _city.GetAsync(path);

        if (status == 200)
            Assert.Equal(200, (int)response.StatusCode);
        else
            await response.ProblemAsync(status);
    }

    [Fact]
    public async Task Query_TooLong_IsRefused() => await (await _city.GetAsync($"/units?q={new string('a', 201)}")).ProblemAsync(400, "EMU-0001");

    [Fact]
    public async Task Method_NotAllowed_IsTold() => await (await _city.DeleteAsync("/units/31")).ProblemAsync(405, "EMU-0006");

    private Task<HttpResponseMessage> SendAsync(string path, byte[] body)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return _city.PostAsync(path, content);
    }
}

public sealed class OpenApiTests(CampaignsFixture campaigns) : IClassFixture<CampaignsFixture>
{
    [Fact]
    public async Task Document_SaysWhatEveryFieldIs()
    {
        var document = await campaigns.CreateClient().GetAsync("/openapi/v1.json").OkAsync();

        var code = document["components"]!["schemas"]!["DraftCampaignRequest"]!["properties"]!["code"]!;
        Assert.Equal("string", (string?)code["type"]);
        Assert.Contains("unique in the city", (string?)code["description"], StringComparison.Ordinal);
        Assert.Equal("string", (string?)document["components"]!["schemas"]!["DraftCampaignRequest"]!["properties"]!["linkedCodes"]!["items"]!["type"]);
        foreach (var (path, operations) in document["paths"]!.AsObject())
            foreach (var (method, operation) in operations!.AsObject())
                Assert.False(string.IsNullOrWhiteSpace((string?)operation!["summary"]), $"{method} {path} has no summary");
    }
}
