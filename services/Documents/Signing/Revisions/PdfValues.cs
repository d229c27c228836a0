using System.Globalization;
using System.Text;

namespace Emulation.Documents.Signing.Revisions;

/// <summary>A value of a PDF file, kept so that it can be written again unchanged.</summary>
internal abstract class PdfValue;

/// <summary>Number, <c>true</c>, <c>false</c> or <c>null</c>, as written.</summary>
internal sealed class PdfToken(string text) : PdfValue
{
    public static readonly PdfToken Null = new("null");

    public string Text { get; } = text;

    public static PdfToken Of(double number) => new(Rendering.Pdf.PdfFile.Number(number));

    public double? Number => double.TryParse(Text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
}

internal sealed class PdfName(string name) : PdfValue
{
    public string Name { get; } = name;
}

/// <param name="bytes">Content.</param>
/// <param name="start">Where it begins in the file, with its bracket.</param>
/// <param name="end">First byte after it.</param>
internal sealed class PdfString(byte[] bytes, int start = 0, int end = 0) : PdfValue
{
    public byte[] Bytes { get; } = bytes;

    public int Start { get; } = start;

    public int End { get; } = end;

    public string Text => Bytes is [0xFE, 0xFF, ..] ? Encoding.BigEndianUnicode.GetString(Bytes, 2, Bytes.Length - 2)
        : Bytes is [0xEF, 0xBB, 0xBF, ..] ? Encoding.UTF8.GetString(Bytes, 3, Bytes.Length - 3) : Encoding.Latin1.GetString(Bytes);

    public static PdfString Of(string text) => new([0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)]);
}

internal sealed class PdfReference(int number, int generation = 0) : PdfValue
{
    public int Number { get; } = number;

    public int Generation { get; } = generation;
}

internal sealed class PdfArray(IReadOnlyList<PdfValue> items) : PdfValue
{
    public IReadOnlyList<PdfValue> Items { get; } = items;
}

internal sealed class PdfDictionary(IReadOnlyDictionary<string, PdfValue> entries) : PdfValue
{
    public IReadOnlyDictionary<string, PdfValue> Entries { get; } = entries;

    public PdfValue? this[string key] => Entries.GetValueOrDefault(key);

    public string? Name(string key) => (this[key] as PdfName)?.Name;

    public string? Text(string key) => (this[key] as PdfString)?.Text;

    public PdfDictionary With(string key, PdfValue value) => new(new Dictionary<string, PdfValue>(Entries) { [key] = value });
}

/// <summary>A stream; its bytes stay in the file.</summary>
internal sealed class PdfStream(PdfDictionary dictionary, ReadOnlyMemory<byte> content) : PdfValue
{
    public PdfDictionary Dictionary { get; } = dictionary;

    public ReadOnlyMemory<byte> Content { get; } = content;
}

internal static class PdfSyntax
{
    /// <summary>The value as PDF text; keys in order, so that equal values give equal text.</summary>
    public static string Write(PdfValue value)
    {
        var text = new StringBuilder();
        Write(text, value);
        return text.ToString();
    }

    public static bool Same(PdfValue? a, PdfValue? b) => a is null || b is null ? a == b
        : a is PdfStream one && b is PdfStream other ? Same(one.Dictionary, other.Dictionary) && one.Content.Span.SequenceEqual(other.Content.Span)
        : a is not PdfStream && b is not PdfStream && Write(a) == Write(b);

    private static void Write(StringBuilder text, PdfValue value)
    {
        switch (value)
        {
            case PdfToken token:
                text.Append(token.Text);
                break;
            case PdfName name:
                WriteName(text, name.Name);
                break;
            case PdfString content:
                text.Append('<').Append(Convert.ToHexString(content.Bytes)).Append('>');
                break;
            case PdfReference reference:
                text.Append(CultureInfo.InvariantCulture, $"{reference.Number} {reference.Generation} R");
                break;
            case PdfArray array:
                text.Append('[');
                foreach (var item in array.Items)
                {
                    Write(text, item);
                    text.Append(' ');
                }

                text.Append(']');
                break;
            case PdfDictionary dictionary:
                text.Append("<<");
                foreach (var (key, entry) in dictionary.Entries.OrderBy(e => e.Key, StringComparer.Ordinal))
                {
                    text.Append(' ');
                    WriteName(text, key);
                    text.Append(' ');
                    Write(text, entry);
                }

                text.Append(" >>");
                break;
            default:
                throw new InvalidOperationException("A stream is written as an object of its own.");
        }
    }

    private static void WriteName(StringBuilder text, string name)
    {
        text.Append('/');
        foreach (var c in name)
        {
            if (c is > ' ' and < (char)127 and not ('#' or '/' or '(' or ')' or '<' or '>' or '[' or ']' or '{' or '}' or '%'))
                text.Append(c);
            else
                text.Append(CultureInfo.InvariantCulture, $"#{(int)c:X2}");
        }
    }
}
