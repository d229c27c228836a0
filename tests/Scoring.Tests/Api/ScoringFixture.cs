using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Emulation.Contracts.Campaigns;
using Emulation.Scoring.Data;
using Emulation.Scoring.Features.IndexSets;
using Emulation.ServiceDefaults;
using Emulation.TestKit;

namespace Emulation.Scoring.Tests.Api;

/// <summary>The service, with an index set of two areas and its units; each test takes a ranking block of its own.</summary>
public sealed class ScoringFixture() : ServiceFixture<Program, ScoringDbContext>("scoring", o => new ScoringDbContext(o))
{
    private int _unit = 10000;

    public HttpClient City => As("31");

    /// <summary>An active set for one new block, and units of that block.</summary>
    public async Task<Scene> SceneAsync(int units)
    {
        var block = $"khoi-{Guid.NewGuid():N}"[..20];
        var set = $"bo-{block[5..]}";
        await City.PostAsJsonAsync("/index-sets", SetBody(set, block)).OkAsync();
        await City.PostAsync($"/index-sets/{set}/activate", null).OkAsync();
        var codes = Enumerable.Range(0, units).Select(_ => $"{Interlocked.Increment(ref _unit)}").ToArray();
        foreach (var code in codes)
            await RegisterAsync(code, block);
        return new Scene(this, set, block, codes);
    }

    public Task RegisterAsync(string code, string? block, int version = 1, bool active = true) => DeliverAsync(new UnitRegistered
    {
        UnitCode = code, Version = version, Name = $"Phường {code}", Kind = UnitKind.Ward, ParentCode = "31", RankingBlock = block, Active = active,
        OccurredAt = Time.Now, ActedBy = "test",
    });

    public static object SetBody(string code, string block) => new
    {
        code, name = "Bộ chỉ số thử", issuer = "UBND thành phố", blocks = new[] { block },
        areas = new object[]
        {
            new { code = "A", name = "Tự chấm", max = 70, criteria = new object[]
            {
                new { code = "A.1", name = "Tỷ lệ", max = 50, formula = new { kind = "ratio" } },
                new { code = "A.2", name = "Đạt", max = 20, formula = new { kind = "yesNo" }, notApplicableAllowed = true },
            } },
            new { code = "B", name = "Điều tra", max = 30, criteria = new object[] { new { code = "B.1", name = "Hài lòng", max = 30, formula = new { kind = "survey" } } } },
        },
        adjustments = new object[] { new { code = "X.1", name = "Thưởng", formula = new { kind = "bonusPenalty", effect = "bonus", cap = 2, cases = new[] { new { key = "c", name = "Mô hình", points = 1 } } } } },
        classes = new[] { new { code = "xs", name = "Xuất sắc", from = 90 }, new { code = "t", name = "Tốt", from = 0 } },
    };
}

/// <summary>One block with its index set.</summary>
public sealed record Scene(ScoringFixture Fixture, string Set, string Block, string[] Units)
{
    public object SheetBody(string unit, int done, int year = 2025, bool submit = false, string? externalRef = null) => new
    {
        unitCode = unit, year, indexSet = Set, externalRef, submit,
        entries = new object[] { new { leaf = "A.1", done, total = 50 }, new { leaf = "A.2", met = true } },
    };

    public async Task<JsonNode> SubmittedAsync(string unit, int done, int year = 2025) =>
        await Fixture.As(unit).PostAsJsonAsync("/score-sheets", SheetBody(unit, done, year, submit: true)).OkAsync();

    /// <summary>Done of 50, and a survey result: index = done + 20 + survey × 0.3.</summary>
    public async Task<string> AppraisedAsync(string unit, int done, decimal survey = 100, int year = 2025)
    {
        var id = (string)(await SubmittedAsync(unit, done, year))["id"]!;
        await Fixture.City.PostAsJsonAsync($"/score-sheets/{id}/appraise", new { survey = new[] { new { leaf = "B.1", percent = survey } } }).OkAsync();
        return id;
    }

    public object Publication(int year = 2025, params object[] unranked) => new { indexSet = Set, year, block = Block, unranked };
}
