using Emulation.Documents.Rendering;
using Emulation.Documents.Rendering.Fonts;
using Emulation.Documents.Rendering.Pdf;
using static Emulation.Documents.Rendering.Typography;

namespace Emulation.Documents.Certificates;

/// <summary>A line of a box with its words filled in.</summary>
internal sealed record FilledLine(TemplateLine Template, string Text);

/// <summary>Sets the lines of a box, smaller by steps until they fit.</summary>
internal static class BoxLayout
{
    private const double RuleGap = 2;
    private const double Step = 0.97;

    /// <returns>Null when even the smallest letters do not fit.</returns>
    public static IReadOnlyList<(StyledLine Line, double Top)>? Set(PdfContext context, TemplateBox box, IReadOnlyList<FilledLine> lines)
    {
        var (width, height) = (box.Width * Millimetre, box.Height * Millimetre);
        for (var factor = 1.0; ; factor *= Step)
        {
            var set = lines.Select(line => Set(context, line, width, factor)).ToList();
            var total = set.Select((line, i) => line.Height + (i == 0 ? 0 : line.Before)).Sum();
            // The hundredth forgives rounding.
            if (total <= height + 0.01 && set.All(line => line.WordsFit))
                return Place(set, box, height - total);
            if (set.All(line => line.AtSmallest))
                return null;
        }
    }

    private static List<(StyledLine, double)> Place(List<StyledLine> lines, TemplateBox box, double free)
    {
        var y = box.Top * Millimetre + box.Anchor switch { "middle" => free / 2, "bottom" => free, _ => 0 };
        var placed = new List<(StyledLine, double)>();
        foreach (var line in lines)
        {
            y += placed.Count == 0 ? 0 : line.Before;
            placed.Add((line, y));
            y += line.Height;
        }

        return placed;
    }

    private static StyledLine Set(PdfContext context, FilledLine filled, double width, double factor)
    {
        var line = filled.Template;
        var size = Math.Max(line.MinSize ?? line.Size, line.Size * factor);
        var align = line.Align switch { "left" => TextAlign.Left, "right" => TextAlign.Right, _ => TextAlign.Centre };
        var style = new TextStyle("", "", size, line.Bold, line.Italic, align);
        var longest = filled.Text.Split(' ').Max(word => context.Width(style, word));
        var column = align == TextAlign.Centre && longest <= width * 0.9 ? Math.Max(context.BalancedWidth(style, filled.Text, width), longest) : width;
        var lines = context.Lines(style, filled.Text, column);
        _ = Rgb.TryParse(line.Colour, out var colour);
        var coloured = lines.Select(l => l with
        {
            X = l.X + (width - column) / 2, Text = l.Text with { Parts = [.. l.Text.Parts.Select(part => part with { Colour = colour })] },
        }).ToList();
        return new StyledLine(filled, coloured, line.Before * Millimetre * size / line.Size, line.Rule ? RuleGap : 0, longest <= width + 0.01, size <= (line.MinSize ?? line.Size));
    }
}

/// <summary>One line of a template as set, on one or more lines of the page.</summary>
/// <param name="Filled">Where it comes from.</param>
/// <param name="Lines">Lines of the page.</param>
/// <param name="Before">Room above, in points.</param>
/// <param name="RuleGap">Room between the text and the rule below it; 0 = no rule.</param>
/// <param name="WordsFit">No word is wider than the box.</param>
/// <param name="AtSmallest">The letters cannot be made smaller.</param>
internal sealed record StyledLine(FilledLine Filled, IReadOnlyList<PlacedLine> Lines, double Before, double RuleGap, bool WordsFit, bool AtSmallest)
{
    public double Height => Lines.Sum(line => line.Height) + (RuleGap > 0 ? RuleGap + Measures.RuleWidth : 0);
}
