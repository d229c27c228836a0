namespace Emulation.Documents.FormCheck.Pdf;

/// <summary>What is read of what lies over a page.</summary>
internal enum Annotations
{
    None,
    /// <summary>What the fields of a form show, but not how signatures look: that is no text of the document.</summary>
    Fields,
    All,
}

/// <summary>Walks the tree of pages.</summary>
internal static class PdfPages
{
    private const int Deepest = 50;

    /// <param name="source">The file.</param>
    /// <param name="budget">What reading it may cost.</param>
    /// <param name="annotations">What is read of fields and annotations as well: number and date of a signed document are fields.</param>
    public static List<PageContent> Read(PdfSource source, WorkBudget budget, Annotations annotations = Annotations.None)
    {
        var pages = new List<PageContent>();
        var fonts = new Dictionary<object, PdfFont>(ReferenceEqualityComparer.Instance);
        var root = source.Entries(source.Trailer.GetValueOrDefault("Root")) ?? throw PdfLexer.Broken();
        Walk(source.Entries(root.GetValueOrDefault("Pages")) ?? throw PdfLexer.Broken(), [], null, 0, 0, new HashSet<object>(ReferenceEqualityComparer.Instance));
        return pages.Count > 0 ? pages : throw new UnreadableFileException("Tệp PDF không có trang nào.");

        void Walk(Dictionary<string, object?> node, Dictionary<string, object?> resources, double[]? box, int turned, int depth, HashSet<object> seen)
        {
            budget.Step();
            if (depth > Deepest || !seen.Add(node))
                throw PdfLexer.Broken();
            resources = source.Entries(node.GetValueOrDefault("Resources")) ?? resources;
            box = source.Items(node.GetValueOrDefault("MediaBox"))?.Select(n => source.Number(n) ?? 0).ToArray() ?? box;
            turned = (((int)(source.Number(node.GetValueOrDefault("Rotate")) ?? turned) % 360) + 360) % 360;
            if (source.Items(node.GetValueOrDefault("Kids")) is { } kids)
            {
                foreach (var kid in kids)
                {
                    if (source.Entries(kid) is { } child)
                        Walk(child, resources, box, turned, depth + 1, seen);
                }

                return;
            }

            budget.Page();
            if (box is not { Length: 4 } || box[2] <= box[0] || box[3] <= box[1])
                throw PdfLexer.Broken();
            pages.Add(new PdfPageReader(source, budget, fonts).Read(pages.Count + 1, node, resources, box, turned, annotations));
        }
    }

    /// <summary>Bytes that each signature of the file covers; −1 where its range is no range of this file.</summary>
    public static List<long> Signatures(PdfSource source, int length)
    {
        var covered = new List<long>();
        var root = source.Entries(source.Trailer.GetValueOrDefault("Root")) ?? [];
        var waiting = new Stack<object?>(source.Items(source.Entries(root.GetValueOrDefault("AcroForm"))?.GetValueOrDefault("Fields")) ?? []);
        for (var looked = 0; waiting.TryPop(out var entry) && looked < 10_000; looked++)
        {
            if (source.Entries(entry) is not { } field)
                continue;
            foreach (var kid in source.Items(field.GetValueOrDefault("Kids")) ?? [])
                waiting.Push(kid);
            if (source.Name(field.GetValueOrDefault("FT")) != "Sig" || source.Entries(field.GetValueOrDefault("V")) is not { } value)
                continue;
            var range = source.Items(value.GetValueOrDefault("ByteRange"))?.Select(n => source.Number(n) ?? -1).ToArray() ?? [];
            var sound = range is [0, > 0, > 0, > 0] && range[2] >= range[1] && range[2] + range[3] <= length;
            covered.Add(sound ? (long)(range[1] + range[3]) : -1);
        }

        return covered;
    }
}
