using System.Globalization;
using System.Text;
using Emulation.Documents.Rendering.Fonts;

namespace Emulation.Documents.Rendering.Pdf;

/// <summary>One face as a Type0 font: collects the glyphs used and writes the subset with widths and the map back to Unicode.</summary>
internal sealed class EmbeddedFont(Face face, TrueTypeFont font)
{
    private readonly SortedDictionary<ushort, int> _used = [];

    public string Resource { get; } = $"F{(int)face + 1}";

    /// <summary>First character that the font lacks; it prints as “?”.</summary>
    public Rune? Missing { get; private set; }

    public bool IsUsed => _used.Count > 0;

    /// <summary>Glyph ids of a text as hexadecimal, remembered for the subset.</summary>
    public string Encode(string text)
    {
        var hex = new StringBuilder(text.Length * 4);
        foreach (var rune in text.EnumerateRunes())
        {
            var glyph = font.Glyph(rune.Value);
            // A character that prints as “?” must also be extracted as “?”, or copy and page would differ.
            _used.TryAdd(glyph, font.Covers(rune.Value) ? rune.Value : '?');
            if (!font.Covers(rune.Value))
                Missing ??= rune;
            hex.Append(glyph.ToString("X4", CultureInfo.InvariantCulture));
        }

        return hex.ToString();
    }

    /// <summary>What the subset is for; encoding it anew marks the same glyphs.</summary>
    public string Characters => string.Concat(_used.Values.Select(char.ConvertFromUtf32));

    public int Write(PdfFile file)
    {
        var name = $"{SubsetTag()}+LiberationSerif{(face == Face.Regular ? "" : $"-{face}")}";
        var program = FontSubset.Build(font, _used.Keys);
        var fontFile = file.AddStream(program, $"/Length1 {program.Length}");
        var flags = 4 | 2 | (face is Face.Italic or Face.BoldItalic ? 64 : 0);
        var stem = face is Face.Bold or Face.BoldItalic ? 140 : 80;
        var descriptor = file.Add(
            $"<< /Type /FontDescriptor /FontName /{name} /Flags {flags} /FontBBox [{string.Join(' ', font.Box.Select(Scale))}] " +
            $"/ItalicAngle {PdfFile.Number(font.ItalicAngle)} /Ascent {Scale(font.Ascent)} /Descent {Scale(font.Descent)} " +
            $"/CapHeight {Scale(font.CapHeight)} /StemV {stem} /FontFile2 {fontFile} 0 R >>");
        var descendant = file.Add(
            $"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> " +
            $"/FontDescriptor {descriptor} 0 R /CIDToGIDMap /Identity /DW 1000 /W [{Widths()}] >>");
        var unicode = file.AddStream(Encoding.ASCII.GetBytes(UnicodeMap()));
        return file.Add(
            $"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H /DescendantFonts [{descendant} 0 R] /ToUnicode {unicode} 0 R >>");
    }

    private string Scale(int units) => PdfFile.Number(units * 1000.0 / font.UnitsPerEm);

    private string Widths() => string.Join(' ', _used.Keys.Select(glyph => $"{glyph} [{Scale(font.AdvanceUnits(glyph))}]"));

    /// <summary>Six letters that differ between subsets of the same font, the same for the same glyphs.</summary>
    private string SubsetTag()
    {
        var hash = 17u;
        foreach (var glyph in _used.Keys)
            hash = unchecked(hash * 31 + glyph);
        var tag = new char[6];
        for (var i = 0; i < tag.Length; i++, hash /= 26)
            tag[i] = (char)('A' + hash % 26);
        return new string(tag);
    }

    private string UnicodeMap()
    {
        var map = new StringBuilder(
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n" +
            "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
        foreach (var part in _used.Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{part.Length} beginbfchar\n");
            foreach (var (glyph, character) in part)
            {
                var utf16 = Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(char.ConvertFromUtf32(character)));
                map.Append(CultureInfo.InvariantCulture, $"<{glyph:X4}> <{utf16}>\n");
            }

            map.Append("endbfchar\n");
        }

        return map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").ToString();
    }
}
