using System.Globalization;

namespace Emulation.Documents.Rendering.Docx;

/// <summary>Word counts lengths in twentieths of a point and sizes in half points.</summary>
internal static class DocxUnits
{
    public static int Twips(double points) => (int)Math.Round(points * 20);

    public static string TwipText(double points) => Twips(points).ToString(CultureInfo.InvariantCulture);

    public static string HalfPoints(double size) => ((int)Math.Round(size * 2)).ToString(CultureInfo.InvariantCulture);
}
