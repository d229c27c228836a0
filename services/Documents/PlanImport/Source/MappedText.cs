using System.Globalization;
using System.Text;

namespace Emulation.Documents.PlanImport.Source;

/// <summary>Text in NFC that knows for each character where it stands in the original, so that whatever is found can be shown there.</summary>
internal sealed class MappedText
{
    private readonly int[] _from;
    private readonly int[] _to;
    private string? _bare;

    private MappedText(string value, int[] from, int[] to) => (Value, _from, _to) = (value, from, to);

    public static MappedText Empty { get; } = new("", [], []);

    public string Value { get; }

    /// <summary>The same, character for character, in lower case without diacritics: what patterns are matched against (C-36).</summary>
    public string Bare => _bare ??= string.Create(Value.Length, Value, (span, value) =>
    {
        for (var i = 0; i < value.Length; i++)
            span[i] = BareOf(value[i]);
    });

    public int Length => Value.Length;

    public static MappedText Of(string source, int start, int end)
    {
        var text = new StringBuilder(end - start);
        List<int> from = new(end - start), to = new(end - start);
        for (var i = start; i < end;)
        {
            var next = i + 1;
            while (next < end && char.GetUnicodeCategory(source[next]) is UnicodeCategory.NonSpacingMark)
                next++;
            if (next < end && char.IsHighSurrogate(source[i]) && char.IsLowSurrogate(source[next]))
                next++;
            foreach (var c in next == i + 1 ? source[i].ToString() : Composed(source[i..next]))
            {
                // Zero-width characters, byte-order marks and controls say nothing; a tab parts columns.
                if (c != '\t' && char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format)
                    continue;
                text.Append(c is '\u00A0' or '\u2007' or '\u202F' ? ' ' : c);
                from.Add(i);
                to.Add(next);
            }
            i = next;
        }
        return new(text.ToString(), [.. from], [.. to]);
    }

    public MappedText Slice(int start, int length) => new(Value.Substring(start, length), _from[start..(start + length)], _to[start..(start + length)]);

    public MappedText From(int start) => Slice(start, Length - start);

    public MappedText Trim()
    {
        int start = 0, end = Length;
        while (start < end && char.IsWhiteSpace(Value[start]))
            start++;
        while (end > start && char.IsWhiteSpace(Value[end - 1]))
            end--;
        return start == 0 && end == Length ? this : Slice(start, end - start);
    }

    /// <summary>One space for each run of white space.</summary>
    public MappedText Collapse() => Keep(i => !char.IsWhiteSpace(Value[i]) || (i > 0 && !char.IsWhiteSpace(Value[i - 1])));

    public MappedText Keep(Func<int, bool> which)
    {
        var kept = Enumerable.Range(0, Length).Where(which).ToArray();
        return kept.Length == Length ? this : new(string.Concat(kept.Select(i => Value[i])), [.. kept.Select(i => _from[i])], [.. kept.Select(i => _to[i])]);
    }

    public static MappedText Join(MappedText one, MappedText other)
    {
        if (one.Length == 0)
            return other;
        var at = one._to[^1];
        return new($"{one.Value} {other.Value}", [.. one._from, at, .. other._from], [.. one._to, at, .. other._to]);
    }

    /// <summary>Where a piece stands in the original: first character and the one after the last.</summary>
    public (int Start, int End) At(int start, int length) => length == 0 || start >= Length ? (Length == 0 ? (0, 0) : (_from[0], _to[^1])) : (_from[start], _to[start + length - 1]);

    public static string BareOf(string text) => string.Concat(text.Normalize(NormalizationForm.FormC).Select(BareOf));

    private static char BareOf(char c)
    {
        if (c < 0x80)
            return char.ToLowerInvariant(c);
        if (c is 'đ' or 'Đ')
            return 'd';
        if (c is '–' or '—' or '‑' or '−')
            return '-';
        if (!char.IsLetter(c))
            return c;
        return char.ToLowerInvariant(c.ToString().Normalize(NormalizationForm.FormD)[0]);
    }

    private static string Composed(string cluster)
    {
        try
        {
            return cluster.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return cluster;
        }
    }
}
