using Emulation.Documents.Rendering.Model;
using static Emulation.Documents.Rendering.Typography;

namespace Emulation.Documents.Rendering.Pdf;

/// <summary>Receivers at the left, level with authority, room for the signature and name at the right.</summary>
internal sealed class SignaturePiece : Piece
{
    private readonly PdfContext _context;
    private const double SignatureWidth = 180;

    private readonly List<(StructureNode Owner, PlacedLine Line, double X, double Y)> _lines = [];
    private readonly double _roomX;
    private readonly double _roomY;

    public SignaturePiece(PdfContext context, double width, SignatureBlock block)
    {
        _context = context;
        var left = width * Measures.SignatureLeftShare;
        var right = width - left;
        var leftY = Add(RecipientsLabel, "Nơi nhận:", PageFormat.Left, 0, left);
        foreach (var recipient in Punctuation.Listed(block.Recipients))
            leftY = Add(Recipient, recipient, PageFormat.Left, leftY, left - 4 * Millimetre);

        var rightX = PageFormat.Left + left;
        var rightY = 0.0;
        foreach (var line in block.Authority)
            rightY = Add(Authority, line, rightX, rightY, right);
        (_roomX, _roomY) = (rightX + (right - SignatureWidth) / 2, rightY);
        rightY += Measures.SignatureRoom;
        if (block.SignerName is { } name)
            rightY = Add(Signer, name, rightX, rightY, right);
        Before = 14;
        Height = Math.Max(leftY, rightY);
    }

    public override void Draw(PdfPage page, double top, bool tagged)
    {
        foreach (var (owner, line, x, y) in _lines)
            line.Draw(page, owner, _context.Fonts, x, top + y);
        page.SignatureRoom = page.Box(_roomX, top + _roomY + 4, SignatureWidth, Measures.SignatureRoom - 8);
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
}
