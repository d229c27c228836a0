using System.Text.RegularExpressions;
using Emulation.Contracts.Campaigns;
using Emulation.Documents.PlanImport.Outline;

namespace Emulation.Documents.PlanImport.Reading;

/// <summary>Reads the legal bases between abstract and body (B rows).</summary>
internal static partial class BasisReader
{
    private sealed record Draft(LegalBasis Basis, SourceSpan Span, List<string?> Doubts, bool YearInWords);

    public static void Read(Regions regions, Readings found)
    {
        List<Draft> drafts = [];
        foreach (var paragraph in regions.Bases.Where(p => p.Text.Length <= Paragraph.Longest))
            Of(paragraph, drafts);
        if (drafts.Count == 0)
        {
            found.Missing("bases", "Căn cứ ban hành", "Không đọc được căn cứ nào giữa trích yếu và phần nội dung.");
            return;
        }
        ShareAbstracts(drafts);
        for (var i = 0; i < drafts.Count; i++)
            found.Read($"bases/{i + 1}", $"Căn cứ {i + 1}", drafts[i].Basis with { Clause = $"B.{i + 1}" }, "Loại văn bản, “số”, ký hiệu, “ngày”, nơi ban hành, trích yếu, nối nhau bằng “;”.", [drafts[i].Span], drafts[i].Doubts);
        if (drafts.Where(d => d.Basis.Number is not null).Select(d => d.YearInWords).Distinct().Count() > 1)
            found.Warn("date-styles", "Các căn cứ ghi ngày theo hai kiểu (“ngày 01/6” và “ngày 01 tháng 6”).", [.. drafts.Select(d => d.Span)]);
        Clashes(regions, drafts, found);
    }

    private static void Of(Paragraph paragraph, List<Draft> drafts)
    {
        var bare = paragraph.Bare;
        var end = Issuing().Match(bare) is { Success: true } issuing ? issuing.Index : bare.Length;
        var starts = Start().Matches(bare[..end]);
        var verb = "";
        for (var i = 0; i < starts.Count; i++)
        {
            var match = starts[i];
            if (match.Groups["verb"] is { Success: true } v)
                verb = Upper(paragraph.Value.Substring(v.Index, v.Length));
            if (verb.Length == 0)
                continue;
            var from = match.Groups["type"].Index;
            var until = i + 1 < starts.Count ? starts[i + 1].Index : end;
            var length = paragraph.Value[from..until].TrimEnd(' ', ';', ',', '.').Length;
            if (Basis(verb, paragraph, from, length) is { } basis)
                drafts.Add(basis);
        }
    }

    private static Draft? Basis(string verb, Paragraph paragraph, int from, int length)
    {
        var (bare, value) = (paragraph.Bare.Substring(from, length), paragraph.Value.Substring(from, length));
        var span = paragraph.Span(from, length);
        List<string?> doubts = [];
        if (Numbered().Match(bare) is { Success: true } match)
        {
            var date = Dates.Of(match);
            var rest = match.Index + match.Length;
            var issuer = Issuer().Match(bare[rest..]);
            // “… của Chính phủ ngày 14/6/2025 quy định …”: the day after the issuer.
            if (!match.Groups["d"].Success && IssuerThenDay().Match(bare[rest..]) is { Success: true } turned)
                (date, issuer) = (Dates.Of(turned), turned);
            var about = issuer.Success ? rest + issuer.Length : rest;
            var text = value[about..].Trim().TrimEnd('.', ';', ',');
            doubts.Add(date is null ? "Ngày của căn cứ không đọc được hoặc không có trong lịch." : null);
            doubts.Add(text.Length == 0 ? "Không ghi trích yếu." : null);
            var by = issuer.Success ? value.Substring(rest + issuer.Groups["i"].Index, issuer.Groups["i"].Length).Trim() : "";
            if (by.Length == 0 && OwnPlan().Match(bare) is { Success: true } own)
            {
                by = value.Substring(own.Groups["u"].Index, own.Groups["u"].Length);
                text = value[about..own.Index].Trim();
                doubts.Add("Nơi ban hành không ghi sau ngày; lấy theo cụm “của …” ở cuối trích yếu.");
            }
            doubts.Add(by.Length == 0 ? "Không ghi nơi ban hành." : null);
            return new(new LegalBasis { Verb = verb, Type = Upper(value.Substring(match.Groups["type"].Index, match.Groups["type"].Length)), Number = value.Substring(match.Groups["n"].Index, match.Groups["n"].Length), Date = date, Issuer = by, Abstract = text }, span, doubts, match.Value.Contains("thang", StringComparison.Ordinal));
        }
        if (Law().Match(bare) is not { Success: true } law)
            return null;
        var lawDate = Regex.Match(bare, $"ngay {Dates.Pattern}", RegexOptions.CultureInvariant);
        var name = value.Substring(law.Groups["name"].Index, law.Groups["name"].Length).Trim().TrimEnd(',', ';', '.');
        return new(new LegalBasis { Verb = verb, Type = Upper(value.Substring(law.Groups["type"].Index, law.Groups["type"].Length)), Number = null, Date = lawDate.Success ? Dates.Of(lawDate) : null, Issuer = "Quốc hội", Abstract = name }, span, doubts, lawDate.Value.Contains("thang", StringComparison.Ordinal));
    }

