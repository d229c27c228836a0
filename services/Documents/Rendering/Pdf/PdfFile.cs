using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Emulation.Documents.Rendering.Pdf;

/// <summary>Numbered objects and the classic cross-reference table; no object streams, so that a signer can append to the file. Each object leaves for the stream as soon as it is set: memory holds offsets only.</summary>
internal sealed class PdfFile
{
    private const long Unwritten = -1;

    private readonly Stream _target;
    private readonly int _first;
    private readonly List<long> _offsets = [];
    private readonly SortedDictionary<int, long> _kept = [];

    public PdfFile()
        : this(new MemoryStream())
    {
    }

    public PdfFile(Stream target)
        : this(target, 1, WriteHeader(target))
    {
    }

    /// <summary>Goes on with a file whose beginning has been written elsewhere.</summary>
    /// <param name="target">Takes what follows.</param>
    /// <param name="first">Next free object number.</param>
    /// <param name="position">Length of what has been written.</param>
    public PdfFile(Stream target, int first, long position) => (_target, _first, Position) = (target, first, position);

    /// <summary>Objects alone, to be appended to a file.</summary>
    /// <param name="first">Next free object number of that file.</param>
    public static PdfFile Loose(int first) => new(new MemoryStream(), first, position: 0);

    /// <summary>What was written without header and table; places count from its beginning.</summary>
    public byte[] Written() => ((MemoryStream)_target).ToArray();

    /// <returns>Length of the header.</returns>
    public static int WriteHeader(Stream target)
    {
        // Four bytes above 127 in the second line tell transfer programs that the file is binary.
        byte[] header = [.. "%PDF-1.7\n%"u8, 0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n'];
        target.Write(header);
        return header.Length;
    }

    /// <summary>Length of the file so far.</summary>
    public long Position { get; private set; }

    /// <summary>Next free object number.</summary>
    public int Next => _first + _offsets.Count;

    /// <summary>Places of the objects numbered here, in order.</summary>
    public IReadOnlyList<long> Offsets => _offsets.Contains(Unwritten) ? throw new InvalidOperationException("A PDF object was reserved and never written.") : _offsets;

    /// <summary>Places of objects whose numbers had been kept before this part of the file.</summary>
    public IEnumerable<long> Kept => _kept.Values;

    /// <summary>Keeps a number for an object that is written later.</summary>
    public int Reserve()
    {
        _offsets.Add(Unwritten);
        return Next - 1;
    }

    public int Add(string body)
    {
        var number = Reserve();
        Set(number, body);
        return number;
    }

    public void Set(int number, string body)
    {
        Begin(number);
        Write(body);
        Write("\nendobj\n");
    }

    public int AddStream(byte[] data, string entries = "", bool compress = true)
    {
        return compress ? AddPacked(Pack(data), entries) : Append(data, entries);
    }

    /// <summary>A stream that <see cref="Pack"/> has packed before: what many files share is packed once.</summary>
    public int AddPacked(byte[] payload, string entries) => Append(payload, $"{entries} /Filter /FlateDecode");

    private int Append(byte[] payload, string entries)
    {
        var number = Reserve();
        Begin(number);
        Write($"<< {entries} /Length {payload.Length} >>\nstream\n");
        Write(payload);
        Write("\nendstream\nendobj\n");
        return number;
    }

    /// <summary>Ends a file written as a whole into memory.</summary>
    public byte[] Save(int catalog, int info)
    {
        var memory = (MemoryStream)_target;
        var id = Convert.ToHexString(SHA256.HashData(memory.GetBuffer().AsSpan(0, (int)memory.Length)).AsSpan(0, 16));
        var start = BeginTable(Next);
        WriteEntries(Offsets);
        EndTable(start, Next, catalog, info, id);
        return memory.ToArray();
    }

    /// <returns>Where the table stands.</returns>
    public long BeginTable(int size)
    {
        var start = Position;
        Write($"xref\n0 {size}\n0000000000 65535 f \n");
        return start;
    }

    public void WriteEntries(IEnumerable<long> offsets)
    {
        foreach (var offset in offsets)
            Write(string.Create(CultureInfo.InvariantCulture, $"{offset:0000000000} 00000 n \n"));
    }

    /// <param name="start">Where the table stands.</param>
    /// <param name="size">Number of objects, with the free one.</param>
    /// <param name="catalog">Number of the catalog.</param>
    /// <param name="info">Number of the properties.</param>
    /// <param name="id">32 hexadecimal digits.</param>
    public void EndTable(long start, int size, int catalog, int info, string id) =>
        Write($"trailer\n<< /Size {size} /Root {catalog} 0 R /Info {info} 0 R /ID [<{id}> <{id}>] >>\nstartxref\n{start}\n%%EOF\n");

    /// <summary>Text string in UTF-16 with a byte order mark.</summary>
    public static string Text(string value) =>
        $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(value))}>";

    public static string Number(double value) => Math.Round(value, 3).ToString("0.###", CultureInfo.InvariantCulture);

    private void Begin(int number)
    {
        if (number < _first)
            _kept[number] = Position;
        else
            _offsets[number - _first] = Position;
        Write($"{number} 0 obj\n");
    }

    private void Write(string text) => Write(Encoding.Latin1.GetBytes(text));

    private void Write(byte[] bytes)
    {
        _target.Write(bytes);
        Position += bytes.Length;
    }

    public static byte[] Pack(byte[] data)
    {
        using var output = new MemoryStream();
        using (var zip = new ZLibStream(output, CompressionLevel.Fastest))
            zip.Write(data);
        return output.ToArray();
    }
}
