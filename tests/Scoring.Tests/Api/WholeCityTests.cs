using System.Net.Http.Json;
using Emulation.Scoring.Domain.Formulas;
using Emulation.Scoring.Domain.IndexSets;
using Emulation.ServiceDefaults;
using Emulation.TestKit;
using Xunit;

namespace Emulation.Scoring.Tests.Api;

/// <summary>The shipped commune set over whole blocks, against sums done again here by other means.</summary>
public class WholeCityTests(ScoringFixture service) : IClassFixture<ScoringFixture>
{
    private sealed record Sheet(string Unit, Dictionary<string, object> Entries, Dictionary<string, decimal> Survey, Dictionary<string, (decimal Points, decimal Max)> Points, decimal? Relative);

    [Fact]
    public async Task City_114CommunesInTwoBlocks_AreRankedAsCountedByHandAndInSql()
    {
        var set = Samples.Commune;
        await service.City.PostAsJsonAsync("/index-sets", set, Json.Options).OkAsync();
        await service.City.PostAsync($"/index-sets/{set.Code}/activate", null).OkAsync();
        var random = new Random(20260109);
        foreach (var (block, first, count) in new[] { ("phuong", 20000, 45), ("xa-dac-khu", 30000, 69) })
        {
            var sheets = Enumerable.Range(first, count).Select(n => Invent($"{n}", set.Definition, random)).ToList();
            await Task.WhenAll(sheets.Select(s => service.RegisterAsync(s.Unit, block)));
            var round = await service.City.PostAsJsonAsync("/rounds", new { year = 2025, block, indexSet = set.Code, selfScoreUntil = "2028-12-31" }).OkAsync();
            await LiveAYearAsync(set.Code, sheets);
            var finalised = await service.City.PostAsync($"/rounds/{round["id"]}/finalise", null).OkAsync();
            Assert.Equal((count, 0), ((int)finalised["finalised"]!, finalised["open"]!.AsArray().Count));
            var ranking = await service.City.PostAsJsonAsync("/rankings", new { indexSet = set.Code, year = 2025, block }).OkAsync();

            var mean = sheets.Average(s => s.Relative!.Value);
            var expected = sheets.Select(s => (s.Unit, Index: Index(s, mean))).ToList();
            var ranked = ranking["ranked"]!.AsArray().ToDictionary(r => (string)r!["unitCode"]!, r => ((decimal)r!["index"]!, (int)r["rank"]!));
            Assert.Equal(count, ranked.Count);
            Assert.All(expected, e => Assert.Equal((e.Index, 1 + expected.Count(o => o.Index > e.Index)), ranked[e.Unit]));
            var inSql = await service.WithDb(db => IndexInSql.Of(db, set.Code, 2025, block));
            Assert.Equal(inSql.OrderBy(r => r.UnitCode), ranked.Select(r => (r.Key, r.Value.Item1, r.Value.Item2)).OrderBy(r => r.Key));
        }
    }

    /// <summary>Self scores, a first appraisal that changes a leaf of every fifth unit, its explanation, the second appraisal, the survey.</summary>
    private async Task LiveAYearAsync(string set, List<Sheet> sheets)
    {
        await BatchAsync("/score-sheets/batch", sheets.Select(s => new { unitCode = s.Unit, year = 2025, indexSet = set, submit = true, approver = "Chủ tịch", entries = s.Entries.Values }));
        var doubted = sheets.Where((_, i) => i % 5 == 0).ToList();
        object Half(decimal done) => new { leaf = "I.3.1", done, total = 4, reason = $"có {done} biên bản kiểm tra" };
        await BatchAsync("/score-sheets/appraise-batch", sheets.Select(s => new { unitCode = s.Unit, year = 2025, indexSet = set, changes = doubted.Contains(s) ? new[] { Half(1) } : [] }));
        foreach (var sheet in doubted)
        {
            var ward = service.As(sheet.Unit);
            var id = (await ward.GetAsync($"/score-sheets?unitCode={sheet.Unit}&year=2025").OkAsync())["items"]![0]!["id"];
            await ward.PostAsJsonAsync($"/score-sheets/{id}/explain", new { explanations = new[] { new { leaf = "I.3.1", text = "đã bổ sung" } } }).OkAsync();
            sheet.Points["I.3.1"] = (0.5625m, 0.75m);
        }
        await BatchAsync("/score-sheets/appraise-batch", doubted.Select(s => new { unitCode = s.Unit, year = 2025, indexSet = set, changes = new[] { Half(3) } }));
        await service.City.PostAsJsonAsync("/score-sheets/survey", new
        {
            indexSet = set, year = 2025,
            results = sheets.SelectMany(s => s.Survey.Select(v => new { unitCode = s.Unit, leaf = v.Key, percent = v.Value })),
        }).OkAsync();
    }

