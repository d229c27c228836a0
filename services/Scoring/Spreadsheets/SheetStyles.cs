using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Emulation.Scoring.Spreadsheets;

/// <summary>The few looks of written cells, each made when it is first asked for.</summary>
internal sealed class SheetStyles
{
    // Numbers below are taken by formats that every spreadsheet program knows.
    private const uint FirstOwnFormat = 164;
    private const uint TextFormat = 49;
    private readonly List<string> _formats = [];
    private readonly List<(uint Format, bool Strong, bool Header)> _styles = [(0, false, false)];

    public uint Header => Style(TextFormat, strong: true, header: true);

    public uint Text(bool strong) => Style(TextFormat, strong);

    public uint Number(string? format, bool strong) => Style(format is null or SheetColumn.AsTheyAre ? 0 : Own(format), strong);

    /// <summary>Of a blank cell: what will be typed into a column of numbers is a number.</summary>
    public uint Of(SheetColumn column, bool strong) => column.Format is null ? Text(strong) : Number(column.Format, strong);

    public Stylesheet Sheet()
    {
        var sheet = new Stylesheet();
        if (_formats.Count > 0)
            sheet.Append(new NumberingFormats(_formats.Select((f, i) => new NumberingFormat { NumberFormatId = FirstOwnFormat + (uint)i, FormatCode = f })) { Count = (uint)_formats.Count });
        sheet.Append(
            new Fonts(Font(bold: false), Font(bold: true)) { Count = 2 },
            new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }), Solid("FFD9E7F5"), Solid("FFF2F2F2")) { Count = 4 },
            new Borders(new Border(), new Border(Thin(new LeftBorder()), Thin(new RightBorder()), Thin(new TopBorder()), Thin(new BottomBorder()))) { Count = 2 },
            new CellStyleFormats(new CellFormat()) { Count = 1 },
            new CellFormats(_styles.Select((s, i) => i == 0 ? new CellFormat { FormatId = 0 } : Format(s.Format, s.Strong, s.Header))) { Count = (uint)_styles.Count });
        return sheet;
    }

    private static CellFormat Format(uint format, bool strong, bool header) =>
        new(new Alignment { WrapText = true, Vertical = header ? VerticalAlignmentValues.Center : VerticalAlignmentValues.Top, Horizontal = header ? HorizontalAlignmentValues.Center : HorizontalAlignmentValues.General })
        {
            NumberFormatId = format,
            FontId = strong ? 1u : 0,
            FillId = header ? 2u : strong ? 3u : 0,
            BorderId = 1,
            FormatId = 0,
            ApplyNumberFormat = true,
            ApplyFont = true,
            ApplyFill = true,
            ApplyBorder = true,
            ApplyAlignment = true,
        };

    private static Font Font(bool bold)
    {
        var font = new Font();
        if (bold)
            font.Append(new Bold());
        font.Append(new FontSize { Val = 11 }, new FontName { Val = "Times New Roman" });
        return font;
    }

    private static Fill Solid(string colour) => new(new PatternFill(new ForegroundColor { Rgb = colour }) { PatternType = PatternValues.Solid });

    private static T Thin<T>(T border) where T : BorderPropertiesType
    {
        border.Style = BorderStyleValues.Thin;
        border.Append(new Color { Rgb = "FFBFBFBF" });
        return border;
    }

    private uint Own(string format)
    {
        if (!_formats.Contains(format))
            _formats.Add(format);
        return FirstOwnFormat + (uint)_formats.IndexOf(format);
    }

    private uint Style(uint format, bool strong, bool header = false)
    {
        if (!_styles.Contains((format, strong, header)))
            _styles.Add((format, strong, header));
        return (uint)_styles.IndexOf((format, strong, header));
    }
}
