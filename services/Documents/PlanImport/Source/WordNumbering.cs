using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Emulation.Documents.PlanImport.Source;

/// <summary>Writes out the automatic numbers of a Word file, which are not in its text.</summary>
internal sealed partial class WordNumbering
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private sealed record Level(int Start, string Format, string Text);

    private readonly Dictionary<string, string> _abstractOf = [];
    private readonly Dictionary<(string Abstract, int Level), Level> _levels = [];
    private readonly Dictionary<(string Number, int Level), int> _starts = [];
    private readonly Dictionary<string, (string Number, int Level)> _styles = [];
    private readonly Dictionary<(string Abstract, int Level), int> _counts = [];
    private readonly HashSet<(string Number, int Level)> _restarted = [];

    public static WordNumbering Of(XDocument? numbering, XDocument? styles)
    {
        var read = new WordNumbering();
        foreach (var list in numbering?.Root?.Elements(W + "abstractNum") ?? [])
            foreach (var level in list.Elements(W + "lvl"))
                read._levels[(Value(list, "abstractNumId") ?? "", Number(Value(level, "ilvl")))] = new(
                    Number(Value(level.Element(W + "start"), "val"), 1), Value(level.Element(W + "numFmt"), "val") ?? "decimal", Value(level.Element(W + "lvlText"), "val") ?? "");
        foreach (var number in numbering?.Root?.Elements(W + "num") ?? [])
        {
            var id = Value(number, "numId") ?? "";
            read._abstractOf[id] = Value(number.Element(W + "abstractNumId"), "val") ?? "";
            foreach (var over in number.Elements(W + "lvlOverride"))
                if (Value(over.Element(W + "startOverride"), "val") is { } start)
                    read._starts[(id, Number(Value(over, "ilvl")))] = Number(start, 1);
        }
        foreach (var style in styles?.Root?.Elements(W + "style") ?? [])
            if (style.Element(W + "pPr")?.Element(W + "numPr") is { } own && Value(style, "styleId") is { } name && Value(own.Element(W + "numId"), "val") is { } id)
                read._styles[name] = (id, Number(Value(own.Element(W + "ilvl"), "val")));
        return read;
    }

    /// <returns>The mark of the next paragraph; null when it has none.</returns>
    public string? Next(XElement? properties)
    {
        var own = properties?.Element(W + "numPr");
        var (id, level) = own is not null && Value(own.Element(W + "numId"), "val") is { } direct ? (direct, Number(Value(own.Element(W + "ilvl"), "val")))
            : Value(properties?.Element(W + "pStyle"), "val") is { } style && _styles.TryGetValue(style, out var by) ? by : ("0", 0);
        if (id == "0" || !_abstractOf.TryGetValue(id, out var list) || !_levels.TryGetValue((list, level), out var form))
            return null;
        var key = (list, level);
        if (_starts.TryGetValue((id, level), out var start) && _restarted.Add((id, level)))
            _counts[key] = start;
        else
            _counts[key] = _counts.TryGetValue(key, out var last) ? last + 1 : form.Start;
        foreach (var deeper in _counts.Keys.Where(k => k.Abstract == list && k.Level > level).ToArray())
            _counts.Remove(deeper);
        if (form.Format == "none")
            return null;
        return form.Format == "bullet" ? Bullet(form.Text)
            : Places().Replace(form.Text, place => Write(list, int.Parse(place.Groups[1].Value, CultureInfo.InvariantCulture) - 1)).Trim();
    }

    private string Write(string list, int level)
    {
        var form = _levels.GetValueOrDefault((list, level)) ?? new(1, "decimal", "");
        var count = _counts.GetValueOrDefault((list, level), form.Start);
        return form.Format switch
        {
            "upperRoman" => Roman(count),
            "lowerRoman" => Roman(count).ToLowerInvariant(),
            // Word counts a, b, c, d, e as in English; what it prints is what is read.
            "lowerLetter" => Letters(count),
            "upperLetter" => Letters(count).ToUpperInvariant(),
            "decimalZero" => count.ToString("00", CultureInfo.InvariantCulture),
            _ => count.ToString(CultureInfo.InvariantCulture),
        };
    }

    private static string Bullet(string text) => text switch { "+" => "+", "*" => "*", "-" or "–" or "—" => "-", "\uF02D" => "-", "\uF02B" => "+", "\uF02A" => "*", _ => "•" };

    private static string Letters(int count)
    {
        var text = new StringBuilder();
        for (var n = Math.Clamp(count, 1, 500); n > 0; n = (n - 1) / 26)
            text.Insert(0, (char)('a' + ((n - 1) % 26)));
        return text.ToString();
    }

    private static string Roman(int count)
    {
        (int, string)[] steps = [(50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
        var text = new StringBuilder();
        count = Math.Clamp(count, 1, 200);
        foreach (var (value, sign) in steps)
            for (; count >= value; count -= value)
                text.Append(sign);
        return text.ToString();
    }

    private static string? Value(XElement? element, string name) => (string?)element?.Attribute(W + name);

    private static int Number(string? text, int otherwise = 0) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 1000 ? number : otherwise;

    [GeneratedRegex("%([1-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Places();
}
