using Emulation.Documents.Rendering.Model;
using static Emulation.Documents.Rendering.Typography;

namespace Emulation.Documents.Rendering.Pdf;

/// <summary>Turns the text blocks into lines.</summary>
internal static class TextLayout
{
    public static IEnumerable<Piece> Paragraph(PdfContext context, double width, TextStyle style, IReadOnlyList<Run> runs, string tag = "P")
    {
        var owner = context.Root.Add(tag);
        var lines = context.Lines(style, runs, width);
        for (var i = 0; i < lines.Count; i++)
        {
            yield return new LinePiece
            {
                Context = context,
                Owner = owner,
                Line = lines[i],
                Before = i == 0 ? style.Before : 0,
                Height = lines[i].Height + (i == lines.Count - 1 ? style.After : 0),
                // No single first or last line alone on a page.
                KeepWithNext = style.KeepWithNext || (lines.Count > 1 && (i == 0 || i == lines.Count - 2)),
            };
        }
    }

    public static IEnumerable<Piece> Title(PdfContext context, double width, TitleBlock title)
    {
        foreach (var piece in Paragraph(context, width, DocumentType, [new Run(title.Type)], "H1"))
            yield return piece;
        foreach (var piece in Balanced(context, width, Abstract, title.Abstract))
            yield return piece;
        yield return Rule(width, Measures.TitleRule(context.Library, width, Abstract, title.Abstract));
    }

    public static IEnumerable<Piece> Annex(PdfContext context, double width, AnnexTitle annex)
    {
        if (annex.Label is { } label)
        {
            foreach (var piece in Paragraph(context, width, AnnexLabel, [new Run(label)]))
                yield return piece;
        }

        foreach (var piece in Balanced(context, width, Typography.AnnexTitle, annex.Title, "H1"))
            yield return piece;
        foreach (var piece in Paragraph(context, width, AnnexNote, [new Run(annex.AttachedTo)]))
            yield return piece;
        yield return Rule(width, Measures.TitleRule(context.Library, width, AnnexNote, annex.AttachedTo));
    }

    public static IEnumerable<Piece> Addressees(PdfContext context, double width, Addressees block)
    {
        const string label = "Kính gửi: ";
        var owner = context.Root.Add("P");
        var style = Addressee;
        if (block.Receivers.Count == 1)
        {
            var lines = context.Lines(style with { Align = TextAlign.Centre }, label + block.Receivers[0], width);
            return lines.Select((line, i) => (Piece)new LinePiece { Context = context, Owner = owner, Line = line, Before = i == 0 ? 12 : 0, Height = line.Height + (i == lines.Count - 1 ? 6 : 0), KeepWithNext = true });
        }

        var lead = context.Width(style, label);
        var texts = Punctuation.Listed(block.Receivers).ToList();
        var widest = texts.Max(text => context.Width(style, text));
        var left = Math.Max(0, Math.Min(Measures.AddresseeLead, width - lead - widest));
        var pieces = new List<Piece>();
        pieces.AddRange(context.Lines(style, label, width).Select(line => new LinePiece
        {
            Context = context, Owner = owner, Line = line with { X = left }, Before = 12, Height = 0, KeepWithNext = true,
        }));
        for (var i = 0; i < texts.Count; i++)
        {
            foreach (var line in context.Lines(style, texts[i], width - left - lead))
            {
                pieces.Add(new LinePiece
                {
                    Context = context, Owner = owner, Line = line with { X = left + lead }, Before = i == 0 ? 0 : style.Before,
                    Height = line.Height + (i == texts.Count - 1 ? 6 : 0), KeepWithNext = true,
                });
            }
        }

        return pieces;
    }

    private static List<Piece> Balanced(PdfContext context, double width, TextStyle style, string text, string tag = "P")
    {
        var wide = context.BalancedWidth(style, text, width * 0.9);
        var inset = (width - wide) / 2;
        return [.. Paragraph(context, wide, style, [new Run(text)], tag).Cast<LinePiece>().Select(piece => new LinePiece
        {
            Context = context, Owner = piece.Owner, Line = piece.Line with { X = piece.Line.X + inset }, Before = piece.Before, Height = piece.Height, KeepWithNext = true,
        })];
    }

    private static RulePiece Rule(double width, double rule) =>
        new() { X = PageFormat.Left + (width - rule) / 2, Length = rule, Before = 3, Height = 9 };
}

/// <summary>A rule under a title.</summary>
internal sealed class RulePiece : Piece
{
    public required double X { get; init; }

    public required double Length { get; init; }

    public override void Draw(PdfPage page, double top, bool tagged) => page.Rule(X, top, X + Length, top, Measures.RuleWidth);
}
