using System.Globalization;
using System.Xml.Linq;
using static Emulation.Documents.FormCheck.Reading.DocxPackageReader;

namespace Emulation.Documents.FormCheck.Reading;

/// <summary>The text of one paragraph with its looks, as it reads when all tracked changes are accepted.</summary>
internal sealed class DocxRuns(DocxStyles styles, XElement? paragraph, WorkBudget budget)
{
    private const double ThinnestShape = 3;
    private const double EmuPerPoint = 12_700;

    public List<FormRun> Runs { get; } = [];

    public int Tracked { get; private set; }

    public bool Underlined { get; private set; }

    /// <summary>A line is drawn in the paragraph.</summary>
    public bool HasShape { get; private set; }

    /// <summary>Its length; null when it cannot be told.</summary>
    public double? Shape { get; private set; }

    public string Text => string.Concat(Runs.Select(run => run.Text));

    public void Read(XElement parent)
    {
        foreach (var element in parent.Elements())
        {
            budget.Step();
            switch (element.Name.LocalName)
            {
                case "r":
                    Run(element);
                    break;
                case "del" or "moveFrom":
                    Tracked++;
                    break;
                case "ins" or "moveTo":
                    Tracked++;
                    Read(element);
                    break;
                case "hyperlink" or "fldSimple" or "smartTag" or "customXml":
                    Read(element);
                    break;
                case "sdt":
                    Read(element.Element(W + "sdtContent") ?? element);
                    break;
            }
        }
    }

    private void Run(XElement run)
    {
        var own = run.Element(W + "rPr");
        var text = "";
        foreach (var part in run.Elements())
        {
            budget.Step();
            switch (part.Name.LocalName)
            {
                case "t":
                    text += part.Value;
                    break;
                case "tab" or "ptab":
                    text += "\t";
                    break;
                case "br" or "cr":
                    text += (string?)part.Attribute(W + "type") is null or "textWrapping" ? "\n" : "";
                    break;
                case "noBreakHyphen":
                    text += "-";
                    break;
                case "drawing" or "pict" or "AlternateContent":
                    Draw(part);
                    break;
            }
        }

        if (text.Length == 0)
            return;
        Underlined |= text.Trim().Length > 0 && DocxStyles.Underlined(own);
        Runs.Add(styles.Run(text, own, paragraph));
    }

    private void Draw(XElement drawing)
    {
        foreach (var element in drawing.Descendants().Take(500))
        {
            var (width, height) = (element.Attribute("cx"), element.Attribute("cy"));
            if (element.Name.LocalName == "extent" && Points(width) is { } w && Points(height) is { } h && h < ThinnestShape && w > 10)
                (HasShape, Shape) = (true, w);
            else if (element.Name.LocalName == "line" && element.Attribute("from") is not null)
                HasShape = true;
        }
    }

    private static double? Points(XAttribute? emu) => double.TryParse((string?)emu, NumberStyles.Float, CultureInfo.InvariantCulture, out var n) ? n / EmuPerPoint : null;
}
