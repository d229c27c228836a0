using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Emulation.Documents.Rendering.Fonts;
using Emulation.Documents.Rendering.Model;
using static Emulation.Documents.Rendering.Docx.DocxUnits;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;
using Run = DocumentFormat.OpenXml.Wordprocessing.Run;

namespace Emulation.Documents.Rendering.Docx;

/// <summary>Paragraphs and rules.</summary>
internal static class DocxText
{
    public static Paragraph Paragraph(TextStyle style, string text) => Paragraph(style, [new Model.Run(text)]);

    public static Paragraph Paragraph(TextStyle style, IReadOnlyList<Model.Run> runs)
    {
        var paragraph = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = style.Id }));
        foreach (var run in runs)
            paragraph.Append(Run(run));
        return paragraph;
    }

    public static Paragraph Aligned(TextStyle style, string text, TextAlign align)
    {
        var paragraph = Paragraph(style, text);
        if (align != style.Align)
            paragraph.ParagraphProperties!.Justification = new Justification { Val = Justify(align) };
        return paragraph;
    }

    public static IEnumerable<OpenXmlElement> Title(FontLibrary fonts, TitleBlock title, double width)
    {
        yield return Paragraph(Typography.DocumentType, title.Type);
        var text = Paragraph(Typography.Abstract, title.Abstract);
        text.ParagraphProperties!.Indentation = new Indentation { Left = TwipText(width * 0.06), Right = TwipText(width * 0.06) };
        yield return text;
        yield return Rule(width, Measures.TitleRule(fonts, width, Typography.Abstract, title.Abstract), keep: true);
    }

    public static IEnumerable<OpenXmlElement> Annex(FontLibrary fonts, AnnexTitle annex, double width)
    {
        if (annex.Label is { } label)
            yield return Paragraph(Typography.AnnexLabel, label);
        yield return Paragraph(Typography.AnnexTitle, annex.Title);
        yield return Paragraph(Typography.AnnexNote, annex.AttachedTo);
        yield return Rule(width, Measures.TitleRule(fonts, width, Typography.AnnexNote, annex.AttachedTo), keep: true);
    }

    public static IEnumerable<OpenXmlElement> Addressees(FontLibrary fonts, Addressees block)
    {
        const string label = "Kính gửi: ";
        if (block.Receivers.Count == 1)
        {
            var only = Aligned(Typography.Addressee, label + block.Receivers[0], TextAlign.Centre);
            only.ParagraphProperties!.SpacingBetweenLines = Spacing(12, 6);
            yield return only;
            yield break;
        }

        var lead = Measures.Width(fonts, Typography.Addressee, label);
        var texts = Punctuation.Listed(block.Receivers).ToList();
        var width = PageFormat.Of(PageOrientation.Portrait).TextWidth;
        var left = Math.Max(0, Math.Min(Measures.AddresseeLead, width - lead - texts.Max(text => Measures.Width(fonts, Typography.Addressee, text))));
        for (var i = 0; i < texts.Count; i++)
        {
            var paragraph = Paragraph(Typography.Addressee, (i == 0 ? label : "") + texts[i]);
            paragraph.ParagraphProperties!.SpacingBetweenLines = Spacing(i == 0 ? 12 : Typography.Addressee.Before, i == texts.Count - 1 ? 6 : 0);
            paragraph.ParagraphProperties.Indentation = i == 0
                ? new Indentation { Left = TwipText(left + lead), Hanging = TwipText(lead) }
                : new Indentation { Left = TwipText(left + lead) };
            yield return paragraph;
        }
    }

    /// <summary>An empty paragraph with a border above it, indented to the length of the rule; underlines and dashes would not survive editing.</summary>
    public static Paragraph Rule(double column, double length, bool keep)
    {
        var side = TwipText((column - length) / 2);
        var properties = new ParagraphProperties();
        if (keep)
            properties.KeepNext = new KeepNext();
        properties.ParagraphBorders = new ParagraphBorders(new TopBorder { Val = BorderValues.Single, Size = 6, Space = 1, Color = "000000" });
        properties.SpacingBetweenLines = new SpacingBetweenLines { Before = TwipText(3.5), After = TwipText(3), Line = TwipText(6), LineRule = LineSpacingRuleValues.Exact };
        properties.Indentation = new Indentation { Left = side, Right = side };
        return new Paragraph(properties);
    }

    /// <summary>Carries a section break, or stands after a last table, and takes hardly any room.</summary>
    public static Paragraph Tiny(SectionProperties? section = null)
    {
        var properties = new ParagraphProperties
        {
            SpacingBetweenLines = new SpacingBetweenLines { Before = "0", After = "0", Line = "20", LineRule = LineSpacingRuleValues.Exact },
            SectionProperties = section,
        };
        return new Paragraph(properties);
    }

    public static JustificationValues Justify(TextAlign align) => align switch
    {
        TextAlign.Centre => JustificationValues.Center,
        TextAlign.Right => JustificationValues.Right,
        TextAlign.Justify => JustificationValues.Both,
        _ => JustificationValues.Left,
    };

    public static SpacingBetweenLines Spacing(double before, double after) => new() { Before = TwipText(before), After = TwipText(after) };

    private static Run Run(Model.Run run)
    {
        var result = new Run();
        if (run.Bold || run.Italic)
        {
            var properties = new RunProperties();
            if (run.Bold)
                properties.Bold = new Bold();
            if (run.Italic)
                properties.Italic = new Italic();
            result.Append(properties);
        }

        result.Append(new Text(PlainText.Clean(run.Text)) { Space = SpaceProcessingModeValues.Preserve });
        return result;
    }
}
