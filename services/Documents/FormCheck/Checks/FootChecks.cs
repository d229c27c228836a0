using System.Text.RegularExpressions;
using Emulation.Documents.Rendering;
using Emulation.ServiceDefaults;
using static Emulation.Documents.FormCheck.FormRules;

namespace Emulation.Documents.FormCheck.Checks;

/// <summary>Signature, receivers, annexes (Phụ lục I.II.7–9, III).</summary>
internal static partial class FootChecks
{
    private const string Unclear = "Chữ nhận dạng không đủ rõ.";

    public static IEnumerable<Finding> Of(FormParts parts)
    {
        yield return parts.Poor ? Authority.Unknown(Unclear)
            : parts.Authority.FirstOrDefault(p => AuthorityFault(p.Text) is not null) is { } wrong ? Authority.Wrong(wrong, $"“{wrong.Text}”: {AuthorityFault(wrong.Text)}.")
            : Looks.Of(Authority, parts, parts.Authority, 13, 14, true, false, true);
        yield return parts.Signers.Count == 0 ? Signer.Unknown("Chưa có họ tên người ký.")
            : parts.Signers.Find(p => Degree().IsMatch(p.Text)) is { } titled ? Signer.Wrong(titled, $"“{titled.Text}” ghi học hàm, học vị hoặc danh hiệu.")
            : Looks.Of(Signer, parts, parts.Signers, 13, 14, true, false, false);
        yield return Signed(parts.Document);
        if (parts.Addressees.Count > 0)
            yield return AddresseesFault(parts) is { } fault ? Addressees.Wrong(parts.Addressees[0], fault) : Looks.Of(Addressees, parts, parts.Addressees, 13, 14, null, false);
        foreach (var finding in ReceiversOf(parts))
            yield return finding;
        if (parts.Drafter is { } drafter)
            yield return Looks.Of(Drafter, parts, [drafter], 11, 11, false, false);
        if (parts.Addresses.Count > 0)
            yield return Looks.Of(Address, parts, parts.Addresses, 11, 12, false, false);
        if (AnnexOf(parts) is { } annex)
            yield return annex;
    }

    private static string? AuthorityFault(string text)
    {
        if (Powers().IsMatch(text) && !Powers().Match(text).Value.EndsWith(". ", StringComparison.Ordinal))
            return "sau chữ viết tắt quyền hạn phải có dấu chấm và cách chữ";
        return ShortAgency().Match(text) is { Success: true } agency ? $"viết tắt “{agency.Value}”" : null;
    }

    private static Finding Signed(FormDocument document)
    {
        if (document.Signatures.Count == 0)
            return Signature.Unknown("Tệp không có chữ ký số; hình chữ ký và dấu không đo được trên tệp.");
        return document.Signatures.Contains(-1) ? Signature.Wrong(null, "Có chữ ký số không bao phủ nội dung nào của tệp.")
            : Signature.Unknown($"{document.Signatures.Count} chữ ký số; hiệu lực xem ở chức năng xác thực chữ ký.");
    }

    private static string? AddresseesFault(FormParts parts)
    {
        var first = parts.Addressees[0].Text;
        if (!first.StartsWith("Kính gửi:", StringComparison.Ordinal) && !parts.Poor)
            return $"“{FormText.Short(first)}”: sau “Kính gửi” thiếu dấu hai chấm.";
        if (parts.Addressees.Count == 1 || parts.Poor)
            return null;
        for (var i = 0; i < parts.Addressees.Count; i++)
        {
            var item = i == 0 ? first["Kính gửi:".Length..].Trim() : parts.Addressees[i].Text;
            if (item.Length > 0 && ItemFault(item, i == parts.Addressees.Count - 1) is { } fault)
                return fault;
        }

        return null;
    }

    private static string? ItemFault(string item, bool last) =>
        !item.StartsWith('-') ? $"“{FormText.Short(item)}” không có gạch đầu dòng."
        : !item.EndsWith(last ? '.' : ';') ? $"“{FormText.Short(item)}” không kết thúc bằng “{(last ? '.' : ';')}”." : null;

