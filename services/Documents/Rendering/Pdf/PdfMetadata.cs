using System.Globalization;
using System.Security;
using Emulation.Documents.Rendering.Model;

namespace Emulation.Documents.Rendering.Pdf;

/// <summary>Properties of the file, once as Info and once as XMP; archives compare the two.</summary>
internal static class PdfMetadata
{
    private const string Producer = "Emulation";
    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    public static string Info(OfficialDocument document)
    {
        var date = document.Stamp.ToOffset(Vietnam).ToString("'D:'yyyyMMddHHmmss'+07''00'''", CultureInfo.InvariantCulture);
        return $"<< /Title {PdfFile.Text(PlainText.Clean(document.Title))} /Author {PdfFile.Text(PlainText.Clean(document.Author))} " +
            $"/Producer ({Producer}) /CreationDate ({date}) /ModDate ({date}) >>";
    }

    public static string Xmp(OfficialDocument document)
    {
        var date = document.Stamp.ToOffset(Vietnam).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
        var title = SecurityElement.Escape(PlainText.Clean(document.Title));
        var author = SecurityElement.Escape(PlainText.Clean(document.Author));
        return
            "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
            "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n" +
            "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" " +
            "xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n" +
            "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>\n" +
            $"<dc:format>application/pdf</dc:format><dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{title}</rdf:li></rdf:Alt></dc:title>\n" +
            $"<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator><dc:language><rdf:Bag><rdf:li>vi-VN</rdf:li></rdf:Bag></dc:language>\n" +
            $"<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate><pdf:Producer>{Producer}</pdf:Producer>\n" +
            "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>";
    }
}
