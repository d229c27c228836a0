using System.Text.RegularExpressions;
using Emulation.Documents.Rendering;
using Emulation.Documents.Rendering.Fonts;
using static Emulation.Documents.FormCheck.FormRules;

namespace Emulation.Documents.FormCheck.Checks;

/// <summary>Boxes 1–5 of the letterhead and the title.</summary>
internal static partial class HeadChecks
{
    public static IEnumerable<Finding> Of(FormParts parts, FontLibrary fonts, PlaceCatalogue places)
    {
        var text = parts.Document.Kind == SourceKind.Text;
        yield return parts.NationalName is { } name ? Exact(name, NationalName, Measures.NationalName, parts) ?? Looks.Of(NationalName, parts, [name], 12, 13, true, false, true) : Missing(NationalName, text, parts);
        yield return parts.Motto is { } motto ? Exact(motto, Motto, Measures.Motto, parts) ?? Looks.Of(Motto, parts, [motto], 13, 14, true, false, false) : Missing(Motto, text, parts);
        if (parts.Motto is not null)
            yield return Rule(MottoRule, parts.Motto, fonts, [parts.Motto], 0.85, 1.15, parts);
        foreach (var finding in Agencies(parts, fonts))
            yield return finding;
        yield return Arrangement(parts);
        foreach (var finding in NumberAndPlace(parts, places))
            yield return finding;
        foreach (var finding in Title(parts, fonts))
            yield return finding;
        if (parts.Urgency.Count > 0)
            yield return Looks.Of(Urgency, parts, parts.Urgency, 13, 14, true, false, true);
    }

    private static Finding Missing(FormRule rule, bool text, FormParts parts) =>
        text || parts.Poor || parts.Document.Paragraphs.Count == 0 ? rule.Unknown("Không thấy trong phần chữ đọc được.") : rule.Wrong(null, "Không tìm thấy.");

    private static Finding? Exact(FormParagraph p, FormRule rule, string wanted, FormParts parts) =>
        parts.Poor || p.Text.Replace("HOÀ", "HÒA", StringComparison.Ordinal) == wanted ? null : rule.Wrong(p, $"Ghi “{FormText.Short(p.Text)}”.");

    private static IEnumerable<Finding> Agencies(FormParts parts, FontLibrary fonts)
    {
        if (parts.Agencies.Count == 0)
        {
            yield return Missing(Agency, parts.Document.Kind == SourceKind.Text, parts);
            yield break;
        }

        // What stands upright and not bold above the bold lines is the parent.
        var looks = parts.Agencies.Any(p => p.Runs.Count > 0);
        var above = looks ? parts.Agencies.TakeWhile(p => Looks.Share(p, r => r.Bold) < 0.5).ToList() : [];
        if (above.Count == parts.Agencies.Count)
            above = above[..^1];
        var own = parts.Agencies.Skip(above.Count).ToList();
        if (above.Count > 0)
            yield return Looks.Of(Parent, parts, above, 12, 13, false, false, true);
        yield return Looks.Of(Agency, parts, own, 12, 13, true, false, true);
        yield return Rule(AgencyRule, own[^1], fonts, own, 0.28, 0.55, parts);
    }

    private static Finding Rule(FormRule rule, FormParagraph at, FontLibrary fonts, List<FormParagraph> lines, double least, double most, FormParts parts, double widest = double.MaxValue)
    {
        if (parts.Document.Kind == SourceKind.Text)
            return rule.Unknown("Tệp chữ không có đường kẻ.");
        if (at.Underlined)
            return rule.Wrong(at, "Dùng gạch chân thay cho đường kẻ.");
        if (at.RuleBelow is not { } length)
            return rule.Unknown("Có đường kẻ, không đo được độ dài.");
        if (length == 0)
            return rule.Wrong(at, "Không thấy đường kẻ ở dưới.", FormSeverity.Warning);
        // Of several lines any may be the one that the rule was measured by.
        var shares = lines.Select(line => length / Math.Min(Looks.Width(fonts, line), widest)).ToList();
        return shares.Where(share => share >= least && share <= most).ToList() is [var fit, ..] ? rule.Fine($"Đường kẻ dài {fit:P0} dòng chữ.", at)
            : rule.Wrong(at, $"Đường kẻ dài {shares[^1]:P0} dòng chữ.");
    }

