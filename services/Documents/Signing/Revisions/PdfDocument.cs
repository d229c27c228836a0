using System.Globalization;

namespace Emulation.Documents.Signing.Revisions;

/// <summary>Where an object stands in the file.</summary>
internal sealed record PdfEntry(int Offset, int Generation, bool Free);

/// <summary>A PDF file as it was after one of its revisions: its first <c>end</c> bytes, by its classic cross-reference tables.</summary>
internal sealed class PdfDocument
{
    private readonly byte[] _data;
    private readonly int _end;
    private readonly PdfBudget _budget;
    private readonly Dictionary<int, PdfEntry> _entries = [];
    private readonly Dictionary<int, PdfValue?> _objects = [];
    private readonly HashSet<int> _opening = [];

    private PdfDocument(byte[] data, int end, PdfBudget budget)
    {
        (_data, _end, _budget) = (data, end, budget);
        StartXref = FindTable();
        Trailer = ReadTables();
        if (Trailer["Encrypt"] is not null)
            throw new PdfFaultException("Tệp PDF đặt mật khẩu hoặc mã hóa; hãy gửi bản không mã hóa.");
        Root = Trailer["Root"] as PdfReference ?? throw PdfFaultException.Broken("thiếu danh mục gốc");
        Catalog = Object(Root.Number) as PdfDictionary ?? throw PdfFaultException.Broken("thiếu danh mục gốc");
    }

    public int StartXref { get; }

    public PdfDictionary Trailer { get; }

    public PdfReference Root { get; }

    public PdfDictionary Catalog { get; }

    public IReadOnlyDictionary<int, PdfEntry> Entries => _entries;

    /// <summary>First number that no object has.</summary>
    public int NextNumber => Math.Max((int)((Trailer["Size"] as PdfToken)?.Number ?? 0), _entries.Count == 0 ? 1 : _entries.Keys.Max() + 1);

    /// <exception cref="PdfFaultException">Not a PDF that can be read within bounds.</exception>
    public static PdfDocument Open(byte[] data, PdfBudget? budget = null) => Open(data, data.Length, budget ?? new PdfBudget());

    public static PdfDocument Open(byte[] data, int end, PdfBudget budget) =>
        data.AsSpan(0, end).StartsWith("%PDF-"u8) ? new PdfDocument(data, end, budget) : throw new PdfFaultException("Tệp gửi lên không phải là PDF.");

    public PdfValue? Resolve(PdfValue? value)
    {
        for (var steps = 0; value is PdfReference reference; steps++)
        {
            if (steps > 20)
                throw PdfFaultException.Broken("tham chiếu vòng");
            value = Object(reference.Number);
        }

        return value is PdfToken { Text: "null" } ? null : value;
    }

    public PdfDictionary? Dictionary(PdfValue? value) => Resolve(value) switch
    {
        PdfDictionary dictionary => dictionary,
        PdfStream stream => stream.Dictionary,
        _ => null,
    };

    public PdfValue? Object(int number)
    {
        if (_objects.TryGetValue(number, out var known))
            return known;
        if (!_entries.TryGetValue(number, out var entry) || entry.Free)
            return null;
        if (!_opening.Add(number))
            throw PdfFaultException.Broken("tham chiếu vòng");
        var value = Read(number, entry);
        _opening.Remove(number);
        return _objects[number] = value;
    }

    /// <summary>Numbers of the page objects, in order.</summary>
    public IReadOnlyList<int> Pages()
    {
        var pages = new List<int>();
        var seen = new HashSet<int>();
        if (Catalog["Pages"] is not PdfReference root)
            throw PdfFaultException.Broken("thiếu cây trang");
        Visit(root, 0);
        return pages.Count > 0 ? pages : throw PdfFaultException.Broken("không có trang nào");

        void Visit(PdfReference reference, int depth)
        {
            if (!seen.Add(reference.Number) || depth > PdfBudget.MostDepth)
                throw PdfFaultException.Broken("cây trang bị vòng");
            var node = Dictionary(reference) ?? throw PdfFaultException.Broken("thiếu một trang");
            if (node["Kids"] is null)
            {
                pages.Add(reference.Number);
                return;
            }

            foreach (var kid in (Resolve(node["Kids"]) as PdfArray)?.Items ?? [])
                Visit(kid as PdfReference ?? throw PdfFaultException.Broken("cây trang"), depth + 1);
        }
    }

