using System.Text;
using Emulation.Documents.Rendering.Model;
using Emulation.Documents.Signing.Writing;
using static Emulation.Documents.Rendering.Pdf.PdfFile;

namespace Emulation.Documents.Rendering.Pdf;

/// <summary>Puts pages, fonts, tags and metadata together into a file.</summary>
internal static class PdfAssembly
{
    public static byte[] Write(OfficialDocument document, PdfContext context, List<PdfPage> pages)
    {
        var file = new PdfFile();
        var catalog = file.Reserve();
        var tree = file.Reserve();
        var parent = file.Reserve();
        var numbers = pages.ToDictionary(page => page, _ => file.Reserve());

        var fields = new List<int>();
        for (var i = 0; i < pages.Count; i++)
            WritePage(file, context, pages[i], numbers[pages[i]], parent, i, fields);
        // Fonts come after the pages were encoded: only then are the glyphs known.
        var fonts = context.Fonts.Write(file);
        file.Set(parent, $"<< /Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', numbers.Values.Select(n => $"{n} 0 R"))}] /Resources << /Font << {fonts} >> >> >>");
        WriteTags(file, context.Root, tree, pages, numbers);

        var metadata = file.AddStream(Encoding.UTF8.GetBytes(PdfMetadata.Xmp(document)), "/Type /Metadata /Subtype /XML", compress: false);
        var profile = file.AddStream(SrgbProfile.Build(), "/N 3");
        var form = fields.Count == 0 ? "" : $" /AcroForm {file.Add($"<< /Fields [{string.Join(' ', fields.Select(n => $"{n} 0 R"))}] >>")} 0 R";
        file.Set(catalog,
            $"<< /Type /Catalog /Pages {parent} 0 R /Lang (vi-VN) /MarkInfo << /Marked true >> /StructTreeRoot {tree} 0 R /Metadata {metadata} 0 R " +
            $"/ViewerPreferences << /DisplayDocTitle true >> " +
            $"/OutputIntents [<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /Info (sRGB IEC61966-2.1) /DestOutputProfile {profile} 0 R >>]{form} >>");
        var info = file.Add(PdfMetadata.Info(document));
        return file.Save(catalog, info);
    }

    private static void WritePage(PdfFile file, PdfContext context, PdfPage page, int number, int parent, int index, List<int> fields)
    {
        var content = file.AddStream(page.Content);
        var drawing = new SignatureDrawing(context.Library);
        var own = page.Fields.Select(f => file.Add(FormFields.Widget(f.Field, number,
            drawing.WriteLine(file, f.Shown, FormFields.FaceOf(f.Field.Name), f.Field.Size, f.Field.Box.Width, f.Field.Box.Height, flushRight: false)))).ToList();
        fields.AddRange(own);
        var annotations = own.Count == 0 ? "" : $" /Annots [{string.Join(' ', own.Select(n => $"{n} 0 R"))}]";
        file.Set(number,
            $"<< /Type /Page /Parent {parent} 0 R /MediaBox [0 0 {Number(page.Format.Width)} {Number(page.Format.Height)}] " +
            $"/Contents {content} 0 R /StructParents {index} /Tabs /S{annotations} >>");
    }

    private static void WriteTags(PdfFile file, StructureNode root, int tree, List<PdfPage> pages, Dictionary<PdfPage, int> numbers)
    {
        var nodes = new Dictionary<StructureNode, int>();
        Number(root);
        Emit(root, tree);
        var parents = string.Join(' ', pages.Select((page, i) => $"{i} [{string.Join(' ', page.Marks.Select(node => $"{nodes[node]} 0 R"))}]"));
        file.Set(tree, $"<< /Type /StructTreeRoot /K {nodes[root]} 0 R /ParentTree << /Nums [{parents}] >> /ParentTreeNextKey {pages.Count} >>");

        void Number(StructureNode node)
        {
            nodes[node] = file.Reserve();
            foreach (var kid in node.Kids.OfType<StructureNode>())
                Number(kid);
        }

        void Emit(StructureNode node, int above)
        {
            var kids = node.Kids.Select(kid => kid switch
            {
                StructureNode child => $"{nodes[child]} 0 R",
                MarkedContent content => $"<< /Type /MCR /Pg {numbers[content.Page]} 0 R /MCID {content.Marker} >>",
                _ => throw new InvalidOperationException("Unknown kind of kid in the tag tree."),
            });
            var attributes = node.Attributes is { } given ? $" /A {given}" : "";
            var alternative = node.Alternative is { } words ? $" /Alt {Text(words)}" : "";
            file.Set(nodes[node], $"<< /Type /StructElem /S /{node.Type} /P {above} 0 R{attributes}{alternative} /K [{string.Join(' ', kids)}] >>");
            foreach (var kid in node.Kids.OfType<StructureNode>())
                Emit(kid, nodes[node]);
        }
    }
}
