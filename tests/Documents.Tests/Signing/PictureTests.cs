using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Emulation.Documents.Rendering.Pdf;
using Emulation.Documents.Signing.Verification;
using Emulation.Documents.Signing.Writing;
using Emulation.Documents.Tests.Rendering;
using Xunit;

namespace Emulation.Documents.Tests.Signing;

/// <summary>Pictures of signatures and seals.</summary>
public sealed class PictureTests
{
    private static readonly byte[][] Rows =
    [
        [10, 20, 200, 255, 12, 25, 190, 128, 14, 22, 180, 0],
        [11, 21, 199, 250, 13, 24, 191, 120, 90, 80, 70, 60],
        [1, 2, 3, 4, 250, 240, 230, 220, 5, 6, 7, 8],
    ];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Read_TransparentPicture_KeepsColoursAndTransparencyWhateverTheFilter(int filter)
    {
        var picture = PngImage.Read(Png((byte)filter));
        Assert.Equal((3, 3), (picture.Width, picture.Height));
        Assert.Equal(Rows.SelectMany(row => row.Where((_, i) => i % 4 == 3)), picture.Alpha!);
        Assert.Equal(Rows.SelectMany(row => row.Where((_, i) => i % 4 != 3)), picture.Colours);
    }

    [Fact]
    public void Read_WhatIsNoSuchPicture_IsRefused()
    {
        Assert.Throws<InvalidDataException>(() => PngImage.Read("GIF89a"u8));
        var huge = Png(0);
        BinaryPrimitives.WriteInt32BigEndian(huge.AsSpan(16), 100_000);
        BinaryPrimitives.WriteInt32BigEndian(huge.AsSpan(20), 100_000);
        Assert.Throws<InvalidDataException>(() => PngImage.Read(huge));
    }

    [Fact]
    public void Sign_WithAPicture_IsValidAndShowsIt()
    {
        using var authority = new Authority();
        var prepared = new PdfSigner(Render.Fonts).Prepare(Authority.Frozen.File, new NewSignature
        {
            Name = "Nguyễn Văn Hoạch", Time = Authority.At, Look = SignatureLook.Person, Lines = [], Page = 0, Box = Authority.Frozen.Place.Person, Picture = Png(4),
        });
        var report = authority.Verify(prepared.Complete(Emulation.Documents.Signing.Cms.CmsSignature.Sign(prepared.Signed, authority.Person, [])));
        Assert.Equal(VerificationOutcome.Valid, report.Signatures[0].Outcome);
        Assert.Contains("/Im1 Do", string.Concat(Appended(prepared.File)));
    }

    private static IEnumerable<string> Appended(byte[] file)
    {
        var document = Emulation.Documents.Signing.Revisions.PdfDocument.Open(file);
        foreach (var number in document.Entries.Where(e => e.Value.Offset >= Authority.Frozen.File.Length).Select(e => e.Key))
        {
            if (document.Object(number) is Emulation.Documents.Signing.Revisions.PdfStream stream)
                yield return Encoding.Latin1.GetString(Inflate(stream.Content.ToArray()));
        }
    }

    private static byte[] Png(byte filter)
    {
        using var rows = new MemoryStream();
        for (var y = 0; y < Rows.Length; y++)
        {
            rows.WriteByte(filter);
            for (var x = 0; x < Rows[y].Length; x++)
            {
                int left = x >= 4 ? Rows[y][x - 4] : 0, up = y > 0 ? Rows[y - 1][x] : 0, corner = x >= 4 && y > 0 ? Rows[y - 1][x - 4] : 0;
                var p = left + up - corner;
                var nearest = new[] { left, up, corner }.MinBy(v => Math.Abs(p - v));
                rows.WriteByte((byte)(Rows[y][x] - filter switch { 0 => 0, 1 => left, 2 => up, 3 => (left + up) / 2, _ => nearest }));
            }
        }

        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            zip.Write(rows.ToArray());
        using var png = new MemoryStream();
        png.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        Chunk(png, "IHDR", [0, 0, 0, 3, 0, 0, 0, 3, 8, 6, 0, 0, 0]);
        Chunk(png, "IDAT", packed.ToArray());
        Chunk(png, "IEND", []);
        return png.ToArray();
    }

    private static void Chunk(MemoryStream png, string name, byte[] data)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        png.Write(length);
        png.Write(Encoding.ASCII.GetBytes(name));
        png.Write(data);
        png.Write([0, 0, 0, 0]);
    }

    private static byte[] Inflate(byte[] data)
    {
        using var zip = new ZLibStream(new MemoryStream(data), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        zip.CopyTo(plain);
        return plain.ToArray();
    }
}
