using System.Globalization;
using System.Text.RegularExpressions;
using Emulation.Documents.PlanImport.Outline;
using Emulation.Documents.PlanImport.Source;

namespace Emulation.Documents.PlanImport.Reading;

/// <summary>The printed mark of a digital signature (K rows). It is text: whether a signature is valid only the file itself can tell.</summary>
/// <param name="Time">Instant as printed.</param>
/// <param name="Place">Place or country as printed; null when absent.</param>
/// <param name="Name">Person or agency.</param>
/// <param name="Email">E-mail as printed; shown only, the certificate decides.</param>
/// <param name="Agency">True for an agency, false for a person.</param>
public sealed record PrintedStamp(DateTimeOffset Time, string? Place, string Name, string? Email, bool Agency);

/// <summary>Takes the stamps, and what a signing tool left beside them, out of the text.</summary>
internal static partial class StampReader
{
    /// <summary>The lines without those of the stamps and bare page numbers.</summary>
    public static List<TextLine> Read(List<TextLine> lines, Readings found)
    {
        List<(PrintedStamp Stamp, SourceSpan Span)> stamps = [];
        var rest = lines.ToArray();
        for (var i = 0; i < lines.Count; i++)
        {
            if (Bookmark().IsMatch(lines[i].Bare) || PageNumber().IsMatch(lines[i].Bare))
                rest[i] = Emptied(lines[i]);
            if (!DateTimeOffset.TryParseExact(lines[i].Text.Value, ["yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.fffzzz"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
                && !DateTimeOffset.TryParseExact(Colon().Replace(lines[i].Text.Value, "$1:$2"), "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out time))
                continue;
            var signed = Enumerable.Range(i + 1, Math.Min(3, lines.Count - i - 1)).Select(n => (n, m: Signed().Match(lines[n].Text.Value))).FirstOrDefault(s => s.m.Success);
            if (signed.m is null)
                continue;
            var name = signed.m.Groups["name"].Value.Trim();
            var place = lines[(i + 1)..signed.n].FirstOrDefault(l => !l.Blank)?.Text.Value;
            var (from, _) = lines[i].Text.At(0, lines[i].Text.Length);
            var (_, to) = lines[signed.n].Text.At(0, lines[signed.n].Text.Length);
            stamps.Add((new(time, place, name, signed.m.Groups["mail"] is { Success: true } mail ? mail.Value : null, Marks.Capitals(name)), new(lines[i].Number, from, to, lines[i].Page)));
            for (var n = i; n <= signed.n; n++)
                rest[n] = Emptied(lines[n]);
        }
        for (var n = 0; n < stamps.Count; n++)
            found.Read($"stamps/{n + 1}", $"Dấu ký số {n + 1}", stamps[n].Stamp, "Dòng thời gian ISO 8601, nơi ký, rồi “tên <thư điện tử> đã ký lên văn bản này”.", [stamps[n].Span]);
        Order(stamps, found);
        return [.. rest];
    }

    private static void Order(List<(PrintedStamp Stamp, SourceSpan Span)> stamps, Readings found)
    {
        if (stamps.Count == 0)
            return;
        var person = stamps.FindIndex(s => !s.Stamp.Agency);
        var agency = stamps.FindIndex(s => s.Stamp.Agency);
        if (person < 0)
            found.Warn("stamp-person", "Không có dấu ký số của người có thẩm quyền.", stamps[0].Span);
        else if (agency >= 0 && stamps[agency].Stamp.Time < stamps[person].Stamp.Time)
            found.Warn("stamp-order", "Cơ quan ký số trước người có thẩm quyền.", stamps[agency].Span, stamps[person].Span);
    }

    private static TextLine Emptied(TextLine line) => line with { Text = MappedText.Empty };

    [GeneratedRegex(@"^bookmark\d+$", RegexOptions.CultureInvariant)]
    private static partial Regex Bookmark();

    [GeneratedRegex(@"^\d{1,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"([+-]\d\d)(\d\d)$", RegexOptions.CultureInvariant)]
    private static partial Regex Colon();

    [GeneratedRegex(@"^(?<name>[^<>]{2,120}?)\s*(?:<(?<mail>[^<>\s]{3,120})>\s*)?đã ký lên văn bản này", RegexOptions.CultureInvariant)]
    private static partial Regex Signed();
}
