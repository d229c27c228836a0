using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Emulation.Documents.FormCheck;
using Emulation.Documents.Rendering.Model;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;
using Run = DocumentFormat.OpenXml.Wordprocessing.Run;

namespace Emulation.Documents.Rendering.Office;

/// <summary>Writes number and date into the letterhead of a draft that came back from Word.</summary>
internal static class EditedDocx
{
    /// <summary>Whether the file can be opened to write into it: a package may read well part by part and still be none, when a part stands in it twice.</summary>
    public static bool Opens(byte[] docx)
    {
        try
        {
            using var package = WordprocessingDocument.Open(new MemoryStream(docx, writable: false), false);
            return package.MainDocumentPart?.Document?.Body is not null;
        }
        catch (Exception e) when (e is FileFormatException or OpenXmlPackageException or InvalidDataException or System.Xml.XmlException or InvalidOperationException or ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Null when the places of number and date are no longer there.</summary>
    /// <param name="docx">The file.</param>
    /// <param name="head">What the letterhead says; null for forms that have none.</param>
    /// <param name="dateUnseen">The words of the date keep their room but are white: a form field will show the date there.</param>
    public static byte[]? Fill(byte[] docx, Letterhead? head, bool dateUnseen = false)
    {
        if (head is null)
            return docx;
        using var stream = new MemoryStream();
        stream.Write(docx);
        using (var package = WordprocessingDocument.Open(stream, true))
        {
            if (package.MainDocumentPart?.Document.Body is not { } body || Find(body, Typography.PlaceAndDate.Id, FormText.IsPlaceAndDate) is not { } place)
                return null;
            if (head.Number.Length > 0)
            {
                if (Find(body, Typography.Number.Id, FormText.IsNumber) is not { } number)
                    return null;
                Write(number, head.Number);
            }

            Write(place, head.PlaceAndDate);
            if (dateUnseen)
                Whiten(place, head.PlaceAndDate.LastIndexOf(',') + 1);
            package.MainDocumentPart.Document.Save();
        }

        return stream.ToArray();
    }

    /// <summary>By its style; Word drops a style when a paragraph is pasted over, so by its words too.</summary>
    private static Paragraph? Find(Body body, string style, Func<string, bool> reads)
    {
        var head = body.Descendants<Paragraph>().Take(40).ToList();
        return head.Find(p => p.ParagraphProperties?.ParagraphStyleId?.Val?.Value == style) ?? head.Find(p => reads(FormText.Clean(p.InnerText)));
    }

    private static void Whiten(Paragraph paragraph, int from)
    {
        var run = paragraph.Elements<Run>().Single();
        var text = run.GetFirstChild<Text>()!.Text;
        var unseen = (Run)run.CloneNode(true);
        run.GetFirstChild<Text>()!.Text = text[..from];
        unseen.GetFirstChild<Text>()!.Text = text[from..];
        unseen.RunProperties ??= new RunProperties();
        unseen.RunProperties.Color = new Color { Val = "FFFFFF" };
        run.InsertAfterSelf(unseen);
    }

    private static void Write(Paragraph paragraph, string text)
    {
        var look = paragraph.Descendants<Run>().FirstOrDefault()?.RunProperties?.CloneNode(true);
        foreach (var child in paragraph.ChildElements.Where(child => child is not ParagraphProperties).ToList())
            child.Remove();
        var run = new Run();
        if (look is not null)
            run.Append(look);
        run.Append(new Text(PlainText.Clean(text)) { Space = DocumentFormat.OpenXml.SpaceProcessingModeValues.Preserve });
        paragraph.Append(run);
    }
}
