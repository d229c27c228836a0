using System.Globalization;

namespace Emulation.Documents.PlanImport.Outline;

/// <summary>Marks that skip, come twice or are none of the alphabet: told, never mended (C-32).</summary>
internal static class MarkCheck
{
    public static IEnumerable<ImportWarning> Run(IReadOnlyList<Part> parts)
    {
        var last = new Dictionary<(int?, MarkKind), PlanNode>();
        foreach (var node in parts.Select(p => p.Node).Where(n => n.Kind <= MarkKind.Letter))
        {
            var key = (node.Parent, node.Kind);
            last.TryGetValue(key, out var before);
            last[key] = node;
            if (node.Kind == MarkKind.Letter && !Marks.Alphabet.Contains(node.Mark, StringComparison.Ordinal))
                yield return new("mark-letter", $"Mục {node.Address}: chữ “{node.Mark}” không có trong thứ tự a, b, c, d, đ, e, g, h, i, k…", [node.Span]);
            else if (Value(node) is { } value)
            {
                var wanted = before is null ? 1 : (Value(before) ?? value - 1) + 1;
                if (before is not null && value == wanted - 1)
                    yield return new("mark-doubled", $"Mục {node.Address}: dấu mục “{node.Mark}” in hai lần.", [before.Span, node.Span]);
                else if (value != wanted)
                    yield return new("mark-skipped", before is null ? $"Mục {node.Address}: phần này bắt đầu từ “{node.Mark}”." : $"Mục {node.Address}: sau “{before.Mark}” là “{node.Mark}”, thứ tự không liền.", [node.Span]);
            }
        }
    }

    private static int? Value(PlanNode node) => node.Kind switch
    {
        MarkKind.Roman => node.Mark is "|" or "l" ? 1 : Marks.ValueOf(node.Mark),
        MarkKind.Number => int.Parse(node.Mark[(node.Mark.LastIndexOf('.') + 1)..], CultureInfo.InvariantCulture),
        _ => Marks.Alphabet.IndexOf(node.Mark, StringComparison.Ordinal) is >= 0 and var at ? at + 1 : null,
    };
}
