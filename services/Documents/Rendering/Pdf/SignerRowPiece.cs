using Emulation.Documents.Rendering.Model;
using static Emulation.Documents.Rendering.Typography;

namespace Emulation.Documents.Rendering.Pdf;

/// <summary>Signers side by side in columns of the same width, names on one height.</summary>
internal sealed class SignerRowPiece : Piece
{
    private readonly PdfContext _context;
    private readonly List<(StructureNode Owner, PlacedLine Line, double X, double Y)> _lines = [];

    public SignerRowPiece(PdfContext context, double width, SignerRow row)
    {
        _context = context;
        var column = width / row.Signers.Count;
        var namesAt = row.Signers.Select((signer, i) => Head(signer, PageFormat.Left + i * column, column)).Max() + Measures.SignatureRoom;
        Height = row.Signers.Select((signer, i) => Add(Signer, signer.Name ?? "", PageFormat.Left + i * column, namesAt, column)).Max();
        if (row.Receivers is { } receivers)
            Height = Receivers(receivers, Height + 10, width * Measures.SignatureLeftShare);
        Before = 14;
    }

    public override void Draw(PdfPage page, double top, bool tagged)
    {
        foreach (var (owner, line, x, y) in _lines)
            line.Draw(page, owner, _context.Fonts, x, top + y);
    }

    private double Head(SignerColumn signer, double x, double width)
    {
        var y = 0.0;
        foreach (var line in signer.Authority)
            y = Add(Authority, line, x, y, width);
        return signer.Hint is { } hint ? Add(SignerHint, hint, x, y, width) : y;
    }

    private double Receivers(IReadOnlyList<string> receivers, double y, double width)
    {
        y = Add(RecipientsLabel, "Nơi nhận:", PageFormat.Left - Measures.CellPadding, y, width);
        foreach (var receiver in Punctuation.Listed(receivers))
            y = Add(Recipient, receiver, PageFormat.Left - Measures.CellPadding, y, width);
        return y;
    }

    private double Add(TextStyle style, string text, double x, double y, double width)
    {
        if (text.Length == 0)
            return y;
        var owner = _context.Root.Add("P");
        foreach (var line in _context.Lines(style, text, width - 2 * Measures.CellPadding))
        {
            _lines.Add((owner, line, x + Measures.CellPadding, y));
            y += line.Height;
        }

        return y;
    }
}
