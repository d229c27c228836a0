using System.Text.Json;
using Emulation.Scoring.Domain.Blocks;
using Emulation.Scoring.Domain.Formulas;
using Emulation.ServiceDefaults;
using Xunit;

namespace Emulation.Scoring.Tests.Domain;

public class BlockScaleTests
{
    private static ScaleCriterion Criterion(string code, decimal max, Formula? formula = null, string? group = null) =>
        new() { Code = code, Name = "Tiêu chí", Max = max, Formula = formula ?? new YesNo(), Group = group };

    private static ScaleDefinition Of(decimal total, params ScaleCriterion[] criteria) => new() { Total = total, Groups = [], Criteria = criteria };

    private static BonusPenalty Bonus(decimal cap) => new() { Effect = Effect.Penalty, Cap = cap, Cases = [new ScoredCase { Key = "c", Name = "Trễ", Points = 1 }] };

    public static TheoryData<string, string> Wrong => new()
    {
        { Write(Of(100, Criterion("A", 60))), "/total" },
        { Write(Of(0, Criterion("X", 3, Bonus(3)))), "/total" },
        { Write(Of(60, Criterion("A", 30), Criterion("A", 30))), "/criteria/1/code" },
        { Write(Of(0, Criterion("A", 0))), "/criteria/0/max" },
        { Write(Of(1.00001m, Criterion("A", 1.00001m))), "/criteria/0/max" },
        { Write(Of(1001, Criterion("A", 1001))), "/criteria/0/max" },
        { Write(Of(10, Criterion("A", 10, new Survey()))), "/criteria/0/formula" },
        { Write(Of(10, Criterion("A", 10, new CountTimesPoints { Each = 11 }))), "/criteria/0/formula/each" },
        { Write(Of(10, Criterion("A", 10), Criterion("X", 4, Bonus(3)))), "/criteria/1/max" },
        { Write(Of(10, Criterion("A", 10, group: "I"))), "/criteria/0/group" },
        { Write(Of(10, Criterion("A", 10)) with { Groups = [Group("I", 10)] }), "/criteria/0/group" },
        { Write(Of(20, Criterion("A", 20, group: "I")) with { Groups = [Group("I", 10)] }), "/groups/0/max" },
        { Write(Of(20, Criterion("A", 20, group: "I")) with { Groups = [Group("I", 20), Group("I", 20)] }), "/groups/1/code" },
    };

    private static ScaleGroup Group(string code, decimal max) => new() { Code = code, Name = "Nhóm", Max = max };

    private static string Write(ScaleDefinition scale) => JsonSerializer.Serialize(scale, Json.Options);

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Check_WhatDoesNotFit_IsToldWithItsPlace(string scale, string pointer) =>
        Assert.Contains(pointer, ScaleCheck.Of(JsonSerializer.Deserialize<ScaleDefinition>(scale, Json.Options)!)!.Errors.Select(e => e.Pointer));

    [Fact]
    public void Check_GroupsAndPenaltyOutsideTheTotal_IsFine()
    {
        Assert.Null(ScaleCheck.Of(Blocks.Scale));
        Assert.Null(ScaleCheck.Of(Of(300, Criterion("A", 200, new AgainstLeader(), "I"), Criterion("B", 100, group: "II"), Criterion("X", 5, Bonus(5), "II")) with { Groups = [Group("I", 200), Group("II", 100)] }));
    }

    [Fact]
    public void Adapt_ChangedCriterion_LosesItsConfirmationAndTheOthersKeepTheirs()
    {
        var sheet = Blocks.Sheet("10001", (80, 88), (0.2m, 0.1m), bonus: 1);
        var after = Blocks.Scale with
        {
            Criteria =
            [
                // Only the points change: the figure and the pledge still mean the same.
                Blocks.Scale.Criteria[0] with { Max = 70 },
                Criterion("B", 30, new Ratio()) with { Name = Blocks.Scale.Criteria[1].Name },
                Blocks.Scale.Criteria[2] with { Name = "Báo cáo đúng hạn" },
            ],
        };
        var changes = sheet.Adapt(Blocks.Scale, after);
        Assert.Equal(new decimal?[] { 80 }, sheet.Pledge.Targets.Select(t => (decimal?)t.Value));
        Assert.Null(sheet.Pledge.Confirmed);
        Assert.NotNull(sheet.Lines["A"].Value!.Confirmed);
        // A value is no figure for a ratio; what is taken off stays in the history.
        Assert.Null(sheet.Lines["B"].Value);
        Assert.Null(sheet.Lines["C"].Value!.Confirmed);
        Assert.Null(sheet.Lines["X"].Value);
        Assert.Contains(changes, c => c is { Criterion: "B", FromTarget: 0.2m, ToTarget: null });
        Assert.Contains(changes, c => c is { Criterion: "B", From.Value: 0.1m, To: null });
        var (missing, unconfirmed) = sheet.Open(after);
        Assert.Equal(["B"], missing);
        Assert.Equal(["C"], unconfirmed);

        var version = sheet.Version;
        Assert.Empty(sheet.Adapt(after, after with { Criteria = [.. after.Criteria.Select(c => c with { Max = c.Max + 1 })] }));
        Assert.Equal(version, sheet.Version);
    }
}
