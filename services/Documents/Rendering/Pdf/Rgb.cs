using System.Globalization;
using static Emulation.Documents.Rendering.Pdf.PdfFile;

namespace Emulation.Documents.Rendering.Pdf;

/// <summary>A colour of sRGB, as in “#C8102E”.</summary>
internal readonly record struct Rgb(byte Red, byte Green, byte Blue)
{
    public static bool TryParse(string? text, out Rgb colour)
    {
        colour = default;
        if (text is not { Length: 7 } || text[0] != '#' || !uint.TryParse(text.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            return false;
        colour = new Rgb((byte)(value >> 16), (byte)(value >> 8), (byte)value);
        return true;
    }

    /// <summary>The three operands of the operators rg and RG.</summary>
    public string Operands => $"{Number(Red / 255.0)} {Number(Green / 255.0)} {Number(Blue / 255.0)}";
}
