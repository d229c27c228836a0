using System.Text.Json;
using Emulation.Scoring.Domain.Formulas;
using Emulation.Scoring.Domain.IndexSets;
using Emulation.Scoring.Domain.ScoreSheets;
using Emulation.Scoring.Features.IndexSets;
using Emulation.ServiceDefaults;

namespace Emulation.Scoring.Tests;

/// <summary>The index sets that the project ships, and small ones for single rules.</summary>
internal static class Samples
{
    public static CreateIndexSetRequest Commune => Read("commune");

    public static CreateIndexSetRequest Department => Read("department");

    public static CreateIndexSetRequest Read(string name) =>
        JsonSerializer.Deserialize<CreateIndexSetRequest>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "index-sets", $"{name}.json")), Json.Options)!;

    public static Formula Formula(string leaf) => Commune.Definition.LeafByCode[leaf].Formula;

    /// <summary>Two areas: A (60) with a ratio of 40 and a yes/no of 20 that may not apply; B (40) with a percentage to 100.</summary>
    public static IndexDefinition Small(TieRule? tieRule = null, RankBy rankBy = RankBy.Index, Formula? b = null) => new()
    {
        Blocks = ["phuong"],
        Areas =
        [
            new Area
            {
                Code = "A", Name = "Lĩnh vực A", Max = 60,
                Criteria =
                [
                    new Criterion { Code = "A.1", Name = "Tỷ lệ", Max = 40, Formula = new Ratio() },
                    new Criterion { Code = "A.2", Name = "Đạt", Max = 20, Formula = new YesNo(), NotApplicableAllowed = true },
                ],
            },
            new Area { Code = "B", Name = "Lĩnh vực B", Max = 40, Criteria = [new Criterion { Code = "B.1", Name = "Phần trăm", Max = 40, Formula = b ?? new Target { Goal = 100 } }] },
        ],
        Adjustments = [new Adjustment { Code = "X.1", Name = "Thưởng", Formula = new BonusPenalty { Effect = Effect.Bonus, Cap = 2, Cases = [new ScoredCase { Key = "c", Name = "Mô hình", Points = 1 }] } }],
        Classes =
        [
            new ClassCutOff { Code = "xuat-sac", Name = "Xuất sắc", From = 90 }, new ClassCutOff { Code = "tot", Name = "Tốt", From = 80 },
            new ClassCutOff { Code = "con-lai", Name = "Còn lại", From = 0 },
        ],
        TieRule = tieRule ?? new TieRule(),
        RankBy = rankBy,
    };

    public static SheetScore Score(IndexDefinition definition, params (string Leaf, LeafInput Input)[] inputs)
    {
        var given = inputs.ToDictionary(i => i.Leaf, i => i.Input);
        return Scorer.Score(definition, code => given.TryGetValue(code, out var input) ? new Standing(input, null) : null);
    }

    public static LeafInput Of(decimal done, decimal total) => new() { Done = done, Total = total };

    public static LeafInput Value(decimal value) => new() { Value = value };

    public static LeafInput Met(bool met = true) => new() { Met = met };

    public static LeafInput NotApplicable => new() { NotApplicable = true };
}
