using System.Globalization;
using System.Text;

namespace Emulation.Nominations.Domain;

/// <summary>Text without case, marks and spacing: <c>Hoà Bình</c>, <c>Hòa Bình</c> and <c>hoa  binh</c> are the same.</summary>
internal static class Folding
{
    public static string Of(string text)
    {
        var folded = new StringBuilder();
        foreach (var c in text.ToLower(CultureInfo.InvariantCulture).Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(c))
                folded.Append(c == 'đ' ? 'd' : c);
        }
        return folded.ToString();
    }
}
