using System.Globalization;
using System.Xml.Linq;
using Emulation.Documents.Rendering;
using static Emulation.Documents.FormCheck.Reading.DocxPackageReader;

namespace Emulation.Documents.FormCheck.Reading;

/// <summary>Looks of letters and paragraphs as Word works them out: defaults, styles one on another, what is set directly.</summary>
internal sealed class DocxStyles
{
    private const int LongestChain = 20;

    private readonly Dictionary<string, XElement> _styles = [];
    private readonly Dictionary<string, string> _themeFonts = [];
    private readonly XElement? _runDefaults;
    private readonly XElement? _paragraphDefaults;
    private readonly string? _defaultParagraph;

    public DocxStyles(XElement? styles, XElement? theme)
    {
        foreach (var style in styles?.Elements(W + "style") ?? [])
        {
            if ((string?)style.Attribute(W + "styleId") is { } id)
                _styles[id] = style;
            if ((string?)style.Attribute(W + "type") == "paragraph" && IsOn((string?)style.Attribute(W + "default") ?? "0"))
                _defaultParagraph = (string?)style.Attribute(W + "styleId");
        }

        _runDefaults = styles?.Element(W + "docDefaults")?.Element(W + "rPrDefault")?.Element(W + "rPr");
        _paragraphDefaults = styles?.Element(W + "docDefaults")?.Element(W + "pPrDefault")?.Element(W + "pPr");
        foreach (var kind in (string[])["major", "minor"])
        {
            var latin = theme?.Descendants().FirstOrDefault(e => e.Name.LocalName == kind + "Font")?.Elements().FirstOrDefault(e => e.Name.LocalName == "latin");
            if ((string?)latin?.Attribute("typeface") is { Length: > 0 } face)
                _themeFonts[kind] = face;
        }
    }

    /// <summary>Paragraph properties from the weakest to the strongest.</summary>
    public List<XElement> Paragraph(XElement? own)
    {
        var chain = new List<XElement>();
        if (own is not null)
            chain.Add(own);
        foreach (var style in Chain((string?)own?.Element(W + "pStyle")?.Attribute(W + "val") ?? _defaultParagraph))
        {
            if (style.Element(W + "pPr") is { } properties)
                chain.Add(properties);
        }

        if (_paragraphDefaults is not null)
            chain.Add(_paragraphDefaults);
        return chain;
    }

    /// <summary>Look of a run inside a paragraph.</summary>
    public FormRun Run(string text, XElement? own, XElement? paragraph)
    {
        var chain = new List<XElement>();
        if (own is not null)
            chain.Add(own);
        chain.AddRange(Chain((string?)own?.Element(W + "rStyle")?.Attribute(W + "val")).Select(s => s.Element(W + "rPr")).OfType<XElement>());
        chain.AddRange(Chain((string?)paragraph?.Element(W + "pStyle")?.Attribute(W + "val") ?? _defaultParagraph).Select(s => s.Element(W + "rPr")).OfType<XElement>());
        if (_runDefaults is not null)
            chain.Add(_runDefaults);
        var size = Value(chain, "sz") is { } half && double.TryParse(half, CultureInfo.InvariantCulture, out var n) ? n / 2 : 10;
        return new FormRun(text, Font(chain), size, Flag(chain, "b"), Flag(chain, "i"), Black(chain));
    }

    public static bool Underlined(XElement? own) => (string?)own?.Element(W + "u")?.Attribute(W + "val") is { } kind && kind != "none";

    public static string? Value(IEnumerable<XElement> chain, string name, string attribute = "val") =>
        chain.Select(properties => (string?)properties.Element(W + name)?.Attribute(W + attribute)).FirstOrDefault(value => value is not null);

    /// <summary>A length in twentieths of a point, as points.</summary>
    public static double? Length(IEnumerable<XElement> chain, string name, params string[] attributes)
    {
        foreach (var properties in chain)
        {
            foreach (var attribute in attributes)
            {
                if (double.TryParse((string?)properties.Element(W + name)?.Attribute(W + attribute), NumberStyles.Float, CultureInfo.InvariantCulture, out var twips))
                    return twips / 20;
            }
        }

        return null;
    }

    public static TextAlign Align(IEnumerable<XElement> chain) => Value(chain, "jc") switch
    {
        "center" => TextAlign.Centre,
        "right" or "end" => TextAlign.Right,
        "both" or "distribute" => TextAlign.Justify,
        _ => TextAlign.Left,
    };

    private IEnumerable<XElement> Chain(string? id)
    {
        for (var i = 0; i < LongestChain && id is not null && _styles.TryGetValue(id, out var style); i++)
        {
            yield return style;
            id = (string?)style.Element(W + "basedOn")?.Attribute(W + "val");
        }
    }

    private string? Font(List<XElement> chain)
    {
        foreach (var fonts in chain.Select(properties => properties.Element(W + "rFonts")).OfType<XElement>())
        {
            if ((string?)fonts.Attribute(W + "asciiTheme") is { } theme && _themeFonts.GetValueOrDefault(theme.StartsWith("major", StringComparison.Ordinal) ? "major" : "minor") is { } themed)
                return themed;
            if ((string?)fonts.Attribute(W + "ascii") is { } face)
                return face;
        }

        return null;
    }

    private static bool Flag(List<XElement> chain, string name) =>
        chain.Select(properties => properties.Element(W + name)).FirstOrDefault(e => e is not null) is { } flag && IsOn((string?)flag.Attribute(W + "val") ?? "1");

    private static bool Black(List<XElement> chain)
    {
        var colour = Value(chain, "color");
        return colour is null or "auto" || (int.TryParse(colour, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var rgb) && ((rgb >> 16) & 255) < 70 && ((rgb >> 8) & 255) < 70 && (rgb & 255) < 70);
    }

    private static bool IsOn(string value) => value is not ("0" or "false" or "off" or "none");
}