    private static IEnumerable<Finding> ReceiversOf(FormParts parts)
    {
        if (parts.RecipientsLabel is not { } label)
        {
            foreach (var rule in (FormRule[])[RecipientsLabel, Recipients, Filed])
                yield return parts.Nature == FormNature.Form ? rule.NotAsked("Giấy tờ của hồ sơ, phiên họp không có nơi nhận.")
                    : parts.Document.Paragraphs.Count == 0 ? rule.Unknown("Không có chữ đọc được.") : rule.Wrong(null, "Không tìm thấy “Nơi nhận:”.", FormSeverity.Warning);
            yield break;
        }

        yield return !label.Text.StartsWith("Nơi nhận:", StringComparison.Ordinal) && !parts.Poor ? RecipientsLabel.Wrong(label, $"“{label.Text}”.") : Looks.Of(RecipientsLabel, parts, [label], 12, 12, true, true);
        if (parts.Poor)
            yield return Recipients.Unknown(Unclear);
        else if (parts.Recipients.Index().FirstOrDefault(r => ItemFault(r.Item.Text, r.Index == parts.Recipients.Count - 1) is not null) is { Item: { } item } at)
            yield return Recipients.Wrong(item, ItemFault(item.Text, at.Index == parts.Recipients.Count - 1)!);
        else
            yield return Looks.Of(Recipients, parts, parts.Recipients, 11, 11, false, false);
        if (parts.Addressees.Count > 0 && !parts.Poor)
            yield return parts.Recipients is [var first, ..] && Folding.Fold(first.Text).TrimStart('-', ' ').StartsWith("nhu tren", StringComparison.Ordinal) ? AsAbove.Fine(first.Text, first) : AsAbove.Wrong(label, "Thiếu dòng “- Như trên;”.");
        yield return FiledOf(parts);
    }

    private static Finding FiledOf(FormParts parts)
    {
        var line = parts.Recipients.LastOrDefault(p => Folding.Fold(p.Text).TrimStart('-', '~', ' ', '*').StartsWith("luu", StringComparison.Ordinal));
        if (line is null)
            return parts.Poor ? Filed.Unknown(Unclear) : Filed.Wrong(parts.RecipientsLabel, "Không có dòng “Lưu: VT, …”.");
        var folded = Folding.Fold(line.Text);
        if (!folded.Contains("luu:", StringComparison.Ordinal))
            return Filed.Wrong(line, $"“{line.Text}”: sau “Lưu” thiếu dấu hai chấm.");
        if (!OfficeFirst().IsMatch(folded))
            return Filed.Wrong(line, $"“{line.Text}”: thiếu “VT” (văn thư) đứng đầu.");
        return line == parts.Recipients[^1] ? Filed.Fine(line.Text, line) : Filed.Wrong(line, "“Lưu:” không phải dòng cuối của nơi nhận.");
    }

    private static Finding? AnnexOf(FormParts parts)
    {
        var label = parts.Annexes.FirstOrDefault(p => FormText.IsAnnexLabel(p.Text));
        if (label is null)
            return null;
        var rest = parts.Annexes.SkipWhile(p => p != label).Skip(1).Take(4).ToList();
        var title = rest.TakeWhile(p => !p.Text.StartsWith('(')).Where(p => p.Align is null or TextAlign.Centre).Take(2).ToList();
        var note = rest.Find(p => Folding.Fold(p.Text).StartsWith("(kem theo", StringComparison.Ordinal));
        var findings = new List<Finding> { Looks.Of(Annex, parts, [label], 14, 14, true, false) };
        if (title.Count > 0)
            findings.Add(Looks.Of(Annex, parts, title, 13, 14, true, false, true));
        if (note is not null)
            findings.Add(Looks.Of(Annex, parts, [note], 13, 14, false, true));
        return findings.Find(f => f.Verdict == Verdict.Deviates) ?? findings[0];
    }

    [GeneratedRegex(@"^(TM|KT|TL|TUQ|Q)\b\.? ?")]
    private static partial Regex Powers();

    [GeneratedRegex(@"\b(UBND|HĐND|HĐTĐKT|UBMTTQ|MTTQ)\b")]
    private static partial Regex ShortAgency();

    [GeneratedRegex(@"^(GS|PGS|TS|ThS|Ths|CN|KS|BS|LS|Tiến sĩ|Thạc sĩ|Cử nhân|Kỹ sư|Bác sĩ|NGƯT|NGND)\b\.?")]
    private static partial Regex Degree();

    [GeneratedRegex(@"luu:\s*vt\b")]
    private static partial Regex OfficeFirst();
}
