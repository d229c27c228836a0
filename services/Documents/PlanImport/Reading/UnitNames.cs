using System.Text;
using System.Text.RegularExpressions;
using Emulation.Contracts.Campaigns;
using Emulation.Documents.Domain;
using Emulation.Documents.PlanImport.Source;

namespace Emulation.Documents.PlanImport.Reading;

/// <summary>A unit of the catalogue, by name.</summary>
internal sealed record KnownUnit(string Code, string Name, UnitKind Kind)
{
    public static KnownUnit Of(Unit unit) => new(unit.Code, unit.Name, unit.Kind);

    public bool Launches => Kind is UnitKind.Ward or UnitKind.Commune or UnitKind.SpecialZone;
}

/// <summary>A name with its kind of unit in a text, known or not.</summary>
internal sealed record UnitMention(string Printed, int Start, int Length, KnownUnit? Unit, KnownUnit? Near);

/// <summary>Finds names of communes in a text and holds them against the catalogue (LTN-26-30/H.4).</summary>
internal sealed partial class UnitNames(IReadOnlyCollection<KnownUnit> catalogue)
{
    private const int MostWords = 4;
    private readonly Dictionary<string, KnownUnit> _byName = catalogue.Where(u => u.Launches || u.Kind == UnitKind.City)
        .GroupBy(u => MappedText.BareOf(u.Name)).ToDictionary(g => g.Key, g => g.First());
    private readonly Dictionary<string, KnownUnit> _bySpelling = catalogue.Where(u => u.Launches || u.Kind == UnitKind.City)
        .GroupBy(u => Spelt(u.Name)).ToDictionary(g => g.Key, g => g.First());

    public bool Empty => !_byName.Values.Any(u => u.Launches);

    public KnownUnit? City => _byName.Values.FirstOrDefault(u => u.Kind == UnitKind.City);

    /// <param name="text">Where to look.</param>
    /// <param name="capitals">True where no small letters tell a name from what follows it.</param>
    /// <param name="unaccented">True for a text that lost its diacritics: then names are told by their bare letters.</param>
    public IEnumerable<UnitMention> In(MappedText text, bool capitals = false, bool unaccented = false)
    {
        foreach (Match match in (capitals || unaccented ? Loose() : Kinds()).Matches(unaccented ? text.Bare : text.Value))
        {
            var words = match.Groups["name"].Value.Split(' ');
            var kind = match.Groups["kind"].Value is "P." or "p." ? "phường" : match.Groups["kind"].Value;
            KnownUnit? unit = null;
            var taken = Math.Min(words.Length, MostWords);
            for (var n = taken; n > 0 && unit is null; n--)
            {
                var name = $"{kind} {string.Join(' ', words[..n])}";
                if (unaccented ? _byName.TryGetValue(MappedText.BareOf(name), out unit) : _bySpelling.TryGetValue(Spelt(name), out unit))
                    taken = n;
            }
            if (unit is null && unaccented)
                continue;
            var length = match.Groups["name"].Index - match.Index + string.Join(' ', words[..taken]).Length;
            yield return new(text.Value.Substring(match.Index, length), match.Index, length, unit, unit is null ? Nearest(MappedText.BareOf(kind), words[..taken]) : null);
        }
    }

    /// <summary>A name in small letters, each word with its marks behind it: Hoà and Hòa are one, Bàng and Bảng are two.</summary>
    private static string Spelt(string name) => string.Join(' ', name.Normalize(NormalizationForm.FormD).ToLowerInvariant().Split(' ')
        .Select(w => string.Concat(w.Where(char.IsLetter)) + string.Concat(w.Where(c => !char.IsLetter(c)).Order())));

    /// <summary>A unit of the same kind that shares at least half of the words.</summary>
    private KnownUnit? Nearest(string kind, string[] words)
    {
        var said = words.Select(MappedText.BareOf).ToHashSet(StringComparer.Ordinal);
        return _byName.Where(u => u.Key.StartsWith(kind + " ", StringComparison.Ordinal))
            .Select(u => (u.Value, Words: u.Key[(kind.Length + 1)..].Split(' ')))
            .Select(u => (u.Value, u.Words, Shared: u.Words.Count(said.Contains)))
            .Where(u => u.Shared * 2 >= u.Words.Length && u.Shared > 0)
            .OrderByDescending(u => (double)u.Shared / Math.Max(u.Words.Length, said.Count)).Select(u => u.Value).FirstOrDefault();
    }

    [GeneratedRegex(@"(?<kind>(?i:phường|xã|đặc khu)|P\.)\s+(?<name>\p{Lu}\p{L}*(?: \p{Lu}\p{L}*)*)", RegexOptions.CultureInvariant)]
    private static partial Regex Kinds();

    [GeneratedRegex(@"\b(?<kind>phuong|xa|dac khu|phường|xã|đặc khu)\s+(?<name>\p{L}+(?: \p{L}+){0,3})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Loose();
}
