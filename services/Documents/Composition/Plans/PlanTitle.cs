using System.Text.RegularExpressions;
using Emulation.Documents.Domain;
using static Emulation.Documents.Composition.VietnameseText;

namespace Emulation.Documents.Composition.Plans;

/// <summary>Trích yếu of a plan, made of the campaign's name.</summary>
internal static partial class PlanTitle
{
    private const string Launch = "Phát động";

    /// <summary>“Phát động Phong trào thi đua “…””; a plan of tasks is carried out, not launched (LTN-TD-26/H.2).</summary>
    public static string Abstract(string name)
    {
        var bare = name.Trim().TrimEnd('.');
        return bare.StartsWith(Launch, StringComparison.OrdinalIgnoreCase) || bare.StartsWith("Triển khai", StringComparison.OrdinalIgnoreCase) ? UpperFirst(bare)
            : Tasks().IsMatch(bare) ? $"Triển khai {LowerFirst(bare)}"
            // What only describes it goes without quotation marks (CVA-26/H.3).
            : Described().IsMatch(bare) ? $"{Launch} {LowerFirst(bare)}"
            : $"{Launch} {Campaign(bare)}";
    }

    /// <summary>The unit's own name in a title is that of the register, however it was typed (LTN-26-30/H.4). Another name is taken for a slip only when it is of the same length and all but one word are the same.</summary>
    public static string WithUnitFrom(Unit unit, string text)
    {
        if (!unit.IsCommuneLevel)
            return text;
        var kind = unit.Name[..(unit.Name.Length - unit.BareName.Length)].Trim();
        var own = unit.BareName.Split(' ');
        return Regex.Replace(text, $@"(?<=\b(?i:{Regex.Escape(kind)}) )(?<name>\p{{Lu}}\p{{L}}*( \p{{Lu}}\p{{L}}*)*)",
            found => Slip(found.Value.Split(' '), own) ? unit.BareName : found.Value,
            RegexOptions.CultureInvariant);
    }

    // “Hải An” and “Hải Dương” are two units: of two words one is too little to go by.
    private static bool Slip(string[] typed, string[] own) =>
        own.Length > 2 && typed.Length == own.Length && typed.Zip(own).Count(pair => pair.First != pair.Second) == 1;

    [GeneratedRegex(@"^[Pp]hong trào thi đua \p{Ll}", RegexOptions.CultureInvariant)]
    private static partial Regex Described();

    [GeneratedRegex("^(Một số )?nhiệm vụ ", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tasks();
}
