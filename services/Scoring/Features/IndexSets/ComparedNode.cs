using Emulation.Scoring.Domain.Formulas;
using Emulation.Scoring.Domain.IndexSets;

namespace Emulation.Scoring.Features.IndexSets;

/// <summary>A place in the tree of one of two index sets, and its like in the other.</summary>
internal sealed class ComparedNode
{
    private ComparedNode(IndexSetPart part, string code, string name, decimal max, object self, ComparedNode? parent) =>
        (Part, Code, Name, Max, Self, Parent) = (part, code, name, max, self, parent);

    public IndexSetPart Part { get; }
    public string Code { get; }
    public string Name { get; }
    public decimal Max { get; }
    public Formula? Formula { get; private init; }
    public bool NotApplicableAllowed { get; private init; }
    public string? Unit { get; private init; }
    public string? Clause { get; private init; }
    public string? VerificationDocument { get; private init; }

    /// <summary>The record without what it holds.</summary>
    public object Self { get; }

    /// <summary>Null for an area.</summary>
    public ComparedNode? Parent { get; }
    public List<ComparedNode> Children { get; } = [];
    public ComparedNode? Like { get; private set; }

    public static List<ComparedNode> Tree(IndexSetBody set) => [.. set.Areas.Select(Of)];

    /// <summary>Finds what is the same place in both trees: by code, wherever it stands now.</summary>
    public static void Pair(List<ComparedNode> old, List<ComparedNode> current)
    {
        // Codes of areas, and codes of what is scored, are unique in a set; codes of split criteria only within their area.
        PairBy(old, current, a => a.Code);
        List<ComparedNode> was = [.. old.SelectMany(a => a.Within())], now = [.. current.SelectMany(a => a.Within())];
        PairBy(was.Where(n => n.Formula is not null), now.Where(n => n.Formula is not null), n => n.Code);
        PairBy(was.Where(n => n.Part == IndexSetPart.Criterion), now.Where(n => n.Part == IndexSetPart.Criterion), n => (n.Parent!.Code, n.Code));
        PairBy(was.Where(n => n.Part == IndexSetPart.Criterion), now.Where(n => n.Part == IndexSetPart.Criterion), n => n.Code);
    }

    private static void PairBy<TKey>(IEnumerable<ComparedNode> old, IEnumerable<ComparedNode> current, Func<ComparedNode, TKey> key)
    {
        var free = current.Where(n => n.Like is null).ToLookup(key);
        foreach (var node in old.Where(n => n.Like is null))
            if (free[key(node)].FirstOrDefault(n => n.Like is null) is { } like)
                (node.Like, like.Like) = (like, node);
    }

    private IEnumerable<ComparedNode> Within() => Children.SelectMany(c => c.Within().Prepend(c));

    private static ComparedNode Of(Area area)
    {
        var node = new ComparedNode(IndexSetPart.Area, area.Code, area.Name, area.Max, area with { Criteria = [] }, null);
        node.Children.AddRange(area.Criteria.Select(c => Of(c, node)));
        return node;
    }

    private static ComparedNode Of(Criterion criterion, ComparedNode area)
    {
        var node = new ComparedNode(IndexSetPart.Criterion, criterion.Code, criterion.Name, criterion.Max, criterion with { Leaves = [] }, area)
        {
            Formula = criterion.Formula,
            NotApplicableAllowed = criterion.NotApplicableAllowed,
            Unit = criterion.Unit,
            Clause = criterion.Clause,
            VerificationDocument = criterion.VerificationDocument,
        };
        node.Children.AddRange(criterion.Leaves.Select(l => new ComparedNode(IndexSetPart.Leaf, l.Code, l.Name, l.Max, l, node)
        {
            Formula = l.Formula,
            NotApplicableAllowed = l.NotApplicableAllowed,
            Unit = l.Unit,
            Clause = l.Clause,
            VerificationDocument = l.VerificationDocument,
        }));
        return node;
    }
}
