using System.Globalization;
using System.Xml.Linq;
using Emulation.Documents.Rendering;
using static Emulation.Documents.FormCheck.Reading.DocxPackageReader;

namespace Emulation.Documents.FormCheck.Reading;

/// <summary>Measures a DOCX: sections, paragraphs and the looks of their letters. Where pages break is known to Word alone.</summary>
internal sealed class DocxFormReader
{
    private readonly WorkBudget _budget;
    private readonly DocxPackageReader _package;
    private readonly DocxStyles _styles;
    private readonly DocxNumbers _numbers;
    private readonly List<FormParagraph> _paragraphs = [];
    private readonly List<FormPage> _sections = [];
    private readonly List<XElement> _sectionProperties = [];
    private bool _ruledTable;
    private bool _tableInSection;
    private int _tracked;
    private int _tables;
    private double _after;
    private double? _bodyWidth;

    private DocxFormReader(DocxPackageReader package, WorkBudget budget)
    {
        (_package, _budget) = (package, budget);
        _styles = new DocxStyles(package.Part("word/styles.xml"), package.Part("word/theme/theme1.xml"));
        _numbers = new DocxNumbers(package.Part("word/numbering.xml"));
    }

    public static FormDocument Read(byte[] bytes, WorkBudget budget)
    {
        using var package = new DocxPackageReader(bytes, budget);
        return new DocxFormReader(package, budget).Read();
    }

    private FormDocument Read()
    {
        var body = _package.Part("word/document.xml")?.Element(W + "body") ?? throw new UnreadableFileException("Tệp DOCX không có nội dung.");
        var first = body.Descendants(W + "sectPr").FirstOrDefault();
        _bodyWidth = Of(first?.Element(W + "pgSz"), "w") - Of(first?.Element(W + "pgMar"), "left") - Of(first?.Element(W + "pgMar"), "right");
        Blocks(body, null, null);
        Section(body.Element(W + "sectPr"));
        return new FormDocument
        {
            Kind = SourceKind.Docx,
            Paragraphs = _paragraphs,
            Pages = _sections,
            Numbering = DocxPageNumbers.Judge(_package, _styles, _sectionProperties, _paragraphs.Sum(p => p.Text.Length)),
            TrackedChanges = _tracked,
            PoorText = FormText.LacksMarks(string.Concat(_paragraphs.Select(p => p.Text))),
        };
    }

    private void Blocks(XElement parent, (int Table, int Row, int Column)? cell, double? width)
    {
        foreach (var element in parent.Elements())
        {
            _budget.Step();
            switch (element.Name.LocalName)
            {
                case "p":
                    Paragraph(element, cell, width);
                    break;
                case "tbl":
                    Table(element);
                    break;
                case "sdt":
                    Blocks(element.Element(W + "sdtContent") ?? element, cell, width);
                    break;
                case "ins" or "moveTo" or "customXml" or "smartTag":
                    Blocks(element, cell, width);
                    break;
            }
        }
    }

    private void Table(XElement table)
    {
        var before = _ruledTable;
        var borders = table.Element(W + "tblPr")?.Element(W + "tblBorders")?.Elements().Select(b => (string?)b.Attribute(W + "val")).ToList();
        var styled = (string?)table.Element(W + "tblPr")?.Element(W + "tblStyle")?.Attribute(W + "val") is { } style && style != "TableNormal";
        _ruledTable = before || (borders is { Count: > 0 } ? borders.Any(b => b is not (null or "none" or "nil")) : styled);
        _tableInSection |= _ruledTable;
        var (number, row) = (++_tables, 0);
        foreach (var line in table.Elements(W + "tr"))
        {
            var column = 0;
            foreach (var cell in line.Elements(W + "tc"))
            {
                var width = DocxStyles.Length([cell.Element(W + "tcPr") ?? cell], "tcW", "w");
                _after = 0;
                Blocks(cell, (number, row, column++), width);
            }

            row++;
        }

        _ruledTable = before;
        _after = 0;
    }

