using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Emulation.Documents.FormCheck.Pdf;

/// <summary>The objects of a PDF, found by its cross-reference tables or streams and read when asked for.</summary>
/// <remarks>A broken table is an error, not searched around: what a repair finds need not be what a reader shows.</remarks>
internal sealed class PdfSource
{
    private const int MostRevisions = 200;

    private readonly byte[] _bytes;
    private readonly WorkBudget _budget;
    private readonly Dictionary<int, (bool Packed, int At, int Index)> _entries = [];
    private readonly Dictionary<int, object?> _objects = [];
    private readonly Dictionary<int, Dictionary<int, object?>> _packed = [];
    private readonly HashSet<int> _open = [];

    public PdfSource(byte[] bytes, WorkBudget budget)
    {
        (_bytes, _budget) = (bytes, budget);
        var tail = Encoding.Latin1.GetString(bytes, Math.Max(0, bytes.Length - 2048), Math.Min(2048, bytes.Length));
        var mark = tail.LastIndexOf("startxref", StringComparison.Ordinal);
        if (mark < 0 || !int.TryParse(tail[(mark + 9)..].TrimStart().Split('\n', '\r', ' ', '%')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var at))
            throw NoTable();
        Trailer = ReadTables(at);
        if (Trailer.ContainsKey("Encrypt"))
            throw new UnreadableFileException("Tệp PDF đặt mật khẩu hoặc hạn chế đọc.");
    }

    public Dictionary<string, object?> Trailer { get; }

    public object? Resolve(object? value)
    {
        for (var hops = 0; value is PdfReference reference; hops++)
        {
            if (hops > 20)
                throw PdfLexer.Broken();
            value = Object(reference.Number);
        }

        return value;
    }

    public Dictionary<string, object?>? Entries(object? value) => Resolve(value) switch { Dictionary<string, object?> entries => entries, PdfStream stream => stream.Entries, _ => null };

    public List<object?>? Items(object? value) => Resolve(value) as List<object?>;

    public double? Number(object? value) => Resolve(value) as double?;

    public string? Name(object? value) => (Resolve(value) as PdfName)?.Value;

    /// <summary>The unpacked bytes of a stream; null when it is packed in a way not known here.</summary>
    public byte[]? Data(PdfStream stream)
    {
        var length = Number(stream.Entries.GetValueOrDefault("Length")) is { } l and >= 0 && stream.Start + l <= _bytes.Length ? (int)l : EndOf(stream.Start) - stream.Start;
        var data = _bytes.AsSpan(stream.Start, length).ToArray();
        var filters = Resolve(stream.Entries.GetValueOrDefault("Filter")) switch { PdfName one => [one.Value], List<object?> several => several.Select(f => Name(f) ?? "").ToArray(), _ => Array.Empty<string>() };
        if (filters.Length > 4)
            throw PdfLexer.Broken();
        var parameters = Resolve(stream.Entries.GetValueOrDefault("DecodeParms"));
        for (var i = 0; i < filters.Length; i++)
        {
            if (filters[i] is not ("FlateDecode" or "Fl"))
                return null;
            data = PdfPredictor.Undo(Inflate(data), Entries(parameters is List<object?> list ? list.ElementAtOrDefault(i) : parameters), this);
        }

        if (filters.Length == 0)
            _budget.Unpack(data.Length);
        return data;
    }

