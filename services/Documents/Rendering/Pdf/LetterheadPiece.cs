using Emulation.Documents.Rendering.Model;
using static Emulation.Documents.Rendering.Typography;

namespace Emulation.Documents.Rendering.Pdf;

/// <summary>Boxes 1–4. Number at the left and place at the right stand on the same line (box 3, 4).</summary>
internal sealed class LetterheadPiece : Piece
{
    private const double RuleGap = 3;
    private const double NumberGap = 9;

    private readonly PdfContext _context;
    private readonly List<(StructureNode Owner, PlacedLine Line, double X, double Y)> _lines = [];
    private readonly List<(double X, double Y, double Length)> _rules = [];

    public LetterheadPiece(PdfContext context, double width, Letterhead head)
    {
        _context = context;
        var right = Measures.RightColumn(context.Library, head);
        var left = width - right;

        var leftY = 0.0;
        foreach (var line in head.Parent)
            leftY = Add(Parent, line, PageFormat.Left, leftY, left);
        var agencyAt = _lines.Count;
        foreach (var line in head.Agency)
        {
            var balanced = context.BalancedWidth(Agency, line, left);
            leftY = Add(Agency, line, PageFormat.Left + (left - balanced) / 2, leftY, balanced);
        }

        leftY = AddRule(PageFormat.Left, leftY, left, _lines.Skip(agencyAt).Max(line => line.Line.Text.Width) * Measures.RuleShare);

        var rightX = PageFormat.Left + left;
        var rightY = Add(NationalName, Measures.NationalName, rightX, 0, right);
        rightY = Add(Motto, Measures.Motto, rightX, rightY, right);
        rightY = AddRule(rightX, rightY, right, _lines[^1].Line.Text.Width);

        var y = Math.Max(leftY, rightY) + NumberGap;
        var numberY = head.Number.Length > 0 ? Add(Number, head.Number, PageFormat.Left, y, left) : y;
        if (head.Subject is { } subject)
            numberY = Add(Subject, subject, PageFormat.Left, numberY + Subject.Before, left - 4 * Millimetre);
        Height = Math.Max(numberY, Add(PlaceAndDate, head.PlaceAndDate, rightX, y, right));
        KeepWithNext = true;
    }

    public override void Draw(PdfPage page, double top, bool tagged)
    {
        foreach (var (owner, line, x, y) in _lines)
            line.Draw(page, owner, _context.Fonts, x, top + y);
        foreach (var (x, y, length) in _rules)
            page.Rule(x, top + y, x + length, top + y, Measures.RuleWidth);
    }

    private double Add(TextStyle style, string text, double x, double y, double width)
    {
        var owner = _context.Root.Add("P");
        foreach (var line in _context.Lines(style, text, width))
        {
            _lines.Add((owner, line, x, y));
            y += line.Height;
        }

        return y;
    }

    private double AddRule(double x, double y, double width, double length)
    {
        _rules.Add((x + (width - length) / 2, y + RuleGap, length));
        return y + RuleGap;
    }
}
