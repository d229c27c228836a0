using System.Net;
using System.Net.Http.Json;
using Emulation.ServiceDefaults;
using Emulation.TestKit;
using Xunit;

namespace Emulation.Scoring.Tests.Api;

public class IndexSetApiTests(ScoringFixture service) : IClassFixture<ScoringFixture>
{
    [Theory]
    [InlineData("commune")]
    [InlineData("department")]
    public async Task Create_SetAsShipped_CanBeActivatedAndReadBack(string name)
    {
        var body = Samples.Read(name);
        var response = await service.City.PostAsJsonAsync("/index-sets", body, Json.Options);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal("\"1\"", response.Headers.ETag?.Tag);
        await service.City.PostAsync($"/index-sets/{body.Code}/activate", null).OkAsync();
        var read = await service.As("10001", Policies.ScoresRead).GetAsync($"/index-sets/{body.Code}").OkAsync();
        Assert.Equal("active", (string?)read["state"]);
        Assert.Equal(body.Areas.Length, read["areas"]!.AsArray().Count);
        Assert.Equal("ratioWithFloor", (string?)(name == "commune" ? read["areas"]![0]!["criteria"]![0]!["leaves"]![1]! : read["areas"]![0]!["criteria"]![0]!)["formula"]!["kind"]);
        await (await service.City.PostAsJsonAsync("/index-sets", body, Json.Options)).ProblemAsync(409, "SCO-0005");
    }

    [Fact]
    public async Task Create_WeightsNotAddingUp_Returns400WithPointers()
    {
        var body = Samples.Commune with { Code = "hong", Areas = Samples.Commune.Areas[1..] };
        var problem = await (await service.City.PostAsJsonAsync("/index-sets", body, Json.Options)).ProblemAsync(400, "SCO-0001");
        Assert.Contains(problem["errors"]!.AsArray(), e => (string?)e!["pointer"] == "/areas");
    }

    [Theory]
    [InlineData("""{"kind":"magic"}""")]
    [InlineData("""{}""")]
    [InlineData("""{"kind":"steps","table":[null]}""")]
    [InlineData("""{"kind":"deduction","cases":[null]}""")]
    [InlineData("""{"kind":"target","goal":1e400}""")]
    [InlineData("""{"kind":"deduction","cases":[{"key":"khong hop le","name":"x","points":1}]}""")]
    [InlineData("""{"kind":"deduction","cases":[{"key":"k","name":" ","points":1}]}""")]
    public async Task Create_FormulaOutOfTheTable_Returns400(string formula)
    {
        var body = $$"""{"code":"la","name":"x","issuer":"x","blocks":["phuong"],"areas":[{"code":"A","name":"x","max":100,"criteria":[{"code":"A.1","name":"x","max":100,"formula":{{formula}}}]}]}""";
        await (await service.City.PostAsync("/index-sets", new StringContent(body, null, "application/json"))).ProblemAsync(400);
    }

    [Fact]
    public async Task Create_EmptyName_IsCaughtByValidation()
    {
        var problem = await (await service.City.PostAsJsonAsync("/index-sets", Samples.Commune with { Code = "trong", Name = " " }, Json.Options)).ProblemAsync(400, "EMU-0001");
        Assert.Equal("/name", (string?)problem["errors"]![0]!["pointer"]);
    }

    [Theory]
    [InlineData("""{"code":"A 1","name":"x","max":100,"formula":{"kind":"yesNo"}}""", "/areas/0/criteria/0/code")]
    [InlineData("""{"code":"A.1","name":"","max":100,"formula":{"kind":"yesNo"}}""", "/areas/0/criteria/0/name")]
    [InlineData("""{"code":"A.1","name":"x","max":100,"leaves":[{"code":"A.1.1","name":" ","max":100,"formula":{"kind":"yesNo"}}]}""", "/areas/0/criteria/0/leaves/0/name")]
    [InlineData("""{"code":"A.1","name":"x","max":100,"leaves":[null]}""", "/areas/0/criteria/0/leaves")]
    public async Task Create_FaultDeepInTheTree_IsFoundThere(string criterion, string pointer)
    {
        var body = $$"""{"code":"sau","name":"x","issuer":"x","blocks":["phuong"],"areas":[{"code":"A","name":"x","max":100,"criteria":[{{criterion}}]}]}""";
        var problem = await (await service.City.PostAsync("/index-sets", new StringContent(body, null, "application/json"))).ProblemAsync(400);
        Assert.Contains(problem["errors"]!.AsArray(), e => (string?)e!["pointer"] == pointer);
    }

    [Fact]
    public async Task Create_ByAWard_Returns403WhateverItsScopes()
    {
        await (await service.As("10001").PostAsJsonAsync("/index-sets", Samples.Commune with { Code = "phuong-lap" }, Json.Options)).ProblemAsync(403, "SCO-0014");
        await (await service.As("31", Policies.ScoresRead).PostAsJsonAsync("/index-sets", Samples.Commune with { Code = "thieu-quyen" }, Json.Options)).ProblemAsync(403, "EMU-0004");
    }

    [Fact]
    public async Task Revise_Draft_ThenActive_IsLocked()
    {
        await service.City.PostAsJsonAsync("/index-sets", ScoringFixture.SetBody("sua", "k")).OkAsync();
        var changed = ScoringFixture.SetBody("sua", "k2");
        var revision = System.Text.Json.JsonSerializer.SerializeToNode(changed)!.AsObject();
        revision.Remove("code");
        var stale = new HttpRequestMessage(HttpMethod.Put, "/index-sets/sua") { Content = JsonContent.Create(revision) };
        stale.Headers.TryAddWithoutValidation("If-Match", "\"7\"");
        var problem = await (await service.City.SendAsync(stale)).ProblemAsync(412, "EMU-0008");
        Assert.Equal(1, (int?)problem["currentVersion"]);
        var revised = await service.City.PutAsJsonAsync("/index-sets/sua", revision).OkAsync();
        Assert.Equal("k2", (string?)revised["blocks"]![0]);
        await service.City.PostAsync("/index-sets/sua/activate", null).OkAsync();
        await (await service.City.PutAsJsonAsync("/index-sets/sua", revision)).ProblemAsync(409, "SCO-0002");
        await (await service.City.PostAsync("/index-sets/sua/activate", null)).ProblemAsync(409, "SCO-0002");
    }

    [Fact]
    public async Task OpenApi_Document_NamesEveryOperationInVietnamese()
    {
        var document = await service.City.GetAsync("/openapi/v1.json").OkAsync();
        foreach (var operation in document["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject()).Where(o => o.Value is System.Text.Json.Nodes.JsonObject))
            Assert.False(string.IsNullOrWhiteSpace((string?)operation.Value!["summary"]), operation.Value["operationId"]?.ToString());
        Assert.NotNull(document["paths"]!["/score-sheets/{id}/appraise"]);
    }
}
