using Emulation.Documents.Rendering.Fonts;
using Emulation.Documents.Rendering.Model;
using static Emulation.Documents.Rendering.Typography;

namespace Emulation.Documents.Rendering;

/// <summary>Widths that follow from the text: columns of the letterhead and lengths of the rules. In points.</summary>
internal static class Measures
{
    public const string NationalName = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    public const string Motto = "Độc lập - Tự do - Hạnh phúc";

    /// <summary>Rule under agency and abstract: between a third and a half of the line (Phụ lục I.II.2, 5).</summary>
    public const double RuleShare = 0.45;
    public const double RuleWidth = 0.75;
    public const double SignatureRoom = 72;
    public const double SignatureLeftShare = 0.46;
    public const double AddresseeLead = 36 * Millimetre;
    public const double CellPadding = 1.6 * Millimetre;

    /// <summary>The right column takes the width it needs, else place and date would wrap; a long agency may wrap at the left.</summary>
    public static double RightColumn(FontLibrary fonts, Letterhead head) =>
        new[] { Width(fonts, Typography.NationalName, NationalName), Width(fonts, Typography.Motto, Motto), Width(fonts, PlaceAndDate, head.PlaceAndDate) }.Max()
        + 3 * Millimetre;

    /// <summary>Rule under a title that may run over several lines.</summary>
    public static double TitleRule(FontLibrary fonts, double column, TextStyle style, string text) =>
        Math.Min(Math.Min(Width(fonts, style, text), column * 0.88) * RuleShare, column / 3);

    public static double Width(FontLibrary fonts, TextStyle style, string text) => fonts.For(style).Width(PlainText.Clean(text), style.Size);
}
