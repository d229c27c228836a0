using System.Net;
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
        var scene = new Scene(this, set, block, codes);
        await scene.OpenAsync(2025);
        return scene;
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
    /// <summary>Opens the round of a year, if it is not open yet.</summary>
    public async Task OpenAsync(int year, string until = "2028-12-31", int explanationDays = 5)
    {
        var answer = await Fixture.City.PostAsJsonAsync("/rounds", new { year, block = Block, indexSet = Set, selfScoreUntil = until, explanationDays });
        if (answer.StatusCode != HttpStatusCode.Conflict)
            await answer.JsonAsync();
    }

    public async Task<string> RoundIdAsync(int year = 2025) =>
        (string)(await Fixture.City.GetAsync($"/rounds?block={Block}&year={year}").OkAsync())["items"]![0]!["id"]!;

    public object SheetBody(string unit, int done, int year = 2025, bool submit = false, string? externalRef = null) => new
    {
        unitCode = unit, year, indexSet = Set, externalRef, submit, approver = "Chủ tịch UBND phường",
        entries = new object[] { new { leaf = "A.1", done, total = 50, explanation = "theo báo cáo năm" }, new { leaf = "A.2", met = true, explanation = "đã ban hành kế hoạch" } },
    };

    public async Task<JsonNode> SubmittedAsync(string unit, int done, int year = 2025)
    {
        await OpenAsync(year);
        return await Fixture.As(unit).PostAsJsonAsync("/score-sheets", SheetBody(unit, done, year, submit: true)).OkAsync();
    }

    /// <summary>Done of 50, and a survey result: index = done + 20 + survey × 0.3. Final at version 4.</summary>
    public async Task<string> FinalAsync(string unit, int done, decimal survey = 100, int year = 2025)
    {
        var id = (string)(await SubmittedAsync(unit, done, year))["id"]!;
        await Fixture.City.PostAsJsonAsync($"/score-sheets/{id}/appraise", new { survey = new[] { new { leaf = "B.1", percent = survey } } }).OkAsync();
        await Fixture.City.PostAsync($"/score-sheets/{id}/finalise", null).OkAsync();
        return id;
    }

    /// <summary>A complaint is right: the sheet is opened again, figures are changed, and it is final again.</summary>
    public async Task ReappraiseAsync(string id, object change)
    {
        await Fixture.City.PostAsJsonAsync($"/score-sheets/{id}/reopen", new { to = "appraisal", reason = "Giải quyết khiếu nại" }).OkAsync();
        await Fixture.City.PostAsJsonAsync($"/score-sheets/{id}/appraise", new { changes = new[] { change } }).OkAsync();
        await Fixture.City.PostAsync($"/score-sheets/{id}/finalise", null).OkAsync();
    }

    public object Publication(int year = 2025, params object[] unranked) => new { indexSet = Set, year, block = Block, unranked };
}
