using System.IO.Compression;
using System.Text;
using System.Xml;
using Emulation.ServiceDefaults;

namespace Emulation.Scoring.Domain.Evidence;

/// <summary>Tells what a file is by its bytes, whatever its name says, and refuses what could harm a reader.</summary>
internal static class Sniffer
{
    public const int LargestFile = 20 * 1024 * 1024;
    private const int MostParts = 2_000;
    private const long LargestUnpacked = 200L * 1024 * 1024;
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string Sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static readonly string[] Accepted = ["PDF", "DOCX", "XLSX", "PNG", "JPG"];

    public static (string? MediaType, Problem? Problem) Read(byte[] bytes)
    {
        var problem = bytes.Length == 0 ? Problems.EvidenceEmpty
            : bytes.Length > LargestFile ? Problems.EvidenceTooLarge.With($"Mỗi tệp không quá {LargestFile / 1024 / 1024} MB.")
            : null;
        if (problem is not null)
            return (null, problem);
        if (Starts(bytes, "%PDF-"u8))
            return ("application/pdf", null);
        if (Starts(bytes, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
            return ("image/png", null);
        if (Starts(bytes, [0xFF, 0xD8, 0xFF]))
            return ("image/jpeg", null);
        return Starts(bytes, "PK\u0003\u0004"u8) ? Office(bytes) : (null, NotAccepted);
    }

    private static Problem NotAccepted => Problems.EvidenceRefused.With($"Chỉ nhận tệp {string.Join(", ", Accepted)}.");

    private static bool Starts(byte[] bytes, ReadOnlySpan<byte> with) => bytes.AsSpan().StartsWith(with);

    private static (string? MediaType, Problem? Problem) Office(byte[] bytes)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            if (zip.Entries.Count > MostParts || !Unpacks(zip))
                return (null, Problems.EvidenceUnsafe.With("Tệp nén quá nhiều thành phần hoặc bung ra quá lớn."));
            var type = zip.GetEntry("word/document.xml") is not null ? Word : zip.GetEntry("xl/workbook.xml") is not null ? Sheet : null;
            return type is null || zip.GetEntry("[Content_Types].xml") is null ? (null, NotAccepted)
                : zip.Entries.Any(e => e.Name.StartsWith("vbaProject", StringComparison.OrdinalIgnoreCase)) ? (null, Problems.EvidenceUnsafe.With("Tệp chứa macro."))
                : zip.Entries.Any(e => e.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase) && ReachesOut(e)) ? (null, Problems.EvidenceUnsafe.With("Tệp tham chiếu nội dung bên ngoài."))
                : (type, null);
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or IOException)
        {
            return (null, Problems.EvidenceUnsafe.With("Tệp hỏng, không đọc được."));
        }
    }

    /// <summary>Counted while unpacking: the sizes that an archive claims are not to be believed.</summary>
    private static bool Unpacks(ZipArchive zip)
    {
        var buffer = new byte[64 * 1024];
        long total = 0;
        foreach (var entry in zip.Entries)
        {
            using var stream = entry.Open();
            for (int read; (read = stream.Read(buffer)) > 0;)
                if ((total += read) > LargestUnpacked)
                    return false;
        }
        return true;
    }

    /// <summary>A link that a reader may follow is harmless; a part that opens by itself (template, picture, embedded file) is not.</summary>
    private static bool ReachesOut(ZipArchiveEntry rels)
    {
        using var reader = XmlReader.Create(new StreamReader(rels.Open(), Encoding.UTF8), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        while (reader.Read())
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && reader.GetAttribute("TargetMode") == "External"
                && reader.GetAttribute("Type")?.EndsWith("/hyperlink", StringComparison.Ordinal) != true)
                return true;
        return false;
    }
}
