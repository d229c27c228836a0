using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Emulation.ServiceDefaults;

/// <summary>Why a file is not taken.</summary>
public enum FileFault
{
    /// <summary>Its bytes are of none of the kinds known here.</summary>
    NotAccepted,
    /// <summary>It could harm a reader, or cannot be read.</summary>
    Unsafe,
}

/// <summary>What a file is.</summary>
/// <param name="MediaType">By its bytes; null when it is not taken.</param>
/// <param name="Fault">Why it is not taken; null when it is.</param>
/// <param name="Detail">The same for the sender, in Vietnamese.</param>
/// <param name="Unpacked">Bytes unpacked to find out; never much more than <see cref="FileSafety.LargestUnpacked"/>.</param>
public sealed record FileNature(string? MediaType, FileFault? Fault = null, string? Detail = null, long Unpacked = 0);

/// <summary>Tells what a file is by its bytes, whatever its name says, and refuses what could harm a reader.</summary>
public static class FileSafety
{
    public const string Pdf = "application/pdf", Png = "image/png", Jpeg = "image/jpeg";
    public const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public const string Sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const int MostParts = 2_000;

    /// <summary>What an archive may unpack to, in bytes.</summary>
    public const long LargestUnpacked = 200L * 1024 * 1024;

    /// <summary>A part that unpacks to so many times its packed size, and to more than this, holds nothing but filling.</summary>
    private const long MostInflated = 100, AlwaysBelieved = 32L * 1024 * 1024;

    private static readonly FileNature Unknown = new(null, FileFault.NotAccepted);

    public static FileNature Of(byte[] bytes) => Of(bytes, editable: false);

    /// <summary>The same for a file that a program of ours will open, not only keep: nor may a Word file bring in other files or objects of other programs.</summary>
    public static FileNature Editable(byte[] bytes) => Of(bytes, editable: true);

    private static FileNature Of(byte[] bytes, bool editable) =>
        Starts(bytes, "%PDF-"u8) ? new(Pdf)
        : Starts(bytes, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? new(Png)
        : Starts(bytes, [0xFF, 0xD8, 0xFF]) ? new(Jpeg)
        : Starts(bytes, "PK\u0003\u0004"u8) ? Office(bytes, editable) : Unknown;

    /// <summary>The name a sender gave, fit to be kept: no folders, no control characters, at most 200 characters, the ending kept.</summary>
    public static string Name(string? sent)
    {
        sent = (sent ?? "").Normalize(NormalizationForm.FormC);
        var name = string.Concat(sent[(sent.LastIndexOfAny(['/', '\\']) + 1)..]
            .Where(c => char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate))).Trim();
        var ending = Path.GetExtension(name);
        return name.Length == 0 ? "tai-lieu" : name.Length <= 200 ? name : ending.Length > 20 ? name[..200] : name[..(200 - ending.Length)] + ending;
    }

    private static bool Starts(byte[] bytes, ReadOnlySpan<byte> with) => bytes.AsSpan().StartsWith(with);

    private static FileNature Unsafe(string detail) => new(null, FileFault.Unsafe, detail);

