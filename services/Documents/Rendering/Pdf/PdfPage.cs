using System.Text;
using Emulation.Documents.Signing.Revisions;
using Emulation.Documents.Signing.Writing;
using static Emulation.Documents.Rendering.Pdf.PdfFile;

namespace Emulation.Documents.Rendering.Pdf;

/// <summary>Content of one page. Callers count from the top left corner in points; PDF counts from the bottom.</summary>
internal sealed class PdfPage(PageFormat format)
{
    private readonly StringBuilder _content = new();
    private readonly List<StructureNode> _marks = [];

    public PageFormat Format { get; } = format;

    /// <summary>Fields of the form on this page, with the text they show while blank.</summary>
    public List<(BlankField Field, string Shown)> Fields { get; } = [];

    /// <summary>Room between title and name of the signer; null where nobody signs.</summary>
    public PdfBox? SignatureRoom { get; set; }

    /// <summary>A box in PDF's own terms, for one given from the top left corner.</summary>
    public PdfBox Box(double x, double top, double width, double height) => new(x, Format.Height - top - height, width, height);

    public byte[] Content => Encoding.ASCII.GetBytes(_content.ToString());

    /// <summary>Owner of each marked content, by its marker.</summary>
    public IReadOnlyList<StructureNode> Marks => _marks;

    /// <summary>Writes text that belongs to a structure node; without one it is an artifact such as a page number.</summary>
    public void Text(StructureNode? owner, FontBook fonts, TextLine line, double x, double baseline, double stretch)
    {
        if (owner is null)
        {
            _content.Append("/Artifact BMC\n");
        }
        else
        {
            owner.Attach(this, _marks.Count);
            _content.Append('/').Append(owner.Type).Append(" << /MCID ").Append(_marks.Count).Append(" >> BDC\n");
            _marks.Add(owner);
        }

        _content.Append("BT\n1 0 0 1 ").Append(Number(x)).Append(' ').Append(Number(Format.Height - baseline)).Append(" Tm\n");
        foreach (var part in line.Parts)
            Show(fonts.Of(part.Face), part, stretch);
        _content.Append("ET\nEMC\n");
    }

    /// <summary>Draws shapes that belong to a figure of the tag tree.</summary>
    public void Figure(StructureNode owner, string operators)
    {
        owner.Attach(this, _marks.Count);
        _content.Append('/').Append(owner.Type).Append(" << /MCID ").Append(_marks.Count).Append(" >> BDC\n").Append(operators).Append("EMC\n");
        _marks.Add(owner);
    }

    /// <summary>Draws a line as decoration.</summary>
    public void Rule(double x1, double y1, double x2, double y2, double width) =>
        _content.Append("/Artifact BMC\n").Append(Number(width)).Append(" w ")
            .Append(Number(x1)).Append(' ').Append(Number(Format.Height - y1)).Append(" m ")
            .Append(Number(x2)).Append(' ').Append(Number(Format.Height - y2)).Append(" l S\nEMC\n");

    /// <summary>Puts a drawing on the page as decoration.</summary>
    public void Draw(PdfDrawing drawing) => _content.Append("/Artifact BMC\nq\n").Append(drawing.Content).Append("Q\nEMC\n");

    /// <summary>Shows a form of the resources, drawn once for all pages, as decoration.</summary>
    public void Show(string form) => _content.Append("/Artifact BMC\n/").Append(form).Append(" Do\nEMC\n");

    /// <summary>Tw does not act on two-byte codes, so the stretch of justified lines goes into TJ after each space.</summary>
    private void Show(EmbeddedFont font, TextPart part, double stretch)
    {
        if (part.Colour is { } colour)
            _content.Append(colour.Operands).Append(" rg\n");
        _content.Append('/').Append(font.Resource).Append(' ').Append(Number(part.Size)).Append(" Tf\n[");
        if (stretch == 0)
        {
            _content.Append('<').Append(font.Encode(part.Text)).Append('>');
        }
        else
        {
            var adjust = Number(-stretch * 1000 / part.Size);
            var start = 0;
            for (var i = 0; i < part.Text.Length; i++)
            {
                if (!TextLine.IsStretched(part.Text[i]))
                    continue;
                _content.Append('<').Append(font.Encode(part.Text[start..(i + 1)])).Append('>').Append(adjust);
                start = i + 1;
            }

            if (start < part.Text.Length)
                _content.Append('<').Append(font.Encode(part.Text[start..])).Append('>');
        }

        _content.Append("] TJ\n");
        if (part.Colour is not null)
            _content.Append("0 g\n");
    }
}
