using Emulation.ServiceDefaults;

namespace Emulation.Scoring.Domain.Evidence;

/// <summary>Which files may prove a score.</summary>
internal static class Sniffer
{
    public const int LargestFile = 20 * 1024 * 1024;

    public static readonly string[] Accepted = ["PDF", "DOCX", "XLSX", "PNG", "JPG"];

    public static (string? MediaType, Problem? Problem) Read(byte[] bytes)
    {
        var problem = bytes.Length == 0 ? Problems.EvidenceEmpty
            : bytes.Length > LargestFile ? Problems.EvidenceTooLarge.With($"Mỗi tệp không quá {LargestFile / 1024 / 1024} MB.")
            : null;
        if (problem is not null)
            return (null, problem);
        var nature = FileSafety.Of(bytes);
        return nature.Fault switch
        {
            null => (nature.MediaType, null),
            FileFault.Unsafe => (null, Problems.EvidenceUnsafe.With(nature.Detail!)),
            _ => (null, Problems.EvidenceRefused.With($"Chỉ nhận tệp {string.Join(", ", Accepted)}.")),
        };
    }
}
