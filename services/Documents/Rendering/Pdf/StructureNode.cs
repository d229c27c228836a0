namespace Emulation.Documents.Rendering.Pdf;

/// <summary>A node of the tag tree, in reading order: what screen readers and text extraction follow.</summary>
internal sealed class StructureNode(string type, string? attributes = null, string? alternative = null)
{
    private readonly List<object> _kids = [];

    public string Type { get; } = type;

    /// <summary>Attribute dictionary, such as the columns that a table cell spans.</summary>
    public string? Attributes { get; } = attributes;

    /// <summary>What a figure shows, in words; null for text.</summary>
    public string? Alternative { get; } = alternative;

    /// <summary>Nodes, and references to marked content on a page.</summary>
    public IReadOnlyList<object> Kids => _kids;

    public StructureNode Add(string type, string? attributes = null, string? alternative = null)
    {
        var node = new StructureNode(type, attributes, alternative);
        _kids.Add(node);
        return node;
    }

    public void Attach(PdfPage page, int marker) => _kids.Add(new MarkedContent(page, marker));
}

internal sealed record MarkedContent(PdfPage Page, int Marker);
