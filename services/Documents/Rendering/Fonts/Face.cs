namespace Emulation.Documents.Rendering.Fonts;

/// <summary>The four cuts of Liberation Serif, which has the widths of Times New Roman.</summary>
internal enum Face
{
    Regular,
    Bold,
    Italic,
    BoldItalic,
}
