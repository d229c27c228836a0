using System.Globalization;
using System.Text.RegularExpressions;
using Emulation.Documents.Rendering.Pdf;

namespace Emulation.Documents.Certificates;

/// <summary>Finds everything that is amiss in a template, by its place in the file.</summary>
internal sealed partial class TemplateCheck(CertificateTemplate template, Func<string, object?> asset)
{
    public const double PageWidth = 297;
    public const double PageHeight = 210;

    /// <summary>What every form must say (Nghị định 98/2023/NĐ-CP Điều 104).</summary>
    private static readonly string[] Needed = ["authority", "name", "achievement", "decision", "date", "order", "placeAndDate", "signerPost", "signerName"];

    private static readonly (string Text, string What)[] NeededLines =
        [(Rendering.Measures.NationalName, "Quốc hiệu"), (Rendering.Measures.Motto, "Tiêu ngữ"), ("TẶNG", "dòng “TẶNG”")];

    private readonly List<string> _found = [];

    public IReadOnlyList<string> Run()
    {
        if (!CodeForm().IsMatch(template.Code))
            Say("code", "chỉ gồm chữ thường, số và dấu gạch nối");
        if (template.Awards.Length == 0 || template.Awards.Any(string.IsNullOrWhiteSpace))
            Say("awards", "cần ít nhất một tên hình thức khen thưởng, không để trống");
        for (var i = 0; i < template.Borders.Length; i++)
            Border($"borders[{i}]", template.Borders[i]);
        if (asset(template.Emblem.Asset) is null)
            Say("emblem.asset", $"không đọc được tệp {template.Emblem.Asset}");
        Inside("emblem", PageWidth / 2, template.Emblem.Top, 0, template.Emblem.Height);
        for (var i = 0; i < template.Boxes.Length; i++)
            Box($"boxes[{i}]", template.Boxes[i]);
        Inside("qr", template.Qr.Left, template.Qr.Top, template.Qr.Size, template.Qr.Size);
        if (template.Qr.Size < 15)
            Say("qr.size", "nhỏ hơn 15 mm thì không quét được");
        var texts = template.Boxes.SelectMany(b => b.Lines).Select(l => l.Text).ToList();
        foreach (var name in Needed.Where(name => !texts.Any(text => text.Contains($"{{{name}}}", StringComparison.Ordinal))))
            Say("boxes", $"thiếu dòng có {{{name}}}");
        foreach (var (text, what) in NeededLines.Where(n => !texts.Contains(n.Text)))
            Say("boxes", $"thiếu {what}: {text}");
        return _found;
    }

    private void Border(string at, TemplateBorder border)
    {
        if (border.Inset is < 3 or > 40)
            Say($"{at}.inset", "từ 3 đến 40 mm");
        if (border.Stroke is < 0 or > 10)
            Say($"{at}.stroke", "từ 0 đến 10 pt");
        if (border.Stroke > 0)
            Colour($"{at}.colour", border.Colour, needed: true);
        Colour($"{at}.ground", border.Ground, needed: false);
        if (border.Band is < 0 or > 20)
            Say($"{at}.band", "từ 0 đến 20 mm");
        if (border.Band > 0 && border.Pattern is null && border.Ground is null)
            Say($"{at}.pattern", "dải hoa văn cần tệp hoa văn hoặc màu nền");
        if (border.Pattern is { } pattern && asset(pattern) is not TemplateAsset)
            Say($"{at}.pattern", $"không đọc được tệp hoa văn {pattern}");
    }

    private void Box(string at, TemplateBox box)
    {
        Inside(at, box.Left, box.Top, box.Width, box.Height);
        if (box.Anchor is not ("top" or "middle" or "bottom"))
            Say($"{at}.anchor", "top, middle hoặc bottom");
        if (box.Lines.Length == 0)
            Say($"{at}.lines", "cần ít nhất một dòng");
        for (var i = 0; i < box.Lines.Length; i++)
            Line($"{at}.lines[{i}]", box.Lines[i]);
    }

    private void Line(string at, TemplateLine line)
    {
        if (line.Size is < 6 or > 80)
            Say($"{at}.size", "từ 6 đến 80 pt");
        if (line.MinSize is { } least && (least < 6 || least > line.Size))
            Say($"{at}.minSize", $"từ 6 pt đến cỡ chữ {Show(line.Size)} pt");
        if (line.Before is < 0 or > 100)
            Say($"{at}.before", "từ 0 đến 100 mm");
        Colour($"{at}.colour", line.Colour, needed: true);
        if (line.Align is not ("left" or "centre" or "right"))
            Say($"{at}.align", "left, centre hoặc right");
        foreach (Match name in Braces().Matches(line.Text))
        {
            if (!Certificate.Names.Contains(name.Groups[1].Value))
                Say($"{at}.text", $"không có tên {name.Value}; dùng: {string.Join(", ", Certificate.Names)}");
        }
    }

    private void Inside(string at, double left, double top, double width, double height)
    {
        if (left < 0 || top < 0 || width < 0 || height <= 0 || left + width > PageWidth || top + height > PageHeight)
            Say(at, $"nằm ngoài trang {Show(PageWidth)} × {Show(PageHeight)} mm");
    }

    private void Colour(string at, string? text, bool needed)
    {
        if (text is null ? needed : !Rgb.TryParse(text, out _))
            Say(at, "cần màu dạng #RRGGBB");
    }

    private void Say(string at, string what) => _found.Add($"{at}: {what}");

    private static string Show(double value) => value.ToString("0.##", CultureInfo.GetCultureInfo("vi-VN"));

    [GeneratedRegex(@"\{(\w*)\}")]
    public static partial Regex Braces();

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex CodeForm();
}
