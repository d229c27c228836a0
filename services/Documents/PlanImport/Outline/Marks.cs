using System.Text.RegularExpressions;
using Emulation.Documents.PlanImport.Source;

namespace Emulation.Documents.PlanImport.Outline;

/// <summary>How a part of a plan is marked.</summary>
public enum MarkKind
{
    /// <summary>I., II.</summary>
    Roman,
    /// <summary>1., 2.1, 2.1.1.</summary>
    Number,
    /// <summary>a), b), đ).</summary>
    Letter,
    /// <summary>-.</summary>
    Dash,
    /// <summary>+.</summary>
    Plus,
    /// <summary>*.</summary>
    Star,
    /// <summary>No mark, ends with a colon and opens what follows.</summary>
    Head,
    /// <summary>No mark.</summary>
    Plain,
}

/// <summary>A mark at the head of a paragraph.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Printed">As printed, without what closes it.</param>
/// <param name="Length">Characters up to the words.</param>
internal sealed record Mark(MarkKind Kind, string Printed, int Length);

/// <summary>Reads the mark at the head of a paragraph. Marks are kept as printed; nothing is renumbered.</summary>
internal static partial class Marks
{
    /// <summary>Letters in the order of Vietnamese lists: no f, j, w, z.</summary>
    public const string Alphabet = "abcdđeghiklmnopqrstuvxy";

    public static Mark? Of(MappedText text, bool continues = false)
    {
        var value = text.Value;
        if (Roman().Match(value) is { Success: true } roman && (Capitals(value[roman.Length..]) || (roman.Groups[1].Value is not ("|" or "l") && char.IsUpper(value[roman.Length]))))
            return new(MarkKind.Roman, roman.Groups[1].Value, roman.Length);
        if (Number().Match(value) is { Success: true } number)
            return new(MarkKind.Number, number.Groups["n"].Value, number.Length);
        if (Letter().Match(value) is { Success: true } letter)
            return new(MarkKind.Letter, letter.Groups[1].Value, letter.Length);
        if (Bullet().Match(value) is not { Success: true } bullet || (continues && Year().IsMatch(value)))
            return null;
        var kind = bullet.Groups[1].Value switch { "+" => MarkKind.Plus, "*" or "•" or "●" or "" => MarkKind.Star, _ => MarkKind.Dash };
        return new(kind, bullet.Groups[1].Value, bullet.Length);
    }

    public static int ValueOf(string roman)
    {
        var (sum, last) = (0, 0);
        foreach (var c in roman.Reverse())
        {
            var digit = c switch { 'I' => 1, 'V' => 5, _ => 10 };
            sum += digit < last ? -digit : digit;
            last = Math.Max(last, digit);
        }
        return sum;
    }

    /// <summary>Mostly capital letters: a head of a part.</summary>
    public static bool Capitals(string text)
    {
        var (upper, letters) = (0, 0);
        foreach (var c in text.Where(char.IsLetter))
        {
            letters++;
            if (char.IsUpper(c))
                upper++;
        }
        return letters >= 2 && upper * 10 >= letters * 8;
    }

    // Some readers of scans take the I of the first part for a stroke.
    [GeneratedRegex(@"^([IVX]{1,5}|[|l])\s?[./)]\s*(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex Roman();

    [GeneratedRegex(@"^(?<n>\d{1,2}(?:\.\d{1,2}){1,3})[./)]?\s+(?=\D)|^(?<n>\d{1,2})[./)]\s+(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"^([a-zđ])[./)]\s+(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex Letter();

    [GeneratedRegex(@"^([-–—+*•●])\s*(?=[^\s\-–—+*])", RegexOptions.CultureInvariant)]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^[-–—]\s*\d{4}\b", RegexOptions.CultureInvariant)]
    private static partial Regex Year();
}
