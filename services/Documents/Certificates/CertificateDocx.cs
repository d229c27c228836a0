using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Emulation.Documents.Rendering;
using Emulation.Documents.Rendering.Docx;
using Emulation.Documents.Rendering.Model;
using static Emulation.Documents.Rendering.Docx.DocxUnits;
using static Emulation.Documents.Rendering.Typography;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;
using Run = DocumentFormat.OpenXml.Wordprocessing.Run;
using TableRow = DocumentFormat.OpenXml.Wordprocessing.TableRow;

namespace Emulation.Documents.Certificates;

/// <summary>The words of a certificate as an editable page without frame and QR: Word drops what no office could keep in order by hand.</summary>
internal static class CertificateDocx
{
    private static readonly PageFormat Page = PageFormat.Of(PageOrientation.Landscape);

    public static byte[] Render(Certificate certificate, CertificateTemplate template)
    {
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = package.AddMainDocumentPart();
            package.ChangeIdOfPart(main, "rIdMain");
            DocxParts.AddStyles(main);
            DocxParts.AddSettings(main);
            DocxParts.AddProperties(package, new OfficialDocument(certificate.Title, certificate.Author, certificate.Stamp, []));
            main.Document = new DocumentFormat.OpenXml.Wordprocessing.Document(Body(certificate, template));
            main.Document.Save();
        }

        return DocxPackage.WithFixedTimes(stream.ToArray(), certificate.Stamp);
    }

    private static Body Body(Certificate certificate, CertificateTemplate template)
    {
        var body = new Body();
        // Boxes wider than half the page follow one another; the narrower ones at the foot stand side by side.
        var wide = template.Boxes.Where(box => box.Width > TemplateCheck.PageWidth / 2 || IsCentred(box)).OrderBy(box => box.Top).ToList();
        foreach (var box in wide)
        {
            foreach (var line in CertificateRenderer.Fill(box, certificate))
                body.Append(Paragraph(line, first: line.Template == box.Lines[0]));
        }

        var feet = template.Boxes.Except(wide).OrderBy(box => box.Left).ToList();
        if (feet.Count > 0)
            body.Append(Feet(feet, certificate));
        body.Append(DocxText.Tiny());
        body.Append(new SectionProperties(
            new PageSize { Width = (uint)Twips(Page.Width), Height = (uint)Twips(Page.Height), Orient = PageOrientationValues.Landscape },
            new PageMargin
            {
                Top = Twips(20 * Millimetre), Bottom = Twips(15 * Millimetre), Left = (uint)Twips(25 * Millimetre), Right = (uint)Twips(25 * Millimetre),
                Header = (uint)Twips(10 * Millimetre), Footer = (uint)Twips(10 * Millimetre), Gutter = 0,
            }));
        return body;
    }

    private static bool IsCentred(TemplateBox box) => Math.Abs(box.Left + box.Width / 2 - TemplateCheck.PageWidth / 2) < 5;

    private static Table Feet(List<TemplateBox> boxes, Certificate certificate)
    {
        var width = Page.Width - 50 * Millimetre;
        var total = boxes.Sum(box => box.Width);
        var table = new Table(
            new TableProperties(new TableWidth { Width = TwipText(width), Type = TableWidthUnitValues.Dxa }, new TableLayout { Type = TableLayoutValues.Fixed }),
            new TableGrid(boxes.Select(box => new GridColumn { Width = TwipText(width * box.Width / total) })));
        var row = new TableRow(new TableRowProperties(new CantSplit()));
        foreach (var box in boxes)
        {
            var cell = new TableCell(new TableCellProperties(
                new TableCellWidth { Width = TwipText(width * box.Width / total), Type = TableWidthUnitValues.Dxa },
                new TableCellVerticalAlignment { Val = box.Anchor == "bottom" ? TableVerticalAlignmentValues.Bottom : TableVerticalAlignmentValues.Top }));
            var lines = CertificateRenderer.Fill(box, certificate);
            foreach (var line in lines)
                cell.Append(Paragraph(line, first: line.Template == box.Lines[0]));
            if (lines.Count == 0)
                cell.Append(new Paragraph());
            row.Append(cell);
        }

        table.Append(row);
        return table;
    }

    private static Paragraph Paragraph(FilledLine filled, bool first)
    {
        var line = filled.Template;
        var run = new RunProperties();
        if (line.Bold)
            run.Append(new Bold());
        if (line.Italic)
            run.Append(new Italic());
        run.Append(new Color { Val = line.Colour[1..] }, new FontSize { Val = HalfPoints(line.Size) }, new FontSizeComplexScript { Val = HalfPoints(line.Size) });
        var align = line.Align switch { "left" => JustificationValues.Left, "right" => JustificationValues.Right, _ => JustificationValues.Center };
        return new Paragraph(
            new ParagraphProperties(DocxText.Spacing(first ? 6 : line.Before * Millimetre, 0), new Justification { Val = align }),
            new Run(run, new Text(filled.Text) { Space = SpaceProcessingModeValues.Preserve }));
    }
}
