using System.IO.Compression;
using System.Xml;
using Emulation.ServiceDefaults;

namespace Emulation.Scoring.Spreadsheets;

/// <summary>Looks at every byte of an uploaded package before a library is let near it: size when inflated, macros, links outside, DTDs.</summary>
internal static class PackageGuard
{
    private const string MainType = "spreadsheetml.sheet.main+xml";
    private static readonly string[] Macros = ["macroEnabled", "vbaProject", "macrosheet", "ms-excel.addin", "activeX", "controlproperties"];
    private static readonly string[] Outside = ["externalLink", "spreadsheetml.connections", "queryTable"];

    public static Problem? Check(MemoryStream file)
    {
        try
        {
            var head = file.GetBuffer().AsSpan(0, (int)Math.Min(file.Length, 8));
            if (head.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0]))
                return Problems.WorkbookUnreadable.With("Tệp được đặt mật khẩu hoặc ở dạng .xls cũ; hãy bỏ mật khẩu và lưu lại ở dạng .xlsx.");
            if (!head.StartsWith("PK\x03\x04"u8))
                return Problems.WorkbookUnreadable.With("Tệp không phải là bảng tính .xlsx.");
            file.Position = 0;
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            return Check(zip);
        }
        catch (RefusedException e)
        {
            return e.Problem;
        }
        catch (XmlException e)
        {
            // The reader has no other way of telling.
            return e.Message.Contains("DTD", StringComparison.Ordinal)
                ? Problems.WorkbookUnsafe.With("Tệp có khai báo DTD (thực thể XML).")
                : Problems.WorkbookUnreadable.With("Nội dung XML trong tệp bị hỏng.");
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            return Problems.WorkbookUnreadable.With("Tệp nén bị hỏng.");
        }
    }

    private static Problem? Check(ZipArchive zip)
    {
        if (zip.Entries.Count > SpreadsheetLimits.Parts)
            return Problems.WorkbookTooLarge.With($"Tệp có quá {SpreadsheetLimits.Parts} thành phần.");
        if (zip.Entries.Any(e => e.IsEncrypted))
            return Problems.WorkbookUnreadable.With("Tệp được đặt mật khẩu; hãy bỏ mật khẩu.");
        if (zip.Entries.DistinctBy(e => e.FullName.TrimStart('/'), StringComparer.OrdinalIgnoreCase).Count() != zip.Entries.Count)
            return Problems.WorkbookUnreadable.With("Tệp nén có thành phần trùng tên.");
        if (zip.Entries.Any(e => e.Name.StartsWith("vbaProject", StringComparison.OrdinalIgnoreCase)))
            throw Macro();
        var spent = new Spent();
        foreach (var entry in zip.Entries)
        {
            using var content = new Meter(entry.Open(), spent);
            if (IsXml(entry.FullName))
                Scan(entry.FullName, content, spent);
            else
                content.CopyTo(Stream.Null);
        }
        return spent.Main ? null : Problems.WorkbookUnreadable.With("Tệp không phải là bảng tính .xlsx.");
    }

    /// <summary>Only parts so named are scanned as XML, so only these may be read as such afterwards.</summary>
    public static bool IsXml(string part) => Path.GetExtension(part).ToUpperInvariant() is ".XML" or ".RELS" or ".VML";

    private static void Scan(string name, Meter content, Spent spent)
    {
        spent.OfXml = true;
        spent.SinceNode = 0;
        using var xml = XmlReader.Create(content, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        while (xml.Read())
        {
            spent.SinceNode = 0;
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            spent.Nodes += 1 + xml.AttributeCount;
            if (spent.Nodes > SpreadsheetLimits.Nodes || xml.AttributeCount > SpreadsheetLimits.Attributes || xml.Depth > SpreadsheetLimits.Depth)
                throw new RefusedException(Problems.WorkbookTooLarge.With("Nội dung XML trong tệp quá nhiều hoặc lồng nhau quá sâu."));
            if (xml.LocalName == "Relationship")
                Relationship(xml, spent);
            else if (name.EndsWith("[Content_Types].xml", StringComparison.OrdinalIgnoreCase) && xml.GetAttribute("ContentType") is { } type)
                ContentType(type, spent);
        }
        spent.OfXml = false;
    }

    private static void ContentType(string type, Spent spent)
    {
        if (Macros.Any(m => type.Contains(m, StringComparison.OrdinalIgnoreCase)))
            throw Macro();
        if (Outside.Any(o => type.Contains(o, StringComparison.OrdinalIgnoreCase)))
            throw Link();
        spent.Main |= type.Contains(MainType, StringComparison.OrdinalIgnoreCase);
    }

    private static void Relationship(XmlReader xml, Spent spent)
    {
        if (++spent.Relationships > SpreadsheetLimits.Relationships)
            throw new RefusedException(Problems.WorkbookTooLarge.With("Tệp có quá nhiều liên kết."));
        var type = xml.GetAttribute("Type") ?? "";
        if (type.EndsWith("/vbaProject", StringComparison.OrdinalIgnoreCase))
            throw Macro();
        // Excel makes a hyperlink of every address typed; nothing here follows one, so it is only text.
        var outside = string.Equals(xml.GetAttribute("TargetMode"), "External", StringComparison.OrdinalIgnoreCase);
        if (type.Contains("externalLink", StringComparison.OrdinalIgnoreCase) || (outside && !type.EndsWith("/hyperlink", StringComparison.Ordinal)))
            throw Link();
    }

    private static RefusedException Macro() => new(Problems.WorkbookUnsafe.With("Tệp có macro hoặc điều khiển ActiveX; hãy lưu lại ở dạng .xlsx không có macro."));

    private static RefusedException Link() => new(Problems.WorkbookUnsafe.With("Tệp có liên kết tới tệp hoặc nguồn dữ liệu bên ngoài; hãy dán giá trị và gỡ liên kết."));

    /// <summary>What a package has cost so far.</summary>
    private sealed class Spent
    {
        public long Inflated { get; set; }
        public int SinceNode { get; set; }
        public int Nodes { get; set; }
        public int Relationships { get; set; }
        public bool OfXml { get; set; }
        public bool Main { get; set; }
    }

    private sealed class RefusedException(Problem problem) : Exception
    {
        public Problem Problem => problem;
    }

    /// <summary>Counts what is inflated, whatever sizes the archive claims, and stops in time.</summary>
    private sealed class Meter(Stream inner, Spent spent) : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(Span<byte> buffer)
        {
            var read = inner.Read(buffer);
            spent.Inflated += read;
            spent.SinceNode += read;
            if (spent.Inflated > SpreadsheetLimits.Inflated)
                throw new RefusedException(Problems.WorkbookTooLarge.With($"Nội dung sau khi giải nén vượt quá {SpreadsheetLimits.Inflated / 1024 / 1024} MB."));
            if (spent.OfXml && spent.SinceNode > SpreadsheetLimits.Node)
                throw new RefusedException(Problems.WorkbookTooLarge.With("Nội dung XML trong tệp có một phần tử quá lớn."));
            return read;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Dispose();
            base.Dispose(disposing);
        }

        public override void Flush() => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
