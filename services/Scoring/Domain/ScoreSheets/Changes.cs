using Emulation.Scoring.Domain.IndexSets;

namespace Emulation.Scoring.Domain.ScoreSheets;

/// <summary>What differs between two states of a sheet, leaf by leaf, in the order of the tree.</summary>
internal static class Changes
{
    public static LeafChange[] Between(IndexDefinition definition, IReadOnlyDictionary<string, SheetLeaf> before, IReadOnlyDictionary<string, SheetLeaf> after) =>
    [
        .. definition.Leaves.Select(l => l.Code).Concat(definition.Adjustments.Select(a => a.Code))
            .Select(code => Of(definition, code, before.GetValueOrDefault(code), after.GetValueOrDefault(code)))
            .OfType<LeafChange>(),
    ];

    private static LeafChange? Of(IndexDefinition definition, string code, SheetLeaf? before, SheetLeaf? after)
    {
        var (from, to) = (before?.Standing, after?.Standing);
        Guid[] added = [.. Evidence(after).Except(Evidence(before))], removed = [.. Evidence(before).Except(Evidence(after))];
        var said = Said(before) == Said(after) ? null : Said(after);
        if (Same(from, to) && said is null && added.Length == 0 && removed.Length == 0)
            return null;
        return new LeafChange
        {
            Leaf = code,
            From = from?.Input,
            To = to?.Input,
            FromPoints = Points(definition, code, from),
            ToPoints = Points(definition, code, to),
            Reason = said ?? after?.Appraised?.Reason,
            EvidenceAdded = added.Length == 0 ? null : added,
            EvidenceRemoved = removed.Length == 0 ? null : removed,
        };
    }

    private static IEnumerable<Guid> Evidence(SheetLeaf? leaf) =>
        [.. leaf?.Evidence ?? [], .. leaf?.First?.Evidence ?? [], .. leaf?.Answer?.Evidence ?? [], .. leaf?.Appraised?.Evidence ?? []];

    // The last to speak on a leaf: appraiser, then the unit's answer, then its first explanation.
    private static string? Said(SheetLeaf? leaf) =>
        leaf is null ? null
        : leaf.Appraised is { Reason: { } reason } appraised && (leaf.Answer is null || appraised.At > leaf.Answer.At) ? reason
        : leaf.Answer?.Text ?? leaf.Explanation;

    internal static bool Same(Standing? from, Standing? to) => (from, to) switch
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
