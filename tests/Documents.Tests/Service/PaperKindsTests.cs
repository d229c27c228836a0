using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Emulation.Documents.Tests.Papers;
using Emulation.Documents.Tests.Rendering;
using Emulation.ServiceDefaults;
using Emulation.TestKit;
using Xunit;

namespace Emulation.Documents.Tests.Service;

/// <summary>Each kind of paper over the API: taken in, kept as it was sent, issued; bad input named by its place.</summary>
public sealed class PaperKindsTests(DocumentsFixture service) : IClassFixture<DocumentsFixture>
{
    public static TheoryData<string, string, string, string?> Kinds => new()
    {
        { "launch-plans", "launchPlan", "KH", "01/KH-UBND" },
        { "emulation-pledges", "emulationPledge", "GƯ", null },
        { "self-score-sheets", "selfScoreSheet", "PCĐ", null },
        { "urging-letters", "urgingLetter", "CV", "01/UBND-VHXH" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Paper_OfEachKind_IsKeptRewrittenAndIssued(string route, string kind, string code, string? symbol)
    {
        var ward = service.NewWard();
        await service.RegisterAsync(ward, "Phường Thử Nghiệm");
        var client = service.As(ward);
        var body = Body(route);
        var begun = await client.PostAsJsonAsync($"/documents/{route}", body);
        Assert.True(begun.StatusCode == HttpStatusCode.Created, await begun.Content.ReadAsStringAsync());
        var id = Guid.Parse(begun.Headers.Location!.ToString().Split('/')[^1]);
        var read = await client.GetAsync($"/documents/{id}").OkAsync();
        Assert.Equal((code, kind), ((string)read["document"]!["type"]!, (string)read["content"]!["kind"]!));
        foreach (var (key, sent) in body)
            Assert.True(Same(sent, read["content"]![key]), $"{key}: {read["content"]![key]?.ToJsonString()}");
        await client.PutAsJsonAsync($"/documents/{route}/{id}", body).OkAsync();
        var issued = await client.PostAsJsonAsync($"/documents/{id}/issue", new { }).OkAsync();
        Assert.Equal(symbol, (string?)issued["document"]!["symbol"]);
        Assert.NotEmpty(new PdfReader(await client.GetByteArrayAsync($"/documents/{id}/pdf")).Pages);
        await (await client.PutAsJsonAsync($"/documents/{route}/{id}", body)).ProblemAsync(409, "DOC-0002");
    }

    public static TheoryData<string, string, string, string> Mistakes => new()
    {
        { "launch-plans", "/purposes", "[null]", "/purposes" },
        { "launch-plans", "/purposes/0/text", "\" \"", "/purposes/0/text" },
        { "launch-plans", "/toYear", "2025", "/toYear" },
        { "launch-plans", "/campaignName", "null", "/campaignName" },
        { "launch-plans", "/legalBases", "[null]", "/legalBases" },
        { "launch-plans", "/scheme/categories", "[null]", "/scheme/categories/0" },
        { "launch-plans", "/scheme/categories/0/quotas", "[null]", "/scheme/categories/0/quotas/0" },
        { "launch-plans", "/scheme/categories/4/standard/canonical/conditions", "[null]", "/scheme/categories/4/standard/canonical/conditions/0" },
        { "launch-plans", "/scheme/categories/4/internalDeadline/date", "null", "/scheme/categories/4/internalDeadline" },
        { "launch-plans", "/criteria", "[null]", "/criteria" },
        { "launch-plans", "/recipients", "[\"\"]", "/recipients/0" },
        { "emulation-pledges", "/members", "[null,null]", "/members" },
        { "emulation-pledges", "/contents", "[null]", "/contents" },
        { "self-score-sheets", "/areas", "[]", "/areas" },
        { "self-score-sheets", "/areas/0/criteria", "[null]", "/areas/0/criteria" },
        { "self-score-sheets", "/areas/0/criteria/0/max", "1001", "/areas/0/criteria/0/max" },
        { "urging-letters", "/owed", "[null]", "/owed" },
        { "urging-letters", "/addressees", "[\" \"]", "/addressees/0" },
        { "urging-letters", "/until", "\"2026-12-01\"", "/until" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task Paper_WithAMistake_Is400WithItsPlaceAndNothingIsKept(string route, string at, string value, string pointer)
    {
        var ward = service.NewWard();
        await service.RegisterAsync(ward, "Phường Thử Nghiệm");
        var body = Body(route);
        JsonNode node = body;
        var path = at[1..].Split('/');
        foreach (var step in path[..^1])
            node = int.TryParse(step, out var i) ? node[i]! : node[step]!;
        node[path[^1]] = JsonNode.Parse(value);
        var refused = await (await service.As(ward).PostAsJsonAsync($"/documents/{route}", body)).ProblemAsync(400, "EMU-0001");
        Assert.Contains(refused["errors"]!.AsArray(), e => (string)e!["pointer"]! == pointer);
        Assert.Empty(await service.ListAsync(ward, ""));
    }

    private static JsonObject Body(string route) => route switch
    {
        "launch-plans" => PlanSamples.Body("LTN-26-30"),
        "emulation-pledges" => Of(PaperSamples.Pledge),
        "self-score-sheets" => Of(PaperSamples.SelfScoreSheet),
        _ => Of(PaperSamples.UrgingLetter),
    };

    private static JsonObject Of<T>(T content) => JsonSerializer.SerializeToNode(content, Json.Options)!.AsObject();

    /// <summary>What was sent comes back; members that were left out may stand there with their default.</summary>
    private static bool Same(JsonNode? sent, JsonNode? kept) => (sent, kept) switch
    {
        (JsonObject a, JsonObject b) => a.All(member => Same(member.Value, b[member.Key])),
        (JsonArray a, JsonArray b) => a.Count == b.Count && a.Zip(b).All(pair => Same(pair.First, pair.Second)),
        (JsonValue a, JsonValue b) when a.GetValueKind() == JsonValueKind.Number => a.GetValue<decimal>() == b.GetValue<decimal>(),
        _ => JsonNode.DeepEquals(sent, kept),
    };
}
