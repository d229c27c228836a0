using Emulation.Documents.FormCheck.Pdf;
using Emulation.Documents.Rendering;
using Emulation.ServiceDefaults;
using static Emulation.Documents.Rendering.Typography;

namespace Emulation.Documents.FormCheck.Reading;

/// <summary>Measures a PDF: what stands where, in which letters.</summary>
internal static class PdfFormReader
{
    private const double WideGap = 25;
    private const double HeadGap = 5;
    private const double SignatureGap = 8;
    private const int MostLines = 40_000;

    public static FormDocument Read(byte[] bytes, WorkBudget budget)
    {
        var source = new PdfSource(bytes, budget);
        var pages = PdfPages.Read(source, budget, Annotations.Fields);
        var signatures = PdfPages.Signatures(source, bytes.Length);
        var coarse = pages.Select(page => PdfLines.Of(page, _ => WideGap)).ToList();
        if (coarse.Sum(page => page.Count) > MostLines)
            throw new UnreadableFileException("Tệp có quá nhiều dòng chữ để đo.");
        var readable = coarse.Sum(page => page.Sum(line => line.Text.Length));
        var pictures = pages.Count(page => page.Glyphs.Count < 20 && page.Pictures > 0);
        if (readable < 20)
        {
            return new FormDocument
            {
                Kind = SourceKind.Pdf, Paragraphs = [], Signatures = signatures, PicturePages = Math.Max(pictures, pages.Any(p => p.UnreadableLetters) ? pages.Count : pictures),
                Pages = [.. pages.Select(page => new FormPage(page.Number, page.Width, page.Height, null, null, null, null, false))],
            };
        }

        var title = coarse.Take(2).SelectMany(page => page).FirstOrDefault(line => FormText.IsTitle(line.Text));
        var addressees = coarse[0].FirstOrDefault(line => FormText.IsAddressees(line.Text));
        var head = title is { Page: 1 } ? title.Y - 2 : addressees is not null ? addressees.Y - 2 : coarse[0].LastOrDefault(line => FormText.IsPlaceAndDate(line.Text))?.Y + 2 ?? 0;
        var recipients = coarse.SelectMany(page => page).FirstOrDefault(line => FormText.IsRecipientsLabel(line.Text) && line.X < pages[0].Width / 2 && line.Text.Length < 60);
        var foot = PdfFoot.Find(pages, coarse, recipients, head);

        var lines = pages.Select(page => PdfLines.Of(page, y => page.Number == 1 && y < head ? HeadGap : foot.Holds(page.Number, y) ? SignatureGap : WideGap)).ToList();
        var numbering = PdfPageNumbers.Judge(pages, lines);
        var builder = new PdfParagraphs(pages, budget);
        var parts = pages.Select(page => Parts(page, lines[page.Number - 1], head, foot)).ToList();
        builder.Survey([.. pages.Zip(parts, (page, part) => (page, part.Running))]);
        foreach (var (page, (top, running, signs)) in pages.Zip(parts))
        {
            foreach (var line in top.SelectMany(SplitHead).OrderBy(line => line.Y).ThenBy(line => line.X))
                builder.Single(line);
            builder.Running(page, running);
            var label = signs.FindIndex(line => FormText.IsRecipientsLabel(line.Text));
            var receivers = label < 0 ? [] : signs.Where(line => line.Y >= signs[label].Y - 6 && line.Centre < page.Width / 2).ToList();
            // Receivers stand beside one signer, or below several.
            var single = signs.Except(receivers).ToList();
            foreach (var line in single.Where(_ => foot.Several))
                builder.Single(line);
            builder.Listed(receivers);
            foreach (var line in single.Where(_ => !foot.Several))
                builder.Single(line);
        }

        return new FormDocument
        {
            Kind = SourceKind.Pdf,
            Paragraphs = builder.Paragraphs,
            Pages = [.. pages.Select(page => Measure(page, lines[page.Number - 1], builder))],
            Numbering = numbering,
            PoorText = FormText.LacksMarks(string.Concat(builder.Paragraphs.Select(p => p.Text))),
            PicturePages = pictures,
            Signatures = signatures,
        };
    }

    private static (List<Segment> Top, List<Segment> Running, List<Segment> Signs) Parts(PageContent page, List<Segment> lines, double head, PdfFoot foot)
    {
        var own = lines.Where(line => !PdfPageNumbers.Is(line, page)).ToList();
        var signs = own.Where(line => foot.Holds(page.Number, line.Y)).ToList();
        var top = own.Where(line => page.Number == 1 && line.Y < head).ToList();
        return (top, [.. own.Except(top).Except(signs)], signs);
    }

