using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using static Emulation.Documents.FormCheck.Reading.DocxPackageReader;

namespace Emulation.Documents.FormCheck.Reading;

/// <summary>Automatic numbers, which stand in no text of the file, counted as Word counts them.</summary>
internal sealed partial class DocxNumbers
{
    private sealed record Level(string Format, string Text, int Start, XElement? Paragraph);

    private readonly Dictionary<string, Dictionary<int, Level>> _levels = [];
    private readonly Dictionary<string, string> _abstractOf = [];
    private readonly Dictionary<(string, int), int> _counters = [];

    public DocxNumbers(XElement? numbering)
    {
        foreach (var list in numbering?.Elements(W + "abstractNum") ?? [])
        {
            var levels = _levels[(string?)list.Attribute(W + "abstractNumId") ?? ""] = [];
            foreach (var level in list.Elements(W + "lvl"))
                levels[Int(level.Attribute(W + "ilvl"))] = Read(level);
        }

        foreach (var number in numbering?.Elements(W + "num") ?? [])
            _abstractOf[(string?)number.Attribute(W + "numId") ?? ""] = (string?)number.Element(W + "abstractNumId")?.Attribute(W + "val") ?? "";
    }

    /// <summary>Number of a paragraph as printed, and what its level sets for the paragraph; counts on.</summary>
    public (string Text, XElement? Paragraph)? Next(List<XElement> paragraph)
    {
        var properties = paragraph.Select(p => p.Element(W + "numPr")).FirstOrDefault(p => p?.Element(W + "numId") is not null);
        var list = _abstractOf.GetValueOrDefault((string?)properties?.Element(W + "numId")?.Attribute(W + "val") ?? "0");
        var at = Int(properties?.Element(W + "ilvl")?.Attribute(W + "val"));
        if (list is null || !_levels.TryGetValue(list, out var levels) || !levels.TryGetValue(at, out var level))
            return null;
        _counters[(list, at)] = _counters.TryGetValue((list, at), out var count) ? count + 1 : level.Start;
        foreach (var deeper in _counters.Keys.Where(key => key.Item1 == list && key.Item2 > at).ToList())
            _counters.Remove(deeper);
        if (level.Format == "bullet")
            return (level.Text.Length == 1 && level.Text[0] is '-' or '–' or '+' or '*' ? level.Text : "-", level.Paragraph);
        return (Place().Replace(level.Text, match =>
        {
            var wanted = match.Value[1] - '1';
            return Written(_counters.GetValueOrDefault((list, wanted), 1), levels.GetValueOrDefault(wanted)?.Format ?? "decimal");
        }), level.Paragraph);
    }

    private static Level Read(XElement level) => new(
        (string?)level.Element(W + "numFmt")?.Attribute(W + "val") ?? "decimal", (string?)level.Element(W + "lvlText")?.Attribute(W + "val") ?? "",
        Int(level.Element(W + "start")?.Attribute(W + "val"), 1), level.Element(W + "pPr"));

    private static int Int(XAttribute? attribute, int otherwise = 0) => int.TryParse((string?)attribute, NumberStyles.Integer, CultureInfo.InvariantCulture, out var n) ? n : otherwise;

    private static string Written(int number, string format) => format switch
    {
        "upperRoman" => Roman(number),
        "lowerRoman" => Roman(number).ToLowerInvariant(),
        "lowerLetter" => ((char)('a' + (number - 1) % 26)).ToString(),
        "upperLetter" => ((char)('A' + (number - 1) % 26)).ToString(),
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    private static string Roman(int number)
    {
        var text = "";
        foreach (var (value, letters) in ((int, string)[])[(50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")])
        {
            for (; number >= value && text.Length < 20; number -= value)
                text += letters;
        }

        return text;
    }

    [GeneratedRegex("%[1-9]")]
    private static partial Regex Place();
}
