using System.Text.RegularExpressions;
using Emulation.Documents.Rendering;
using static Emulation.Documents.FormCheck.FormRules;

namespace Emulation.Documents.FormCheck.Checks;

/// <summary>Letters and paragraphs of the running text; what departs in many paragraphs is told once, with its count.</summary>
internal static partial class BodyChecks
{
    private const int SurelyTwoLines = 110;

    public static IEnumerable<Finding> Of(FormParts parts)
    {
        var body = parts.Body.Where(p => !p.InRuledTable && p.Cell is null).ToList();
        var running = body.Where(p => p.Align != TextAlign.Centre).ToList();
        if (running.Count == 0 || running.All(p => p.Runs.Count == 0))
        {
            var why = parts.Document.Kind == SourceKind.Text ? "Tệp chữ không cho biết cách trình bày." : "Không nhận ra phần nội dung.";
            foreach (var rule in (FormRule[])[BodyLook, Justified, FirstLine, Gaps, Spacing, Clauses])
                yield return rule.Unknown(why);
        }
        else
        {
            var pdf = parts.Document.Kind == SourceKind.Pdf;
            yield return Counted(BodyLook, running, p => Looks.Fault(p, 13, 14, null, p.Text.Length > 30 ? false : null), p => Looks.Describe(p));
            yield return Counted(Justified, running.Where(p => p.Align is not null && (pdf || p.Text.Length > SurelyTwoLines)).ToList(), p => p.Align == TextAlign.Justify ? null : "không canh đều hai lề", _ => "Canh đều hai lề.");
            yield return Counted(FirstLine, running.Where(p => p.FirstLine is not null).ToList(), Indent, p => $"Lùi {FormText.Shown(Looks.Millimetres(p.FirstLine!.Value))} mm.");
            yield return Counted(Gaps, running.Skip(1).Where(p => p.GapAbove is not null).ToList(), p => p.GapAbove < (pdf ? 4.6 : 5.9) ? $"cách đoạn trên {FormText.Shown(Math.Max(0, p.GapAbove.Value))} pt" : null, p => $"Cách {FormText.Shown(p.GapAbove)} pt.");
            yield return Counted(Spacing, running.Where(p => p.LineSpacing is not null).ToList(), p => p.LineSpacing < (pdf ? 0.93 : 0.98) || p.LineSpacing > (pdf ? 1.57 : 1.52) ? $"cách dòng {FormText.Shown(p.LineSpacing)}" : null, p => $"Cách dòng {FormText.Shown(p.LineSpacing)}.");
            yield return Counted(Clauses, running, Clause, _ => "Khoản có tiêu đề đậm, khoản và điểm còn lại không đậm.", FormSeverity.Warning);
        }

        yield return SectionHeadings(parts);
        yield return Ending(parts);
    }

    private static Finding Counted(FormRule rule, List<FormParagraph> paragraphs, Func<FormParagraph, string?> fault, Func<FormParagraph, string> describe, FormSeverity severity = FormSeverity.Error)
    {
        if (paragraphs.Count == 0)
            return rule.Unknown("Không đủ đoạn văn để đo.");
        var wrong = paragraphs.Select(p => (Paragraph: p, Fault: fault(p))).Where(p => p.Fault is not null).ToList();
        return wrong.Count == 0 ? rule.Fine(describe(paragraphs[0]))
            : rule.Wrong(wrong[0].Paragraph, $"{wrong.Count}/{paragraphs.Count} đoạn; đầu tiên “{FormText.Short(wrong[0].Paragraph.Text)}”: {wrong[0].Fault}.", severity);
    }

    private static string? Indent(FormParagraph p)
    {
        var mm = Looks.Millimetres(p.FirstLine!.Value);
        return Math.Abs(mm - 10) <= 0.7 || Math.Abs(mm - 12.7) <= 0.7 ? null : $"lùi {FormText.Shown(mm)} mm";
    }

    private static string? Clause(FormParagraph p)
    {
        var bold = Looks.Share(p, r => r.Bold);
        if (KhoanMark().IsMatch(p.Text))
        {
            // A heading is short and closes without a sign; what ends like a sentence is a clause without heading.
            var heading = p.Text.Length <= 130 && p.Text[^1] is not ('.' or ';' or ',');
            return heading && bold < 0.5 ? "tiêu đề khoản không đậm" : !heading && bold > 0.9 ? "khoản không có tiêu đề mà đậm cả đoạn" : null;
        }

        return DiemMark().IsMatch(p.Text) && bold > 0.9 && p.Text.Length > 60 ? "điểm đậm cả đoạn" : null;
    }

    private static Finding SectionHeadings(FormParts parts)
    {
        var headings = parts.Body.Where(p => SectionMark().IsMatch(p.Text)).ToList();
        if (headings.Count == 0 || parts.Poor)
            return Sections.Unknown(parts.Poor ? "Chữ nhận dạng không đủ rõ." : "Văn bản không chia mục (I., II., …).");
        return Looks.Of(Sections, parts, headings, 13, 14, true, false, true);
    }

    private static Finding Ending(FormParts parts)
    {
        if (parts.Body.LastOrDefault(p => !p.InRuledTable) is not { } last || (parts.RecipientsLabel is null && parts.Authority.Count == 0))
            return End.Unknown("Không nhận ra chỗ hết nội dung.");
        if (parts.Nature == FormNature.Form)
            return End.NotAsked("Giấy tờ ngoài các mẫu văn bản của Nghị định.");
        return last.Text.EndsWith("./.", StringComparison.Ordinal) ? End.Fine("“./.”", last) : End.Wrong(last, $"“…{last.Text[^Math.Min(40, last.Text.Length)..]}” không có “./.”.");
    }

    [GeneratedRegex(@"^\d{1,2}\.\s")]
    private static partial Regex KhoanMark();

    [GeneratedRegex(@"^\p{Ll}\)\s")]
    private static partial Regex DiemMark();

    [GeneratedRegex(@"^[IVX]{1,5}\.\s+\p{L}")]
    private static partial Regex SectionMark();
}
