using System.Text.Json;
using System.Text.Json.Nodes;
using Emulation.Scoring.Domain.Formulas;
using Emulation.Scoring.Domain.IndexSets;
using Emulation.Scoring.Features.IndexSets;
using Emulation.ServiceDefaults;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Emulation.Scoring.Tests.Domain;

public class IndexSetDifferenceTests
{
    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(200);

    [Fact]
    public void Difference_OfAnySetWithItself_IsNone() => Prop.ForAll(AnyIndexSet.Sets, set => Between(set, set).Count == 0).Check(Often);

    [Fact]
    public void Difference_OfTwoSets_IsNoneOnlyWhenTheyLayDownTheSame() =>
        Prop.ForAll(AnyIndexSet.Sets, Gen.Choose(0, int.MaxValue).ToArbitrary(), (set, seed) =>
        {
            var other = SpoiltSomewhere(set, new Random(seed));
            return Between(set, other).Count > 0 && Between(other, set).Count > 0;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Difference_TheOtherWayRound_AddsWhatWasRemoved() =>
        Prop.ForAll(AnyIndexSet.Sets, AnyIndexSet.Sets, (one, other) =>
        {
            var (there, back) = (Between(one, other), Between(other, one));
            return Keys(there, ChangeKind.Added).SequenceEqual(Keys(back, ChangeKind.Removed)) && Keys(there, ChangeKind.Removed).SequenceEqual(Keys(back, ChangeKind.Added))
                && there.Count(c => c.Change == ChangeKind.Changed) == back.Count(c => c.Change == ChangeKind.Changed);
        }).Check(Often);

    // Each case changes one place of the shipped commune set.
    [Theory]
    [InlineData("name", "\"Tên mới\"", "head||name", "Tên", "Tên mới")]
    [InlineData("edition", "2", "head||edition", "Lần ban hành", "2")]
    [InlineData("replaces", "\"cu\"", "head||replaces", "Thay thế bộ chỉ số", "cu")]
    [InlineData("blocks", """["phuong"]""", "head||blocks", "Khối áp dụng", "phuong")]
    [InlineData("tieRule", """{"breakBy":["III","VII"]}""", "head||tieRule", "Bằng điểm thì so lĩnh vực", "III, VII")]
    [InlineData("rankBy", "\"total\"", "head||rankBy", "Xếp hạng theo", "Tổng điểm có thưởng, trừ")]
    [InlineData("areas/2/max", "17.5", "area|III|max", "Điểm tối đa", "17,5")]
    [InlineData("areas/0/criteria/0/name", "\"Khác\"", "criterion|I.1|name", "Tên", "Khác")]
    [InlineData("areas/0/criteria/0/leaves/1/formula/operator", "\"exclusive\"", "leaf|I.1.2|formula", "Cách chấm", "F3 Tỷ lệ có sàn: sàn > 80%")]
    [InlineData("areas/0/criteria/1/unit", "\"kỳ\"", "criterion|I.2|unit", "Đơn vị tính", "kỳ")]
    [InlineData("areas/0/criteria/2/leaves/0/notApplicableAllowed", "true", "leaf|I.3.1|notApplicableAllowed", "Cho phép không áp dụng", "Có")]
    [InlineData("areas/0/criteria/2/leaves/0/clause", "null", "leaf|I.3.1|clause", "Điều khoản", null)]
    [InlineData("areas/0/criteria/2/leaves/0/verificationDocument", "\"Ảnh\"", "leaf|I.3.1|verificationDocument", "Tài liệu kiểm chứng", "Ảnh")]
    [InlineData("adjustments/0/formula/cap", "3", "adjustment|X.1|formula", "Cách chấm", "F12 Điểm thưởng/trừ: thưởng tối đa 3; mo-hinh \"Mô hình, cách làm mới\": 1")]
    [InlineData("classes/0/from", "93", "class|xuat-sac|from", "Từ điểm", "93")]
    public void Difference_OneFieldChanged_IsThatOne(string place, string value, string key, string label, string? to)
    {
        var change = Assert.Single(Between(Samples.Commune, Changed(place, value)));
        Assert.Equal((ChangeKind.Changed, key, label, to), (change.Change, Key(change), change.FieldLabel, change.To?.Text));
        Assert.NotEqual(change.From?.Text, change.To?.Text);
    }

    [Fact]
    public void Difference_LeafMoved_IsAChangeOfItsPlaceAndNothingElse()
    {
        var set = Samples.Commune;
        var (old, home) = (set.Areas[0].Criteria[0], set.Areas[2].Criteria[0]);
        var moved = WithCriterion(WithCriterion(set, 0, 0, old with { Leaves = old.Leaves[1..] }), 2, 0, home with { Leaves = [.. home.Leaves, old.Leaves[0]] });
        var change = Assert.Single(Between(set, moved));
        Assert.Equal(("leaf|I.1.1|parent", "Tiêu chí I.1, lĩnh vực I", "Tiêu chí III.1, lĩnh vực III"), (Key(change), change.From!.Text, change.To!.Text));
        Assert.Equal("""{"area":"III","criterion":"III.1"}""", change.To.Value.GetRawText());
    }

    [Fact]
    public void Difference_CriterionMovedWithItsLeaves_IsOneChange()
    {
        var set = Samples.Commune;
        var moved = set with { Areas = [.. set.Areas.Select((a, i) => i switch { 0 => a with { Criteria = a.Criteria[1..] }, 1 => a with { Criteria = [.. a.Criteria, set.Areas[0].Criteria[0]] }, _ => a })] };
        Assert.Equal(["criterion|I.1|parent"], Between(set, moved).Select(Key));
    }

    [Fact]
    public void Difference_PartsAddedAndRemoved_StandInTheOrderOfTheTree()
    {
        var set = Samples.Small();
        var old = Body(set);
        var current = Body(set with
        {
            Areas =
            [
                set.Areas[0] with { Criteria = [set.Areas[0].Criteria[1], new Criterion { Code = "A.3", Name = "Mới", Max = 40, Formula = new Target { Goal = 2.5m } }] },
                new Area { Code = "C", Name = "Thêm", Max = 40, Criteria = [new Criterion { Code = "C.1", Name = "Con", Max = 40, Leaves = [new SubCriterion { Code = "C.1.1", Name = "Lá", Max = 40, Formula = new Survey() }] }] },
            ],
            Classes = set.Classes[1..],
        });
        var changes = Between(old, current);
        Assert.Equal(
            ["removed A.1", "added A.3", "removed B", "removed B.1", "added C", "added C.1", "added C.1.1", "removed xuat-sac"],
            changes.Select(c => $"{c.Change.ToString().ToLowerInvariant()} {c.Code}"));
        Assert.Equal(("Tiêu chí A.3 “Mới”", "Mới; tối đa 40 điểm; F6 Mục tiêu: mục tiêu 2,5"), (changes[1].Label, changes[1].To!.Text));
        Assert.Equal("target", changes[1].To!.Value.GetProperty("formula").GetProperty("kind").GetString());
    }

    [Fact]
    public void Difference_OrderOfLeavesChanged_IsToldAtTheirCriterion()
    {
        var set = Samples.Commune;
        var first = set.Areas[0].Criteria[0];
        var change = Assert.Single(Between(set, WithCriterion(set, 0, 0, first with { Leaves = [first.Leaves[1], first.Leaves[0]] })));
        Assert.Equal(("criterion|I.1|order", "I.1.1, I.1.2", "I.1.2, I.1.1"), (Key(change), change.From!.Text, change.To!.Text));
    }

    [Fact]
    public void Difference_CriterionSplit_LosesItsFormulaAndGainsLeaves()
    {
        var set = Samples.Commune;
        var split = set.Areas[0].Criteria[1] with { Formula = null, Leaves = [new SubCriterion { Code = "I.2.1", Name = "Lá", Max = 1, Formula = new YesNo() }] };
        var changes = Between(set, WithCriterion(set, 0, 1, split));
        Assert.Equal(["criterion|I.2|formula", "leaf|I.2.1|"], changes.Select(Key));
        Assert.Null(changes[0].To);
    }

    /// <summary>Spoils one value anywhere in the JSON of the set, or takes one item of a list away.</summary>
    private static CreateIndexSetRequest SpoiltSomewhere(CreateIndexSetRequest set, Random random)
    {
        var root = JsonSerializer.SerializeToNode(set, Json.Options)!;
        var spots = Values(root).Where(v => v.GetPath() is not "$.code" && !v.GetPath().EndsWith(".kind", StringComparison.Ordinal) && !v.GetPath().EndsWith("limitOperator", StringComparison.Ordinal)).ToList();
        var spot = spots[random.Next(spots.Count)];
        spot.ReplaceWith(spot.GetValueKind() switch
        {
            JsonValueKind.Number => JsonValue.Create(spot.GetPath() == "$.edition" ? (set.Edition % 1000) + 1 : spot.GetValue<decimal>() + 0.000001m),
            JsonValueKind.True => JsonValue.Create(false),
            JsonValueKind.False => JsonValue.Create(true),
            _ => JsonValue.Create(Other(spot.GetValue<string>())),
        });
        return root.Deserialize<CreateIndexSetRequest>(Json.Options)!;
    }

    private static string Other(string text) => text switch
    {
        "inclusive" => "exclusive", "exclusive" => "inclusive", "higher" => "lower", "lower" => "higher", "zero" => "proportional", "proportional" => "zero",
        "bonus" => "penalty", "penalty" => "bonus", "index" => "total", "total" => "index", _ => text + "9",
    };

    private static IEnumerable<JsonNode> Values(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(p => Values(p.Value)),
        JsonArray a => a.SelectMany(Values),
        null => [],
        _ => [node],
    };

    private static CreateIndexSetRequest Changed(string place, string value)
    {
        var root = JsonSerializer.SerializeToNode(Samples.Commune, Json.Options)!;
        var steps = place.Split('/');
        steps[..^1].Aggregate(root, (node, step) => (int.TryParse(step, out var i) ? node[i] : node[step])!)[steps[^1]] = JsonNode.Parse(value);
        return root.Deserialize<CreateIndexSetRequest>(Json.Options)!;
    }

    private static CreateIndexSetRequest WithCriterion(CreateIndexSetRequest set, int area, int criterion, Criterion changed) => set with
    {
        Areas = [.. set.Areas.Select((a, i) => i != area ? a : a with { Criteria = [.. a.Criteria.Select((c, j) => j == criterion ? changed : c)] })],
    };

    private static CreateIndexSetRequest Body(IndexDefinition set) =>
        new() { Code = "x", Name = "x", Issuer = "x", Blocks = set.Blocks, Areas = set.Areas, Adjustments = set.Adjustments, Classes = set.Classes, TieRule = set.TieRule, RankBy = set.RankBy };

    private static string Key(IndexSetChange change) => $"{change.Part.ToString().ToLowerInvariant()}|{change.Code}|{change.Field}";

    private static IEnumerable<string> Keys(IEnumerable<IndexSetChange> changes, ChangeKind kind) => changes.Where(c => c.Change == kind).Select(Key).Order();

    private static IReadOnlyList<IndexSetChange> Between(CreateIndexSetRequest old, CreateIndexSetRequest current) => IndexSetDifference.Of(old, current);
}
