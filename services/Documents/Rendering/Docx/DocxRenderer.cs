using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Emulation.Documents.Rendering.Fonts;
using Emulation.Documents.Rendering.Model;

namespace Emulation.Documents.Rendering.Docx;

/// <summary>Writes a document as DOCX with named Vietnamese styles, so that officials can go on with it in Word.</summary>
internal sealed class DocxRenderer(FontLibrary fonts)
{
    // Relationship ids are given by hand: the library's own are random, and the bytes would differ each time.
    private const string Header = "rIdHeader";
    private const string FirstHeader = "rIdFirstHeader";

    public byte[] Render(OfficialDocument document)
    {
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = package.AddMainDocumentPart();
            package.ChangeIdOfPart(main, "rIdMain");
            DocxParts.AddStyles(main);
            DocxParts.AddSettings(main);
            DocxParts.AddHeaders(main, Header, FirstHeader);
            DocxParts.AddProperties(package, document);
            main.Document = new Document(Body(document, new DocxCharts(main)));
            main.Document.Save();
        }

        return DocxPackage.WithFixedTimes(stream.ToArray(), document.Stamp);
    }

    private Body Body(OfficialDocument document, DocxCharts charts)
    {
        var body = new Body();
        for (var i = 0; i < document.Sections.Count; i++)
        {
            var section = document.Sections[i];
            var format = PageFormat.Of(section.Orientation);
            foreach (var block in section.Blocks)
            {
                // Word takes two tables without a paragraph between them for one, with the rules of the second.
                if (body.LastChild is Table && block is (TableBlock or SignatureBlock or SignerRow))
                    body.Append(DocxText.Tiny());
                // The signature never stands on a page without text of the document.
                if (block is SignatureBlock or SignerRow && body.LastChild is DocumentFormat.OpenXml.Wordprocessing.Paragraph { ParagraphProperties: { } last })
                    last.KeepNext = new KeepNext();
                // Room between a paragraph and the table below it.
                if (block is TableBlock && body.LastChild is DocumentFormat.OpenXml.Wordprocessing.Paragraph { ParagraphProperties: { SpacingBetweenLines: null } above })
                    above.SpacingBetweenLines = new SpacingBetweenLines { After = DocxUnits.TwipText(8) };
                body.Append(Elements(block, format.TextWidth, charts));
            }

            var properties = DocxParts.Section(section.Orientation, Header, FirstHeader);
            if (i == document.Sections.Count - 1)
            {
                // Word wants a paragraph after a table that ends the document.
                if (body.LastChild is Table)
                    body.Append(DocxText.Tiny());
                body.Append(properties);
            }
            else
            {
                body.Append(DocxText.Tiny(properties));
            }
        }

        return body;
    }

    private IEnumerable<OpenXmlElement> Elements(Block block, double width, DocxCharts charts) => block switch
    {
        Letterhead head => [DocxTables.Letterhead(fonts, head, width)],
        TitleBlock title => DocxText.Title(fonts, title, width),
        CentredLine line => [DocxText.Paragraph(Typography.CentredLine, line.Text)],
        Addressees addressees => DocxText.Addressees(fonts, addressees),
        LegalBases bases => Punctuation.Lines(bases).Select(text => DocxText.Paragraph(Typography.Basis, text)),
        Model.Paragraph paragraph => [DocxText.Paragraph(Typography.Body, paragraph.Runs)],
        Model.Heading heading => [DocxText.Paragraph(heading.Level == 1 ? Typography.Heading1 : Typography.Heading2, heading.Text)],
        AnnexTitle annex => DocxText.Annex(fonts, annex, width),
        TableBlock table => [DocxTables.Ruled(table, width)],
        SignatureBlock signature => [DocxTables.Signature(signature, width)],
        Chart chart => charts.Elements(chart, width),
        SignerRow row => [DocxTables.Signers(row, width)],
        _ => throw new NotSupportedException($"The DOCX renderer does not know {block.GetType().Name}."),
    };
}