    private static Finding Arrangement(FormParts parts)
    {
        var (left, right, number, place) = (parts.Agencies.FirstOrDefault(), parts.NationalName, parts.Number, parts.PlaceAndDate);
        if (left is null || right is null)
            return Columns.Unknown("Không đủ thành phần ở phần đầu để đo.");
        if (left is { Cell: { } a } && right is { Cell: { } b })
        {
            if (a.Table != b.Table || a.Row != b.Row || a.Column >= b.Column)
                return Columns.Wrong(left, "Tên cơ quan và Quốc hiệu không nằm ngang nhau ở hai cột.");
            return number?.Cell is { } c && place?.Cell is { } d && (c.Table != d.Table || c.Row != d.Row)
                ? Columns.Wrong(number, "Số, ký hiệu không cùng dòng với địa danh, thời gian.", FormSeverity.Warning) : Columns.Fine("Hai cột ngang nhau.");
        }

        if (left is not { X: { } x1, Y: { } y1 } || right is not { X: { } x2, Y: { } y2 })
            return Columns.Unknown("Phần đầu không dùng bảng hai cột nên không đo được.");
        if (x1 >= x2 || Math.Abs(y1 - y2) > 24)
            return Columns.Wrong(left, "Tên cơ quan và Quốc hiệu không nằm ngang nhau ở hai cột.");
        return number is not null && place is not null && Math.Abs(number.Y!.Value - place.Y!.Value) > 4
            ? Columns.Wrong(number, "Số, ký hiệu không cùng dòng với địa danh, thời gian.") : Columns.Fine("Hai cột ngang nhau; số và địa danh cùng dòng.");
    }

    private static IEnumerable<Finding> NumberAndPlace(FormParts parts, PlaceCatalogue places)
    {
        var text = parts.Document.Kind == SourceKind.Text;
        if (parts.Number is { } number && !parts.Poor)
        {
            yield return NumberFault(number) is { } fault ? Number.Wrong(number, fault) : Looks.Of(Number, parts, [number], 13, 13, false, false);
            if (parts.Type is { } type && FormText.TypeSymbol(type.Text) is { } symbol && SymbolOf().Match(number.Text) is { Success: true } printed)
                yield return printed.Groups[1].Value == symbol ? TypeSymbol.Fine(symbol, number) : TypeSymbol.Wrong(number, $"Ký hiệu “{printed.Groups[1].Value}” của {type.Text}; bảng ghi “{symbol}”.");
        }
        else if (parts.Nature == FormNature.Form)
        {
            yield return Number.NotAsked("Giấy tờ của hồ sơ, phiên họp không thuộc các loại văn bản phải đăng ký số.");
        }
        else
        {
            yield return parts.Type is null && parts.Subject is null ? Number.Unknown("Không nhận ra loại văn bản phải có số.") : Missing(Number, text, parts);
        }

        if (parts.PlaceAndDate is { } line && !parts.Poor)
        {
            yield return PlaceFault(line.Text) is { } place ? Place.Wrong(line, place) : Named(line, parts, places);
            yield return DateFinding(line);
            yield return Looks.Of(PlaceDateLook, parts, [line], 13, 14, false, true, false);
        }
        else if (parts.Nature == FormNature.Minutes && parts.PlaceAndDate is null)
        {
            foreach (var rule in (FormRule[])[Place, Date, PlaceDateLook])
                yield return rule.NotAsked("Mẫu 1.9: thời gian và địa điểm ghi trong nội dung biên bản.");
        }
        else
        {
            yield return Missing(Place, text, parts);
            yield return Missing(Date, text, parts);
        }
    }

    private static string? NumberFault(FormParagraph p)
    {
        if (!p.Text.StartsWith("Số:", StringComparison.Ordinal))
            return $"“{FormText.Short(p.Text)}”: sau “Số” không có dấu hai chấm, hoặc viết khác “Số:”.";
        if (NumberForm().Match(p.Text) is not { Success: true } form)
            return $"“{FormText.Short(p.Text)}”: số và ký hiệu không viết liền theo mẫu “Số: 07/KH-UBND”.";
        return form.Groups[1].Value.Length == 1 ? $"Số {form.Groups[1].Value} nhỏ hơn 10, thiếu số 0 phía trước." : null;
    }

