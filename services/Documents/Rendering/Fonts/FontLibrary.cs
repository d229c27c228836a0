namespace Emulation.Documents.Rendering.Fonts;

/// <summary>The fonts shipped with the service. Times New Roman may not be passed on; Liberation Serif has the same widths.</summary>
internal sealed class FontLibrary
{
    // Debian's older Liberation 1.07 stops before these letters, and nothing fails: words just change their font in the middle.
    private const int FirstVietnamese = 0x1EA0;
    private const int LastVietnamese = 0x1EF9;

    private readonly TrueTypeFont[] _faces;

    private FontLibrary(TrueTypeFont[] faces) => _faces = faces;

    public TrueTypeFont this[Face face] => _faces[(int)face];

    public static FontLibrary Load()
    {
        var faces = Enum.GetValues<Face>().Select(face => new TrueTypeFont(Read(face))).ToArray();
        foreach (var face in Enum.GetValues<Face>())
            Check(face, faces[(int)face]);
        return new FontLibrary(faces);
    }

    public TrueTypeFont For(TextStyle style) => this[FaceOf(style.Bold, style.Italic)];

    public static Face FaceOf(bool bold, bool italic) => (bold, italic) switch
    {
        (true, true) => Face.BoldItalic,
        (true, false) => Face.Bold,
        (false, true) => Face.Italic,
        _ => Face.Regular,
    };

    private static byte[] Read(Face face)
    {
        using var stream = typeof(FontLibrary).Assembly.GetManifestResourceStream($"LiberationSerif-{face}.ttf")
            ?? throw new InvalidOperationException($"Font LiberationSerif-{face}.ttf is missing from the assembly.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private static void Check(Face face, TrueTypeFont font)
    {
        for (var letter = FirstVietnamese; letter <= LastVietnamese; letter++)
        {
            if (!font.Covers(letter))
                throw new InvalidOperationException($"Font {face} lacks the Vietnamese letter U+{letter:X4}.");
        }
    }
}