    private static FileNature Office(byte[] bytes, bool editable)
    {
        long unpacked = 0;
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            // Whoever unpacks it by name would write beside the folder he meant.
            if (zip.Entries.Any(e => LeavesItsFolder(e.FullName)))
                return Unsafe("Tệp nén có thành phần mang đường dẫn ra ngoài tệp (“../”).");
            if (zip.Entries.Count > MostParts || !Unpacks(zip, out unpacked))
                return Unsafe("Tệp nén quá nhiều thành phần hoặc bung ra quá lớn.") with { Unpacked = unpacked };
            var type = zip.GetEntry("word/document.xml") is not null ? Word : zip.GetEntry("xl/workbook.xml") is not null ? Sheet : null;
            if (type is null || zip.GetEntry("[Content_Types].xml") is not { } contents)
                return Unknown;
            var fault = zip.Entries.Any(e => e.Name.StartsWith("vbaProject", StringComparison.OrdinalIgnoreCase)) || Text(contents).Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) ? "Tệp chứa macro."
                : zip.Entries.Any(e => IsRelations(e) && ReachesOut(e)) ? "Tệp tham chiếu nội dung bên ngoài."
                : editable && zip.Entries.Any(e => IsRelations(e) && BringsIn(zip, e, figures: type == Word, ref unpacked)) ? "Tệp nhúng tệp khác hoặc đối tượng OLE."
                : editable && zip.Entries.Any(e => e.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && !HasPlainStart(e)) ? "Tệp định nghĩa thực thể XML, không được phép trong tài liệu Word."
                : null;
            return (fault is null ? new FileNature(type) : Unsafe(fault)) with { Unpacked = unpacked };
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or IOException)
        {
            return Unsafe("Tệp hỏng, không đọc được.") with { Unpacked = unpacked };
        }
    }

    /// <summary>Counted while unpacking: the sizes that an archive claims are not to be believed.</summary>
    private static bool Unpacks(ZipArchive zip, out long total)
    {
        var buffer = new byte[64 * 1024];
        total = 0;
        foreach (var entry in zip.Entries)
        {
            using var stream = entry.Open();
            var most = Math.Max(AlwaysBelieved, MostInflated * entry.CompressedLength);
            long own = 0;
            for (int read; (read = stream.Read(buffer)) > 0;)
            {
                (total, own) = (total + read, own + read);
                if (total > LargestUnpacked || own > most)
                    return false;
            }
        }
        return true;
    }

    private static bool LeavesItsFolder(string name) =>
        name.StartsWith('/') || name.StartsWith('\\') || name.Contains(':', StringComparison.Ordinal) || name.Split('/', '\\').Contains("..");

    private static bool IsRelations(ZipArchiveEntry entry) => entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    private static string Text(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
        var text = new char[256 * 1024];
        return new string(text, 0, reader.ReadBlock(text));
    }

    private static XmlReader Xml(ZipArchiveEntry entry) =>
        XmlReader.Create(new StreamReader(entry.Open(), Encoding.UTF8), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true });

    /// <summary>Entities are declared before the first element, or not at all.</summary>
    private static bool HasPlainStart(ZipArchiveEntry part)
    {
        using var reader = Xml(part);
        try
        {
            return reader.MoveToContent() == XmlNodeType.Element;
        }
        catch (XmlException)
        {
            return false;
        }
    }

    /// <summary>Another file that Word opens as part of this one (altChunk, subDocument), or an object that another program draws.</summary>
    private static bool BringsIn(ZipArchive zip, ZipArchiveEntry rels, bool figures, ref long unpacked)
    {
        using var reader = Xml(rels);
        while (reader.Read())
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && reader.GetAttribute("Type") is { } type
                && (type.EndsWith("/aFChunk", StringComparison.OrdinalIgnoreCase) || type.EndsWith("/oleObject", StringComparison.Ordinal) || type.EndsWith("/package", StringComparison.Ordinal)
                    || type.EndsWith("/subDocument", StringComparison.Ordinal) || type.EndsWith("/control", StringComparison.Ordinal))
                && !(figures && type.EndsWith("/package", StringComparison.Ordinal) && IsFiguresOfAChart(zip, rels, reader.GetAttribute("Target"), ref unpacked)))
                return true;
        return false;
    }

    /// <summary>Word keeps the figures of every chart in a workbook of its own; one that is safe itself brings in nothing foreign.</summary>
    private static bool IsFiguresOfAChart(ZipArchive zip, ZipArchiveEntry rels, string? target, ref long unpacked)
    {
        if (!rels.FullName.StartsWith("word/charts/_rels/", StringComparison.Ordinal) || target is null)
            return false;
        var name = target.StartsWith('/') ? target[1..] : target.StartsWith("../", StringComparison.Ordinal) ? "word/" + target[3..] : "word/charts/" + target;
        if (!name.StartsWith("word/", StringComparison.Ordinal) || name.Contains("..", StringComparison.Ordinal) || zip.GetEntry(name) is not { } entry)
            return false;
        using var workbook = new MemoryStream();
        using (var stream = entry.Open())
            stream.CopyTo(workbook);
        var nature = Of(workbook.ToArray(), editable: true);
        unpacked += workbook.Length + nature.Unpacked;
        return nature is { MediaType: Sheet, Fault: null } && unpacked <= LargestUnpacked;
    }

    /// <summary>A link that a reader may follow is harmless; a part that opens by itself (template, picture, embedded file) is not.</summary>
    private static bool ReachesOut(ZipArchiveEntry rels)
    {
        using var reader = Xml(rels);
        while (reader.Read())
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && string.Equals(reader.GetAttribute("TargetMode"), "External", StringComparison.OrdinalIgnoreCase)
                && reader.GetAttribute("Type")?.EndsWith("/hyperlink", StringComparison.Ordinal) != true)
                return true;
        return false;
    }
}
