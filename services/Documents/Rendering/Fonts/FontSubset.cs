using System.Buffers.Binary;
using System.Text;

namespace Emulation.Documents.Rendering.Fonts;

/// <summary>Cuts a font down to the glyphs used. Glyph ids stay, so that the text operators need no second mapping.</summary>
internal static class FontSubset
{
    private const uint ChecksumMagic = 0xB1B0AFBA;
    private const int HeadChecksum = 8;
    private const int HeadLocationFormat = 50;
    private const int HheaMetricCount = 34;

    public static byte[] Build(TrueTypeFont font, IEnumerable<ushort> used)
    {
        var keep = WithParts(font, used);
        var count = keep.Max + 1;
        var outlines = new MemoryStream();
        var locations = new byte[4 * (count + 1)];
        var metrics = new byte[4 * count];
        for (var glyph = 0; glyph < count; glyph++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(locations.AsSpan(4 * glyph), (uint)outlines.Length);
            if (!keep.Contains(glyph))
                continue;
            outlines.Write(font.Outline(glyph));
            while (outlines.Length % 4 != 0)
                outlines.WriteByte(0);
            BinaryPrimitives.WriteUInt16BigEndian(metrics.AsSpan(4 * glyph), (ushort)font.AdvanceUnits((ushort)glyph));
            BinaryPrimitives.WriteInt16BigEndian(metrics.AsSpan(4 * glyph + 2), font.LeftBearing((ushort)glyph));
        }

        BinaryPrimitives.WriteUInt32BigEndian(locations.AsSpan(4 * count), (uint)outlines.Length);
        var tables = new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["glyf"] = outlines.ToArray(),
            ["head"] = Changed(font.Table("head"), HeadLocationFormat, 1, clearAt: HeadChecksum),
            ["hhea"] = Changed(font.Table("hhea"), HheaMetricCount, (ushort)count),
            ["hmtx"] = metrics,
            ["loca"] = locations,
            ["maxp"] = Changed(font.Table("maxp"), 4, (ushort)count),
        };
        foreach (var hinting in (string[])["cvt ", "fpgm", "prep"])
        {
            if (font.Table(hinting).Length > 0)
                tables[hinting] = font.Table(hinting).ToArray();
        }

        return Assemble(tables);
    }

    /// <summary>Accented letters are often put together from others; those parts must come along.</summary>
    private static SortedSet<int> WithParts(TrueTypeFont font, IEnumerable<ushort> used)
    {
        var keep = new SortedSet<int> { 0 };
        var open = new Stack<int>(used.Select(glyph => (int)glyph));
        while (open.TryPop(out var glyph))
        {
            if (!keep.Add(glyph))
                continue;
            foreach (var part in Parts(font.Outline(glyph)))
                open.Push(part);
        }

        return keep;
    }

    private static List<int> Parts(ReadOnlySpan<byte> outline)
    {
        const int moreComponents = 0x20, wordArguments = 0x01, scale = 0x08, twoScales = 0x40, matrix = 0x80;
        var parts = new List<int>();
        if (outline.Length < 10 || BinaryPrimitives.ReadInt16BigEndian(outline) >= 0)
            return parts;
        for (var at = 10; ;)
        {
            var flags = BinaryPrimitives.ReadUInt16BigEndian(outline[at..]);
            parts.Add(BinaryPrimitives.ReadUInt16BigEndian(outline[(at + 2)..]));
            at += 4 + ((flags & wordArguments) != 0 ? 4 : 2);
            at += (flags & scale) != 0 ? 2 : (flags & twoScales) != 0 ? 4 : (flags & matrix) != 0 ? 8 : 0;
            if ((flags & moreComponents) == 0)
                return parts;
        }
    }

    private static byte[] Changed(ReadOnlySpan<byte> table, int at, ushort value, int clearAt = -1)
    {
        var copy = table.ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(copy.AsSpan(at), value);
        if (clearAt >= 0)
            copy.AsSpan(clearAt, 4).Clear();
        return copy;
    }

    private static byte[] Assemble(SortedDictionary<string, byte[]> tables)
    {
        var power = 1;
        var log = 0;
        for (; power * 2 <= tables.Count; power *= 2)
            log++;
        var font = new MemoryStream();
        Write32(0x00010000);
        Write16(tables.Count);
        Write16(power * 16);
        Write16(log);
        Write16((tables.Count - power) * 16);

        var offset = 12 + 16 * tables.Count;
        var headAt = 0;
        foreach (var (tag, data) in tables)
        {
            if (tag == "head")
                headAt = offset;
            font.Write(Encoding.ASCII.GetBytes(tag));
            Write32(Checksum(data));
            Write32((uint)offset);
            Write32((uint)data.Length);
            offset += (data.Length + 3) & ~3;
        }

        foreach (var data in tables.Values)
        {
            font.Write(data);
            while (font.Length % 4 != 0)
                font.WriteByte(0);
        }

        var bytes = font.ToArray();
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(headAt + HeadChecksum), unchecked(ChecksumMagic - Checksum(bytes)));
        return bytes;

        void Write32(uint value)
        {
            Span<byte> four = stackalloc byte[4];
            BinaryPrimitives.WriteUInt32BigEndian(four, value);
            font.Write(four);
        }

        void Write16(int value)
        {
            Span<byte> two = stackalloc byte[2];
            BinaryPrimitives.WriteUInt16BigEndian(two, (ushort)value);
            font.Write(two);
        }
    }

    private static uint Checksum(ReadOnlySpan<byte> data)
    {
        uint sum = 0;
        Span<byte> last = stackalloc byte[4];
        for (var at = 0; at < data.Length; at += 4)
        {
            last.Clear();
            data[at..Math.Min(at + 4, data.Length)].CopyTo(last);
            sum = unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(last));
        }

        return sum;
    }
}
