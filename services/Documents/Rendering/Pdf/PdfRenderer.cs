using Emulation.Documents.Rendering.Charts;
using Emulation.Documents.Rendering.Fonts;
using Emulation.Documents.Rendering.Model;
using Emulation.Documents.Signing.Writing;
using static Emulation.Documents.Rendering.Typography;

namespace Emulation.Documents.Rendering.Pdf;

/// <summary>Draws a document as PDF: tagged, fonts embedded, the same bytes for the same document.</summary>
internal sealed class PdfRenderer(FontLibrary library)
{
    public byte[] Render(OfficialDocument document)
    {
        var context = new PdfContext(library);
        return PdfAssembly.Write(document, context, Pages(context, document));
    }

    /// <summary>First character of the document that cannot be printed; null when all can.</summary>
    public System.Text.Rune? Unprintable(OfficialDocument document)
    {
        var context = new PdfContext(library);
        Pages(context, document);
        return context.Fonts.Missing;
    }

    /// <summary>The document as it is signed: number and date are blank fields of a form, filled when it is issued.</summary>
    /// <returns>Null where one person does not sign at the foot: minutes, ballots.</returns>
    public (byte[] File, SignaturePlace Place)? RenderForSigning(OfficialDocument document)
    {
        var context = new PdfContext(library, forSigning: true);
        var pages = Pages(context, document);
        var signed = pages.FindIndex(page => page.SignatureRoom is not null);
        return signed < 0 ? null : (PdfAssembly.Write(document, context, pages), new SignaturePlace(signed, pages[signed].SignatureRoom!));
    }

    /// <summary>The pages alone, for a file that binds several documents.</summary>
    public static List<PdfPage> Pages(PdfContext context, OfficialDocument document)
    {
        var pages = new List<PdfPage>();
        foreach (var section in document.Sections)
        {
            var format = PageFormat.Of(section.Orientation);
            var sectionPages = new PageFlow(format).Place(Pieces(context, format.TextWidth, section.Blocks));
            // Hidden on page 1; annexes are numbered from their own start (Phụ lục I.II.1).
            for (var i = 1; i < sectionPages.Count; i++)
                DrawPageNumber(context, sectionPages[i], i + 1);
            pages.AddRange(sectionPages);
        }

        return pages;
    }

    private static List<Piece> Pieces(PdfContext context, double width, IReadOnlyList<Block> blocks)
    {
        var pieces = new List<Piece>();
        Block? before = null;
        foreach (var block in blocks)
        {
            // The signature never stands on a page without text of the document; of many rows of signers that is said of the first.
            if (block is SignatureBlock or SignerRow && before is not (null or SignerRow))
                pieces[^1].KeepWithNext = true;
            pieces.AddRange(Pieces(context, width, block));
            before = block;
        }

        return pieces;
    }

    private static IEnumerable<Piece> Pieces(PdfContext context, double width, Block block) => block switch
    {
        Letterhead head => [new LetterheadPiece(context, width, head)],
        TitleBlock title => TextLayout.Title(context, width, title),
        CentredLine line => TextLayout.Paragraph(context, width, Typography.CentredLine, [new Run(line.Text)]),
        Addressees addressees => TextLayout.Addressees(context, width, addressees),
        LegalBases bases => Punctuation.Lines(bases).SelectMany(line => TextLayout.Paragraph(context, width, Basis, [new Run(line)])),
        Paragraph paragraph => TextLayout.Paragraph(context, width, Body, paragraph.Runs),
        Heading heading => TextLayout.Paragraph(context, width, heading.Level == 1 ? Heading1 : Heading2, [new Run(heading.Text)], heading.Level == 1 ? "H2" : "H3"),
        AnnexTitle annex => TextLayout.Annex(context, width, annex),
        TableBlock table => TableLayout.Of(context, width, table),
        SignatureBlock signature => [new SignaturePiece(context, width, signature)],
        Chart chart => ChartPiece.Of(context, width, chart),
        SignerRow row => [new SignerRowPiece(context, width, row)],
        _ => throw new NotSupportedException($"The PDF renderer does not know {block.GetType().Name}."),
    };

    private static void DrawPageNumber(PdfContext context, PdfPage page, int number)
    {
        var line = context.Lines(PageNumber, number.ToString(System.Globalization.CultureInfo.InvariantCulture), page.Format.TextWidth)[0];
        line.Draw(page, null, context.Fonts, PageFormat.Left, PageFormat.HeaderTop);
    }
}
