using System.Buffers.Binary;
using System.IO.Compression;

namespace Emulation.Documents.Rendering.Pdf;

/// <summary>A picture with its transparency: PNG of 8 bits in grey, colour or with alpha, not interlaced.</summary>
internal sealed class PngImage
{
    private const int LargestSide = 6000;
    private const int MostPixels = 16_000_000;

    private PngImage(int width, int height, byte[] colours, byte[]? alpha) => (Width, Height, Colours, Alpha) = (width, height, colours, alpha);

    public int Width { get; }

    public int Height { get; }

    /// <summary>Three bytes a pixel.</summary>
    public byte[] Colours { get; }

    public byte[]? Alpha { get; }

    public static PngImage Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < 33 || !file[..8].SequenceEqual((byte[])[0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]))
            throw new InvalidDataException("Not a PNG file.");
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(file[16..]), BinaryPrimitives.ReadInt32BigEndian(file[20..]));
        var channels = file[25] switch { 0 => 1, 2 => 3, 4 => 2, 6 => 4, _ => 0 };
        if (channels == 0 || file[24] != 8 || file[28] != 0 || width is < 1 or > LargestSide || height is < 1 or > LargestSide || width * height > MostPixels)
            throw new InvalidDataException($"Only PNG of 8 bits, grey or in colours, not interlaced, up to {LargestSide} pixels a side and {MostPixels} in all.");
        using var packed = new MemoryStream();
        for (var at = 8; at + 12 <= file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file[at..]);
            if (length < 0 || length > file.Length - at - 12)
                throw new InvalidDataException("The PNG file is cut off.");
            if (file.Slice(at + 4, 4).SequenceEqual("IDAT"u8))
                packed.Write(file.Slice(at + 8, length));
            at += length + 12;
        }

        packed.Position = 0;
        return Split(Unfiltered(packed, width * channels, height, channels), width, height, channels);
    }

    /// <summary>Writes the picture and its transparency.</summary>
    public int Write(PdfFile file)
    {
        var mask = Alpha is { } alpha ? $" /SMask {file.AddStream(alpha, Entries("DeviceGray"))} 0 R" : "";
        return file.AddStream(Colours, Entries("DeviceRGB") + mask);
    }

    private string Entries(string space) => $"/Type /XObject /Subtype /Image /Width {Width} /Height {Height} /ColorSpace /{space} /BitsPerComponent 8";

    private static byte[] Unfiltered(Stream packed, int stride, int height, int step)
    {
        using var zip = new ZLibStream(packed, CompressionMode.Decompress);
        var rows = new byte[stride * height];
        var filter = new byte[1];
        for (var row = 0; row < height; row++)
        {
            var now = rows.AsSpan(row * stride, stride);
            try
            {
                zip.ReadExactly(filter);
                zip.ReadExactly(now);
            }
            catch (EndOfStreamException)
            {
                throw new InvalidDataException("The PNG file is cut off.");
            }

            var above = row == 0 ? new byte[stride] : rows.AsSpan((row - 1) * stride, stride);
            for (var i = 0; i < stride; i++)
            {
                int left = i >= step ? now[i - step] : 0, up = above[i], corner = i >= step ? above[i - step] : 0;
                now[i] += (byte)(filter[0] switch { 0 => 0, 1 => left, 2 => up, 3 => (left + up) / 2, 4 => Nearest(left, up, corner), _ => throw new InvalidDataException("Unknown PNG filter.") });
            }
        }

        return rows;
    }

    private static int Nearest(int left, int up, int corner)
    {
        var guess = left + up - corner;
        var (a, b, c) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - corner));
        return a <= b && a <= c ? left : b <= c ? up : corner;
    }

    private static PngImage Split(byte[] rows, int width, int height, int channels)
    {
        var colours = new byte[width * height * 3];
        var alpha = channels is 2 or 4 ? new byte[width * height] : null;
        for (var i = 0; i < width * height; i++)
        {
            for (var c = 0; c < 3; c++)
                colours[i * 3 + c] = rows[i * channels + (channels > 2 ? c : 0)];
            if (alpha is not null)
                alpha[i] = rows[i * channels + channels - 1];
        }

        return new PngImage(width, height, colours, alpha);
    }
}
