using Emulation.ServiceDefaults;

namespace Emulation.Documents.Domain.Papers;

/// <summary>Checks paragraphs of a paper, which the validation of records does not look into.</summary>
internal static class PaperTexts
{
    public static Problem? Fault(string[] texts, string pointer, int longest)
    {
        var at = Array.FindIndex(texts, text => !Folding.Readable(text) || text.Length > longest);
        return at < 0 ? null : Problems.BadParagraph.At($"{pointer}/{at}", $"Mỗi đoạn dài 1–{longest} ký tự.");
    }
}
