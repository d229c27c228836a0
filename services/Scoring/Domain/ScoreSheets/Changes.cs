using Emulation.Scoring.Domain.IndexSets;

namespace Emulation.Scoring.Domain.ScoreSheets;

/// <summary>What differs between two states of a sheet, leaf by leaf, in the order of the tree.</summary>
internal static class Changes
{
    public static LeafChange[] Between(IndexDefinition definition, IReadOnlyDictionary<string, SheetLeaf> before, IReadOnlyDictionary<string, SheetLeaf> after) =>
    [
        .. definition.Leaves.Select(l => l.Code).Concat(definition.Adjustments.Select(a => a.Code))
            .Select(code => Of(definition, code, before.GetValueOrDefault(code)?.Standing, after.GetValueOrDefault(code)?.Standing, after.GetValueOrDefault(code)?.Appraised?.Reason))
            .OfType<LeafChange>(),
    ];

    private static LeafChange? Of(IndexDefinition definition, string code, Standing? from, Standing? to, string? reason) =>
        Same(from, to) ? null : new LeafChange
        {
            Leaf = code,
            From = from?.Input,
            To = to?.Input,
            FromPoints = Points(definition, code, from),
            ToPoints = Points(definition, code, to),
            Reason = reason,
        };

    private static bool Same(Standing? from, Standing? to) => (from, to) switch
    {
        (null, null) => true,
        ({ } a, { } b) => a.Points == b.Points && ((a.Input, b.Input) is (null, null) || (a.Input is { } x && b.Input is { } y && x.SameAs(y))),
        _ => false,
    };

    internal static decimal? Points(IndexDefinition definition, string code, Standing? standing) =>
        standing is not { } given || (given.Points is null && given.Input!.LeavesBothSums) ? null
        : definition.LeafByCode.GetValueOrDefault(code) is { } leaf ? Scorer.PointsOf(leaf, given)
        : Scorer.PointsOf(definition.Adjustments.Single(a => a.Code == code), given);
}
