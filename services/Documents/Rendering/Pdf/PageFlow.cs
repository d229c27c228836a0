namespace Emulation.Documents.Rendering.Pdf;

/// <summary>Sets pieces onto the pages of one section, in chains that must not be torn apart.</summary>
internal sealed class PageFlow(PageFormat format)
{
    private readonly List<PdfPage> _pages = [];
    private double _y;

    private double Bottom => format.Height - PageFormat.Bottom;

    public IReadOnlyList<PdfPage> Place(IReadOnlyList<Piece> pieces)
    {
        NewPage();
        for (var start = 0; start < pieces.Count;)
        {
            var end = start + 1;
            while (end < pieces.Count && pieces[end - 1].KeepWithNext)
                end++;
            PlaceChain(pieces.Skip(start).Take(end - start).ToList());
            start = end;
        }

        return _pages;
    }

    private bool AtTop => _y <= PageFormat.Top + 0.01;

    private void PlaceChain(List<Piece> chain)
    {
        var whole = chain.Sum(piece => piece.Before + piece.Height) - (AtTop ? chain[0].Before : 0);
        if (_y + whole > Bottom && !AtTop && ChainFitsOnOnePage(chain))
            NewPage();
        foreach (var piece in chain)
            PlaceOne(piece);
    }

    private bool ChainFitsOnOnePage(List<Piece> chain) =>
        chain.Sum(piece => piece.Before + piece.Height) - chain[0].Before + HeadHeight(chain[0]) <= format.TextHeight;

    private void PlaceOne(Piece piece)
    {
        var overflows = _y + (AtTop ? 0 : piece.Before) + piece.Height > Bottom + 0.01;
        if (overflows && piece.Height + HeadHeight(piece) > format.TextHeight)
        {
            PlaceInParts(piece);
            return;
        }

        if (overflows && !AtTop)
            NewPage();
        RepeatHead(piece);
        Draw(piece);
    }

    /// <summary>Only for a table row that no page can hold.</summary>
    private void PlaceInParts(Piece piece)
    {
        for (var rest = piece; ;)
        {
            RepeatHead(rest);
            var room = Bottom - _y - (AtTop ? 0 : rest.Before);
            if (rest.Height <= room)
            {
                Draw(rest);
                return;
            }

            var fresh = _y - HeadHeight(rest) <= PageFormat.Top + 0.01;
            if (rest.Split(room) is { } halves)
            {
                Draw(halves.First);
                rest = halves.Remaining;
            }
            else if (fresh)
            {
                Draw(rest);
                return;
            }

            NewPage();
        }
    }

    private static double HeadHeight(Piece piece) => piece.RepeatedHead?.Height ?? 0;

    private void RepeatHead(Piece piece)
    {
        if (piece.RepeatedHead is not { } head || !AtTop)
            return;
        head.Draw(_pages[^1], _y, tagged: false);
        _y += head.Height;
    }

    private void Draw(Piece piece)
    {
        _y += AtTop ? 0 : piece.Before;
        piece.Draw(_pages[^1], _y, tagged: true);
        _y += piece.Height;
    }

    private void NewPage()
    {
        _pages.Add(new PdfPage(format));
        _y = PageFormat.Top;
    }
}
