using System.IO.Compression;
using System.Security;
using System.Text;

namespace Emulation.Play;

/// <summary>A small Word file, the same bytes for the same text.</summary>
internal static class WordFile
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public static byte[] Of(string title, params IEnumerable<string> lines)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>
                """);
            Add(zip, "_rels/.rels", """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>
                """);
            Add(zip, "word/document.xml", $"<w:document xmlns:w=\"{Word}\"><w:body>{Paragraph(title, "<w:rPr><w:b/></w:rPr>")}{string.Concat(lines.Select(l => Paragraph(l, "")))}</w:body></w:document>");
        }
        return memory.ToArray();
    }

    private static string Paragraph(string text, string look) => $"<w:p><w:r>{look}<w:t xml:space=\"preserve\">{SecurityElement.Escape(text)}</w:t></w:r></w:p>";

    private static void Add(ZipArchive zip, string name, string text)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var stream = entry.Open();
        stream.Write(Encoding.UTF8.GetBytes("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""" + text.Trim()));
    }
}
