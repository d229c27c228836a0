using System.Text.RegularExpressions;
using Emulation.Documents.Rendering;
using Emulation.ServiceDefaults;

namespace Emulation.Documents.FormCheck;

/// <summary>The elements of an official document, found by their words and places; null or empty = not found.</summary>
internal sealed partial class FormParts
{
    private const int HeadLines = 40;

    private readonly List<FormParagraph> _all;

    public FormParts(FormDocument document)
    {
        Document = document;
        _all = [.. document.Paragraphs.SelectMany(ApartNumberAndPlace)];
        var at = FindHead();
        at = FindTitle(at);
        var foot = FindIndex(at, p => FormText.IsRecipientsLabel(p.Text));
        var signers = SignersAt(at);
        var several = signers >= 0 && (foot < 0 || signers < foot);
        var end = several ? signers : foot < 0 ? FindIndex(at, p => AuthorityStart().IsMatch(p.Text)) : foot;
        at = FindBases(at, end < 0 ? _all.Count : end);
        Body = [.. _all.Take(end < 0 ? _all.Count : end).Skip(at).Where(p => !IsCentredCapitals(p) && !IsAddress(p))];
        if (several)
            FindSigners(end);
        else if (end >= 0)
            FindFoot(end, foot >= 0);
    }

    /// <summary>Decides which rules apply.</summary>
    public FormNature Nature => Type is not { } type ? FormNature.Official
        : FormText.TypeSymbol(type.Text) == "BB" ? FormNature.Minutes
        : Number is null && FormText.IsForm(type.Text) ? FormNature.Form : FormNature.Official;

    public FormDocument Document { get; }

    public bool Poor => Document.PoorText;

    public FormParagraph? NationalName { get; private set; }

    public FormParagraph? Motto { get; private set; }

    /// <summary>Lines at the upper left: parent agency and issuing agency.</summary>
    public List<FormParagraph> Agencies { get; } = [];

    public FormParagraph? Number { get; private set; }

    public FormParagraph? PlaceAndDate { get; private set; }

    public FormParagraph? Type { get; private set; }

    public List<FormParagraph> Abstract { get; } = [];

    /// <summary>“V/v …” of a công văn.</summary>
    public FormParagraph? Subject { get; private set; }

    public List<FormParagraph> Urgency { get; } = [];

    public List<FormParagraph> Addressees { get; } = [];

    public List<FormParagraph> Bases { get; } = [];

    public List<FormParagraph> Body { get; }

    public FormParagraph? RecipientsLabel { get; private set; }

    public List<FormParagraph> Recipients { get; } = [];

    public List<FormParagraph> Authority { get; } = [];

    /// <summary>Names below the signatures; one unless several sign.</summary>
    public List<FormParagraph> Signers { get; } = [];

    public FormParagraph? Drafter { get; private set; }

    public List<FormParagraph> Addresses { get; } = [];

    /// <summary>All that follows the signature.</summary>
    public List<FormParagraph> Annexes { get; } = [];

    private int FindIndex(int from, Func<FormParagraph, bool> fits) => _all.FindIndex(Math.Min(from, _all.Count), p => fits(p));

    /// <summary>Text extracted from two columns has number and place on one line.</summary>
    private static IEnumerable<FormParagraph> ApartNumberAndPlace(FormParagraph paragraph) =>
        paragraph.Text.Length < 120 && NumberThenPlace().Match(paragraph.Text) is { Success: true } both
            ? [paragraph with { Text = both.Groups[1].Value }, paragraph with { Text = both.Groups[2].Value }] : [paragraph];

