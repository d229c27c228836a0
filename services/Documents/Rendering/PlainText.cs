using System.Globalization;
using System.Text;

namespace Emulation.Documents.Rendering;

/// <summary>Makes text fit for print: composed letters (NFC), no control characters and no invisible marks.</summary>
internal static class PlainText
{
    public static string Clean(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var composed = text.Normalize(NormalizationForm.FormC);
        var clean = new StringBuilder(composed.Length);
        foreach (var rune in composed.EnumerateRunes())
        {
            if (rune.Value is '\t' or '\n' or '\r')
                clean.Append(' ');
            // U+FFFE and U+FFFF may not stand in XML, and so not in a DOCX. Marks that nobody sees come with pasted text:
            // no font has them, and those that turn the direction of writing make Word show something other than the PDF.
            else if (!Rune.IsControl(rune) && rune.Value is not (0xFFFE or 0xFFFF) && Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format)
                clean.Append(rune);
        }

        return clean.ToString();
    }
}