    /// <summary>“Chỉ thị A …, Chỉ thị B … về …”: what follows is said of both.</summary>
    private static void ShareAbstracts(List<Draft> drafts)
    {
        for (var i = drafts.Count - 2; i >= 0; i--)
            if (drafts[i].Basis is { Abstract.Length: 0, Number: not null } basis && drafts[i + 1].Basis is { Abstract.Length: > 0 } next && next.Type == basis.Type)
            {
                drafts[i].Doubts.RemoveAll(d => d == "Không ghi trích yếu.");
                drafts[i].Doubts.Add("Trích yếu ghi chung với căn cứ đứng sau.");
                drafts[i] = drafts[i] with { Basis = basis with { Abstract = next.Abstract } };
            }
    }

    /// <summary>The same document cited in the body as being of another time (C-12).</summary>
    private static void Clashes(Regions regions, List<Draft> drafts, Readings found)
    {
        foreach (var draft in drafts.Where(d => d.Basis.Number is not null))
        {
            var key = Letters(draft.Basis.Number!);
            if (PeriodWords().Match(PlanImport.Source.MappedText.BareOf(draft.Basis.Abstract)) is not { Success: true } own)
                continue;
            foreach (var part in regions.Parts.Where(p => p.Words.Length <= Paragraph.Longest))
                foreach (Match cited in Citation().Matches(part.Bare))
                    if (Letters(cited.Groups["n"].Value) == key && PeriodWords().Match(part.Bare[cited.Index..Math.Min(part.Bare.Length, cited.Index + 400)]) is { Success: true } other && other.Value != own.Value)
                        found.Warn("basis-clash", $"Văn bản số {draft.Basis.Number} được dẫn với hai nội dung khác nhau ở phần căn cứ và ở mục {part.Node.Address}.", draft.Span, part.Span(cited.Index, cited.Length));
        }
    }

    private static string Letters(string text) => string.Concat(PlanImport.Source.MappedText.BareOf(text).Where(char.IsLetterOrDigit));

    private static string Upper(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private const string Types = @"quyet dinh|ke hoach|chi thi|nghi quyet|nghi dinh|thong tu|thong bao|huong dan|ket luan|cong van|chuong trinh|de an|quy dinh";

    // Verbs also as readers of scans spell them.
    [GeneratedRegex(@"(?:(?<verb>\b(?:can cu|thuc hi\W?en|thyc hi\wn|theo|xet))\s+(?:cac\s+)?|[;,]\s+(?:va\s+)?|\s+va\s+)(?<type>(?:" + Types + @")\s+s\w\s+\d|(?:bo )?luat\s+[a-z])", RegexOptions.CultureInvariant)]
    private static partial Regex Start();

    [GeneratedRegex(@"^(?<type>" + Types + @")\s+s\w\s+(?<n>\d{1,6}[a-z]?(?:/\d{4})?[-/][a-z]+(?:[-/&][a-z]+)*)(?:,?\s+ngay\s+" + Dates.Pattern + ")?", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^\s*(?:cua|cia|ciia)\s+(?<i>.+?)(?=\s+(?:ve|phe duyet|ban hanh|quy dinh|v/v|trien khai|phat dong|huong dan)\b|$|[,;](?:\s|$))", RegexOptions.CultureInvariant)]
    private static partial Regex Issuer();

    [GeneratedRegex(@"^\s*(?:cua|cia|ciia)\s+(?<i>.{2,120}?),?\s+ngay\s+" + Dates.Pattern, RegexOptions.CultureInvariant)]
    private static partial Regex IssuerThenDay();

    [GeneratedRegex(@"\s+cua\s+(?<u>(?:uy ban nhan dan |ubnd )?(?:phuong|xa|dac khu|thanh pho)(?: [a-z]+){1,4})$", RegexOptions.CultureInvariant)]
    private static partial Regex OwnPlan();

    [GeneratedRegex(@"^(?<type>(?:bo )?luat)\s+(?<name>.+?)(?=\s+(?:so\s+\d|ngay\s+\d|nam\s+\d)|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Law();

    [GeneratedRegex(@"(?:(?<=[.;”""]\s)|^)(?:uy ban nh\w+ dan|ubnd|hoi dong thi dua)[^.;]{0,80}?\s(?:ban hanh|xay dung|phat dong|trien khai)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Issuing();

    [GeneratedRegex(@"\bso\s+(?<n>\d{1,6}(?:/\d{4})?[-/][a-z]+(?:-?[a-z]+)*)", RegexOptions.CultureInvariant)]
    private static partial Regex Citation();

    [GeneratedRegex(@"(?:6 thang (?:dau|cuoi) )?nam 20\d\d|giai doan 20\d\d\s*-\s*20\d\d", RegexOptions.CultureInvariant)]
    private static partial Regex PeriodWords();
}
