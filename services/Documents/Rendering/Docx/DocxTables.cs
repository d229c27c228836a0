using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Emulation.Documents.Rendering.Fonts;
using Emulation.Documents.Rendering.Model;
using static Emulation.Documents.Rendering.Docx.DocxUnits;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;
using TableRow = DocumentFormat.OpenXml.Wordprocessing.TableRow;

namespace Emulation.Documents.Rendering.Docx;

/// <summary>Letterhead and signature as tables without borders; lists of nominees as ruled tables.</summary>
internal static class DocxTables
{
    public static Table Letterhead(FontLibrary fonts, Letterhead head, double width)
    {
        var right = Measures.RightColumn(fonts, head);
        var left = width - right;
        var agency = head.Agency[^1];
        var leftCell = Cell(left);
        foreach (var line in head.Parent)
            leftCell.Append(DocxText.Paragraph(Typography.Parent, line));
        foreach (var line in head.Agency)
            leftCell.Append(DocxText.Paragraph(Typography.Agency, line));
        leftCell.Append(DocxText.Rule(left, Math.Min(Measures.Width(fonts, Typography.Agency, agency), left) * Measures.RuleShare, keep: false));

        var rightCell = Cell(right);
        rightCell.Append(DocxText.Paragraph(Typography.NationalName, Measures.NationalName), DocxText.Paragraph(Typography.Motto, Measures.Motto));
        rightCell.Append(DocxText.Rule(right, Measures.Width(fonts, Typography.Motto, Measures.Motto), keep: false));

        // A second row keeps number and place on one line however high the agency's name grows.
        var number = Cell(left);
        number.Append(DocxText.Paragraph(Typography.Number, head.Number));
        if (head.Subject is { } subject)
            number.Append(DocxText.Paragraph(Typography.Subject, subject));
        var place = Cell(right);
        place.Append(DocxText.Paragraph(Typography.PlaceAndDate, head.PlaceAndDate));
        return Frame([left, right], Row(leftCell, rightCell), Row(number, place));
    }

    public static Table Signature(SignatureBlock block, double width)
    {
        var left = width * Measures.SignatureLeftShare;
        var leftCell = Cell(left);
        Receivers(leftCell, block.Recipients);

        var rightCell = Cell(width - left);
        var lines = block.Authority.Select(line => DocxText.Paragraph(Typography.Authority, line)).ToList();
        lines[^1].ParagraphProperties!.SpacingBetweenLines = DocxText.Spacing(0, Measures.SignatureRoom);
        foreach (var line in lines)
        {
            line.ParagraphProperties!.KeepNext = new KeepNext();
            rightCell.Append(line);
        }

        rightCell.Append(DocxText.Paragraph(Typography.Signer, block.SignerName ?? ""));
        var table = Frame([left, width - left], Row(leftCell, rightCell));
        // Air between the last article and the signature.
        foreach (var cell in table.Descendants<TableCell>().ToList())
            cell.Elements<Paragraph>().First().ParagraphProperties!.SpacingBetweenLines ??= DocxText.Spacing(14, 0);
        return table;
    }

    public static Table Signers(SignerRow row, double width)
    {
        var widths = row.Signers.Select(_ => width / row.Signers.Count).ToArray();
        var heads = widths.Select(w => Cell(w)).ToArray();
        var names = widths.Select(w => Cell(w)).ToArray();
        for (var i = 0; i < widths.Length; i++)
        {
            var signer = row.Signers[i];
            foreach (var line in signer.Authority)
                heads[i].Append(DocxText.Paragraph(Typography.Authority, line));
            heads[i].Append(DocxText.Paragraph(Typography.SignerHint, signer.Hint ?? ""));
            heads[i].Elements<Paragraph>().First().ParagraphProperties!.SpacingBetweenLines = DocxText.Spacing(14, 0);
            var last = heads[i].Elements<Paragraph>().Last().ParagraphProperties!;
            last.SpacingBetweenLines = DocxText.Spacing(0, Measures.SignatureRoom);
            foreach (var paragraph in heads[i].Elements<Paragraph>())
                paragraph.ParagraphProperties!.KeepNext = new KeepNext();
            names[i].Append(DocxText.Paragraph(Typography.Signer, signer.Name ?? ""));
        }

        // Names in a row of their own, so that they stand on one height.
        if (row.Receivers is not { } receivers)
            return Frame(widths, Row(heads), Row(names));
        var below = widths.Select(w => Cell(w)).ToArray();
        Receivers(below[0], receivers);
        below[0].Elements<Paragraph>().First().ParagraphProperties!.SpacingBetweenLines = DocxText.Spacing(10, 0);
        foreach (var empty in below.Skip(1))
            empty.Append(DocxText.Paragraph(Typography.Recipient, ""));
        return Frame(widths, Row(heads), Row(names), Row(below));
    }

