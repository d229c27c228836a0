using System.Text.RegularExpressions;

namespace Emulation.Documents.Composition;

/// <summary>What tells two printed legal bases apart: type and number; of a law its name, however it is dated.</summary>
/// <remarks>A number without a year in it (10/QĐ-UBND) comes back every year, so there the date counts too.</remarks>
internal static partial class BasisKey
{
    public static string Of(string basis)
    {
        var text = Verb().Replace(basis.Trim().TrimEnd(';', '.'), "");
        if (text.StartsWith("Luật", StringComparison.OrdinalIgnoreCase) || text.StartsWith("Bộ luật", StringComparison.OrdinalIgnoreCase))
            text = LawDetails().Replace(text, "");
        else if (Numbered().Match(text) is { Success: true } numbered)
            text = numbered.Value;
        return text.ToUpperInvariant();
    }

    [GeneratedRegex(@"^(Căn cứ|Thực hiện|Theo)\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Verb();

    [GeneratedRegex(@"^.+? số (\S+/\d{4}/\S+|\S+( ngày \d+ tháng \d+ năm \d+)?)", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();

    [GeneratedRegex(@" (số \S*\d|ngày \d|năm \d).*$", RegexOptions.CultureInvariant)]
    private static partial Regex LawDetails();
}
