using Emulation.Documents.Rendering.Model;
using Emulation.Documents.Signing.Writing;
using static Emulation.Documents.Rendering.Typography;

namespace Emulation.Documents.Rendering.Pdf;

/// <summary>Boxes 1–4. Number at the left and place at the right stand on the same line (box 3, 4).</summary>
internal sealed class LetterheadPiece : Piece
{
    private const double RuleGap = 3;
    private const double NumberGap = 9;
    private const string NumberRoom = "\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0";
    private const string WidestDate = "ngày 00 tháng 00 năm 0000";

    private readonly PdfContext _context;
    private readonly List<(StructureNode Owner, PlacedLine Line, double X, double Y)> _lines = [];
    private readonly List<(double X, double Y, double Length)> _rules = [];
    private readonly List<(string Name, double X, double Y, double Width, double Height, string Shown)> _fields = [];

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
        var numberY = head.Number.Length > 0 ? AddNumber(head.Number, y, left) : y;
        if (head.Subject is { } subject)
            numberY = Add(Subject, subject, PageFormat.Left, numberY + Subject.Before, left - 4 * Millimetre);
        Height = Math.Max(numberY, context.ForSigning ? AddBlankDate(head.PlaceAndDate, rightX, right, y) : Add(PlaceAndDate, head.PlaceAndDate, rightX, y, right));
        KeepWithNext = true;
    }

    /// <summary>What is known of the number is printed, the rest is a field that is filled when the document is issued.</summary>
    private double AddNumber(string number, double y, double left)
    {
        if (!_context.ForSigning || number.IndexOf('\u00A0', StringComparison.Ordinal) is not (> 0 and var gap))
            return Add(Number, number, PageFormat.Left, y, left);
        // Wide enough for three digits and no wider: the number stands close to its symbol.
        var narrow = number[..gap] + NumberRoom + number[(number.LastIndexOf('\u00A0') + 1)..];
        var foot = Add(Number, narrow, PageFormat.Left, y, left);
        var line = _lines[^1].Line;
        _fields.Add((FormFields.Number, PageFormat.Left + line.X + _context.Width(Number, number[..gap]), y, _context.Width(Number, NumberRoom), line.Height, ""));
        return foot;
    }

    private double AddBlankDate(string placeAndDate, double rightX, double right, double y)
    {
        var comma = placeAndDate.LastIndexOf(", ", StringComparison.Ordinal) + 2;
        var place = placeAndDate[..comma];
        var (placeWidth, dateWidth) = (_context.Width(PlaceAndDate, place), _context.Width(PlaceAndDate, WidestDate));
        var x = rightX + Math.Max(right - placeWidth - dateWidth, 0) / 2;
        var foot = Add(PlaceAndDate, place.TrimEnd(), x, y, _context.Width(PlaceAndDate, place.TrimEnd()));
        _fields.Add((FormFields.Date, x + placeWidth, y, dateWidth, _lines[^1].Line.Height, placeAndDate[comma..]));
        return foot;
    }

    public override void Draw(PdfPage page, double top, bool tagged)
    {
        foreach (var (owner, line, x, y) in _lines)
            line.Draw(page, owner, _context.Fonts, x, top + y);
        foreach (var (x, y, length) in _rules)
            page.Rule(x, top + y, x + length, top + y, Measures.RuleWidth);
        foreach (var (name, x, y, width, height, shown) in _fields)
            page.Fields.Add((new BlankField(name, 0, page.Box(x, top + y, width, height), Number.Size), shown));
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
