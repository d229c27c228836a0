using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Emulation.ServiceDefaults;

namespace Emulation.Documents.FormCheck;

/// <summary>Words by which the elements of an official document are known.</summary>
internal static partial class FormText
{
    /// <summary>Types of document and their symbols (Phụ lục III). Longer names first.</summary>
    public static readonly IReadOnlyList<(string Name, string Symbol)> Types =
    [
        ("NGHỊ QUYẾT", "NQ"), ("QUYẾT ĐỊNH", "QĐ"), ("CHỈ THỊ", "CT"), ("QUY CHẾ", "QC"), ("QUY ĐỊNH", "QyĐ"), ("THÔNG CÁO", "TC"), ("THÔNG BÁO", "TB"),
        ("HƯỚNG DẪN", "HD"), ("CHƯƠNG TRÌNH", "CTr"), ("KẾ HOẠCH", "KH"), ("PHƯƠNG ÁN", "PA"), ("ĐỀ ÁN", "ĐA"), ("DỰ ÁN", "DA"), ("BÁO CÁO", "BC"), ("BIÊN BẢN", "BB"),
        ("TỜ TRÌNH", "TTr"), ("HỢP ĐỒNG", "HĐ"), ("CÔNG ĐIỆN", "CĐ"), ("BẢN GHI NHỚ", "BGN"), ("BẢN THỎA THUẬN", "BTT"), ("GIẤY ỦY QUYỀN", "GUQ"), ("GIẤY MỜI", "GM"),
        ("GIẤY GIỚI THIỆU", "GGT"), ("GIẤY NGHỈ PHÉP", "GNP"), ("PHIẾU GỬI", "PG"), ("PHIẾU CHUYỂN", "PC"), ("PHIẾU BÁO", "PB"),
    ];

    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    private static readonly Dictionary<string, string> SymbolOf = Types.ToDictionary(type => Folding.Fold(type.Name), type => type.Symbol);

    /// <summary>One blank between words, composed letters.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormC))
        {
            if (char.IsWhiteSpace(c) || c is '\u00A0')
            {
                if (clean.Length > 0 && clean[^1] != ' ')
                    clean.Append(' ');
            }
            else if (!char.IsControl(c) && c is not ('\u200B' or '\uFEFF' or '\u00AD'))
            {
                clean.Append(c);
            }
        }

        return clean.ToString().TrimEnd();
    }

    /// <summary>Symbol of the type that a line names; null when it names none.</summary>
    public static string? TypeSymbol(string text) => SymbolOf.GetValueOrDefault(Folding.Fold(text).Trim(' ', ':'));

    /// <summary>Papers of a dossier or a session, which Phụ lục III does not list: they take no number and go to nobody.</summary>
    public static bool IsForm(string text) => IsCapitals(text) && TypeSymbol(text) is null && FormLine().IsMatch(Folding.Fold(text));

    public static bool IsTitle(string text) => IsForm(text) || (IsCapitals(text) && TypeSymbol(text) is not null);

    /// <summary>“(Ký, ghi rõ họ tên)” below the title of a signer.</summary>
    public static bool IsSignHint(string text) => text.Length < 80 && text.EndsWith(')') && SignHintLine().IsMatch(Folding.Fold(text));

    public static bool IsCapitals(string text) => text.Any(char.IsUpper) && !text.Any(char.IsLower);

    public static bool IsNationalName(string text) => Folding.Key(text) == "conghoaxahoichunghiavietnam";

    public static bool IsMotto(string text) => Folding.Fold(text) is var folded && folded.StartsWith("doc lap", StringComparison.Ordinal) && folded.Contains("hanh phuc", StringComparison.Ordinal) && text.Length < 45;

    public static bool IsNumber(string text) => NumberLine().IsMatch(Folding.Fold(text));

    public static bool IsPlaceAndDate(string text) => text.Length < 90 && PlaceAndDateLine().IsMatch(Folding.Fold(text));

    public static bool IsRecipientsLabel(string text) => RecipientsLine().IsMatch(Folding.Fold(text).TrimStart('/', ' '));

    public static bool IsAddressees(string text) => Folding.Fold(text).StartsWith("kinh gui", StringComparison.Ordinal);

    public static bool IsAnnexLabel(string text) => text.Length < 40 && AnnexLine().IsMatch(Folding.Fold(text));

    /// <summary>A legal basis, not any sentence that begins with the same word.</summary>
    public static bool IsBasis(string text)
    {
        var folded = Folding.Fold(text);
        return BasisLine().IsMatch(folded);
    }

    /// <summary>Whether a text lacks Vietnamese marks, as text read from a picture does: a fifth of the letters carry one otherwise.</summary>
    public static bool LacksMarks(string text)
    {
        var letters = text.Count(char.IsLetter);
        // Letters that only Vietnamese has, as against those that any bad reading brings in.
        var marked = text.Count(c => c is 'ư' or 'ơ' or 'đ' or 'ă' or 'Đ' or (>= '\u1EA0' and <= '\u1EF9'));
        return letters > 200 && marked < letters * 0.06;
    }

    /// <summary>A measure as written in Vietnam: 12,7.</summary>
    public static string Shown(double? value) => value?.ToString("0.##", Vietnamese) ?? "?";

    public static string Short(string text) => text.Length <= 90 ? text : text[..87] + "…";

    [GeneratedRegex(@"^so\s*:?\s*[\d…._ ]*/\s*[a-z]")]
    private static partial Regex NumberLine();

    [GeneratedRegex(@"^\S.{0,50}?,?\s*ngay[\s…._]*\d{0,2}[\s…._]*thang[\s…._]*\d{0,2}[\s…._]*nam[\s…._]*\d{0,4}[\s…._]*$|^\S[^,]{1,45},\s*ngay\s*\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}\s*$")]
    private static partial Regex PlaceAndDateLine();

    [GeneratedRegex(@"^noi nha?n\s*:?$|^noi nh\w{1,2}\s*:")]
    private static partial Regex RecipientsLine();

    [GeneratedRegex(@"^(bao cao (tom tat )?thanh tich|(ban )?giao uoc|ban (cam ket|tom tat thanh tich|tu danh gia|tu cham diem)|bang cham diem|phieu (bau|bieu quyet|tu|cham|danh gia|khao sat|lay y kien))\b")]
    private static partial Regex FormLine();

    [GeneratedRegex(@"^\((ky|chu ky|dong dau|dong truoc)\b")]
    private static partial Regex SignHintLine();

    [GeneratedRegex(@"^phu luc( [ivxlc\d]+)?\s*$|^phu luc so ")]
    private static partial Regex AnnexLine();

    [GeneratedRegex(@"^(can cu|thuc hien|theo|xet|tren co so)\s+(de nghi cua|to trinh|luat|bo luat|hien phap|phap lenh|nghi dinh|nghi quyet|quyet dinh|chi thi|thong tu|ke hoach|cong van|chuong trinh|huong dan|ket luan|thong bao|quy dinh|quy che|van ban|bien ban|dieu le)\b")]
    private static partial Regex BasisLine();
}
