using System.Globalization;
using Emulation.Documents.PlanImport.Source;

namespace Emulation.Documents.PlanImport.Outline;

/// <summary>A part with the paragraph it was read from.</summary>
internal sealed record Part(PlanNode Node, Paragraph Paragraph, MappedText Words)
{
    public string Bare => Words.Bare;

    public bool OpensList => Words.Value.TrimEnd().EndsWith(':');

    /// <summary>Short and without an end: a head though nothing says so.</summary>
    public bool HeadLike => Words.Length is > 0 and < 90 && !".;".Contains(Words.Value[^1], StringComparison.Ordinal);

    public SourceSpan Span(int start, int length)
    {
        var (from, to) = Words.At(start, length);
        return new(Paragraph.Line, from, to, Paragraph.Page);
    }
}

/// <summary>Builds the tree of parts from paragraphs and their printed marks.</summary>
internal sealed class OutlineBuilder
{
    private readonly List<Part> _parts = [];
    private readonly Stack<Part> _open = new();
    private readonly Dictionary<string, int> _addresses = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _children = new(StringComparer.Ordinal);

    public static List<Part> Build(IEnumerable<Paragraph> paragraphs)
    {
        var builder = new OutlineBuilder();
        foreach (var paragraph in paragraphs)
            builder.Add(paragraph);
        return builder.Addressed();
    }

    private void Add(Paragraph paragraph)
    {
        var mark = Marks.Of(paragraph.Text);
        var words = (mark is null ? paragraph.Text : paragraph.Text.From(mark.Length)).Trim();
        var kind = mark?.Kind ?? (words.Value.TrimEnd().EndsWith(':') || words.Bare.StartsWith("doi voi tap the:", StringComparison.Ordinal) || words.Bare.StartsWith("doi voi ca nhan:", StringComparison.Ordinal)
            ? MarkKind.Head : MarkKind.Plain);
        Close(kind, mark?.Printed ?? "");
        var above = _open.TryPeek(out var top) ? top : null;
        var node = new PlanNode(_parts.Count, above?.Node.Index, (above?.Node.Level ?? 0) + 1, "", kind, mark?.Printed ?? "", words.Value, paragraph.Whole);
        var part = new Part(node, paragraph, words);
        _parts.Add(part);
        _open.Push(part);
    }

    private void Close(MarkKind kind, string printed)
    {
        if (!_open.TryPeek(out var top))
            return;
        if (kind <= MarkKind.Letter)
        {
            while (_open.TryPeek(out top) && Ends(top.Node, kind, printed))
                _open.Pop();
            return;
        }
        // What ends with a colon opens the list that follows, whatever mark the list has.
        if (top.OpensList && kind != MarkKind.Plain)
            return;
        if (kind == MarkKind.Plain)
        {
            while (_open.TryPeek(out top) && top.Node.Kind > MarkKind.Letter && (top.Node.Kind == MarkKind.Plain || (!top.OpensList && !top.HeadLike)))
                _open.Pop();
            return;
        }
        // Else it stands beside the nearest one with the same mark in the same part.
        var inside = _open.TakeWhile(p => p.Node.Kind > MarkKind.Letter).ToList();
        var beside = inside.FindIndex(p => p.Node.Kind == kind);
        for (var i = 0; i <= beside; i++)
            _open.Pop();
        while (beside < 0 && _open.TryPeek(out top) && (top.Node.Kind == MarkKind.Plain || (kind == MarkKind.Head && top.Node.Kind is MarkKind.Dash or MarkKind.Plus)))
            _open.Pop();
    }

    private static bool Ends(PlanNode top, MarkKind kind, string printed) => kind switch
    {
        MarkKind.Roman => true,
        MarkKind.Number => top.Kind != MarkKind.Roman && !(top.Kind == MarkKind.Number && printed.StartsWith(top.Mark + ".", StringComparison.Ordinal)),
        _ => top.Kind is not (MarkKind.Roman or MarkKind.Number),
    };

    /// <summary>Printed marks from the top down; parts without a number are counted, apart from numbered ones beside them.</summary>
    private List<Part> Addressed()
    {
        var numbered = _parts.Where(p => p.Node.Kind <= MarkKind.Letter).Select(p => p.Node.Parent ?? -1).ToHashSet();
        for (var i = 0; i < _parts.Count; i++)
        {
            var node = _parts[i].Node;
            var above = node.Parent is { } parent ? _parts[parent].Node.Address : null;
            var address = node.Kind switch
            {
                MarkKind.Roman => node.Mark is "|" or "l" ? "I" : node.Mark,
                MarkKind.Number => Under(Roman(node)?.Address, node.Mark),
                MarkKind.Letter => Under(above, node.Mark),
                _ => Under(above, (numbered.Contains(node.Parent ?? -1) ? "0." : "") + Next(above ?? "")),
            };
            var times = _addresses[address] = _addresses.GetValueOrDefault(address) + 1;
            _parts[i] = _parts[i] with { Node = node with { Address = times == 1 ? address : $"{address}[{times}]" } };
        }
        return _parts;
    }

    private PlanNode? Roman(PlanNode node)
    {
        while (node.Kind != MarkKind.Roman)
        {
            if (node.Parent is not { } parent)
                return null;
            node = _parts[parent].Node;
        }
        return node;
    }

    private string Next(string above) => (_children[above] = _children.GetValueOrDefault(above) + 1).ToString(CultureInfo.InvariantCulture);

    private static string Under(string? above, string own) => above is null ? own : $"{above}.{own}";
}
