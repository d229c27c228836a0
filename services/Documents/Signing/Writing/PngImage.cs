using System.Buffers.Binary;
using System.IO.Compression;
using Emulation.Documents.Rendering.Pdf;

namespace Emulation.Documents.Signing.Writing;

/// <summary>A PNG picture as PDF image: 8 bits a channel, grey or colour, with or without transparency, not interlaced.</summary>
internal static class PngImage
{
    private const int MostPixels = 4_000_000;

    /// <param name="shape">Width over height.</param>
    /// <exception cref="InvalidDataException">Another kind of picture.</exception>
    public static int Write(PdfFile file, byte[] png, out double shape)
    {
        if (png.Length < 33 || !png.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
            throw new InvalidDataException("The picture is not a PNG.");
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
        var channels = png[25] switch { 0 => 1, 2 => 3, 4 => 2, 6 => 4, _ => 0 };
        if (png[24] != 8 || channels == 0 || png[28] != 0 || width < 1 || height < 1 || (long)width * height > MostPixels)
            throw new InvalidDataException("The picture must be a PNG of 8 bits a channel, not interlaced, of at most 4 million pixels.");
        shape = (double)width / height;
        var pixels = Unfilter(Unpack(png, (width * channels + 1) * height), width * channels, height, channels);

        var colours = channels >= 3 ? 3 : 1;
        var entries = $"/Type /XObject /Subtype /Image /Width {width} /Height {height} /BitsPerComponent 8 /ColorSpace /{(colours == 3 ? "DeviceRGB" : "DeviceGray")}";
        if (channels == colours)
            return file.AddStream(pixels, entries);
        var (paint, alpha) = (new byte[width * height * colours], new byte[width * height]);
        for (var i = 0; i < alpha.Length; i++)
        {
            pixels.AsSpan(i * channels, colours).CopyTo(paint.AsSpan(i * colours));
            alpha[i] = pixels[i * channels + colours];
        }

        var mask = file.AddStream(alpha, $"/Type /XObject /Subtype /Image /Width {width} /Height {height} /BitsPerComponent 8 /ColorSpace /DeviceGray");
        return file.AddStream(paint, $"{entries} /SMask {mask} 0 R");
    }

    private static byte[] Unpack(byte[] png, int expected)
    {
        using var packed = new MemoryStream();
        for (var at = 8; at + 12 <= png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            if (length < 0 || at + 12L + length > png.Length)
                throw new InvalidDataException("The picture is cut off.");
            if (png.AsSpan(at + 4, 4).SequenceEqual("IDAT"u8))
                packed.Write(png, at + 8, length);
            at += 12 + length;
        }

        packed.Position = 0;
        using var zip = new ZLibStream(packed, CompressionMode.Decompress);
        var rows = new byte[expected];
        zip.ReadExactly(rows);
        return rows;
    }

    private static byte[] Unfilter(byte[] rows, int stride, int height, int step)
    {
        var pixels = new byte[stride * height];
        for (var y = 0; y < height; y++)
        {
            var filter = rows[y * (stride + 1)];
            for (var x = 0; x < stride; x++)
            {
                int left = x >= step ? pixels[y * stride + x - step] : 0;
                int up = y > 0 ? pixels[(y - 1) * stride + x] : 0;
                int corner = x >= step && y > 0 ? pixels[(y - 1) * stride + x - step] : 0;
                var guess = filter switch { 0 => 0, 1 => left, 2 => up, 3 => (left + up) / 2, 4 => Paeth(left, up, corner), _ => throw new InvalidDataException("The picture has an unknown filter.") };
                pixels[y * stride + x] = (byte)(rows[y * (stride + 1) + 1 + x] + guess);
            }
        }

        return pixels;
    }

    private static int Paeth(int left, int up, int corner)
    {
        var (a, b, c) = (Math.Abs(up - corner), Math.Abs(left - corner), Math.Abs(left + up - 2 * corner));
        return a <= b && a <= c ? left : b <= c ? up : corner;
    }
}