    private int FindHead()
    {
        var title = _all.FindIndex(0, Math.Min(HeadLines, _all.Count), p => FormText.IsTitle(p.Text) || (Poor && FormText.TypeSymbol(p.Text) is not null));
        var head = title >= 0 ? title : _all.FindIndex(0, Math.Min(HeadLines, _all.Count), p => FormText.IsAddressees(p.Text) || FormText.IsBasis(p.Text) || Marked().IsMatch(p.Text));
        head = head < 0 ? _all.FindLastIndex(Math.Min(HeadLines, _all.Count) - 1, p => FormText.IsPlaceAndDate(p.Text)) + 1 : head;
        foreach (var p in _all.Take(head))
        {
            if (FormText.IsNationalName(p.Text) || Folding.Fold(p.Text).StartsWith("cong hoa xa hoi", StringComparison.Ordinal))
                NationalName ??= p;
            else if (FormText.IsMotto(p.Text))
                Motto ??= p;
            else if (FormText.IsNumber(p.Text))
                Number ??= p;
            else if (FormText.IsPlaceAndDate(p.Text))
                PlaceAndDate ??= p;
            else if (SubjectLine().IsMatch(p.Text))
                Subject ??= p;
            else if (UrgencyLine().IsMatch(Folding.Fold(p.Text)))
                Urgency.Add(p);
            else if (Number is null && p.Text.Length < 90 && (FormText.IsCapitals(p.Text) || AgencyLine().IsMatch(Folding.Fold(p.Text))))
                Agencies.Add(p);
        }

        Type = title >= 0 ? _all[title] : null;
        return title >= 0 ? title + 1 : head;
    }

    private int FindTitle(int at)
    {
        if (Type is not null)
        {
            for (; at < _all.Count && Abstract.Count < 6 && BelongsToTitle(_all[at]); at++)
                Abstract.Add(_all[at]);
        }

        for (; at < _all.Count && (IsCentredCapitals(_all[at]) || FormText.IsAddressees(_all[at].Text) || (Addressees.Count > 0 && _all[at].Text.StartsWith('-'))); at++)
        {
            if (!IsCentredCapitals(_all[at]))
                Addressees.Add(_all[at]);
        }

        return at;
    }

    private static bool BelongsToTitle(FormParagraph p) =>
        !FormText.IsBasis(p.Text) && !FormText.IsAddressees(p.Text) && !Marked().IsMatch(p.Text) && !FormText.IsCapitals(p.Text) && p.Text.Length < 300
        && !p.Text.EndsWith(':') && !p.Text.EndsWith('.') && p.Align is null or TextAlign.Centre;

    private int FindBases(int at, int end)
    {
        var began = at;
        for (; at < end; at++)
        {
            var p = _all[at];
            if (FormText.IsBasis(p.Text) || (Bases.Count > 0 && Bases[^1].Text.EndsWith(';') && NamedDocument().IsMatch(p.Text)))
                Bases.Add(p);
            else if (!IsCentredCapitals(p))
                break;
        }

        return Bases.Count == 0 ? began : at;
    }

    /// <summary>Where several sign, each below a line that says so; -1 = nowhere.</summary>
    private int SignersAt(int from)
    {
        var hint = FindIndex(from, p => !p.InRuledTable && FormText.IsSignHint(p.Text));
        if (hint < 0)
            return -1;
        while (hint > from && _all[hint - 1] is { InRuledTable: false } above && FormText.IsCapitals(above.Text) && !Marked().IsMatch(above.Text))
            hint--;
        return hint;
    }

    /// <summary>Titles, hints and names in any order, and below them the receivers, if any.</summary>
    private void FindSigners(int at)
    {
        for (; at < _all.Count && !FormText.IsAnnexLabel(_all[at].Text) && RecipientsLabel is null; at++)
        {
            var p = _all[at];
            if (FormText.IsRecipientsLabel(p.Text))
                RecipientsLabel = p;
            else if (FormText.IsCapitals(p.Text))
                Authority.Add(p);
            else if (NameLine().IsMatch(p.Text))
                Signers.Add(p);
            else if (!FormText.IsSignHint(p.Text))
                break;
        }

        for (; RecipientsLabel is not null && at < _all.Count && _all[at].Text.StartsWith('-'); at++)
            Recipients.Add(_all[at]);
        Annexes.AddRange(_all.Skip(at));
    }

