using Emulation.Documents.FormCheck.Pdf;

namespace Emulation.Documents.FormCheck.Reading;

/// <summary>Where signatures and receivers stand in a PDF.</summary>
/// <param name="Page">First page of it; 0 = not found.</param>
/// <param name="Y">Where it begins on that page.</param>
/// <param name="LastPage">Several signers may fill more pages than one.</param>
/// <param name="Several">Whether it begins with several signers side by side.</param>
internal sealed record PdfFoot(int Page, double Y, int LastPage, bool Several)
{
    private const double StepAbove = 24;

    public bool Holds(int page, double y) => Page > 0 && page >= Page && page <= LastPage && (page > Page || y >= Y);

    public static PdfFoot Find(IReadOnlyList<PageContent> pages, List<List<Segment>> lines, Segment? recipients, double head)
    {
        var label = recipients is null ? new PdfFoot(0, 0, 0, false) : new PdfFoot(recipients.Page, recipients.Y - 6, recipients.Page, false);
        var hint = lines.SelectMany(page => page).FirstOrDefault(line => (line.Page > 1 || line.Y > head) && FormText.IsSignHint(line.Text));
        if (hint is null || (label.Page > 0 && (label.Page < hint.Page || (label.Page == hint.Page && label.Y <= hint.Y))))
            return label;
        var top = hint.Y;
        foreach (var line in lines[hint.Page - 1].Where(line => line.Y < hint.Y).OrderByDescending(line => line.Y))
        {
            if (top - line.Y > StepAbove || !FormText.IsCapitals(line.Text) || !line.Bold)
                break;
            top = line.Y;
        }

        var upright = pages[hint.Page - 1].Width < pages[hint.Page - 1].Height;
        var last = pages.Skip(hint.Page).TakeWhile(page => page.Width < page.Height == upright && !lines[page.Number - 1].Take(3).Any(line => FormText.IsAnnexLabel(line.Text)))
            .Select(page => page.Number).DefaultIfEmpty(hint.Page).Last();
        return new PdfFoot(hint.Page, top - 2, last, true);
    }
}
