using System.Globalization;
using System.Text.Json.Nodes;

namespace Emulation.Play.Steps;

/// <summary>114 ward systems send their approved self scores of five years with evidence; the city appraises, hears explanations, enters the survey and closes each sheet.</summary>
internal static class ScoreYears
{
    public const int First = 2025, Last = 2029;

    /// <summary>A leaf that the appraisers look at twice in some sheets, and the one that the year's report proves.</summary>
    private const string Disputed = "I.4.1", Proven = "I.2";

    private const string UnitUnknown = "SCO-0006", SheetExists = "SCO-0008", SetNotActive = "SCO-0004", RoundNotOpen = "SCO-0027", NotUnderExplanation = "SCO-0034";

    public static async Task Run(Stage stage)
    {
        var leaves = IndexLeaf.All(stage.IndexSet);
        var set = (string)stage.IndexSet["code"]!;
        var years = Enumerable.Range(First, Last - First + 1).ToArray();

        Say.Step($"Tự chấm điểm: {stage.Wards.Count} đơn vị, các năm {First}–{Last}");
        await stage.EachAsync(stage.Wards, async ward =>
        {
            var report = await ward.Value.Upload("evidence", $"bao-cao-cchc-{Last}.pdf", Report.Pdf(ward.Key, Last));
            await HandIn(ward.Value, [.. years.Select(y => Sheet(ward.Key, y, set, leaves, y == Last ? (string?)report["id"] : null))]);
        });
        Say.Detail($"{stage.Wards.Count * years.Length} phiếu, mỗi phiếu {leaves.Count(l => !l.Survey && !l.Adjustment)} tiêu chí thành phần, kèm tài liệu kiểm chứng hoặc giải trình");

        Say.Step("Thẩm định lần 1");
        var sheets = stage.Wards.Keys.Order(StringComparer.Ordinal).SelectMany(unit => years.Select(year => (Unit: unit, Year: year))).ToArray();
        await stage.EachAsync(sheets.Chunk(57), part => Appraise(stage, [.. part.Select(p => FirstAppraisal(p.Unit, p.Year, set, leaves))], $"appraise-{part[0].Unit}-{part[0].Year}"));
        var disputed = sheets.Where(s => IsDisputed(s.Unit, s.Year)).ToArray();
        Say.Detail($"{sheets.Length} phiếu đã thẩm định, {disputed.Length} phiếu có tiêu chí bị thay đổi");

        Say.Step("Giải trình và thẩm định lần 2");
        await stage.EachAsync(disputed, s => Explain(stage, s.Unit, s.Year, set));
        foreach (var part in disputed.Chunk(57))
            await Appraise(stage, [.. part.Select(p => SecondAppraisal(p.Unit, p.Year, set, leaves))], $"reappraise-{part[0].Unit}-{part[0].Year}");
        Say.Detail($"{disputed.Length} phiếu đã giải trình và thẩm định lại");

        Say.Step("Nhập kết quả điều tra xã hội học, chốt phiếu");
        foreach (var year in years)
        {
            await stage.City.Post("score-sheets/survey", new JsonObject
            {
                ["indexSet"] = set,
                ["year"] = year,
                ["results"] = new JsonArray([.. stage.Wards.Keys.SelectMany(unit => leaves.Where(l => l.Survey).Select(l => new JsonObject
                {
                    ["unitCode"] = unit, ["leaf"] = l.Code, ["percent"] = new RawFacts(unit, year).SurveyPercent(l),
                }))]),
            }, $"survey-{year}");
            foreach (var block in OpenRounds.Blocks)
            {
                var closed = await stage.City.Post($"rounds/{await OpenRounds.Find(stage, year, block)}/finalise", null, null);
                if (closed["open"]!.AsArray() is { Count: > 0 } open)
                    throw new InvalidOperationException($"{year}, {block}: {open[0]!["unitCode"]} – {open[0]!["reason"]}");
            }
        }
        Say.Detail($"{sheets.Length} phiếu đã chốt");
    }

    /// <summary>Sends the figures the right ward system would send; repeated for items that wait for the unit's registration to arrive.</summary>
    private static async Task HandIn(Api ward, JsonObject[] sheets)
    {
        var giveUp = DateTime.UtcNow.AddSeconds(60);
        while (sheets.Length > 0)
        {
            var answer = await ward.Post("score-sheets/batch", new JsonObject { ["items"] = new JsonArray([.. sheets.Select(s => s.DeepClone())]) }, null);
            var refused = answer["items"]!.AsArray().OfType<JsonNode>()
                .Where(i => i["problem"] is { } p && (string?)p["code"] != SheetExists).ToArray();
            if (refused.FirstOrDefault(i => (string?)i["problem"]!["code"] is not (UnitUnknown or SetNotActive or RoundNotOpen) || DateTime.UtcNow > giveUp) is { } lost)
                throw new RefusedException(new Answer($"score-sheets/batch ({ward.ClientId})", lost["status"]!.GetValue<int>(), lost["problem"]!.DeepClone()));
            sheets = [.. refused.Select(i => sheets[i["index"]!.GetValue<int>()])];
            if (sheets.Length > 0)
                await Task.Delay(300);
        }
    }

