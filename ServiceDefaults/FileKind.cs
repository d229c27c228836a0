using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Emulation.ServiceDefaults;

/// <summary>Why a file is not taken.</summary>
public enum FileFault
{
    /// <summary>No bytes.</summary>
    Empty,
    /// <summary>Over <see cref="FileKind.LargestFile"/>.</summary>
    TooLarge,
    /// <summary>None of the kinds accepted.</summary>
    NotAccepted,
    /// <summary>Broken, or it could harm a reader.</summary>
    Unsafe,
}

/// <summary>What a file is by its bytes, whatever its name says; what could harm a reader is refused.</summary>
/// <param name="MediaType">Null when it is refused.</param>
/// <param name="Fault">Why it is refused.</param>
/// <param name="Detail">The same in Vietnamese.</param>
public sealed record FileKind(string? MediaType, FileFault? Fault = null, string? Detail = null)
{
    public const int LargestFile = 20 * 1024 * 1024;
    private const int MostParts = 2_000;
    private const long LargestUnpacked = 200L * 1024 * 1024;
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string Sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static readonly string[] Accepted = ["PDF", "DOCX", "XLSX", "PNG", "JPG"];

    /// <summary>What a sender may call them; only the bytes count.</summary>
    public static readonly string[] MediaTypes = ["application/pdf", Word, Sheet, "image/png", "image/jpeg", "application/octet-stream"];

    private static FileKind NotAccepted => new(null, FileFault.NotAccepted, $"Chỉ nhận tệp {string.Join(", ", Accepted)}.");

    public static FileKind Of(byte[] bytes)
    {
        if (bytes.Length == 0)
            return new(null, FileFault.Empty, "Tệp rỗng.");
        if (bytes.Length > LargestFile)
            return new(null, FileFault.TooLarge, $"Mỗi tệp không quá {LargestFile / 1024 / 1024} MB.");
        if (Starts(bytes, "%PDF-"u8))
            return new("application/pdf");
        if (Starts(bytes, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
            return new("image/png");
        if (Starts(bytes, [0xFF, 0xD8, 0xFF]))
            return new("image/jpeg");
        return Starts(bytes, "PK\u0003\u0004"u8) ? Office(bytes) : NotAccepted;
    }

    /// <summary>A name to keep: no folders, no control characters, at most 200 characters, and the ending kept.</summary>
    public static string SafeName(string sent)
    {
        var name = string.Concat(sent.Normalize(NormalizationForm.FormC)[(sent.LastIndexOfAny(['/', '\\']) is var slash and >= 0 ? Math.Min(slash + 1, sent.Length) : 0)..]
            .Where(c => char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate))).Trim();
        var ending = Path.GetExtension(name);
        return name.Length == 0 ? "tai-lieu" : name.Length <= 200 ? name : ending.Length > 20 ? name[..200] : name[..(200 - ending.Length)] + ending;
    }

    private static bool Starts(byte[] bytes, ReadOnlySpan<byte> with) => bytes.AsSpan().StartsWith(with);

    private static FileKind Office(byte[] bytes)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            if (zip.Entries.Count > MostParts || !Unpacks(zip))
                return new(null, FileFault.Unsafe, "Tệp nén quá nhiều thành phần hoặc bung ra quá lớn.");
            var type = zip.GetEntry("word/document.xml") is not null ? Word : zip.GetEntry("xl/workbook.xml") is not null ? Sheet : null;
            return type is null || zip.GetEntry("[Content_Types].xml") is null ? NotAccepted
                : zip.Entries.Any(e => e.Name.StartsWith("vbaProject", StringComparison.OrdinalIgnoreCase)) ? new(null, FileFault.Unsafe, "Tệp chứa macro.")
                : zip.Entries.Any(e => e.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase) && ReachesOut(e)) ? new(null, FileFault.Unsafe, "Tệp tham chiếu nội dung bên ngoài.")
                : new(type);
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or IOException)
        {
            return new(null, FileFault.Unsafe, "Tệp hỏng, không đọc được.");
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