    private int FindTable()
    {
        var tail = _data.AsSpan(0, _end);
        var from = Math.Max(0, _end - 1024);
        var at = tail[from..].LastIndexOf("startxref"u8);
        if (at < 0)
            throw PdfFaultException.Broken("không có startxref ở cuối");
        var lexer = new PdfLexer(_data, _end, _budget) { Position = from + at + "startxref".Length };
        var table = lexer.ReadInteger();
        return table < _end ? table : throw PdfFaultException.Broken("startxref chỉ ra ngoài tệp");
    }

    private PdfDictionary ReadTables()
    {
        PdfDictionary? newest = null;
        var seen = new HashSet<int>();
        for (int? at = StartXref; at is { } offset;)
        {
            if (!seen.Add(offset) || seen.Count > PdfBudget.MostSections)
                throw PdfFaultException.Broken("các bảng tham chiếu nối vòng hoặc quá nhiều");
            var trailer = ReadTable(offset);
            newest ??= trailer;
            if (trailer["XRefStm"] is not null)
                throw NotClassic();
            at = trailer["Prev"] switch
            {
                null => null,
                PdfToken { Number: { } previous } when previous >= 0 && previous < _end => (int)previous,
                _ => throw PdfFaultException.Broken("/Prev chỉ ra ngoài tệp"),
            };
        }

        return newest!;
    }

    private static PdfFaultException NotClassic() =>
        new("Tệp PDF dùng bảng tham chiếu nén, hệ thống chưa đọc được; hãy xuất lại tệp chưa ký ở dạng PDF thông thường.");

    private PdfDictionary ReadTable(int offset)
    {
        var lexer = new PdfLexer(_data, _end, _budget) { Position = offset };
        if (!lexer.Take("xref"))
            throw offset < _end && char.IsAsciiDigit((char)_data[offset]) ? NotClassic() : PdfFaultException.Broken("không có bảng tham chiếu ở chỗ được chỉ");
        while (!lexer.Take("trailer"))
        {
            var (first, count) = (lexer.ReadInteger(), lexer.ReadInteger());
            lexer.SkipBlank();
            if (count > PdfBudget.MostObjects || first > 8_388_607 || _entries.Count + count > PdfBudget.MostObjects * 2)
                throw new PdfFaultException($"Tệp PDF có quá nhiều đối tượng (tối đa {PdfBudget.MostObjects}).");
            if (lexer.Position + 20L * count > _end)
                throw PdfFaultException.Broken("bảng tham chiếu bị cắt ngang");
            _budget.Spend(count);
            for (var i = 0; i < count; i++, lexer.Position += 20)
                _entries.TryAdd(first + i, ReadEntry(_data.AsSpan(lexer.Position, 20)));
        }

        return lexer.ReadValue() as PdfDictionary ?? throw PdfFaultException.Broken("thiếu trailer");
    }

    private static PdfEntry ReadEntry(ReadOnlySpan<byte> line) =>
        long.TryParse(line[..10], NumberStyles.None, CultureInfo.InvariantCulture, out var offset) && line[10] == ' '
        && int.TryParse(line[11..16], NumberStyles.None, CultureInfo.InvariantCulture, out var generation) && line[17] is (byte)'n' or (byte)'f'
            ? new PdfEntry((int)Math.Min(offset, int.MaxValue), generation, line[17] == 'f')
            : throw PdfFaultException.Broken("bảng tham chiếu có dòng sai");

    private PdfValue Read(int number, PdfEntry entry)
    {
        if (entry.Offset >= _end)
            throw PdfFaultException.Broken("một đối tượng nằm ngoài tệp");
        var lexer = new PdfLexer(_data, _end, _budget) { Position = entry.Offset };
        if (lexer.ReadInteger() != number || lexer.ReadInteger() != entry.Generation || !lexer.Take("obj"))
            throw PdfFaultException.Broken($"đối tượng {number} không nằm ở chỗ được chỉ");
        var value = lexer.ReadValue();
        if (value is PdfDictionary dictionary && lexer.Take("stream"))
            return ReadStream(lexer, dictionary);
        return lexer.Take("endobj") ? value : throw PdfFaultException.Broken($"đối tượng {number} không kết thúc");
    }

    private PdfStream ReadStream(PdfLexer lexer, PdfDictionary dictionary)
    {
        var start = lexer.Position;
        start += start + 1 < _end && _data[start] == '\r' && _data[start + 1] == '\n' ? 2 : 1;
        if (Resolve(dictionary["Length"]) is not PdfToken { Number: { } length } || length < 0 || start + length > _end)
            throw PdfFaultException.Broken("luồng dữ liệu sai độ dài");
        lexer.Position = start + (int)length;
        if (!lexer.Take("endstream"))
            throw PdfFaultException.Broken("luồng dữ liệu không kết thúc");
        return new PdfStream(dictionary, _data.AsMemory(start, (int)length));
    }
}
