using System.Text.Json;
using Emulation.Scoring.Domain.Formulas;
using Emulation.Scoring.Domain.IndexSets;
using Emulation.Scoring.Domain.ScoreSheets;
using Emulation.Scoring.Features.IndexSets;
using Emulation.ServiceDefaults;

namespace Emulation.Benchmarks.Scoring;

/// <summary>Made-up units of a whole country with a sheet for each year: the shipped commune set, every leaf entered or not applicable.</summary>
internal sealed class Nation
{
    private const int Cells = 29;
    private const int FirstYear = 2026;

    public Nation(Options options)
    {
        var random = new Random(20260109);
        var shipped = JsonSerializer.Deserialize<CreateIndexSetRequest>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "index-sets", "commune.json")), Json.Options)!;
        // A third of each cell's units to each of its three blocks, or of the nation's to three blocks in all.
        Units = [.. Enumerable.Range(0, options.Units).Select(i => ($"{10000 + i}", options.Nation ? $"khoi-{i % 3}" : $"khoi-{i % Cells:00}-{i / Cells % 3}"))];
        Set = IndexSet.Draft(shipped.Code, shipped.Head, new IndexDefinition
        {
            Blocks = [.. Units.Select(u => u.Block).Distinct()], Areas = shipped.Areas, Adjustments = shipped.Adjustments, Classes = shipped.Classes, TieRule = shipped.TieRule,
        }, DateTimeOffset.UtcNow).Set!;
        Set.Activate(DateTimeOffset.UtcNow);
        Years = [.. Enumerable.Range(FirstYear, options.Years)];
        Sheets = [.. Years.SelectMany(year => Units.Select(u => new MadeUpSheet(year, u.Code, u.Block, Fill(random))))];
    }

    public IndexSet Set { get; }
    public (string Code, string Block)[] Units { get; }
    public int[] Years { get; }
    public MadeUpSheet[] Sheets { get; }

    private Dictionary<string, SheetLeaf> Fill(Random random) => Set.Definition.Leaves.ToDictionary(l => l.Code, l =>
    {
        var input = l.NotApplicableAllowed && random.Next(10) == 0 ? new LeafInput { NotApplicable = true } : Figures(l, random);
        return l.CityOnly ? new SheetLeaf { Appraised = new Appraisal { Input = input, By = "thanh-pho", At = DateTimeOffset.UnixEpoch } }
            : new SheetLeaf { Self = input, Explanation = "Theo báo cáo cải cách hành chính năm của đơn vị" };
    });

    public static LeafInput Figures(Leaf leaf, Random random) => leaf.Formula switch
    {
        YesNo => new LeafInput { Met = random.Next(10) > 0 },
        Ratio or RatioWithFloor => random.Next(20, 400) is var total ? new LeafInput { Total = total, Done = total - random.Next(0, total / 5) } : null!,
        Survey => new LeafInput { SurveyPercent = random.Next(8000, 10000) / 100m },
        CountTimesPoints or Deduction => new LeafInput { Count = random.Next(0, 5) },
        Steps => new LeafInput { Value = random.Next(0, 110) },
        _ => new LeafInput { Value = random.Next(0, 11000) / 100m },
    };
}

internal sealed record MadeUpSheet(int Year, string Unit, string Block, Dictionary<string, SheetLeaf> Leaves)
{
    public Guid Id { get; } = Guid.CreateVersion7();

    public SheetScore Score(IndexDefinition definition) => Scorer.Score(definition, code => Leaves.GetValueOrDefault(code)?.Standing);
}

/// <summary>A place in a ranking, however it was found.</summary>
internal readonly record struct Ranked(int Year, string Unit, decimal Index, int Rank);
