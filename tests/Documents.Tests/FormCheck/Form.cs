using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Emulation.Contracts.Campaigns;
using Emulation.Documents.FormCheck;
using Emulation.Documents.Rendering.Model;
using Emulation.Documents.Tests.Rendering;

namespace Emulation.Documents.Tests.FormCheck;

internal static class Form
{
    public static FormChecker Checker { get; } = new(Render.Fonts);

    /// <summary>The one ward of the samples that is named after a person, one that is not, and the city.</summary>
    public static PlaceCatalogue Places { get; } = PlaceCatalogue.Of(
        [Samples.City, Samples.Ward, Samples.Registered("11413", "Phường Hải An", UnitKind.Ward, "31"), Samples.Registered("11414", "Phường An", UnitKind.Ward, "31")], new Dictionary<string, string> { [Samples.Ward.Code] = Samples.Ward.Name });

    public static FormReport Check(byte[] bytes, PlaceCatalogue? places = null) => Checker.Check(bytes, places ?? Places, new WorkBudget());

    public static FormReport Text(params string[] lines) => Check(Encoding.UTF8.GetBytes(string.Join("\n\n", lines)));

    public static string[] Codes(FormReport report) => [.. report.Deviations.Select(f => f.Rule.Code).Distinct().Order()];

    /// <summary>For messages: what was found wrong.</summary>
    public static string Told(FormReport report) => string.Join('\n', report.Deviations.Select(f => $"{f.Rule.Code} {f.Rule.Title} p{f.Page ?? f.At?.Page} ¶{f.At?.Number}: {f.Found}"));

    /// <summary>An own DOCX after a hand has changed something in it.</summary>
    public static byte[] Edited(OfficialDocument document, Action<MainDocumentPart> change)
    {
        using var stream = new MemoryStream();
        stream.Write(Render.Docx(document));
        using (var package = WordprocessingDocument.Open(stream, true))
        {
            change(package.MainDocumentPart!);
            package.MainDocumentPart!.Document.Save();
            package.MainDocumentPart.StyleDefinitionsPart!.Styles!.Save();
        }

        return stream.ToArray();
    }

    public static Style StyleOf(MainDocumentPart main, string id) => main.StyleDefinitionsPart!.Styles!.Elements<Style>().Single(s => s.StyleId == id);

    public static DocumentFormat.OpenXml.Wordprocessing.Paragraph First(MainDocumentPart main, string style) =>
        main.Document.Descendants<DocumentFormat.OpenXml.Wordprocessing.Paragraph>().First(p => p.ParagraphProperties?.ParagraphStyleId?.Val == style);

    public static void Say(MainDocumentPart main, string style, string text)
    {
        var paragraph = First(main, style);
        var texts = paragraph.Descendants<Text>().ToList();
        texts[0].Text = text;
        texts.Skip(1).ToList().ForEach(t => t.Remove());
    }
}
