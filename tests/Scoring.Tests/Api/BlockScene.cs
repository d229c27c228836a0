using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Emulation.Contracts.Campaigns;
using Emulation.TestKit;

namespace Emulation.Scoring.Tests.Api;

/// <summary>One emulation block of 2026 with its members; the first is head, the second deputy.</summary>
public sealed record BlockScene(ScoringFixture Fixture, Guid Id, string[] Members)
{
    public HttpClient Head => Fixture.As(Members[0]);

    public HttpClient Deputy => Fixture.As(Members[1]);

    public HttpClient Member(int i) => Fixture.As(Members[i]);

    public static async Task<BlockScene> FormAsync(ScoringFixture fixture, string[] members, string owner = "31")
    {
        var scene = new BlockScene(fixture, Guid.CreateVersion7(), members);
        await fixture.DeliverAsync(Blocks.Formed(scene.Id, members, owner: owner));
        return scene;
    }

    /// <summary>A block of wards that nobody else in the class has.</summary>
    public static Task<BlockScene> FormAsync(ScoringFixture fixture, int members)
    {
        var from = Interlocked.Add(ref _unit, members);
        return FormAsync(fixture, [.. Enumerable.Range(from - members, members).Select(i => $"{i}")]);
    }

    private static int _unit = 30000;

    public Task ChangeAsync(int version, string[]? members = null, string? head = null, string? deputy = null, bool active = true) =>
        Fixture.DeliverAsync(Blocks.Formed(Id, members ?? Members, version, head, deputy, active));

    /// <summary>A (60): pledge and leader; B (30): the same, less is better; C (10): met; X: bonus up to 4.</summary>
    public static JsonObject Scale(Action<JsonObject>? change = null)
    {
        var scale = JsonNode.Parse("""
            { "total": 100, "criteria": [
              { "code": "A", "name": "Thu ngân sách so với kế hoạch", "max": 60, "unit": "%", "formula": { "kind": "againstLeader" } },
              { "code": "B", "name": "Tỷ lệ hộ nghèo", "max": 30, "unit": "%", "formula": { "kind": "againstLeader", "better": "lower" } },
              { "code": "C", "name": "Báo cáo đúng hạn", "max": 10, "formula": { "kind": "yesNo" } },
              { "code": "X", "name": "Mô hình mới", "max": 4, "formula": { "kind": "bonusPenalty", "effect": "bonus", "cap": 4, "cases": [ { "key": "c", "name": "Mô hình", "points": 2 } ] } } ] }
            """)!.AsObject();
        change?.Invoke(scale);
        return scale;
    }

    public JsonObject Draft(Action<JsonObject>? change = null) => Scale(s =>
    {
        (s["blockId"], s["year"]) = (Id, 2026);
        change?.Invoke(s);
    });

    /// <summary>Drafted by the head, confirmed by the deputy.</summary>
    public async Task<JsonNode> ScaleInForceAsync()
    {
        var scale = await Head.PostAsJsonAsync("/block-scales", Draft()).OkAsync();
        return await Deputy.PostAsync($"/block-scales/{scale["id"]}/confirm", null).OkAsync();
    }

    public object Pledge(string member, decimal a = 80, decimal b = 0.2m, string period = "year", int year = 2026) => new
    {
        blockId = Id, year, member, period, pledge = new object[] { new { criterion = "A", target = a }, new { criterion = "B", target = b } },
    };

    /// <summary>The member's sheet, its pledge confirmed by whoever has to.</summary>
    public async Task<string> PledgedAsync(int i, decimal a = 80, decimal b = 0.2m, string period = "year")
    {
        var id = (string)(await Member(i).PostAsJsonAsync("/block-sheets", Pledge(Members[i], a, b, period)).OkAsync())["id"]!;
        await (i == 0 ? Deputy : Head).PostAsync($"/block-sheets/{id}/pledge/confirm", null).OkAsync();
        return id;
    }

    public static object Report(decimal a, decimal b, bool met = true) => new
    {
        entries = new object[] { new { criterion = "A", value = a, note = "theo báo cáo" }, new { criterion = "B", value = b }, new { criterion = "C", met } },
    };

    public static object AcceptAll { get; } = new { entries = new[] { "A", "B", "C" }.Select(c => new { criterion = c, accept = true }) };

    /// <summary>The whole way of one sheet: pledged, reported, taken over by the head, confirmed by whoever has to.</summary>
    public async Task<string> ConfirmedAsync(int i, decimal a, decimal b, bool met = true, string period = "year")
    {
        var id = await PledgedAsync(i, period: period);
        await Member(i).PostAsJsonAsync($"/block-sheets/{id}/report", Report(a, b, met)).OkAsync();
        if (i > 1)
            await Head.PostAsJsonAsync($"/block-sheets/{id}/review", AcceptAll).OkAsync();
        await (i == 1 ? Head : Deputy).PostAsJsonAsync($"/block-sheets/{id}/confirm", new { }).OkAsync();
        return id;
    }

    public object Ranking(string period = "year", int year = 2026) => new { blockId = Id, year, period };

    public async Task<JsonNode> SheetAsync(string id, HttpClient? reader = null) => await (reader ?? Fixture.City).GetAsync($"/block-sheets/{id}").OkAsync();
}