    private void Paragraph(XElement element, (int Table, int Row, int Column)? cell, double? width)
    {
        _budget.Paragraph();
        var own = element.Element(W + "pPr");
        var chain = _styles.Paragraph(own);
        var content = new DocxRuns(_styles, own, _budget);
        content.Read(element);
        _tracked += content.Tracked;
        var runs = content.Runs;
        var blank = content.Text.Trim().Length == 0;
        if (!blank && _numbers.Next(chain) is { } number)
        {
            if (number.Paragraph is { } level)
                chain.Insert(own is null ? 0 : 1, level);
            runs.Insert(0, (runs.FirstOrDefault() ?? _styles.Run("", null, own)) with { Text = number.Text + " " });
        }

        var (before, after) = (DocxStyles.Length(chain, "spacing", "before") ?? 0, DocxStyles.Length(chain, "spacing", "after") ?? 0);
        if (blank && HasRule(own))
            Rule(RuleWidth(chain, width));
        else if (blank && content.HasShape)
            Rule(content.Shape);
        var align = DocxStyles.Align(chain);
        var parts = cell is not null || align == TextAlign.Centre ? Split(runs) : [runs];
        foreach (var part in parts)
        {
            var text = FormText.Clean(string.Concat(part.Select(r => r.Text)));
            if (text.Length == 0)
                continue;
            _paragraphs.Add(new FormParagraph
            {
                Text = text, Number = _paragraphs.Count + 1, Runs = part, Align = align, Cell = _ruledTable ? null : cell, InRuledTable = _ruledTable,
                FirstLine = (DocxStyles.Length(chain, "ind", "left", "start") ?? 0) + (DocxStyles.Length(chain, "ind", "firstLine") ?? -(DocxStyles.Length(chain, "ind", "hanging") ?? 0)),
                GapAbove = _paragraphs.Count == 0 ? null : before + _after, LineSpacing = LineSpacing(chain, part), Underlined = content.Underlined,
                RuleBelow = content.HasShape ? content.Shape : 0, StyleId = (string?)own?.Element(W + "pStyle")?.Attribute(W + "val"),
            });
        }

        if (!blank && HasRule(own))
            Rule(RuleWidth(chain, width));
        // An empty line parts two paragraphs as much as any space.
        _after = blank && !HasRule(own) ? Math.Max(after, 12) : after;
        if (own?.Element(W + "sectPr") is { } section)
            Section(section);
    }

    private static List<List<FormRun>> Split(List<FormRun> runs)
    {
        var parts = new List<List<FormRun>> { new() };
        foreach (var run in runs)
        {
            var lines = run.Text.Split('\n');
            for (var i = 0; i < lines.Length; i++)
            {
                if (i > 0)
                    parts.Add([]);
                if (lines[i].Length > 0)
                    parts[^1].Add(run with { Text = lines[i] });
            }
        }

        return parts;
    }

    /// <summary>A border is one way to draw a rule: of an empty paragraph, or of the line itself.</summary>
    private static bool HasRule(XElement? own) =>
        own?.Element(W + "pBdr")?.Elements().Any(b => b.Name.LocalName is "top" or "bottom" && (string?)b.Attribute(W + "val") is not (null or "none" or "nil")) == true;

    /// <param name="length">Null = there is one, of a length that cannot be told.</param>
    private void Rule(double? length)
    {
        if (_paragraphs.Count > 0)
            _paragraphs[^1] = _paragraphs[^1] with { RuleBelow = length };
    }

    private double? RuleWidth(List<XElement> chain, double? cell) =>
        (cell ?? _bodyWidth) - (DocxStyles.Length(chain, "ind", "left", "start") ?? 0) - (DocxStyles.Length(chain, "ind", "right", "end") ?? 0);

    private static double? LineSpacing(List<XElement> chain, List<FormRun> runs)
    {
        if (!double.TryParse(DocxStyles.Value(chain, "spacing", "line"), NumberStyles.Float, CultureInfo.InvariantCulture, out var line))
            return 1;
        if (DocxStyles.Value(chain, "spacing", "lineRule") is null or "auto")
            return line / 240;
        return runs.Max(r => r.Size) is > 0 and var size ? line / 20 / (size * 1.149) : null;
    }

    private static double? Of(XElement? from, string name) =>
        double.TryParse((string?)from?.Attribute(W + name), NumberStyles.Float, CultureInfo.InvariantCulture, out var twips) ? twips / 20 : null;

    private void Section(XElement? properties)
    {
        if (properties is null)
            return;
        var size = properties.Element(W + "pgSz");
        var margin = properties.Element(W + "pgMar");
        _sections.Add(new FormPage(_sections.Count + 1, Of(size, "w") ?? 0, Of(size, "h") ?? 0, Of(margin, "left"), Of(margin, "right"), Of(margin, "top"), Of(margin, "bottom"), _tableInSection));
        _sectionProperties.Add(properties);
        _tableInSection = false;
    }
}
