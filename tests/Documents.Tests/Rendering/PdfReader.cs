using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Emulation.Documents.Tests.Rendering;

/// <summary>Just enough of a PDF reader to check what the writer wrote, independent of its code: offsets, pages, text with positions.</summary>
internal sealed partial class PdfReader
{
    private readonly byte[] _bytes;
    private readonly Dictionary<int, int> _offsets = [];

    public PdfReader(byte[] bytes)
    {
        _bytes = bytes;
        var text = Encoding.Latin1.GetString(bytes);
        var start = int.Parse(Regex.Match(text, @"startxref\n(\d+)\n%%EOF\n$").Groups[1].Value, CultureInfo.InvariantCulture);
        var table = text[start..];
        if (!table.StartsWith("xref\n", StringComparison.Ordinal))
            throw new InvalidDataException("startxref does not point at the table.");
        var number = 0;
        foreach (Match entry in Regex.Matches(table, @"(\d{10}) (\d{5}) ([nf]) \n"))
        {
            if (entry.Groups[3].Value == "n")
                _offsets[number] = int.Parse(entry.Groups[1].Value, CultureInfo.InvariantCulture);
            number++;
        }

        foreach (var (id, offset) in _offsets)
        {
            if (!text.AsSpan(offset).StartsWith($"{id} 0 obj\n"))
                throw new InvalidDataException($"Object {id} is not at its offset.");
        }

        Trailer = table;
        Catalog = Object(Reference(table, "Root"));
        var pages = Object(Reference(Catalog, "Pages"));
        var fonts = Fonts(pages);
        Pages = [.. Leaves(pages).Select(id => ReadPage(id, fonts))];
    }

    public string Trailer { get; }

    public string Catalog { get; }

    public IReadOnlyList<PdfPageText> Pages { get; }

    public string AllText => string.Join('\n', Pages.SelectMany(page => page.Lines).Select(line => line.Text));

    public IEnumerable<string> Objects => _offsets.Keys.Select(Object);

    public string Object(int number)
    {
        var body = Encoding.Latin1.GetString(_bytes, _offsets[number], _bytes.Length - _offsets[number]);
        var stream = body.IndexOf("stream\n", StringComparison.Ordinal);
        var end = body.IndexOf("endobj", StringComparison.Ordinal);
        return body[..(stream >= 0 && stream < end ? stream : end)];
    }

    public byte[] Stream(int number)
    {
        var head = Object(number);
        var length = int.Parse(Regex.Match(head, @"/Length (\d+)").Groups[1].Value, CultureInfo.InvariantCulture);
        var data = _bytes.AsSpan(_offsets[number] + head.Length + "stream\n".Length, length).ToArray();
        if (!head.Contains("FlateDecode", StringComparison.Ordinal))
            return data;
        using var zip = new ZLibStream(new MemoryStream(data), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        zip.CopyTo(plain);
        return plain.ToArray();
    }

    public int Reference(string body, string key) =>
        int.Parse(Regex.Match(body, $@"/{key} (\d+) 0 R").Groups[1].Value, CultureInfo.InvariantCulture);

    private IEnumerable<int> Leaves(string pages) =>
        Regex.Match(pages, @"/Kids \[(.*?)\]").Groups[1].Value.Split(" 0 R", StringSplitOptions.RemoveEmptyEntries).Select(id => int.Parse(id, CultureInfo.InvariantCulture))
            .SelectMany(id => Object(id) is { } kid && kid.Contains("/Type /Pages", StringComparison.Ordinal) ? Leaves(kid) : [id]);

    private Dictionary<string, PdfFont> Fonts(string pages)
    {
        var fonts = new Dictionary<string, PdfFont>();
        foreach (Match font in Regex.Matches(pages, @"/(F\d) (\d+) 0 R"))
        {
            var type0 = Object(int.Parse(font.Groups[2].Value, CultureInfo.InvariantCulture));
            var cmap = Encoding.Latin1.GetString(Stream(Reference(type0, "ToUnicode")));
            var map = Regex.Matches(cmap, @"<([0-9A-F]{4})> <([0-9A-F]+)>").Where(m => m.Groups[1].Value != "0000" || m.Groups[2].Value != "FFFF")
                .ToDictionary(m => m.Groups[1].Value, m => Encoding.BigEndianUnicode.GetString(Convert.FromHexString(m.Groups[2].Value)));
            var descendant = Object(int.Parse(Regex.Match(type0, @"/DescendantFonts \[(\d+)").Groups[1].Value, CultureInfo.InvariantCulture));
            var widths = Regex.Matches(descendant, @"(\d+) \[([\d.]+)\]")
                .ToDictionary(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture).ToString("X4", CultureInfo.InvariantCulture), m => double.Parse(m.Groups[2].Value, CultureInfo.InvariantCulture));
            fonts[font.Groups[1].Value] = new PdfFont(map, widths);
        }

        return fonts;
    }

    private PdfPageText ReadPage(int number, Dictionary<string, PdfFont> fonts)
    {
        var page = Object(number);
        var box = Regex.Match(page, @"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]");
        var content = Encoding.ASCII.GetString(Stream(Reference(page, "Contents")));
        var lines = new List<PdfLine>();
        foreach (Match block in TextBlocks().Matches(content))
        {
            var (x, y) = (Parse(block.Groups[2].Value), Parse(block.Groups[3].Value));
            var text = new StringBuilder();
            // The blank that closes a broken line is for extraction only; it leaves no ink.
            double width = 0, inked = 0;
            foreach (Match show in Shows().Matches(block.Groups[4].Value))
            {
                var font = fonts[show.Groups[1].Value];
                var size = Parse(show.Groups[2].Value);
                foreach (Match token in Regex.Matches(show.Groups[3].Value, @"<([0-9A-F]*)>|(-?[\d.]+)"))
                {
                    if (token.Groups[2].Success)
                        width -= Parse(token.Groups[2].Value) / 1000 * size;
                    foreach (var glyph in token.Groups[1].Value.Chunk(4).Select(c => new string(c)))
                    {
                        text.Append(font.Map[glyph]);
                        width += font.Widths[glyph] / 1000 * size;
                        inked = font.Map[glyph] == " " ? inked : width;
                    }
                }
            }

            lines.Add(new PdfLine(text.ToString().TrimEnd(' '), x, y, inked, block.Groups[1].Value == "Artifact", Parse(Shows().Match(block.Groups[4].Value).Groups[2].Value), Shows().Match(block.Groups[4].Value).Groups[1].Value));
        }

        return new PdfPageText(Parse(box.Groups[1].Value), Parse(box.Groups[2].Value), lines, content);
    }

    private static double Parse(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"/(\w+)[^\n]*B[DM]C\nBT\n1 0 0 1 ([\d.]+) ([\d.]+) Tm\n(.*?)ET\nEMC", RegexOptions.Singleline)]
    private static partial Regex TextBlocks();

    [GeneratedRegex(@"/(F\d) ([\d.]+) Tf\n\[(.*?)\] TJ", RegexOptions.Singleline)]
    private static partial Regex Shows();
}

internal sealed record PdfFont(Dictionary<string, string> Map, Dictionary<string, double> Widths);

/// <summary>A line of text; y counts from the foot of the page.</summary>
internal sealed record PdfLine(string Text, double X, double Y, double Width, bool Artifact, double Size, string Font)
{
    public double Right => X + Width;
}

internal sealed record PdfPageText(double Width, double Height, IReadOnlyList<PdfLine> Lines, string Content);
