using Emulation.Documents.Rendering.Model;

namespace Emulation.Documents.Rendering;

/// <summary>Closing signs of enumerated lines.</summary>
internal static class Punctuation
{
    /// <summary>Each basis on its own line, closed by “;”, the last by “.” (Phụ lục I.II.6).</summary>
    public static IEnumerable<string> Lines(LegalBases block) => block.Bases.Select((basis, i) => Close(basis, i == block.Bases.Count - 1));

    /// <summary>Receivers: “- … ;” with “.” at the end of the last line (Phụ lục I.II.9).</summary>
    public static IEnumerable<string> Listed(IReadOnlyList<string> items) => items.Select((item, i) => $"- {Close(item, i == items.Count - 1)}");

    private static string Close(string text, bool last) => text.TrimEnd(';', '.', ' ') + (last ? '.' : ';');
}
