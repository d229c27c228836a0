using System.Globalization;
using System.Text.RegularExpressions;
using static Emulation.Documents.FormCheck.FormRules;

namespace Emulation.Documents.FormCheck.Checks;

/// <summary>Marks of sections, clauses and points, one after another (Phụ lục I.II.6; C-32).</summary>
internal sealed partial class NumberingChecks(FormParts parts)
{
    private const string Alphabet = "abcdđeghiklmnopqrstuvxy";

    private readonly Dictionary<string, int> _last = [];
    private readonly List<Finding> _wrong = [];
    private int _letter;
    private int _marks;

    public static IEnumerable<Finding> Of(FormParts parts)
    {
        var checks = new NumberingChecks(parts);
        foreach (var p in parts.Body)
            checks.Look(p);
        foreach (var rule in (FormRule[])[Letters, Order])
        {
            var wrong = checks._wrong.Where(f => f.Rule == rule).ToList();
            if (wrong.Count == 0)
                wrong.Add(checks._marks == 0 ? rule.Unknown("Văn bản không đánh số mục, khoản, điểm.") : rule.Fine("Liên tục, đúng thứ tự."));
            foreach (var finding in wrong)
                yield return finding;
        }
    }

    private void Look(FormParagraph p)
    {
        if (p.InRuledTable)
            return;
        if (Article().Match(p.Text) is { Success: true } article)
            Count(p, "Điều", "Điều ", int.Parse(article.Groups[1].Value, CultureInfo.InvariantCulture), fromOne: true, clears: ["."]);
        else if (Section().Match(p.Text) is { Success: true } section && Roman(section.Groups[1].Value) is { } value)
            Count(p, "mục", "", value, fromOne: true, clears: ["."], printed: section.Groups[1].Value);
        else if (Clause().Match(p.Text) is { Success: true } clause)
            Clauses(p, clause.Groups[1].Value);
        else if (Point().Match(p.Text) is { Success: true } point)
            Points(p, char.ToLowerInvariant(point.Groups[1].Value[0]));
    }

    private void Clauses(FormParagraph p, string printed)
    {
        var at = printed.LastIndexOf('.');
        // “.” is the level of clauses, “.2” that of the clauses within clause 2.
        var level = at < 0 ? "." : "." + printed[..at];
        Count(p, level, "", int.Parse(printed[(at + 1)..], CultureInfo.InvariantCulture), fromOne: at < 0, clears: ["." + printed], printed: printed);
    }

    private void Count(FormParagraph p, string level, string word, int value, bool fromOne, string[] clears, string? printed = null)
    {
        _marks++;
        _letter = 0;
        printed ??= $"{value}";
        var last = _last.GetValueOrDefault(level);
        if (value == last)
            Wrong(p, $"{word}{printed} bị trùng.");
        else if (value != 1 && last > 0 && value != last + 1)
            Wrong(p, $"{word}{printed} không liền sau số trước ({last}).");
        // Text read from a picture loses marks: a list that begins late is no proof.
        else if (value != 1 && last == 0 && fromOne && !parts.Poor)
            Wrong(p, $"{word}{printed}: dãy số không bắt đầu từ 1.");
        _last[level] = value;
        // Deeper levels begin anew; those of a clause belong to it alone.
        foreach (var key in _last.Keys.Where(key => key != level && clears.Any(clear => key == clear || (key.StartsWith(clear, StringComparison.Ordinal) && key.StartsWith('.')))).ToList())
            _last.Remove(key);
    }

    private void Points(FormParagraph p, char letter)
    {
        _marks++;
        var at = Alphabet.IndexOf(letter, StringComparison.Ordinal) + 1;
        if (at == 0)
        {
            _wrong.Add(Letters.Wrong(p, $"Điểm “{letter})”: chữ cái không dùng để đánh số."));
            return;
        }

        if (at == _letter)
            Wrong(p, $"Điểm {letter}) bị trùng.");
        else if (at != 1 && at != _letter + 1 && !(parts.Poor && _letter == 0))
            Wrong(p, _letter == 0 ? $"Điểm {letter}): dãy không bắt đầu từ a)." : $"Điểm {letter}) không liền sau điểm {Alphabet[_letter - 1]}).");
        _letter = at;
    }

    private void Wrong(FormParagraph p, string found) => _wrong.Add(Order.Wrong(p, $"{found} “{FormText.Short(p.Text)}”"));

    private static int? Roman(string text)
    {
        var total = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var (own, next) = (Value(text[i]), i + 1 < text.Length ? Value(text[i + 1]) : 0);
            total += own < next ? -own : own;
        }

        return total is > 0 and < 60 ? total : null;

        static int Value(char letter) => letter switch { 'I' => 1, 'V' => 5, 'X' => 10, _ => 0 };
    }

    [GeneratedRegex(@"^Điều (\d{1,3})\.")]
    private static partial Regex Article();

    [GeneratedRegex(@"^([IVX]{1,6})\.\s")]
    private static partial Regex Section();

    [GeneratedRegex(@"^(\d{1,2}(?:\.\d{1,2}){0,3})(?:\.\s+\S|(?<=\.\d{1,2})\s+[^\d\s])")]
    private static partial Regex Clause();

    [GeneratedRegex(@"^(\p{L})\)\s")]
    private static partial Regex Point();
}
