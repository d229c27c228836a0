using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Emulation.Documents.Rendering.Pdf;

/// <summary>Numbered objects and the classic cross-reference table; no object streams, so that a signer can append to the file.</summary>
/// <param name="first">Number of the first object; above 1 for what is appended to a file.</param>
internal sealed class PdfFile(int first = 1)
{
    private readonly List<byte[]?> _objects = [];

    /// <summary>Keeps a number for an object that is written later.</summary>
    public int Reserve()
    {
        _objects.Add(null);
        return first - 1 + _objects.Count;
    }

    /// <summary>What was written so far, by number.</summary>
    public IEnumerable<(int Number, byte[] Body)> Objects =>
        _objects.Select((body, i) => (first + i, body ?? throw new InvalidOperationException($"PDF object {first + i} was reserved and never written.")));

    public int Add(string body)
    {
        var number = Reserve();
        Set(number, body);
        return number;
    }

    public void Set(int number, string body) => _objects[number - first] = Encoding.Latin1.GetBytes(body);

    public int AddStream(byte[] data, string entries = "", bool compress = true)
    {
        var payload = compress ? Deflate(data) : data;
        var filter = compress ? " /Filter /FlateDecode" : "";
        var body = new MemoryStream();
        body.Write(Encoding.Latin1.GetBytes($"<< {entries}{filter} /Length {payload.Length} >>\nstream\n"));
        body.Write(payload);
        body.Write("\nendstream"u8);
        var number = Reserve();
        _objects[number - first] = body.ToArray();
        return number;
    }

    public byte[] Save(int catalog, int info)
    {
        var file = new MemoryStream();
        // Four bytes above 127 in the second line tell transfer programs that the file is binary.
        file.Write([.. "%PDF-1.7\n%"u8, 0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);
        var offsets = new List<long>();
        foreach (var (number, body) in Objects)
        {
            offsets.Add(file.Length);
            Write(file, $"{number} 0 obj\n");
            file.Write(body);
            Write(file, "\nendobj\n");
        }

        var id = Convert.ToHexString(SHA256.HashData(file.ToArray()).AsSpan(0, 16));
        var start = file.Length;
        Write(file, $"xref\n0 {_objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
            Write(file, string.Create(CultureInfo.InvariantCulture, $"{offset:0000000000} 00000 n \n"));
        Write(file, $"trailer\n<< /Size {_objects.Count + 1} /Root {catalog} 0 R /Info {info} 0 R /ID [<{id}> <{id}>] >>\nstartxref\n{start}\n%%EOF\n");
        return file.ToArray();
    }

    /// <summary>Text string in UTF-16 with a byte order mark.</summary>
    public static string Text(string value) =>
        $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(value))}>";

    public static string Number(double value) => Math.Round(value, 3).ToString("0.###", CultureInfo.InvariantCulture);

    private static void Write(MemoryStream file, string text) => file.Write(Encoding.Latin1.GetBytes(text));

    private static byte[] Deflate(byte[] data)
    {
        using var output = new MemoryStream();
        using (var zip = new ZLibStream(output, CompressionLevel.Optimal))
            zip.Write(data);
        return output.ToArray();
    }
}
