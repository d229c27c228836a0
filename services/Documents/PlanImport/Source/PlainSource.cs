using System.Text;

namespace Emulation.Documents.PlanImport.Source;

/// <summary>Reads a text file: UTF-8, or UTF-16 with its mark.</summary>
internal static class PlainSource
{
    /// <returns>Null when the bytes are no text.</returns>
    public static SourceText? Read(byte[] bytes)
    {
        try
        {
            var text = bytes is [0xFF, 0xFE, ..] ? Strict(Encoding.Unicode).GetString(bytes.AsSpan(2)) : bytes is [0xFE, 0xFF, ..] ? Strict(Encoding.BigEndianUnicode).GetString(bytes.AsSpan(2)) : new UTF8Encoding(false, true).GetString(bytes);
            return text.Any(c => c == '\0' || (char.IsControl(c) && c is not ('\n' or '\r' or '\t' or '\f' or '\v' or '\u0085'))) ? null : new(text.TrimStart('\uFEFF'), Paged: text.Contains('\f', StringComparison.Ordinal));
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static Encoding Strict(Encoding encoding)
    {
        var strict = (Encoding)encoding.Clone();
        strict.DecoderFallback = DecoderFallback.ExceptionFallback;
        return strict;
    }
}
