using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Emulation.Documents.Tests.FormCheck;

/// <summary>A PDF by hand: pages with the given content and nothing else.</summary>
internal static class TinyPdf
{
    public static byte[] Of(byte[][] pages, string filter = "", string catalog = "")
    {
        using var file = new MemoryStream();
        var offsets = new List<long>();
        Write("%PDF-1.7\n");
        Object($"<< /Type /Catalog /Pages 2 0 R {catalog}>>");
        Object($"<< /Type /Pages /Count {pages.Length} /Kids [{string.Join(' ', pages.Select((_, i) => $"{4 + 2 * i} 0 R"))}] /MediaBox [0 0 595.28 841.89] /Resources << /XObject << /Im0 3 0 R >> >> >>");
        Object("<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n0\nendstream");
        for (var i = 0; i < pages.Length; i++)
        {
            Object($"<< /Type /Page /Parent 2 0 R /Contents {5 + 2 * i} 0 R >>");
            offsets.Add(file.Length);
            Write($"{offsets.Count} 0 obj\n<< {filter}/Length {pages[i].Length} >>\nstream\n");
            file.Write(pages[i]);
            Write("\nendstream\nendobj\n");
        }

        var table = file.Length;
        Write($"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n{string.Concat(offsets.Select(o => $"{o:0000000000} 00000 n \n"))}trailer\n<< /Size {offsets.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return file.ToArray();

        void Write(string text) => file.Write(Encoding.Latin1.GetBytes(text));

        void Object(string body)
        {
            offsets.Add(file.Length);
            Write($"{offsets.Count} 0 obj\n{body}\nendobj\n");
        }
    }
}

/// <summary>An archive whose one entry truly unpacks to gigabytes, made without packing gigabytes: the packed form of a megabyte of zeros repeats.</summary>
internal static class ZeroBomb
{
    public static byte[] Zip(string name, long megabytes)
    {
        var zeros = new byte[1024 * 1024];
        using var packed = new MemoryStream();
        int first;
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(zeros);
            deflate.Flush();
            first = (int)packed.Length;
            deflate.Write(zeros);
            deflate.Flush();
        }

        var all = packed.ToArray();
        var block = all[first..(int)BlockEnd(all, first)];
        using var data = new MemoryStream();
        data.Write(all, 0, first);
        for (var i = 1; i < megabytes; i++)
            data.Write(block);
        data.Write([0x03, 0x00]);
        return Archive(Encoding.ASCII.GetBytes(name), data.ToArray(), megabytes * zeros.Length);
    }

    /// <summary>A flush ends with an empty stored block.</summary>
    private static long BlockEnd(byte[] packed, int from)
    {
        var end = packed.AsSpan(from).IndexOf((ReadOnlySpan<byte>)[0x00, 0x00, 0xFF, 0xFF]);
        return end < 0 ? throw new InvalidDataException("The packer no longer ends a flush as expected.") : from + end + 4;
    }

    private static byte[] Archive(byte[] name, byte[] data, long unpacked)
    {
        using var file = new MemoryStream();
        var wide = new byte[20];
        BinaryPrimitives.WriteUInt16LittleEndian(wide, 1);
        BinaryPrimitives.WriteUInt16LittleEndian(wide.AsSpan(2), 16);
        BinaryPrimitives.WriteInt64LittleEndian(wide.AsSpan(4), unpacked);
        BinaryPrimitives.WriteInt64LittleEndian(wide.AsSpan(12), data.Length);
        file.Write(Head(0x04034b50, 30, 4, name.Length));
        file.Write(name);
        file.Write(wide);
        file.Write(data);
        var directory = (int)file.Length;
        file.Write(Head(0x02014b50, 46, 6, name.Length));
        file.Write(name);
        file.Write(wide);
        var end = new byte[22];
        BinaryPrimitives.WriteUInt32LittleEndian(end, 0x06054b50);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(8), 1);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(10), 1);
        BinaryPrimitives.WriteInt32LittleEndian(end.AsSpan(12), (int)file.Length - directory);
        BinaryPrimitives.WriteInt32LittleEndian(end.AsSpan(16), directory);
        file.Write(end);
        return file.ToArray();
    }

    /// <param name="mark">Signature of the record.</param>
    /// <param name="length">Length of its fixed part.</param>
    /// <param name="at">Where the version stands; what follows has the same order in both records.</param>
    /// <param name="name">Length of the name.</param>
    private static byte[] Head(uint mark, int length, int at, int name)
    {
        var head = new byte[length];
        BinaryPrimitives.WriteUInt32LittleEndian(head, mark);
        BinaryPrimitives.WriteUInt16LittleEndian(head.AsSpan(at), 45);
        BinaryPrimitives.WriteUInt16LittleEndian(head.AsSpan(at + 4), 8);
        BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(at + 14), uint.MaxValue);
        BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(at + 18), uint.MaxValue);
        BinaryPrimitives.WriteUInt16LittleEndian(head.AsSpan(at + 22), (ushort)name);
        BinaryPrimitives.WriteUInt16LittleEndian(head.AsSpan(at + 24), 20);
        return head;
    }
}
