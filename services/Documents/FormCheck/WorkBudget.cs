namespace Emulation.Documents.FormCheck;

/// <summary>What reading one foreign file may cost. Counted while working, for the sizes that a file claims are not to be believed.</summary>
internal sealed class WorkBudget(CancellationToken cancellationToken = default)
{
    public const int MostObjects = 200_000;
    public const long MostUnpacked = 64L * 1024 * 1024;
    public const int MostSteps = 5_000_000;
    public const int MostPages = 300;
    public const int MostGlyphs = 1_500_000;
    public const int MostParagraphs = 20_000;

    public int Objects { get; private set; }

    public long Unpacked { get; private set; }

    public int Steps { get; private set; }

    public int Pages { get; private set; }

    public int Glyphs { get; private set; }

    public int Paragraphs { get; private set; }

    public void Object(int count = 1)
    {
        if ((Objects += count) > MostObjects)
            throw new UnreadableFileException($"Tệp có quá nhiều đối tượng (tối đa {MostObjects:#,0}).");
    }

    public void Unpack(long bytes)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if ((Unpacked += bytes) > MostUnpacked)
            throw new UnreadableFileException($"Nội dung tệp bung ra quá lớn (tối đa {MostUnpacked / 1024 / 1024} MB).");
    }

    public void Step()
    {
        if (++Steps > MostSteps)
            throw new UnreadableFileException("Nội dung tệp quá phức tạp để đo.");
        if (Steps % 4096 == 0)
            cancellationToken.ThrowIfCancellationRequested();
    }

    public void Page()
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (++Pages > MostPages)
            throw new UnreadableFileException($"Tệp có quá nhiều trang (tối đa {MostPages}).");
    }

    public void Glyph()
    {
        if (++Glyphs > MostGlyphs)
            throw new UnreadableFileException("Tệp có quá nhiều chữ để đo.");
    }

    public void Paragraph()
    {
        if (++Paragraphs > MostParagraphs)
            throw new UnreadableFileException($"Tệp có quá nhiều đoạn văn (tối đa {MostParagraphs:#,0}).");
    }
}

/// <summary>A file that cannot be read or costs too much; the message is for the sender, in Vietnamese.</summary>
internal sealed class UnreadableFileException(string message) : Exception(message);
