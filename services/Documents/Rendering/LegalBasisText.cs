using Emulation.Documents.Rendering.Model;

namespace Emulation.Documents.Rendering;

/// <summary>Each basis on its own line, closed by “;”, the last by “.” (Phụ lục I.II.6).</summary>
internal static class LegalBasisText
{
    public static IEnumerable<string> Lines(LegalBases block) =>
        block.Bases.Select((basis, i) => basis.TrimEnd(';', '.', ' ') + (i == block.Bases.Count - 1 ? "." : ";"));
}
