namespace Emulation.Documents.Rendering.Charts;

/// <summary>One dark hue and its tints: sober in colour, told apart on a grey copy.</summary>
internal static class ChartColours
{
    private static readonly (byte R, byte G, byte B)[] Tints = [(0x1F, 0x38, 0x64), (0x8E, 0xA9, 0xDB), (0x5B, 0x6F, 0x95), (0xC5, 0xD0, 0xE6)];

    public static (byte R, byte G, byte B) Grid { get; } = (0xC8, 0xC8, 0xC8);

    public static (byte R, byte G, byte B) Axis { get; } = (0x59, 0x59, 0x59);

    public static (byte R, byte G, byte B) Of(int series) => Tints[series % Tints.Length];

    /// <summary>As DrawingML writes it.</summary>
    public static string Hex((byte R, byte G, byte B) colour) => $"{colour.R:X2}{colour.G:X2}{colour.B:X2}";
}
