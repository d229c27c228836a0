using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace Emulation.Documents.FormCheck.Reading;

/// <summary>Parts of a DOCX, each within bounds; nothing outside the package is ever opened.</summary>
internal sealed class DocxPackageReader(byte[] bytes, WorkBudget budget) : IDisposable
{
    private const int LargestPart = 12 * 1024 * 1024;
    private const int Deepest = 120;

    public static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly ZipArchive _zip = Open(bytes);

    public XElement? Part(string name)
    {
        var entry = _zip.GetEntry(name);
        if (entry is null)
            return null;
        try
        {
            using var plain = new MemoryStream();
            using (var stream = entry.Open())
            {
                var buffer = new byte[64 * 1024];
                for (int read; (read = stream.Read(buffer)) > 0;)
                {
                    budget.Unpack(read);
                    if (plain.Length + read > LargestPart)
                        throw new UnreadableFileException($"Phần nội dung của tệp lớn quá {LargestPart / 1024 / 1024} MB.");
                    plain.Write(buffer, 0, read);
                }
            }

            plain.Position = 0;
            CheckDepth(plain);
            plain.Position = 0;
            using var reader = XmlReader.Create(plain, Settings());
            return XElement.Load(reader, LoadOptions.PreserveWhitespace);
        }
        catch (Exception e) when (e is XmlException or InvalidDataException)
        {
            throw new UnreadableFileException("Tệp DOCX hỏng, không đọc được.");
        }
    }

    /// <summary>Target of a relationship of the main part, as a name in the package.</summary>
    public string? Target(string? id)
    {
        var relation = id is null ? null : Part("word/_rels/document.xml.rels")?.Elements().FirstOrDefault(e => (string?)e.Attribute("Id") == id);
        return (string?)relation?.Attribute("Target") is { } target ? target.StartsWith('/') ? target[1..] : $"word/{target}" : null;
    }

    public void Dispose() => _zip.Dispose();

    private static ZipArchive Open(byte[] bytes)
    {
        try
        {
            return new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        }
        catch (InvalidDataException)
        {
            throw new UnreadableFileException("Tệp DOCX hỏng, không đọc được.");
        }
    }

    private static XmlReaderSettings Settings() => new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true };

    /// <summary>A tree is walked by calls that call themselves; one nested without end would exhaust them.</summary>
    private void CheckDepth(MemoryStream part)
    {
        using var reader = XmlReader.Create(part, Settings());
        while (reader.Read())
        {
            budget.Step();
            if (reader.Depth > Deepest)
                throw new UnreadableFileException("Nội dung tệp lồng nhau quá sâu.");
        }
    }
}
