using Emulation.Documents.Rendering.Fonts;

namespace Emulation.Documents.Rendering.Pdf;

/// <summary>The faces of one PDF file; each file embeds only the glyphs it uses.</summary>
internal sealed class FontBook(FontLibrary library)
{
    private readonly EmbeddedFont[] _fonts = [.. Enum.GetValues<Face>().Select(face => new EmbeddedFont(face, library[face]))];

    public EmbeddedFont Of(Face face) => _fonts[(int)face];

    /// <summary>First character that no face of the book can print.</summary>
    public System.Text.Rune? Missing => _fonts.Select(font => font.Missing).FirstOrDefault(rune => rune is not null);

    /// <summary>Characters in use by face, so that a file can be gone on with later.</summary>
    public string[] Characters => [.. _fonts.Select(font => font.Characters)];

    public void Remember(IReadOnlyList<string> characters)
    {
        for (var i = 0; i < characters.Count; i++)
            _fonts[i].Encode(characters[i]);
    }

    /// <summary>Writes the fonts in use and gives the entries of the resource dictionary.</summary>
    public string Write(PdfFile file) =>
        string.Join(' ', _fonts.Where(font => font.IsUsed).Select(font => $"/{font.Resource} {font.Write(file)} 0 R"));
}