    private void FindFoot(int at, bool labelled)
    {
        if (labelled)
            RecipientsLabel = _all[at++];
        for (; labelled && at < _all.Count && !(AuthorityStart().IsMatch(_all[at].Text) || (FormText.IsCapitals(_all[at].Text) && !_all[at].Text.StartsWith('-'))); at++)
        {
            if (NameLine().IsMatch(_all[at].Text) || FormText.IsAnnexLabel(_all[at].Text))
                break;
            if (DrafterLine().IsMatch(_all[at].Text))
                Drafter = _all[at];
            else
                Recipients.Add(_all[at]);
        }

        for (; at < _all.Count && FormText.IsCapitals(_all[at].Text) && Authority.Count < 6 && !FormText.IsAnnexLabel(_all[at].Text); at++)
            Authority.Add(_all[at]);
        // A stamp or a picture may leave a few words before the name.
        var signer = _all.FindIndex(Math.Min(at, _all.Count), Math.Min(3, Math.Max(0, _all.Count - at)), p => NameLine().IsMatch(p.Text));
        if (signer >= 0)
        {
            Signers.Add(_all[signer]);
            at = signer + 1;
        }

        Annexes.AddRange(_all.Skip(at));
    }

    private static bool IsCentredCapitals(FormParagraph p) => FormText.IsCapitals(p.Text) && p.Text.Length < 150 && p.Align is null or TextAlign.Centre && !Marked().IsMatch(p.Text) && FormText.IsCapitals(p.Text);

    private bool IsAddress(FormParagraph p)
    {
        if (p.Text.Length > 200 || !AddressLine().IsMatch(Folding.Fold(p.Text)))
            return false;
        Addresses.Add(p);
        return true;
    }

    [GeneratedRegex(@"^(Số\s*:?\s*\d*\s*/\s*\S+)\s+(\S.{0,60},?\s*ngày.*)$")]
    private static partial Regex NumberThenPlace();

    [GeneratedRegex(@"^([IVX]{1,5}\.|\d{1,2}\.|\p{L}\)|Điều \d+\.|Chương [IVX])\s")]
    private static partial Regex Marked();

    [GeneratedRegex(@"^(V/v|Về việc)\s", RegexOptions.IgnoreCase)]
    private static partial Regex SubjectLine();

    [GeneratedRegex(@"^(uy ban nhan dan|ubnd|hoi dong|so|phong|ban|van phong|trung tam|phuong|xa|dac khu|thanh pho|tinh) \w|^uy ban nhan dan$")]
    private static partial Regex AgencyLine();

    [GeneratedRegex(@"^(hoa toc|thuong khan|khan|xem xong tra lai|luu hanh noi bo)$")]
    private static partial Regex UrgencyLine();

    [GeneratedRegex(@"^(TM|KT|TL|TUQ|Q)\b\.?\s*\p{Lu}{2}")]
    private static partial Regex AuthorityStart();

    [GeneratedRegex(@"^((GS|PGS|TS|ThS|Ths|CN|KS|BS|LS|Tiến sĩ|Thạc sĩ|Cử nhân|Kỹ sư|Bác sĩ|NGƯT|NGND|Đại tá|Thượng tá|Trung tá)\.?\s*)*\p{Lu}\p{Ll}+( \p{Lu}\p{Ll}*){1,6}( \d+)?$")]
    private static partial Regex NameLine();

    [GeneratedRegex(@"^(Luật|Bộ luật|Pháp lệnh|Nghị định|Nghị quyết|Quyết định|Chỉ thị|Thông tư|Kế hoạch|Công văn|Chương trình|Hướng dẫn)\s")]
    private static partial Regex NamedDocument();

    [GeneratedRegex(@"^\p{Lu}{1,6}\.\s?\(?\d{1,4}\)?\.?$")]
    private static partial Regex DrafterLine();

    [GeneratedRegex(@"^(dia chi|dien thoai|dt|email|e-mail|thu dien tu|website|fax)\s*:")]
    private static partial Regex AddressLine();
}
