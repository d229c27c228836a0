using Emulation.Documents.Rendering.Docx;
using Emulation.Documents.Rendering.Fonts;
using Emulation.Documents.Rendering.Model;
using Emulation.Documents.Rendering.Pdf;

namespace Emulation.Documents.Tests.Rendering;

internal static class Render
{
    public const double Millimetre = 72 / 25.4;

    public static FontLibrary Fonts { get; } = FontLibrary.Load();

    public static byte[] Pdf(OfficialDocument document) => new PdfRenderer(Fonts).Render(document);

    public static byte[] Docx(OfficialDocument document) => new DocxRenderer(Fonts).Render(document);

    public static PdfReader Read(OfficialDocument document) => new(Pdf(document));

    public static OfficialDocument Of(params Block[] blocks) => new("Thử", "Thử", Samples.At, [new Section(PageOrientation.Portrait, blocks)]);
}
