using System.Text;
using Emulation.Contracts.Campaigns;
using Emulation.ServiceDefaults;

namespace Emulation.Nominations.Domain.Register;

/// <summary>Who an award, a merit or a hold is about, so that the same one is known again: a person by staff code, else by name within the unit; a collective by its unit and name.</summary>
public sealed record NomineeRef(Recipient Kind, string UnitCode, string NameKey, string? PersonCode)
{
    private static readonly string[] Organs = ["uy ban nhan dan ", "ubnd "];

    /// <summary>As <see cref="Code"/> writes it, however it was kept.</summary>
    public string? PersonCode { get; } = Code(PersonCode);

    public static NomineeRef Of(Nominee nominee) => Of(nominee.Kind, nominee.Name, nominee.UnitCode, nominee.UnitName, nominee.PersonCode);

    public static NomineeRef Of(Recipient kind, string name, string unitCode, string unitName, string? personCode) => kind == Recipient.Individual
        ? new(kind, unitCode, $"p/{Root(unitCode)}/{Folding.Key(name)}", Code(personCode))
        : new(kind, unitCode, $"c/{unitCode}/{(Bare(name) == Bare(unitName) ? "" : Folding.Key(name))}", null);

    /// <summary>Staff codes differ in case, spacing and punctuation from paper to paper: only letters and digits count. Null when there are none.</summary>
    public static string? Code(string? personCode) =>
        personCode is not null && string.Concat(personCode.Normalize(NormalizationForm.FormKC).Where(char.IsLetterOrDigit)) is { Length: > 0 } code ? code.ToUpperInvariant() : null;

    /// <summary>Two staff codes decide; without them the same name in units of which one contains the other.</summary>
    public bool Same(NomineeRef other) => Kind == other.Kind
        && (PersonCode is not null && other.PersonCode is not null ? PersonCode == other.PersonCode
            : SameName(other));

    /// <summary>One name in one unit under two staff codes: two people, or one whose code was mistyped; only people can tell.</summary>
    public bool Namesake(NomineeRef other) => Kind == other.Kind && PersonCode is not null && other.PersonCode is not null && PersonCode != other.PersonCode && SameName(other);

    /// <summary>One word for the nominee: guards in the database hang on it.</summary>
    public string Key => PersonCode is { } code ? $"p#{code}" : NameKey;

    /// <summary>What is locked while something is decided about the nominee.</summary>
    public IEnumerable<string> Locks => PersonCode is { } code ? [$"nominee {NameKey}", $"nominee p#{code}", $"unit {UnitCode}"] : [$"nominee {NameKey}", $"unit {UnitCode}"];

    private bool SameName(NomineeRef other) => NameKey == other.NameKey && (Within(UnitCode, other.UnitCode) || Within(other.UnitCode, UnitCode));

    private static bool Within(string inner, string outer) => inner == outer || inner.StartsWith(outer + "-", StringComparison.Ordinal);

    /// <summary>The commune or department: people move between its offices.</summary>
    public static string Root(string unitCode)
    {
        var parts = unitCode.Split('-');
        return parts[0] == Auth.CityUnit && parts.Length > 1 ? $"{parts[0]}-{parts[1]}" : parts[0];
    }

    private static string Bare(string name)
    {
        var folded = Folding.Fold(name);
        return Organs.FirstOrDefault(o => folded.StartsWith(o, StringComparison.Ordinal)) is { } organ ? folded[organ.Length..] : folded;
    }
}

/// <summary>When two descriptions speak of one achievement.</summary>
public static class AchievementText
{
    private const double Near = 0.9;
    private const int WordsToCompare = 5;

    /// <summary>Words without marks and punctuation, one space between.</summary>
    public static string Key(string text) => string.Join(' ', Words(text));

    /// <summary>Same words, or nearly so. Numbers must agree: “năm 2026” and “năm 2027” are two achievements.</summary>
    public static bool Same(string a, string b)
    {
        var (first, second) = (Words(a), Words(b));
        if (first.SequenceEqual(second))
            return true;
        if (Math.Min(first.Length, second.Length) < WordsToCompare || !Numbers(first).SequenceEqual(Numbers(second)))
            return false;
        var rest = second.ToList();
        var common = first.Count(rest.Remove);
        return 2.0 * common / (first.Length + second.Length) >= Near;
    }

    public static string[] Words(string text) =>
        new string([.. Folding.Fold(text).Select(c => char.IsLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string> Numbers(string[] words) => words.Where(w => w.Any(char.IsDigit)).Order(StringComparer.Ordinal);
}
