using System.IO.Compression;

namespace Emulation.Documents.Rendering.Docx;

/// <summary>The packaging library stamps each entry with the clock; the same document must give the same bytes.</summary>
internal static class DocxPackage
{
    public static byte[] WithFixedTimes(byte[] package, DateTimeOffset stamp)
    {
        using var target = new MemoryStream();
        using (var source = new ZipArchive(new MemoryStream(package), ZipArchiveMode.Read))
        using (var archive = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            // Readers look for [Content_Types].xml first, and it also sorts first.
            foreach (var entry in source.Entries.OrderBy(entry => entry.FullName, StringComparer.Ordinal))
            {
                var copy = archive.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = stamp.ToUniversalTime();
                using var from = entry.Open();
                using var to = copy.Open();
                from.CopyTo(to);
            }
        }

        return target.ToArray();
    }
}
