namespace Emulation.Documents.Rendering.Pdf;

/// <summary>Something with a height that stands on one page: a line, a table row, a signature block.</summary>
internal abstract class Piece
{
    /// <summary>Space above, dropped at the head of a page.</summary>
    public double Before { get; init; }

    public double Height { get; init; }

    /// <summary>May not be the last on a page.</summary>
    public bool KeepWithNext { get; set; }

    /// <summary>Drawn again at the head of a page that this piece opens, as a decoration: the head of its table.</summary>
    public Piece? RepeatedHead { get; init; }

    /// <param name="page">Page to draw on.</param>
    /// <param name="top">Upper edge, from the top of the page.</param>
    /// <param name="tagged">False when drawn again as a repeated head.</param>
    public abstract void Draw(PdfPage page, double top, bool tagged);

    /// <summary>Cuts a piece that is higher than a page; null when it cannot be cut.</summary>
    public virtual (Piece First, Piece Remaining)? Split(double room) => null;
}
