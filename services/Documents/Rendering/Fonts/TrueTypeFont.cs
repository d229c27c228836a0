using System.Buffers.Binary;

namespace Emulation.Documents.Rendering.Fonts;

/// <summary>Reads what layout and embedding need from a TrueType file: tables, widths, character map, metrics.</summary>
internal sealed class TrueTypeFont
{
    private readonly byte[] _data;
    private readonly Dictionary<string, (int Offset, int Length)> _tables = new(StringComparer.Ordinal);
    private readonly Dictionary<int, ushort> _glyphs;
    private readonly int _metricCount;

    public TrueTypeFont(byte[] data)
    {
        _data = data;
        var count = U16(4);
        for (var i = 0; i < count; i++)
        {
            var entry = 12 + i * 16;
            _tables[System.Text.Encoding.ASCII.GetString(data, entry, 4)] = ((int)U32(entry + 8), (int)U32(entry + 12));
        }

        var head = At("head");
        UnitsPerEm = U16(head + 18);
        Box = [S16(head + 36), S16(head + 38), S16(head + 40), S16(head + 42)];
        LongLocations = S16(head + 50) == 1;
        var hhea = At("hhea");
        Ascent = S16(hhea + 4);
        Descent = S16(hhea + 6);
        LineGap = S16(hhea + 8);
        _metricCount = U16(hhea + 34);
        GlyphCount = U16(At("maxp") + 4);
        CapHeight = S16(At("OS/2") + 88);
        ItalicAngle = (int)U32(At("post") + 4) / 65536.0;
        _glyphs = ReadCharacterMap();
    }

    public int UnitsPerEm { get; }

    public int[] Box { get; }

    public int Ascent { get; }

    public int Descent { get; }

    public int LineGap { get; }

    public int CapHeight { get; }

    public double ItalicAngle { get; }

    public int GlyphCount { get; }

    public bool LongLocations { get; }

    /// <summary>Height of a line at single spacing for size 1.</summary>
    public double LineHeight => (Ascent - Descent + LineGap) / (double)UnitsPerEm;

    public bool Covers(int character) => _glyphs.ContainsKey(character);

    /// <summary>Glyph of a character. A character that the font lacks prints as “?” rather than as an empty box.</summary>
    public ushort Glyph(int character) =>
        _glyphs.TryGetValue(character, out var glyph) ? glyph : _glyphs['?'];

    /// <summary>Advance width of a glyph for size 1.</summary>
    public double Advance(ushort glyph) => AdvanceUnits(glyph) / (double)UnitsPerEm;

    public double Width(string text, double size)
    {
        var width = 0.0;
        foreach (var rune in text.EnumerateRunes())
            width += Advance(Glyph(rune.Value));
        return width * size;
    }

    public int AdvanceUnits(ushort glyph) => U16(At("hmtx") + 4 * Math.Min(glyph, _metricCount - 1));

    public short LeftBearing(ushort glyph) => glyph < _metricCount
        ? S16(At("hmtx") + 4 * glyph + 2)
        : S16(At("hmtx") + 4 * _metricCount + 2 * (glyph - _metricCount));

    public ReadOnlySpan<byte> Table(string tag) =>
        _tables.TryGetValue(tag, out var table) ? _data.AsSpan(table.Offset, table.Length) : [];

    /// <summary>Outline of a glyph as stored; empty for a blank.</summary>
    public ReadOnlySpan<byte> Outline(int glyph)
    {
        var (start, end) = LongLocations
            ? ((int)U32(At("loca") + 4 * glyph), (int)U32(At("loca") + 4 * glyph + 4))
            : (2 * U16(At("loca") + 2 * glyph), 2 * U16(At("loca") + 2 * glyph + 2));
        return _data.AsSpan(At("glyf") + start, end - start);
    }

    private Dictionary<int, ushort> ReadCharacterMap()
    {
        var cmap = At("cmap");
        var best = -1;
        for (var i = 0; i < U16(cmap + 2); i++)
        {
            var subtable = cmap + (int)U32(cmap + 4 + i * 8 + 4);
            if (U16(subtable) == 12 || (U16(subtable) == 4 && best < 0))
                best = subtable;
        }

        if (best < 0)
            throw new InvalidDataException("The font has no Unicode character map.");
        return U16(best) == 12 ? ReadGroups(best) : ReadSegments(best);
    }

    private Dictionary<int, ushort> ReadGroups(int table)
    {
        var map = new Dictionary<int, ushort>();
        for (var i = 0; i < (int)U32(table + 12); i++)
        {
            var group = table + 16 + i * 12;
            var first = (int)U32(group);
            for (var c = first; c <= (int)U32(group + 4); c++)
                map[c] = (ushort)(U32(group + 8) + (uint)(c - first));
        }

        return map;
    }

    private Dictionary<int, ushort> ReadSegments(int table)
    {
        var map = new Dictionary<int, ushort>();
        var doubled = U16(table + 6);
        for (var i = 0; i < doubled; i += 2)
        {
            var start = U16(table + 16 + doubled + i);
            var end = U16(table + 14 + i);
            var rangeAt = table + 16 + 3 * doubled + i;
            var delta = U16(table + 16 + 2 * doubled + i);
            for (int c = start; c <= end && c != 0xFFFF; c++)
            {
                var range = U16(rangeAt);
                var glyph = range == 0 ? c : U16(rangeAt + range + 2 * (c - start));
                if (glyph != 0)
                    map[c] = (ushort)(glyph + delta);
            }
        }

        return map;
    }

    private int At(string tag) => _tables.TryGetValue(tag, out var table)
        ? table.Offset
        : throw new InvalidDataException($"The font has no table {tag}.");

    private ushort U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(_data.AsSpan(at));

    private short S16(int at) => BinaryPrimitives.ReadInt16BigEndian(_data.AsSpan(at));

    private uint U32(int at) => BinaryPrimitives.ReadUInt32BigEndian(_data.AsSpan(at));
}