    private static void Receivers(TableCell cell, IReadOnlyList<string> receivers)
    {
        cell.Append(DocxText.Paragraph(Typography.RecipientsLabel, "Nơi nhận:"));
        foreach (var receiver in Punctuation.Listed(receivers))
            cell.Append(DocxText.Paragraph(Typography.Recipient, receiver));
    }

    public static Table Ruled(TableBlock block, double width)
    {
        var shares = block.Columns.Sum(column => column.Share);
        var widths = block.Columns.Select(column => width * column.Share / shares).ToArray();
        var table = new Table(
            new TableProperties(
                new TableWidth { Width = TwipText(width), Type = TableWidthUnitValues.Dxa },
                Borders(BorderValues.Single),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TopMargin { Width = TwipText(2), Type = TableWidthUnitValues.Dxa },
                    new TableCellLeftMargin { Width = (short)Twips(Measures.CellPadding), Type = TableWidthValues.Dxa },
                    new BottomMargin { Width = TwipText(2), Type = TableWidthUnitValues.Dxa },
                    new TableCellRightMargin { Width = (short)Twips(Measures.CellPadding), Type = TableWidthValues.Dxa })),
            Grid(widths));

        var head = new TableRow(new TableRowProperties(new CantSplit(), new TableHeader()));
        for (var i = 0; i < widths.Length; i++)
        {
            var cell = Cell(widths[i], TableVerticalAlignmentValues.Center);
            cell.Append(DocxText.Paragraph(Typography.TableHead, block.Columns[i].Head));
            head.Append(cell);
        }

        table.Append(head);
        foreach (var row in block.Rows)
            table.Append(row.Group ? Group(row, width, widths.Length) : Plain(block, row, widths));
        return table;
    }

    private static TableRow Group(Model.TableRow row, double width, int columns)
    {
        var cell = new TableCell(new TableCellProperties(new TableCellWidth { Width = TwipText(width), Type = TableWidthUnitValues.Dxa }, new GridSpan { Val = columns }));
        cell.Append(DocxText.Paragraph(Typography.TableGroup, row.Cells[0]));
        return Row(cell);
    }

    private static TableRow Plain(TableBlock block, Model.TableRow row, double[] widths)
    {
        var result = Row();
        for (var i = 0; i < widths.Length; i++)
        {
            var cell = Cell(widths[i]);
            cell.Append(DocxText.Aligned(row.Strong ? Typography.TableStrong : Typography.TableCell, row.Cells[i], block.Columns[i].Align));
            result.Append(cell);
        }

        return result;
    }

    private static Table Frame(double[] widths, params TableRow[] rows)
    {
        var table = new Table(
            new TableProperties(
                new TableWidth { Width = TwipText(widths.Sum()), Type = TableWidthUnitValues.Dxa },
                Borders(BorderValues.None),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TableCellLeftMargin { Width = 0, Type = TableWidthValues.Dxa },
                    new TableCellRightMargin { Width = 0, Type = TableWidthValues.Dxa })),
            Grid(widths));
        table.Append(rows);
        return table;
    }

    private static TableBorders Borders(BorderValues value) => new(
        new TopBorder { Val = value, Size = 6 }, new LeftBorder { Val = value, Size = 6 }, new BottomBorder { Val = value, Size = 6 },
        new RightBorder { Val = value, Size = 6 }, new InsideHorizontalBorder { Val = value, Size = 6 }, new InsideVerticalBorder { Val = value, Size = 6 });

    private static TableGrid Grid(double[] widths) => new(widths.Select(width => new GridColumn { Width = TwipText(width) }));

    private static TableRow Row(params TableCell[] cells)
    {
        var row = new TableRow(new TableRowProperties(new CantSplit()));
        row.Append(cells.Cast<OpenXmlElement>());
        return row;
    }

    private static TableCell Cell(double width, TableVerticalAlignmentValues? vertical = null)
    {
        var properties = new TableCellProperties(new TableCellWidth { Width = TwipText(width), Type = TableWidthUnitValues.Dxa });
        if (vertical is { } align)
            properties.Append(new TableCellVerticalAlignment { Val = align });
        return new TableCell(properties);
    }
}
