using Emulation.Documents.FormCheck;
using Emulation.Documents.FormCheck.Pdf;
using Emulation.Documents.FormCheck.Reading;

namespace Emulation.Documents.Rendering.Office;

/// <summary>A rectangle on a page of a PDF, in points from its lower left corner, as form fields want it.</summary>
/// <param name="Page">From 1.</param>
internal sealed record FieldBox(int Page, double X, double Y, double Width, double Height, double Size);

/// <summary>Where number, date and signature stand in a PDF that was not drawn here.</summary>
internal static class EditedPlaces
{
    private const double Below = 0.25;
    private const double Above = 0.95;
    private const double SignatureWidth = 180;

    /// <summary>The room between “Số:” and “/”, and the line from “ngày” on; null for what is not found on page 1.</summary>
    public static (FieldBox? Number, FieldBox? Date) Find(byte[] pdf, WorkBudget budget)
    {
        var page = PdfPages.Read(new PdfSource(pdf, budget), budget)[0];
        var lines = PdfLines.Of(page, _ => 5);
        var number = lines.Find(line => FormText.IsNumber(line.Text));
        var date = lines.Find(line => FormText.IsPlaceAndDate(line.Text));
        return (number is null ? null : Between(page, number, ':', '/'), date is null ? null : From(page, date));
    }

    /// <summary>The room below the last line of the authority (“CHỦ TỊCH”), from the end of the file; null when it is not found.</summary>
    public static FieldBox? Signature(byte[] pdf, string authority, WorkBudget budget)
    {
        foreach (var page in PdfPages.Read(new PdfSource(pdf, budget), budget).AsEnumerable().Reverse())
        {
            if (PdfLines.Of(page, _ => 5).FindLast(line => string.Equals(FormText.Clean(line.Text), FormText.Clean(authority), StringComparison.OrdinalIgnoreCase)) is { } line)
                return new FieldBox(page.Number, line.Centre - SignatureWidth / 2, page.Height - line.Y - Measures.SignatureRoom + 4, SignatureWidth, Measures.SignatureRoom - 8, line.Size);
        }

        return null;
    }

    private static FieldBox? Between(PageContent page, Segment line, char after, char before)
    {
        var letters = Letters(page, line);
        var (from, to) = (letters.FindIndex(g => g.Text.Contains(after)), letters.FindIndex(g => g.Text.Contains(before)));
        return from < 0 || to <= from ? null : Box(page, line, letters[from].X + letters[from].Width, letters[to].X);
    }

    private static FieldBox? From(PageContent page, Segment line)
    {
        var letters = Letters(page, line);
        var text = string.Concat(letters.Select(g => g.Text));
        var at = text.IndexOf("ngày", StringComparison.OrdinalIgnoreCase);
        // One letter may stand for several characters of the text.
        for (int i = 0, read = 0; i < letters.Count && at >= 0; read += letters[i++].Text.Length)
        {
            if (read >= at)
                return Box(page, line, letters[i].X, line.Right);
        }

        return null;
    }

    private static List<Glyph> Letters(PageContent page, Segment line) =>
        [.. page.Glyphs.Where(g => Math.Abs(g.Y - line.Y) < 1.5 && g.X >= line.X - 0.5 && g.X <= line.Right + 0.5).OrderBy(g => g.X)];

    private static FieldBox Box(PageContent page, Segment line, double left, double right) =>
        new(page.Number, left, page.Height - line.Y - Below * line.Size, right - left, (Below + Above) * line.Size, line.Size);
}