    private byte[] Inflate(byte[] data)
    {
        using var zip = new ZLibStream(new MemoryStream(data), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        var buffer = new byte[64 * 1024];
        try
        {
            for (int read; (read = zip.Read(buffer)) > 0;)
            {
                _budget.Unpack(read);
                plain.Write(buffer, 0, read);
            }
        }
        catch (InvalidDataException)
        {
            // What was unpacked until the damage is what readers show too.
        }

        return plain.ToArray();
    }

    private object? Object(int number)
    {
        if (_objects.TryGetValue(number, out var known))
            return known;
        if (!_entries.TryGetValue(number, out var entry) || !_open.Add(number))
            return null;
        try
        {
            return _objects[number] = entry.Packed ? Packed(entry.At).GetValueOrDefault(number) : At(entry.At, number);
        }
        finally
        {
            _open.Remove(number);
        }
    }

    private object? At(int offset, int number)
    {
        var lexer = new PdfLexer(_bytes, offset, _bytes.Length, _budget, references: true);
        if (lexer.Read() is not double found || (int)found != number || lexer.Read() is not double || lexer.Read() is not PdfOperator { Word: "obj" })
            throw NoTable();
        var value = lexer.Read();
        if (value is not Dictionary<string, object?> entries)
            return value;
        lexer.SkipBlanks();
        var at = lexer.Position;
        if (!_bytes.AsSpan(at).StartsWith("stream"u8))
            return entries;
        at += 6;
        at += at < _bytes.Length && _bytes[at] == '\r' ? 1 : 0;
        at += at < _bytes.Length && _bytes[at] == '\n' ? 1 : 0;
        return new PdfStream(entries, at);
    }

    private int EndOf(int start)
    {
        var found = _bytes.AsSpan(start).IndexOf("endstream"u8);
        return found < 0 ? throw PdfLexer.Broken() : start + found;
    }

    private Dictionary<int, object?> Packed(int number)
    {
        if (_packed.TryGetValue(number, out var known))
            return known;
        var objects = _packed[number] = [];
        if (Object(number) is not PdfStream stream || Data(stream) is not { } data)
            return objects;
        var first = (int)(Number(stream.Entries.GetValueOrDefault("First")) ?? 0);
        var head = new PdfLexer(data, 0, Math.Clamp(first, 0, data.Length), _budget, references: false);
        while (head.Read() is double id && head.Read() is double offset)
        {
            _budget.Object();
            objects[(int)id] = new PdfLexer(data, Math.Clamp(first + (int)offset, 0, data.Length), data.Length, _budget, references: true).Read();
        }

        return objects;
    }

    private Dictionary<string, object?> ReadTables(int at)
    {
        Dictionary<string, object?>? newest = null;
        var waiting = new Queue<int>([at]);
        var seen = new HashSet<int>();
        while (waiting.TryDequeue(out var offset))
        {
            if (offset < 0 || offset >= _bytes.Length || !seen.Add(offset) || seen.Count > MostRevisions)
                throw NoTable();
            var lexer = new PdfLexer(_bytes, offset, _bytes.Length, _budget, references: true);
            var trailer = lexer.Read() is PdfOperator { Word: "xref" } ? Table(lexer) : TableStream(offset);
            newest ??= trailer;
            foreach (var next in (string[])["XRefStm", "Prev"])
            {
                if (trailer.GetValueOrDefault(next) is double earlier)
                    waiting.Enqueue((int)earlier);
            }
        }

        return newest!;
    }

    private Dictionary<string, object?> Table(PdfLexer lexer)
    {
        for (; ; )
        {
            var value = lexer.Read();
            if (value is PdfOperator { Word: "trailer" })
                return lexer.Read() as Dictionary<string, object?> ?? throw NoTable();
            if (value is not double from || lexer.Read() is not double count)
                throw NoTable();
            for (var i = 0; i < count; i++)
            {
                if (lexer.Read() is not double offset || lexer.Read() is not double || lexer.Read() is not PdfOperator { Word: "n" or "f" } use)
                    throw NoTable();
                _budget.Object();
                if (use.Word == "n" && offset > 0 && offset < _bytes.Length)
                    _entries.TryAdd((int)from + i, (false, (int)offset, 0));
            }
        }
    }

    private Dictionary<string, object?> TableStream(int offset)
    {
        var lexer = new PdfLexer(_bytes, offset, _bytes.Length, _budget, references: true);
        if (lexer.Read() is not double number || At(offset, (int)number) is not PdfStream stream || stream.Entries.GetValueOrDefault("Type") is not PdfName { Value: "XRef" } || Data(stream) is not { } data)
            throw NoTable();
        var widths = (stream.Entries.GetValueOrDefault("W") as List<object?>)?.Select(w => w is double d and >= 0 and <= 8 ? (int)d : throw NoTable()).ToArray() ?? throw NoTable();
        var size = stream.Entries.GetValueOrDefault("Size") as double? ?? 0;
        var ranges = (stream.Entries.GetValueOrDefault("Index") as List<object?> ?? [0.0, size]).OfType<double>().ToArray();
        if (widths.Length != 3)
            throw NoTable();
        var at = 0;
        for (var r = 0; r + 1 < ranges.Length; r += 2)
        {
            for (var i = 0; i < ranges[r + 1] && at + widths.Sum() <= data.Length; i++)
            {
                _budget.Object();
                var type = widths[0] == 0 ? 1 : Field(widths[0]);
                var (second, third) = (Field(widths[1]), Field(widths[2]));
                if (type == 1 && second > 0 && second < _bytes.Length)
                    _entries.TryAdd((int)ranges[r] + i, (false, (int)second, 0));
                else if (type == 2)
                    _entries.TryAdd((int)ranges[r] + i, (true, (int)second, (int)third));
            }
        }

        return stream.Entries;

        long Field(int width)
        {
            long value = 0;
            for (var end = at + width; at < end; at++)
                value = (value << 8) | data[at];
            return value;
        }
    }

    private static UnreadableFileException NoTable() => new("Bảng tham chiếu (xref) của tệp PDF bị hỏng.");
}
