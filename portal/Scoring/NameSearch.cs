using System.Globalization;
using System.Text;

namespace Emulation.Portal.Scoring;

/// <summary>Finds Vietnamese names as people type them: a mark that is typed must be there, one that is left out may be.</summary>
internal static class NameSearch
{
    // Tones: huyền, sắc, hỏi, ngã, nặng. The marks of â ă ê ô ơ ư belong to the letter.
    private const string Tones = "\u0300\u0301\u0309\u0303\u0323";

    /// <summary>Every word of the query begins a word of the name; “le thanh”, “Lê Thành” and “hoà” (for “hòa”) find what they should.</summary>
    public static bool Matches(string name, string? query)
    {
        var words = Words(name);
        return Words(query ?? "").All(q => words.Any(w => Begins(w, q)));
    }

    private static (string Letters, string Tone)[] Words(string text) =>
        [.. text.Split([' ', '-', ',', '.', '\u00a0'], StringSplitOptions.RemoveEmptyEntries).Select(Split)];

    // The tone is taken out of its place: “hoà” and “hòa” are one word.
    private static (string Letters, string Tone) Split(string word)
    {
        var parts = word.ToLower(CultureInfo.InvariantCulture).Normalize(NormalizationForm.FormD);
        return (string.Concat(parts.Where(c => !Tones.Contains(c))).Normalize(NormalizationForm.FormC), string.Concat(parts.Where(Tones.Contains)));
    }

    private static bool Begins((string Letters, string Tone) word, (string Letters, string Tone) asked) =>
        asked.Letters.Length <= word.Letters.Length
        && asked.Letters.Index().All(l => l.Item == word.Letters[l.Index] || l.Item == Plain(word.Letters[l.Index]))
        && (asked.Tone.Length == 0 || asked.Tone == word.Tone);

    private static char Plain(char letter) => letter == 'đ' ? 'd' : letter.ToString().Normalize(NormalizationForm.FormD)[0];
}
