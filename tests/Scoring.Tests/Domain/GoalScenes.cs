using Emulation.Scoring.Domain.Formulas;
using Emulation.Scoring.Domain.IndexSets;
using Emulation.Scoring.Domain.Rankings;
using Emulation.Scoring.Domain.Rankings.Goals;
using Emulation.Scoring.Domain.ScoreSheets;

namespace Emulation.Scoring.Tests.Domain;

/// <summary>A block made up from a number, small enough to try every set of leaves; few different figures, so that ties are common.</summary>
internal sealed class GoalScene
{
    public const string Own = "10000";

    private static readonly ScoredCase[] TwoCases = [new() { Key = "a", Name = "Nhẹ", Points = 1 }, new() { Key = "b", Name = "Nặng", Points = 3 }];

    private readonly Dictionary<string, Dictionary<string, LeafInput>> _sheets = [];

    public GoalScene(int seed)
    {
        var random = new Random(seed);
        Definition = Invent(random);
        Goal = random.Next(1, 5);
        for (var unit = 0; unit < 7; unit++)
            _sheets[$"{10000 + unit}"] = Filled(Definition, random);
    }

    public IndexDefinition Definition { get; }
    public int Goal { get; }
    public OwnSheet Sheet => new(Definition, StandingOf(_sheets[Own]), code => _sheets[Own].GetValueOrDefault(code));
    public GoalSearch Search(bool cityLeaves = false) => new(Sheet, [.. _sheets.Where(s => s.Key != Own).Select(s => Scorer.Score(Definition, StandingOf(s.Value)))], Goal, cityLeaves);

    public IReadOnlyList<Candidate> Candidates => [.. _sheets.Select(s => new Candidate(s.Key, s.Key, Guid.Empty, 1, Scorer.Score(Definition, StandingOf(s.Value))))];

    public LeafInput? Figures(string code) => _sheets[Own].GetValueOrDefault(code);

    /// <summary>Ranks the block by the table that rankings are published from, with other figures for the unit.</summary>
    public (RankingRow Row, bool Reached) Ranked(IEnumerable<(string Code, LeafInput Input)> changes)
    {
        var own = new Dictionary<string, LeafInput>(_sheets[Own]);
        foreach (var (code, input) in changes)
            own[code] = input;
        var rows = RankingTable.Rank(Definition, [.. _sheets.Select(s => new Candidate(s.Key, s.Key, Guid.Empty, 1, Scorer.Score(Definition, StandingOf(s.Key == Own ? own : s.Value))))]);
        var row = rows.Single(r => r.UnitCode == Own);
        // Where the council votes, only what it cannot take away again is reached.
        return (row, row.Rank + (Definition.TieRule.ThenCouncil ? rows.Count(r => r.Rank == row.Rank) - 1 : 0) <= Goal);
    }

    private static Func<string, Standing?> StandingOf(Dictionary<string, LeafInput> sheet) => code => sheet.TryGetValue(code, out var input) ? new Standing(input, null) : null;

    private static IndexDefinition Invent(Random random)
    {
        Formula[] kinds =
        [
            new YesNo(), new Ratio(), new RatioWithFloor { Floor = 0.8m }, new LinearBetween { Low = 20, High = 80 }, new Target { Goal = 40 },
            new Steps { Table = [new PointStep { Bound = 2, Points = 10, Operator = BoundOperator.Exclusive }, new PointStep { Bound = 1, Points = 5 }] },
            new Steps { Better = Better.Lower, Table = [new PointStep { Bound = 0, Points = 10 }, new PointStep { Bound = 15, Points = 5 }] },
            new CountTimesPoints { Each = 3 }, new Deduction { Cases = TwoCases }, new Deduction { Cases = TwoCases[..1] }, new Inverse { Goal = 20 },
            new Relative { BelowMean = (BelowMean)random.Next(2), Operator = (BoundOperator)random.Next(2) }, new Survey(),
        ];
        random.Shuffle(kinds);
        Area Area(string code, int from, int to) => new()
        {
            Code = code, Name = code, Max = 10 * (to - from),
            Criteria = [.. Enumerable.Range(from, to - from).Select(i => new Criterion { Code = $"{code}.{i}", Name = $"{code}.{i}", Max = 10, Formula = kinds[i], NotApplicableAllowed = true })],
        };
        return new IndexDefinition
        {
            Blocks = ["phuong"],
            Areas = [Area("A", 0, 3), Area("B", 3, 6)],
            Adjustments =
            [
                new Adjustment { Code = "X.1", Name = "Thưởng", Formula = new BonusPenalty { Effect = Effect.Bonus, Cap = 2, Cases = TwoCases[..1] } },
                new Adjustment { Code = "X.2", Name = "Trừ", Formula = new BonusPenalty { Effect = Effect.Penalty, Cap = 5, Cases = TwoCases } },
            ],
            RankBy = (RankBy)random.Next(2),
            TieRule = new TieRule { BreakBy = random.Next(3) switch { 0 => [], 1 => ["A"], _ => ["B", "A"] }, ThenCouncil = random.Next(2) == 0 },
        };
    }

    private static Dictionary<string, LeafInput> Filled(IndexDefinition definition, Random random)
    {
        // Something applies to every unit, or there would be nothing to rank.
        var sheet = new Dictionary<string, LeafInput> { [definition.Leaves[0].Code] = Invent(definition.Leaves[0].Formula, random) };
        foreach (var leaf in definition.Leaves.Skip(1).Where(_ => random.Next(8) > 0))
            sheet[leaf.Code] = random.Next(8) == 0 ? Samples.NotApplicable : Invent(leaf.Formula, random);
        foreach (var adjustment in definition.Adjustments.Where(_ => random.Next(2) == 0))
            sheet[adjustment.Code] = Invent(adjustment.Formula, random);
        return sheet;
    }

    private static LeafInput Invent(Formula formula, Random random) => formula switch
    {
        YesNo => Samples.Met(random.Next(2) == 0),
        Ratio or RatioWithFloor => Samples.Of(random.Next(0, 6), 5),
        Survey => new LeafInput { SurveyPercent = random.Next(0, 5) * 25 },
        CountTimesPoints or Deduction { Cases.Length: 1 } or BonusPenalty { Cases.Length: 1 } => new LeafInput { Count = random.Next(0, 4) },
        Deduction or BonusPenalty => new LeafInput { Counts = new Dictionary<string, int> { ["a"] = random.Next(0, 3), ["b"] = random.Next(0, 2) } },
        Steps => random.Next(3) switch { 0 => new LeafInput { Count = random.Next(0, 20) }, 1 => Samples.Value(random.Next(0, 40) / 2m), _ => Samples.Of(random.Next(0, 8), 40) },
        _ => random.Next(2) == 0 ? Samples.Value(random.Next(0, 5) * 20) : Samples.Of(random.Next(0, 8), 7),
    };
}
