using System.Buffers.Binary;
using System.Text;

namespace Emulation.Documents.Rendering.Pdf;

/// <summary>The sRGB colour space as an ICC 2.1 profile, which archive PDFs must carry.</summary>
internal static class SrgbProfile
{
    private const int CurvePoints = 1024;

    public static byte[] Build()
    {
        var curve = Curve();
        (string Tag, byte[] Data)[] tags =
        [
            ("desc", Description("sRGB IEC61966-2.1")),
            ("cprt", [.. "text\0\0\0\0Public domain\0"u8]),
            ("wtpt", Xyz(0.9505, 1.0, 1.0891)),
            // Primaries adapted to D50, as in the published sRGB profile.
            ("rXYZ", Xyz(0.4361, 0.2225, 0.0139)),
            ("gXYZ", Xyz(0.3851, 0.7169, 0.0971)),
            ("bXYZ", Xyz(0.1431, 0.0606, 0.7141)),
            ("rTRC", curve),
            ("gTRC", curve),
            ("bTRC", curve),
        ];

        var table = new MemoryStream();
        var data = new MemoryStream();
        var placed = new Dictionary<byte[], int>(ReferenceEqualityComparer.Instance);
        var start = 128 + 4 + 12 * tags.Length;
        table.Write(Big(tags.Length));
        foreach (var (tag, bytes) in tags)
        {
            if (!placed.TryGetValue(bytes, out var at))
            {
                placed[bytes] = at = start + (int)data.Length;
                data.Write(bytes);
                while (data.Length % 4 != 0)
                    data.WriteByte(0);
            }

            table.Write(Encoding.ASCII.GetBytes(tag));
            table.Write(Big(at));
            table.Write(Big(bytes.Length));
        }

        return [.. Header(start + (int)data.Length), .. table.ToArray(), .. data.ToArray()];
    }

    private static byte[] Header(int size)
    {
        var header = new byte[128];
        Big(size).CopyTo(header, 0);
        Big(0x02100000).CopyTo(header, 8);
        "mntrRGB XYZ "u8.CopyTo(header.AsSpan(12));
        // 01/01/2000; a fixed date keeps the bytes the same.
        byte[] date = [0x07, 0xD0, 0, 1, 0, 1];
        date.CopyTo(header, 24);
        "acsp"u8.CopyTo(header.AsSpan(36));
        Fixed(0.9642).CopyTo(header, 68);
        Fixed(1.0).CopyTo(header, 72);
        Fixed(0.8249).CopyTo(header, 76);
        return header;
    }

    private static byte[] Curve()
    {
        var bytes = new byte[12 + 2 * CurvePoints];
        "curv"u8.CopyTo(bytes);
        Big(CurvePoints).CopyTo(bytes, 8);
        for (var i = 0; i < CurvePoints; i++)
        {
            var signal = i / (CurvePoints - 1.0);
            var light = signal <= 0.04045 ? signal / 12.92 : Math.Pow((signal + 0.055) / 1.055, 2.4);
            BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(12 + 2 * i), (ushort)Math.Round(light * 65535));
        }

        return bytes;
    }

    private static byte[] Description(string text)
    {
        // Type desc: ASCII part, then empty Unicode (8 bytes) and ScriptCode (70 bytes) parts.
        var ascii = Encoding.ASCII.GetBytes(text + "\0");
        return [.. "desc\0\0\0\0"u8, .. Big(ascii.Length), .. ascii, .. new byte[78]];
    }

    private static byte[] Xyz(double x, double y, double z) => [.. "XYZ \0\0\0\0"u8, .. Fixed(x), .. Fixed(y), .. Fixed(z)];

    private static byte[] Fixed(double value) => Big((int)Math.Round(value * 65536));

    private static byte[] Big(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