    private async Task BatchAsync(string path, IEnumerable<object> items)
    {
        var all = items.ToArray();
        var answer = await service.City.PostAsJsonAsync(path, new { items = all }).OkAsync();
        Assert.Equal((all.Length, 0), ((int)answer["accepted"]!, (int)answer["refused"]!));
    }

    private static decimal Index(Sheet sheet, decimal mean)
    {
        var relative = sheet.Relative >= mean ? 1 : Math.Round(sheet.Relative!.Value / mean, 4, MidpointRounding.AwayFromZero);
        return Math.Round((sheet.Points.Values.Sum(p => p.Points) + relative) / (sheet.Points.Values.Sum(p => p.Max) + 1) * 100, 4, MidpointRounding.AwayFromZero);
    }

    /// <summary>Figures for each leaf, and their points by the printed table of domain 2.5.</summary>
    private static Sheet Invent(string unit, IndexDefinition definition, Random random)
    {
        var sheet = new Sheet(unit, [], [], [], Percent());
        decimal Percent() => random.Next(0, 1001) / 10m;
        decimal Round(decimal points) => Math.Round(points, 4, MidpointRounding.AwayFromZero);
        foreach (var leaf in definition.Leaves)
        {
            var (code, max) = (leaf.Code, leaf.Max);
            decimal points;
            switch (leaf.Formula)
            {
                case Survey:
                    sheet.Survey[code] = Percent();
                    points = max * sheet.Survey[code] / 100;
                    break;
                case YesNo:
                    var met = random.Next(4) > 0;
                    sheet.Entries[code] = new { leaf = code, met, explanation = "x" };
                    points = met ? max : 0;
                    break;
                case Ratio or RatioWithFloor:
                    var total = random.Next(leaf.NotApplicableAllowed ? 0 : 1, 60);
                    var done = random.Next(0, total + 1);
                    sheet.Entries[code] = new { leaf = code, done, total, explanation = "x" };
                    if (total == 0)
                        continue;
                    points = leaf.Formula is RatioWithFloor && done * 10 < total * 8 ? 0 : max * done / total;
                    break;
                case Relative:
                    sheet.Entries[code] = new { leaf = code, value = sheet.Relative, explanation = "x" };
                    continue;
                default:
                    var n = random.Next(0, 5);
                    var x = Percent();
                    sheet.Entries[code] = code is "I.2" or "I.4.2" or "I.5" or "V.3" ? new { leaf = code, count = n, explanation = "x" } : new { leaf = code, value = code == "VIII.2" ? x / 100 : x, explanation = "x" };
                    points = code switch
                    {
                        "I.1.1" => x <= 0 ? 0.5m : x <= 15 ? 0.25m : 0,
                        "I.2" => n * 0.25m,
                        "I.4.2" => n >= 3 ? 0.5m : n == 2 ? 0.25m : 0,
                        "I.5" => n >= 2 ? 1.5m : n * 0.75m,
                        "III.3.1" => x <= 95 ? 0 : (x - 95) / 5 * 4,
                        "III.3.4" => x >= 60 ? 1.5m : x >= 40 ? 1 : x >= 20 ? 0.5m : 0,
                        "V.3" => Math.Max(0, 2 - n * 0.5m),
                        "VI.1" => x >= 105 ? 2 : x >= 100 ? 1.5m : x >= 90 ? 0.5m : 0,
                        "VIII.2" => x <= 20 ? 0.75m : 0.75m * 20 / x,
                        "III.2" => Math.Min(1, x / 20) * 1.5m,
                        "III.5.2" => Math.Min(1, x / 30) * 1.5m,
                        "III.7" => Math.Min(1, x / 80) * 1.5m,
                        "VI.2" => Math.Min(1, x / 95) * 2,
                        "VII.2" => Math.Min(1, x / 80) * 2,
                        "VII.3.1" => Math.Min(1, x / 80) * 3,
                        "VII.4.1" => Math.Min(1, x / 80),
                        "VII.4.2" => Math.Min(1, x / 30) * 1.5m,
                        _ => throw new InvalidOperationException(code),
                    };
                    break;
            }
            sheet.Points[code] = (Round(points), max);
        }
        return sheet;
    }
}