    private static string? PlaceFault(string line)
    {
        var at = line.IndexOf("ngày", StringComparison.OrdinalIgnoreCase);
        var place = (at < 0 ? line : line[..at]).TrimEnd();
        if (!place.EndsWith(','))
            return $"Sau địa danh “{place}” thiếu dấu phẩy.";
        place = place.TrimEnd(',');
        return ShortPlace().IsMatch(place) ? $"Địa danh “{place}” viết tắt." : FormText.IsCapitals(place) ? $"Địa danh “{place}” viết bằng chữ in hoa." : null;
    }

    /// <summary>Only the catalogue knows which units are named after a person, a number or an event.</summary>
    private static Finding Named(FormParagraph line, FormParts parts, PlaceCatalogue places)
    {
        var written = line.Text[..line.Text.IndexOf("ngày", StringComparison.OrdinalIgnoreCase)].TrimEnd(' ', ',');
        if (places.Of(parts.Agencies.Select(p => p.Text)) is not { } unit)
            return Place.Unknown($"“{written}”: không nhận ra đơn vị ban hành trong danh mục đơn vị.");
        return unit.Accepts(written) ? Place.Fine(written, line) : Place.Wrong(line, $"Địa danh “{written}”; {unit.Name} ghi “{unit.Place}”.");
    }

    private static Finding DateFinding(FormParagraph p)
    {
        if (DateForm().Match(p.Text) is not { Success: true } date)
            return Date.Wrong(p, $"“{FormText.Short(p.Text)}” không theo mẫu “ngày … tháng … năm …”.");
        var (day, month) = (date.Groups[1].Value, date.Groups[2].Value);
        if (day.Length == 1 && day != "0")
            return Date.Wrong(p, $"Ngày {day} thiếu số 0 phía trước.");
        if (month is "1" or "2")
            return Date.Wrong(p, $"Tháng {month} thiếu số 0 phía trước.");
        if (month.Length == 2 && month[0] == '0' && month is not ("01" or "02"))
            return Date.Wrong(p, $"Tháng {month}: chỉ tháng 1 và tháng 2 thêm số 0.", FormSeverity.Warning);
        return day.Length == 0 || month.Length == 0 ? Date.Unknown("Dự thảo chưa ghi ngày, tháng.") : Date.Fine($"ngày {day} tháng {month}", p);
    }

    private static IEnumerable<Finding> Title(FormParts parts, FontLibrary fonts)
    {
        if (parts.Subject is { } subject && parts.Type is null)
        {
            yield return Looks.Of(Subject, parts, [subject], 12, 13, false, false, false);
            yield break;
        }

        if (parts.Type is not { } type)
        {
            yield return FormRules.Type.Unknown("Không nhận ra tên loại văn bản.");
            yield break;
        }

        yield return type.Align is not (null or TextAlign.Centre) ? FormRules.Type.Wrong(type, "Tên loại không canh giữa.") : Looks.Of(FormRules.Type, parts, [type], 13, 14, true, false, true);
        yield return Looks.Of(Abstract, parts, parts.Abstract, 13, 14, true, false, false);
        if (parts.Abstract.Count > 0)
            yield return Rule(AbstractRule, parts.Abstract[^1], fonts, parts.Abstract, 0.25, 0.6, parts, 0.88 * PageFormat.Of(Rendering.Model.PageOrientation.Portrait).TextWidth);
    }

    [GeneratedRegex(@"^Số: ?(\d*|[…._]+)/\p{L}+(-[\p{L}&]+)*$")]
    private static partial Regex NumberForm();

    [GeneratedRegex(@"/\s*(\p{L}+)\s*-")]
    private static partial Regex SymbolOf();

    [GeneratedRegex(@"^(P|X|Q|H|TX|TP|TT|ĐK|Tp)\.\s?\p{L}|^(HP|HN|TPHCM|HCM)$")]
    private static partial Regex ShortPlace();

    [GeneratedRegex(@"ngày[\s…._]*(\d{0,2})[\s…._]*tháng[\s…._]*(\d{0,2})[\s…._]*năm[\s…._]*\d{0,4}[\s…._]*$")]
    private static partial Regex DateForm();
}
