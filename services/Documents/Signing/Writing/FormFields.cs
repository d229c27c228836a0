using Emulation.Documents.Rendering.Fonts;
using Emulation.Documents.Signing.Revisions;

namespace Emulation.Documents.Signing.Writing;

/// <summary>A field of the form that a file carries.</summary>
/// <param name="Number">Its object; 0 when it has none of its own.</param>
/// <param name="Name">Name (/T).</param>
internal sealed record FormField(int Number, string Name, PdfDictionary Dictionary);

/// <summary>Where a blank field goes.</summary>
/// <param name="Name"><see cref="FormFields.Number"/> or <see cref="FormFields.Date"/>.</param>
/// <param name="Page">Page from 0.</param>
/// <param name="Box">One line high.</param>
/// <param name="Size">Size of the letters in points.</param>
internal sealed record BlankField(string Name, int Page, PdfBox Box, double Size = 13);

/// <summary>
/// The two fields of the letterhead that stay blank until the document is issued: its number and its date.
/// Nobody can sign a number that is not given yet, and a number is never given before the person has signed (C-29).
/// </summary>
internal sealed class FormFields(FontLibrary fonts)
{
    public const string Number = "so";
    public const string Date = "ngay";

    private const int MostFields = 500;

    public static IReadOnlyList<FormField> Of(PdfDocument document)
    {
        var form = document.Dictionary(document.Catalog["AcroForm"]);
        var items = (document.Resolve(form?["Fields"]) as PdfArray)?.Items ?? [];
        if (items.Count > MostFields)
            throw new PdfFaultException($"Tệp PDF có quá nhiều trường biểu mẫu (tối đa {MostFields}).");
        return [.. items.Select(item => (Reference: item as PdfReference, Dictionary: document.Dictionary(item)))
            .Where(f => f.Dictionary is not null).Select(f => new FormField(f.Reference?.Number ?? 0, f.Dictionary!.Text("T") ?? "", f.Dictionary!))];
    }

    /// <summary>Adds blank fields at given places to a file that has none, before it is signed: for files that another program wrote.</summary>
    /// <exception cref="PdfFaultException">Not a PDF that can be worked on here, or it has such a field already.</exception>
    public byte[] Add(byte[] pdf, IReadOnlyList<BlankField> blanks)
    {
        var increment = new PdfIncrement(pdf);
        var taken = Of(increment.Document).Select(f => f.Name).ToHashSet();
        if (blanks.FirstOrDefault(b => taken.Contains(b.Name)) is { } doubled)
            throw new PdfFaultException($"Tệp PDF đã có trường “{doubled.Name}”.");
        var pages = increment.Document.Pages();
        var drawing = new SignatureDrawing(fonts);
        var added = new List<int>();
        foreach (var group in blanks.GroupBy(b => b.Page))
        {
            var page = group.Key < pages.Count ? pages[group.Key] : throw PdfFaultException.Broken("không có trang để đặt trường");
            var widgets = group.Select(blank => increment.Added.Add(Widget(blank, page, drawing.WriteLine(increment.Added, "", FaceOf(blank.Name), blank.Size, blank.Box.Width, blank.Box.Height, flushRight: false)))).ToArray();
            increment.AddAnnotations(page, widgets);
            added.AddRange(widgets);
        }

        increment.AddFields([.. added]);
        return increment.Save();
    }

    /// <summary>The field as a PDF dictionary; locked, so that readers do not offer to type into it.</summary>
    public static string Widget(BlankField blank, int page, int look) =>
        $"<< /Type /Annot /Subtype /Widget /FT /Tx /T ({blank.Name}) /Ff 1 /F 132 /P {page} 0 R /V () /DA (/Helv {Rendering.Pdf.PdfFile.Number(blank.Size)} Tf 0 g) " +
        $"/Rect [{string.Join(' ', blank.Box.ToArray().Items.Select(PdfSyntax.Write))}] /AP << /N {look} 0 R >> >>";

    /// <summary>Writes number and date into their fields as one more revision.</summary>
    /// <exception cref="PdfFaultException">The file lacks one of the fields, or it is filled already.</exception>
    public byte[] Fill(byte[] pdf, string number, string date)
    {
        var increment = new PdfIncrement(pdf);
        var drawing = new SignatureDrawing(fonts);
        var fields = Of(increment.Document);
        foreach (var (name, text) in ((string, string)[])[(Number, number), (Date, date)])
        {
            var field = fields.SingleOrDefault(f => f.Name == name && f.Number > 0) ?? throw new PdfFaultException($"Tệp PDF không có trường “{name}” để điền.");
            if (field.Dictionary.Text("V") is { Length: > 0 })
                throw new PdfFaultException($"Trường “{name}” đã được điền.");
            var box = BoxOf(increment.Document, field.Dictionary);
            var size = SizeOf(field.Dictionary);
            // A box made for two digits still takes five.
            size = Math.Min(size, size * box.Width / fonts[FaceOf(name)].Width(text, size));
            var look = drawing.WriteLine(increment.Added, text, FaceOf(name), size, box.Width, box.Height, flushRight: name == Number);
            increment.Replace(field.Number, field.Dictionary.With("V", PdfString.Of(text))
                .With("AP", new PdfDictionary(new Dictionary<string, PdfValue> { ["N"] = new PdfReference(look) })));
        }

        return increment.Save();
    }

    public static Face FaceOf(string name) => name == Date ? Face.Italic : Face.Regular;

    public static PdfBox BoxOf(PdfDocument document, PdfDictionary widget)
    {
        var sides = (document.Resolve(widget["Rect"]) as PdfArray)?.Items.Select(i => (document.Resolve(i) as PdfToken)?.Number).ToList();
        return sides is [{ } x1, { } y1, { } x2, { } y2]
            ? new PdfBox(Math.Min(x1, x2), Math.Min(y1, y2), Math.Abs(x2 - x1), Math.Abs(y2 - y1)) : throw PdfFaultException.Broken("trường không có khung");
    }

    private static double SizeOf(PdfDictionary field)
    {
        var words = (field.Text("DA") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var at = Array.IndexOf(words, "Tf");
        return at > 0 && new PdfToken(words[at - 1]).Number is { } size && size > 0 ? size : 13;
    }
}
