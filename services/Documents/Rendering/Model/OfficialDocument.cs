namespace Emulation.Documents.Rendering.Model;

/// <summary>An official document by Nghị định 30/2020, before it is drawn as DOCX or PDF.</summary>
/// <param name="Title">Title for the properties of the file: type and abstract.</param>
/// <param name="Author">Issuing agency, for the properties of the file.</param>
/// <param name="Stamp">Time written into the files; fixed, so that the same document gives the same bytes.</param>
/// <param name="Sections">Main part first, annexes after it; each is numbered from its own page 1.</param>
internal sealed record OfficialDocument(string Title, string Author, DateTimeOffset Stamp, IReadOnlyList<Section> Sections);

/// <summary>Pages of one orientation, numbered apart (Phụ lục I.II.1, III).</summary>
internal sealed record Section(PageOrientation Orientation, IReadOnlyList<Block> Blocks);

internal enum PageOrientation
{
    Portrait,
    Landscape,
}
