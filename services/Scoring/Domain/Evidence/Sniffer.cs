using Emulation.ServiceDefaults;

namespace Emulation.Scoring.Domain.Evidence;

/// <summary>Tells what a file is by its bytes, in the problems of this service.</summary>
internal static class Sniffer
{
    public const int LargestFile = FileKind.LargestFile;

    public static (string? MediaType, Problem? Problem) Read(byte[] bytes)
    {
        var kind = FileKind.Of(bytes);
        return (kind.MediaType, kind.Fault switch
        {
            FileFault.Empty => Problems.EvidenceEmpty,
            FileFault.TooLarge => Problems.EvidenceTooLarge.With(kind.Detail!),
            FileFault.NotAccepted => Problems.EvidenceRefused.With(kind.Detail!),
            FileFault.Unsafe => Problems.EvidenceUnsafe.With(kind.Detail!),
            _ => null,
        });
    }
}
