using Emulation.Documents.Rendering.Model;
using static Emulation.Documents.Rendering.Typography;

namespace Emulation.Documents.Rendering;

/// <summary>A4 with the margins of Phụ lục I.I.2: top and bottom 20 mm, left 30 mm, right 15 mm. All values in points.</summary>
internal sealed record PageFormat(double Width, double Height)
{
    public const double Top = 20 * Millimetre;
    public const double Bottom = 20 * Millimetre;
    public const double Left = 30 * Millimetre;
    public const double Right = 15 * Millimetre;

    /// <summary>Distance of the page number from the upper edge: the middle of the top margin.</summary>
    public const double HeaderTop = 9 * Millimetre;

    private static readonly PageFormat Portrait = new(210 * Millimetre, 297 * Millimetre);
    private static readonly PageFormat Landscape = new(297 * Millimetre, 210 * Millimetre);

    public double TextWidth => Width - Left - Right;

    public double TextHeight => Height - Top - Bottom;

    public static PageFormat Of(PageOrientation orientation) => orientation == PageOrientation.Landscape ? Landscape : Portrait;
}
