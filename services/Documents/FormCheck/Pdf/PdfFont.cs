using System.Text;

namespace Emulation.Documents.FormCheck.Pdf;

/// <summary>A font of a PDF: name and looks, widths, and which letters its codes stand for.</summary>
internal sealed class PdfFont
{
    private readonly Dictionary<int, double> _widths = [];
    private readonly Dictionary<int, string> _letters = [];
    private readonly double _otherWidth;
    private readonly bool _wide;

    public PdfFont(Dictionary<string, object?> entries, PdfSource source, WorkBudget budget)
    {
        var name = source.Name(entries.GetValueOrDefault("BaseFont")) ?? "";
        Name = name.Length > 7 && name[6] == '+' ? name[7..] : name;
        _wide = source.Name(entries.GetValueOrDefault("Subtype")) == "Type0";
        var inner = _wide && source.Items(entries.GetValueOrDefault("DescendantFonts")) is [var first, ..] ? source.Entries(first) ?? entries : entries;
        var descriptor = source.Entries(inner.GetValueOrDefault("FontDescriptor")) ?? [];
        var flags = (int)(source.Number(descriptor.GetValueOrDefault("Flags")) ?? 0);
        Bold = Name.Contains("Bold", StringComparison.OrdinalIgnoreCase) || (flags & 0x40000) != 0 || source.Number(descriptor.GetValueOrDefault("FontWeight")) >= 600;
        Italic = Name.Contains("Italic", StringComparison.OrdinalIgnoreCase) || Name.Contains("Oblique", StringComparison.OrdinalIgnoreCase) || (flags & 0x40) != 0;
        _otherWidth = source.Number((_wide ? inner : descriptor).GetValueOrDefault(_wide ? "DW" : "MissingWidth")) ?? (_wide ? 1000 : 500);
        if (_wide)
            ReadWideWidths(source.Items(inner.GetValueOrDefault("W")) ?? [], source, budget);
        else
            ReadWidths(entries, source, budget);
        if (source.Resolve(entries.GetValueOrDefault("ToUnicode")) is PdfStream map && source.Data(map) is { } data)
            ReadLetters(data, budget);
        else if (!_wide)
            StandardLetters();
        // Codes without a map tell nothing about the words.
        Readable = _letters.Count > 0;
    }

    public string Name { get; }

    public bool Bold { get; }

    public bool Italic { get; }

    public bool Readable { get; }

    public IEnumerable<(string Text, double Width, bool Blank)> Read(byte[] codes)
    {
        var step = _wide ? 2 : 1;
        for (var i = 0; i + step <= codes.Length; i += step)
        {
            var code = _wide ? (codes[i] << 8) | codes[i + 1] : codes[i];
            yield return (_letters.GetValueOrDefault(code, ""), _widths.GetValueOrDefault(code, _otherWidth) / 1000, !_wide && code == 32);
        }
    }

    private void ReadWidths(Dictionary<string, object?> entries, PdfSource source, WorkBudget budget)
    {
        var first = (int)(source.Number(entries.GetValueOrDefault("FirstChar")) ?? 0);
        var widths = source.Items(entries.GetValueOrDefault("Widths")) ?? [];
        for (var i = 0; i < Math.Min(widths.Count, 256); i++)
        {
            budget.Step();
            _widths[first + i] = source.Number(widths[i]) ?? _otherWidth;
        }
    }

    private void ReadWideWidths(List<object?> items, PdfSource source, WorkBudget budget)
    {
        for (var i = 0; i + 1 < items.Count;)
        {
            var from = (int)(source.Number(items[i]) ?? 0);
            if (source.Items(items[i + 1]) is { } each)
            {
                for (var k = 0; k < each.Count; k++)
                {
                    budget.Step();
                    _widths[from + k] = source.Number(each[k]) ?? _otherWidth;
                }

                i += 2;
                continue;
            }

            var to = Math.Min((int)(source.Number(items[i + 1]) ?? from), 0xFFFF);
            for (var code = from; code <= to && i + 2 < items.Count; code++)
            {
                budget.Step();
                _widths[code] = source.Number(items[i + 2]) ?? _otherWidth;
            }

            i += 3;
        }
    }

    private void ReadLetters(byte[] map, WorkBudget budget)
    {
        var lexer = new PdfLexer(map, 0, map.Length, budget, references: false);
        var row = new List<object?>();
        for (object? value; !ReferenceEquals(value = lexer.Read(), PdfLexer.Nothing);)
        {
            if (value is not PdfOperator { Word: var word })
            {
                row.Add(value);
                continue;
            }

            if (word == "endbfchar")
                Characters(row, budget);
            else if (word == "endbfrange")
                Ranges(row, budget);
            row.Clear();
        }
    }

    private void Characters(List<object?> row, WorkBudget budget)
    {
        for (var i = 0; i + 1 < row.Count; i += 2)
        {
            budget.Step();
            if (row[i] is PdfText code && row[i + 1] is PdfText letters)
                _letters[Code(code)] = Letters(letters.Bytes);
        }
    }

    private void Ranges(List<object?> row, WorkBudget budget)
    {
        for (var i = 0; i + 2 < row.Count; i += 3)
        {
            if (row[i] is not PdfText low || row[i + 1] is not PdfText high)
                continue;
            var (from, to) = (Code(low), Math.Min(Code(high), Code(low) + 0xFFFF));
            for (var code = from; code <= to; code++)
            {
                budget.Step();
                if (row[i + 2] is List<object?> each)
                    _letters[code] = each.ElementAtOrDefault(code - from) is PdfText one ? Letters(one.Bytes) : "";
                else if (row[i + 2] is PdfText { Bytes.Length: >= 2 } start)
                    _letters[code] = Letters([.. start.Bytes[..^2], (byte)(Last(start.Bytes, code - from) >> 8), (byte)Last(start.Bytes, code - from)]);
            }
        }
    }

    private static int Last(byte[] bytes, int plus) => ((bytes[^2] << 8) | bytes[^1]) + plus;

    private static int Code(PdfText text) => text.Bytes.Take(4).Aggregate(0, (code, b) => (code << 8) | b);

    private static string Letters(byte[] bytes) => Encoding.BigEndianUnicode.GetString(bytes);

    private void StandardLetters()
    {
        for (var code = 32; code < 256; code++)
            _letters[code] = ((char)code).ToString();
    }
}