    /// <summary>One bad item must not pass unseen: a batch answers 200 all the same.</summary>
    public static async Task Appraise(Stage stage, JsonObject[] items, string key)
    {
        var answer = await stage.City.Post("score-sheets/appraise-batch", new JsonObject { ["items"] = new JsonArray([.. items]) }, key);
        if (answer["items"]!.AsArray().FirstOrDefault(i => i!["problem"] is not null) is { } refused)
            throw new RefusedException(new Answer("score-sheets/appraise-batch", refused["status"]!.GetValue<int>(), refused["problem"]!.DeepClone()));
    }

    public static async Task<string> SheetId(Api api, string unit, int year, string set) =>
        (string)(await api.Get($"score-sheets?unitCode={unit}&year={year}&indexSet={set}"))["items"]![0]!["id"]!;

    private static JsonObject Sheet(string unit, int year, string set, List<IndexLeaf> leaves, string? report)
    {
        var facts = new RawFacts(unit, year);
        var entries = leaves.Where(l => !l.Survey).Select(facts.Entry).OfType<JsonObject>().ToArray();
        foreach (var entry in entries)
        {
            Misreport.Spoil(unit, year, entry);
            if (report is not null && (string?)entry["leaf"] == Proven)
                entry["evidence"] = new JsonArray(report);
            else
                entry["explanation"] = "Theo số liệu trong báo cáo cải cách hành chính năm của đơn vị.";
        }
        return new JsonObject
        {
            ["unitCode"] = unit,
            ["year"] = year,
            ["indexSet"] = set,
            ["externalRef"] = $"CCHC-{unit}-{year}",
            ["submit"] = true,
            ["approver"] = "Chủ tịch Ủy ban nhân dân",
            ["entries"] = new JsonArray([.. entries]),
        };
    }

    /// <summary>Every ninth sheet; not the pilots', whose story is told elsewhere.</summary>
    private static bool IsDisputed(string unit, int year) => !RawFacts.IsPilot(unit) && (Number(unit) + year) % 9 == 0;

    private static int Number(string unit) => int.Parse(unit, CultureInfo.InvariantCulture);

    private static JsonObject FirstAppraisal(string unit, int year, string set, List<IndexLeaf> leaves)
    {
        var item = new JsonObject { ["unitCode"] = unit, ["year"] = year, ["indexSet"] = set };
        if (IsDisputed(unit, year))
            item["changes"] = new JsonArray(Doubted(unit, year, leaves, "Một số hoạt động tuyên truyền chưa có ảnh, bài hoặc biên bản."));
        return item;
    }

    private static async Task Explain(Stage stage, string unit, int year, string set)
    {
        var ward = stage.Wards[unit];
        var answer = await ward.Send(HttpMethod.Post, $"score-sheets/{await SheetId(ward, unit, year, set)}/explain", new JsonObject
        {
            ["explanations"] = new JsonArray(new JsonObject { ["leaf"] = Disputed, ["text"] = "Các hoạt động đã có biên bản, xin bổ sung để thẩm định lại." }),
        }, null);
        if (answer.Code != NotUnderExplanation)
            answer.BodyOrThrow();
    }

    /// <summary>Half of the explanations convince; every one is answered.</summary>
    private static JsonObject SecondAppraisal(string unit, int year, string set, List<IndexLeaf> leaves)
    {
        var verdict = Number(unit) % 2 == 0
            ? new JsonObject { ["leaf"] = Disputed, ["accept"] = true, ["reason"] = "Đã có đủ biên bản." }
            : Doubted(unit, year, leaves, "Biên bản bổ sung không thuộc năm đánh giá, giữ kết quả lần 1.");
        return new JsonObject { ["unitCode"] = unit, ["year"] = year, ["indexSet"] = set, ["changes"] = new JsonArray(verdict) };
    }

    private static JsonObject Doubted(string unit, int year, List<IndexLeaf> leaves, string reason)
    {
        var told = new RawFacts(unit, year).Entry(leaves.Single(l => l.Code == Disputed))!;
        told["done"] = told["done"]!.GetValue<int>() * 4 / 5;
        told["reason"] = reason;
        return told;
    }
}