    /// <summary>Two columns that come so close that they look like one line.</summary>
    private static IEnumerable<Segment> SplitHead(Segment line)
    {
        foreach (var start in (string[])["CỘNG HÒA XÃ HỘI", "CỘNG HOÀ XÃ HỘI", "Độc lập -"])
        {
            var at = line.Text.IndexOf(start, StringComparison.Ordinal);
            if (at > 0)
            {
                var middle = line.X + (line.Right - line.X) * at / line.Text.Length;
                return [line with { Text = line.Text[..at].Trim(), Right = middle }, line with { Text = line.Text[at..], X = middle }];
            }
        }

        return [line];
    }

    /// <summary>Margins as the white that running text leaves; a table may reach out of it and tells nothing.</summary>
    private static FormPage Measure(PageContent page, List<Segment> lines, PdfParagraphs paragraphs)
    {
        var tables = PdfParagraphs.Tables(page);
        var text = lines.Where(line => !line.InFigure && !PdfPageNumbers.Is(line, page) && !tables.Any(t => line.Y > t.Top && line.Y < t.Bottom + 2)).ToList();
        var running = text.Where(line => line.Text.Length > 40).ToList();
        // First lines alone stand at the indentation, not at the margin.
        double? left = running.Count >= 3 && text.Min(line => line.X) is var edgeLeft && !paragraphs.IsIndented(page, edgeLeft) ? edgeLeft : null;
        double? right = running.Count > 0 && running.Max(line => line.Right) is var edge && running.Count(line => edge - line.Right < 1.5) >= 3 ? page.Width - edge : null;
        // The white around capitals and below baselines belongs to the line.
        double? top = text.Count > 0 ? text.Min(line => line.Y - 0.891 * line.Size) : null;
        double? bottom = text.Count > 0 ? page.Height - text.Max(line => line.Y + 0.216 * line.Size) : null;
        return new FormPage(page.Number, page.Width, page.Height, left, right, top, bottom, tables.Count > 0);
    }
}

/// <summary>Numbers of pages in the upper margin.</summary>
internal static class PdfPageNumbers
{
    public static bool Is(Segment line, PageContent page) => line.Text.Length <= 3 && line.Text.All(char.IsAsciiDigit) && line.Y < 22 * Millimetre && Math.Abs(line.Centre - page.Width / 2) < 20 * Millimetre;

    public static PageNumbering Judge(IReadOnlyList<PageContent> pages, List<List<Segment>> lines)
    {
        var found = new List<string>();
        var expected = 0;
        string? fault = null;
        foreach (var page in pages)
        {
            var own = lines[page.Number - 1];
            var number = own.FirstOrDefault(line => Is(line, page));
            var low = own.FirstOrDefault(line => line.Text.Trim('-', ' ').All(char.IsAsciiDigit) && line.Y > page.Height - 20 * Millimetre);
            var annex = own.Take(3).Any(line => Folding.Fold(line.Text).StartsWith("phu luc", StringComparison.Ordinal)) || (page.Number > 1 && page.Width > page.Height != pages[page.Number - 2].Width > pages[page.Number - 2].Height);
            expected = page.Number == 1 || (annex && number is null) ? 1 : expected + 1;
            if (number is null)
            {
                if (expected > 1)
                    fault ??= low is not null ? $"Trang {page.Number}: số trang ở chân trang." : $"Trang {page.Number} không có số trang ở giữa lề trên.";
                continue;
            }

            found.Add(number.Text);
            var run = number.Runs[0];
            if (expected == 1)
                fault ??= $"Trang thứ nhất hiển thị số trang {number.Text}.";
            else if (number.Text != $"{expected}")
                fault ??= $"Trang {page.Number} mang số {number.Text}, đúng ra là {expected}.";
            else if (run.Size is < 12.7 or > 14.3 || run.Bold || run.Italic)
                fault ??= $"Số trang cỡ {FormText.Shown(run.Size)}{(run.Bold ? ", đậm" : "")}{(run.Italic ? ", nghiêng" : "")}.";
            else if (number.Centre < page.Width / 2 - 12 * Millimetre || number.Centre > page.Width / 2 + 15 * Millimetre)
                fault ??= $"Số trang {number.Text} không canh giữa.";
        }

        return new PageNumbering(fault, null, found.Count == 0 ? "Một trang, không hiển thị số." : $"Số trang {string.Join(", ", found.Take(12))}{(found.Count > 12 ? ", …" : "")}; trang thứ nhất không hiển thị số.");
    }
}
