using System.Text.RegularExpressions;
using Emulation.Contracts.Campaigns;
using Emulation.Documents.PlanImport.Outline;

namespace Emulation.Documents.PlanImport.Awards;

/// <summary>What the heads above a part say of how often, at which level and to whom.</summary>
internal sealed record AwardContext(Cadence? Cadence = null, AwardLevel[]? Levels = null, Recipient? Recipient = null);

/// <summary>The parts of a plan that speak of awards, each with what the heads above it say.</summary>
internal sealed partial class AwardParts
{
    private readonly Dictionary<int, AwardContext> _contexts = [];

    private AwardParts(List<Part> parts) => Parts = parts;

    public List<Part> Parts { get; }

    /// <summary>Null for a part that does not speak of awards.</summary>
    public AwardContext? ContextOf(Part part) => _contexts.GetValueOrDefault(part.Node.Index);

    public AwardContext this[Part part] => _contexts[part.Node.Index];

    public IEnumerable<Part> Children(Part part) => Parts.Where(p => p.Node.Parent == part.Node.Index);

    public static AwardParts Of(IReadOnlyList<Part> all)
    {
        List<Part> parts = [];
        var found = new AwardParts(parts);
        var inside = false;
        foreach (var part in all.Where(p => p.Words.Length <= Paragraph.Longest))
        {
            if (part.Node.Parent is null)
                inside = part.Bare.Contains("khen thuong", StringComparison.Ordinal) && !part.Bare.Contains("muc dich", StringComparison.Ordinal);
            if (!inside)
                continue;
            parts.Add(part);
            // A paragraph without a mark below a clause that is no head speaks of the whole part, not of that clause.
            var parent = part.Node.Parent;
            if (parent is { } clause && part.Node.Kind == MarkKind.Plain && all[clause] is { HeadLike: false, OpensList: false } said)
                parent = said.Node.Parent;
            var above = parent is { } head && found._contexts.TryGetValue(head, out var known) ? known : new AwardContext();
            found._contexts[part.Node.Index] = Narrow(above, HeadOf(part));
        }
        return found;
    }

    /// <summary>A short part as a whole; of a long one what stands before the first colon.</summary>
    public static string HeadOf(Part part)
    {
        var colon = part.Bare.IndexOf(':', StringComparison.Ordinal);
        return colon is >= 0 and <= 140 ? part.Bare[..colon] : part.Words.Length <= 140 || part.OpensList ? part.Bare : "";
    }

    public static AwardContext Narrow(AwardContext context, string head)
    {
        if (head.Length == 0)
            return context;
        var cadence = CadenceOf(head) ?? context.Cadence;
        AwardLevel[] levels = [.. new[] { (Ward(), AwardLevel.Ward), (City(), AwardLevel.City), (State(), AwardLevel.State) }.Where(l => l.Item1.IsMatch(head)).Select(l => l.Item2)];
        var (collective, individual) = (Collective().IsMatch(head), Individual().IsMatch(head));
        return context with { Cadence = cadence, Levels = levels.Length > 0 ? levels : context.Levels, Recipient = collective != individual ? (collective ? Recipient.Collective : Recipient.Individual) : context.Recipient };
    }

    public static Cadence? CadenceOf(string bare) =>
        Unplanned().IsMatch(bare) ? Cadence.Unplanned : Period().IsMatch(bare) ? Cadence.Period : Yearly().IsMatch(bare) ? Cadence.Yearly : null;

    [GeneratedRegex(@"khen (?:thuong )?dot xuat|^dot xuat", RegexOptions.CultureInvariant)]
    private static partial Regex Unplanned();

    [GeneratedRegex(@"(?:tong ket|khen thuong|khen|het|cuoi)(?: khen thuong)? giai doan", RegexOptions.CultureInvariant)]
    private static partial Regex Period();

    [GeneratedRegex(@"(?:khen thuong|xet khen|khen)[a-z\- ]{0,30}(?:hang nam|thuong nien)|^(?:hang nam|thuong nien)|dinh ky hang nam", RegexOptions.CultureInvariant)]
    private static partial Regex Yearly();

    [GeneratedRegex(@"cap (?:co so|phuong|xa|dac khu)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Ward();

    [GeneratedRegex(@"cap thanh pho\b", RegexOptions.CultureInvariant)]
    private static partial Regex City();

    [GeneratedRegex(@"cap nha nuoc\b", RegexOptions.CultureInvariant)]
    private static partial Regex State();

    [GeneratedRegex(@"\btap the\b", RegexOptions.CultureInvariant)]
    private static partial Regex Collective();

    [GeneratedRegex(@"\bca nhan\b", RegexOptions.CultureInvariant)]
    private static partial Regex Individual();
}
