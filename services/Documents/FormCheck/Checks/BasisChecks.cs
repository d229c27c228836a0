using System.Globalization;
using System.Text.RegularExpressions;
using Emulation.ServiceDefaults;
using static Emulation.Documents.FormCheck.FormRules;

namespace Emulation.Documents.FormCheck.Checks;

/// <summary>Legal bases and quotations (Phụ lục I.II.6).</summary>
internal static partial class BasisChecks
{
    public static IEnumerable<Finding> Of(FormParts parts)
    {
        if (parts.Bases.Count == 0)
        {
            foreach (var rule in (FormRule[])[BasisLines, BasisLook, BasisWhole])
                yield return rule.Unknown("Không nhận ra căn cứ ban hành.");
        }
        else
        {
            foreach (var finding in OrFine(Lines(parts), BasisLines, $"{parts.Bases.Count} căn cứ, mỗi căn cứ một dòng."))
                yield return finding;
            yield return Looks.Of(BasisLook, parts, parts.Bases, 13, 14, false, true);
            foreach (var finding in parts.Poor ? [BasisWhole.Unknown("Chữ nhận dạng không đủ rõ.")] : OrFine(Whole(parts), BasisWhole, "Các căn cứ ghi số, ký hiệu và ngày."))
                yield return finding;
        }

        if (parts.Poor)
        {
            yield return LawName.Unknown("Chữ nhận dạng không đủ rõ.");
        }
        else
        {
            foreach (var finding in OrFine(Laws(parts), LawName, "Không có luật, pháp lệnh ghi thêm năm, số."))
                yield return finding;
        }

        foreach (var finding in OrFine(Repetitions(parts), Repeated, "Không có văn bản viện dẫn đầy đủ hai lần."))
            yield return finding;
    }

    internal static IEnumerable<Finding> OrFine(IEnumerable<Finding> wrong, FormRule rule, string fine) => wrong.ToList() is { Count: > 0 } found ? found : [rule.Fine(fine)];

    private static IEnumerable<Finding> Lines(FormParts parts)
    {
        for (var i = 0; i < parts.Bases.Count; i++)
        {
            var basis = parts.Bases[i];
            var last = i == parts.Bases.Count - 1;
            if (!parts.Poor && basis.Text.Split(';').Skip(1).FirstOrDefault(part => AnotherBasis().IsMatch(part)) is { } second)
                yield return BasisLines.Wrong(basis, $"Nhiều căn cứ trong một đoạn: “…;{FormText.Short(second)}”.");
            else if (SentenceAfter().Match(basis.Text) is { Success: true } sentence)
                yield return BasisLines.Wrong(basis, $"Căn cứ và nội dung chung một đoạn: “…{FormText.Short(sentence.Value)}”.");
            else if (!parts.Poor && !basis.Text.EndsWith(last ? '.' : ';'))
                yield return BasisLines.Wrong(basis, $"Căn cứ kết thúc bằng “{basis.Text[^1]}”, đúng ra là “{(last ? '.' : ';')}”.");
        }
    }

    private static IEnumerable<Finding> Whole(FormParts parts)
    {
        foreach (var basis in parts.Bases.Where(basis => MustBeNumbered().IsMatch(basis.Text) && !NumberAndDate().IsMatch(basis.Text)))
            yield return BasisWhole.Wrong(basis, $"“{FormText.Short(basis.Text)}” thiếu số, ký hiệu hoặc ngày ban hành.", FormSeverity.Warning);
        if (parts.Bases.Any(basis => DateInWords().IsMatch(basis.Text)) && parts.Bases.Find(basis => DateInFigures().IsMatch(basis.Text)) is { } other)
            yield return BasisWhole.Wrong(other, $"Ngày ban hành ghi theo hai cách: “ngày … tháng … năm …” và “{DateInFigures().Match(other.Text).Value}”.", FormSeverity.Warning);
    }

    private static IEnumerable<Finding> Laws(FormParts parts) =>
        from p in parts.Bases.Concat(parts.Body)
        from Match law in DatedLaw().Matches(p.Text)
        select LawName.Wrong(p, $"“{FormText.Short(law.Value)}”.");

    /// <summary>Number and date together a second time. Marks are not looked at, so that text read from a picture is compared too.</summary>
    private static IEnumerable<Finding> Repetitions(FormParts parts)
    {
        var seen = new Dictionary<string, FormParagraph>();
        // Rows of a table stand each for itself: proofs listed there are no running text.
        foreach (var p in parts.Bases.Concat(parts.Body.Where(p => !p.InRuledTable)))
        {
            foreach (Match quotation in FullQuotation().Matches(Folding.Fold(p.Text)))
            {
                var key = string.Concat(quotation.Groups[1].Value.Where(char.IsLetterOrDigit)) + "@" + int.Parse(quotation.Groups[2].Value, CultureInfo.InvariantCulture);
                if (!seen.TryAdd(key, p))
                    yield return Repeated.Wrong(p, $"Văn bản số {quotation.Groups[1].Value.ToUpperInvariant()} ghi đầy đủ lần nữa; lần đầu ở đoạn {seen[key].Number}.");
            }
        }
    }

    [GeneratedRegex(@"^\s*(Căn cứ|Thực hiện|Luật|Bộ luật|Pháp lệnh|Hiến pháp|(Nghị định|Nghị quyết|Quyết định|Chỉ thị|Thông tư|Kế hoạch|Công văn|Chương trình|Hướng dẫn|Kết luận) số)\s")]
    private static partial Regex AnotherBasis();

    [GeneratedRegex(@"\. \p{Lu}\p{L}+ \p{Ll}.{15,}$")]
    private static partial Regex SentenceAfter();

    [GeneratedRegex(@"^\S+ \S+ (Nghị định|Nghị quyết|Quyết định|Chỉ thị|Thông tư|Thông báo|Công văn)\b")]
    private static partial Regex MustBeNumbered();

    [GeneratedRegex(@"ngày \d{1,2} tháng \d{1,2}")]
    private static partial Regex DateInWords();

    [GeneratedRegex(@"ngày \d{1,2}[/.]\d{1,2}[/.]\d{4}")]
    private static partial Regex DateInFigures();

    [GeneratedRegex(@"\d+\s*[/-]\s*\S+.{0,5}ngày\s+\d")]
    private static partial Regex NumberAndDate();

    [GeneratedRegex(@"\b(Luật|Bộ luật|Pháp lệnh) (?:\p{Lu}\p{L}*)(?:,? (?!(?:và|của|các|theo|trong|để|được|đã|tại|về|từ|cho|năm|số|ngày|Luật|Nghị)\b)\p{L}+){0,14},? (?:năm \d{4}|số \d+\S*|ngày \d+)")]
    private static partial Regex DatedLaw();

    [GeneratedRegex(@"(\d{1,4}\s*[/-]\s*(?:\d{4}\s*/\s*)?[a-z][a-z0-9]*(?:-?[a-z0-9&]+)*(?:/[a-z]+)?)\s*,?\s*ngay\s+(\d{1,2})\b")]
    private static partial Regex FullQuotation();
}
