using System.Globalization;
using System.Security;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Emulation.Documents.Rendering.Model;
using static Emulation.Documents.Rendering.Docx.DocxUnits;

namespace Emulation.Documents.Rendering.Docx;

/// <summary>Parts beside the text: styles, settings, headers, page set-up, properties.</summary>
internal static class DocxParts
{
    private const string Font = "Times New Roman";

    public static void AddStyles(MainDocumentPart main)
    {
        var part = main.AddNewPart<StyleDefinitionsPart>("rIdStyles");
        var styles = new Styles(new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = Font, HighAnsi = Font, EastAsia = Font, ComplexScript = Font },
                new FontSize { Val = HalfPoints(Typography.Body.Size) },
                new FontSizeComplexScript { Val = HalfPoints(Typography.Body.Size) },
                new Languages { Val = "vi-VN", EastAsia = "vi-VN", Bidi = "vi-VN" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "0", Line = "240", LineRule = LineSpacingRuleValues.Auto }))));
        styles.Append(new Style(new StyleName { Val = "Normal" }, new PrimaryStyle()) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true });
        styles.Append(new Style(
            new StyleName { Val = "Normal Table" }, new UIPriority { Val = 99 }, new SemiHidden(), new UnhideWhenUsed(),
            new StyleTableProperties(new TableCellMarginDefault(
                new TableCellLeftMargin { Width = 0, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 0, Type = TableWidthValues.Dxa })))
        { Type = StyleValues.Table, StyleId = "TableNormal", Default = true });
        foreach (var style in Typography.All)
            styles.Append(Style(style));
        part.Styles = styles;
        styles.Save();
    }

    public static void AddSettings(MainDocumentPart main)
    {
        var part = main.AddNewPart<DocumentSettingsPart>("rIdSettings");
        part.Settings = new Settings(
            new Compatibility(new CompatibilitySetting
            {
                // 15 = layout of Word 2013 and later; without it Word opens the file in compatibility mode.
                Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15",
            }),
            new ThemeFontLanguages { Val = "vi-VN" });
        part.Settings.Save();
    }

    /// <summary>PAGE field in the header; the first page has an empty one.</summary>
    public static void AddHeaders(MainDocumentPart main, string id, string firstId)
    {
        var number = main.AddNewPart<HeaderPart>(id);
        number.Header = new Header(new DocumentFormat.OpenXml.Wordprocessing.Paragraph(
            new ParagraphProperties(new ParagraphStyleId { Val = Typography.PageNumber.Id }),
            new SimpleField(new DocumentFormat.OpenXml.Wordprocessing.Run(new Text("2"))) { Instruction = " PAGE " }));
        number.Header.Save();
        var first = main.AddNewPart<HeaderPart>(firstId);
        first.Header = new Header(new DocumentFormat.OpenXml.Wordprocessing.Paragraph(
            new ParagraphProperties(new ParagraphStyleId { Val = Typography.PageNumber.Id })));
        first.Header.Save();
    }

    public static SectionProperties Section(PageOrientation orientation, string header, string firstHeader)
    {
        var format = PageFormat.Of(orientation);
        var size = new PageSize { Width = (uint)Twips(format.Width), Height = (uint)Twips(format.Height) };
        if (orientation == PageOrientation.Landscape)
            size.Orient = PageOrientationValues.Landscape;
        return new SectionProperties(
            new HeaderReference { Type = HeaderFooterValues.Default, Id = header },
            new HeaderReference { Type = HeaderFooterValues.First, Id = firstHeader },
            new SectionType { Val = SectionMarkValues.NextPage },
            size,
            new PageMargin
            {
                Top = Twips(PageFormat.Top), Bottom = Twips(PageFormat.Bottom), Left = (uint)Twips(PageFormat.Left), Right = (uint)Twips(PageFormat.Right),
                Header = (uint)Twips(PageFormat.HeaderTop), Footer = (uint)Twips(PageFormat.HeaderTop), Gutter = 0,
            },
            new PageNumberType { Start = 1 },
            new TitlePage());
    }

    /// <summary>Written by hand: the library would give the part a random name.</summary>
    public static void AddProperties(WordprocessingDocument package, OfficialDocument document)
    {
        var date = document.Stamp.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var xml =
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>" +
            "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" " +
            "xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">" +
            $"<dc:title>{SecurityElement.Escape(PlainText.Clean(document.Title))}</dc:title><dc:creator>{SecurityElement.Escape(PlainText.Clean(document.Author))}</dc:creator>" +
            $"<dc:language>vi-VN</dc:language><dcterms:created xsi:type=\"dcterms:W3CDTF\">{date}</dcterms:created><dcterms:modified xsi:type=\"dcterms:W3CDTF\">{date}</dcterms:modified>" +
            "</cp:coreProperties>";
        var part = package.AddNewPart<CoreFilePropertiesPart>("rIdCore");
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(xml));
        part.FeedData(stream);
    }

    private static Style Style(TextStyle style)
    {
        var heading = style.Id.StartsWith("Heading", StringComparison.Ordinal);
        var paragraph = new StyleParagraphProperties();
        if (style.KeepWithNext)
            paragraph.Append(new KeepNext());
        paragraph.Append(new WidowControl());
        paragraph.Append(new SpacingBetweenLines
        {
            Before = TwipText(style.Before), After = TwipText(style.After),
            Line = ((int)Math.Round(240 * style.Spacing)).ToString(CultureInfo.InvariantCulture), LineRule = LineSpacingRuleValues.Auto,
        });
        if (style.FirstLine > 0)
            paragraph.Append(new Indentation { FirstLine = TwipText(style.FirstLine) });
        paragraph.Append(new Justification { Val = DocxText.Justify(style.Align) });
        if (heading)
            paragraph.Append(new OutlineLevel { Val = style.Id[^1] - '1' });

        var run = new StyleRunProperties();
        if (style.Bold)
            run.Append(new Bold(), new BoldComplexScript());
        if (style.Italic)
            run.Append(new Italic(), new ItalicComplexScript());
        run.Append(new FontSize { Val = HalfPoints(style.Size) }, new FontSizeComplexScript { Val = HalfPoints(style.Size) });
        var result = new Style(new StyleName { Val = style.Name }, new BasedOn { Val = "Normal" }, new PrimaryStyle(), paragraph, run)
        {
            Type = StyleValues.Paragraph, StyleId = style.Id,
        };
        if (!heading)
            result.CustomStyle = true;
        return result;
    }
}
