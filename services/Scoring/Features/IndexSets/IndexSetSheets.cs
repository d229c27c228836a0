using Emulation.Scoring.Domain.Formulas;
using Emulation.Scoring.Domain.IndexSets;
using Emulation.Scoring.Spreadsheets;

namespace Emulation.Scoring.Features.IndexSets;

/// <summary>An index set as a workbook: the tree on one sheet, what else it lays down on a second, how to write figures on a third that is not read.</summary>
internal static class IndexSetSheets
{
    public const string TreeSheet = "Bộ chỉ số";
    public const string HeadSheet = "Thông tin chung";
    public const string GuideSheet = "Hướng dẫn";

    /// <summary>Headers of the tree.</summary>
    public static class Tree
    {
        public const string Level = "Cấp";
        public const string Code = "Mã";
        public const string Name = "Tên";
        public const string Max = "Điểm tối đa";
        public const string Kind = "Kiểu chấm";
        public const string Figures = "Tham số";
        public const string NotApplicable = "Cho phép không áp dụng";
        public const string Unit = "Đơn vị tính";
        public const string Clause = "Điều khoản";
        public const string Proof = "Tài liệu kiểm chứng";
    }

    /// <summary>Words of <see cref="Tree.Level"/>.</summary>
    public static class Level
    {
        public const string Area = "Lĩnh vực";
        public const string Criterion = "Tiêu chí";
        public const string Leaf = "Tiêu chí thành phần";
        public const string Adjustment = "Điểm thưởng/trừ";
    }

    /// <summary>Headers of the second sheet.</summary>
    public static class Head
    {
        public const string Item = "Mục";
        public const string Code = "Mã";
        public const string Content = "Nội dung";
        public const string From = "Từ điểm";
    }

    /// <summary>Words of <see cref="Head.Item"/>.</summary>
    public static class Item
    {
        public const string Code = "Mã bộ chỉ số";
        public const string Name = "Tên bộ chỉ số";
        public const string Issuer = "Cơ quan ban hành";
        public const string Edition = "Lần ban hành";
        public const string Replaces = "Thay thế bộ chỉ số";
        public const string Block = "Khối áp dụng";
        public const string Class = "Xếp loại";
        public const string BreakBy = "Bằng điểm thì so lĩnh vực";
        public const string ThenCouncil = "Vẫn bằng điểm thì Hội đồng biểu quyết";
        public const string RankBy = "Xếp hạng theo";
    }

    public static readonly IReadOnlyDictionary<string, bool> YesNoWords = new Dictionary<string, bool> { ["Có"] = true, ["Không"] = false };

    public static readonly IReadOnlyDictionary<string, RankBy> RankByWords = new Dictionary<string, RankBy>
    {
        ["Chỉ số"] = RankBy.Index,
        ["Tổng điểm có thưởng, trừ"] = RankBy.Total,
    };

    public static byte[] Write(CreateIndexSetRequest set) => SpreadsheetWriter.Write(TreeOf(set), HeadOf(set), Guide());

    private static SheetDesign TreeOf(CreateIndexSetRequest set) => new(TreeSheet,
    [
        new(Tree.Level, 14) { Choices = [Level.Area, Level.Criterion, Level.Leaf, Level.Adjustment] },
        new(Tree.Code, 10), new(Tree.Name, 60), new(Tree.Max, 10) { Format = SheetColumn.AsTheyAre },
        new(Tree.Kind, 24) { Choices = [.. FormulaKind.All.Select(k => k.ToString())] },
        new(Tree.Figures, 44), new(Tree.NotApplicable, 12) { Choices = ["Có", "Không"] }, new(Tree.Unit, 14), new(Tree.Clause, 18), new(Tree.Proof, 34),
    ],
    [
        .. set.Areas.SelectMany(area => (SheetRow[])
        [
            new(Level.Area, area.Code, area.Name, area.Max) { Strong = true },
            .. area.Criteria.SelectMany(c => (SheetRow[])
            [
                Node(Level.Criterion, c.Code, c.Name, c.Max, c.Formula, c.NotApplicableAllowed, c.Unit, c.Clause, c.VerificationDocument),
                .. c.Leaves.Select(l => Node(Level.Leaf, l.Code, l.Name, l.Max, l.Formula, l.NotApplicableAllowed, l.Unit, l.Clause, l.VerificationDocument)),
            ]),
        ]),
        .. set.Adjustments.Select(a => Node(Level.Adjustment, a.Code, a.Name, null, a.Formula, false, null, null, a.VerificationDocument)),
    ]);

    private static SheetRow Node(string level, string code, string name, decimal? max, Formula? formula, bool notApplicable, string? unit, string? clause, string? proof) =>
        new(level, code, name, max, formula is null ? null : FormulaKind.Of(formula).ToString(), formula is null ? null : FormulaNotation.Write(formula), notApplicable ? "Có" : null, unit, clause, proof);

    private static SheetDesign HeadOf(CreateIndexSetRequest set) => new(HeadSheet,
    [
        new(Head.Item, 28) { Choices = [Item.Code, Item.Name, Item.Issuer, Item.Edition, Item.Replaces, Item.Block, Item.Class, Item.BreakBy, Item.ThenCouncil, Item.RankBy] },
        new(Head.Code, 14), new(Head.Content, 70), new(Head.From, 12) { Format = SheetColumn.AsTheyAre },
    ],
    [
        new(Item.Code, null, set.Code),
        new(Item.Name, null, set.Name),
        new(Item.Issuer, null, set.Issuer),
        new(Item.Edition, null, $"{set.Edition}"),
        .. set.Replaces is { } replaced ? (SheetRow[])[new(Item.Replaces, null, replaced)] : [],
        .. set.Blocks.Select(b => new SheetRow(Item.Block, null, b)),
        .. set.Classes.Select(c => new SheetRow(Item.Class, c.Code, c.Name, c.From)),
        .. set.TieRule.BreakBy.Select(a => new SheetRow(Item.BreakBy, null, a)),
        new(Item.ThenCouncil, null, set.TieRule.ThenCouncil ? "Có" : "Không"),
        new(Item.RankBy, null, RankByWords.Single(w => w.Value == set.RankBy).Key),
    ]);

    private static SheetDesign Guide() => new(GuideSheet,
        [new("Nội dung", 30), new("Cách ghi", 60), new("Giải thích", 70)],
    [
        new("Thứ tự dòng", "Lĩnh vực, rồi các tiêu chí của lĩnh vực, dưới mỗi tiêu chí là các tiêu chí thành phần", "Tiêu chí có thành phần thì để trống “Kiểu chấm”; tổng điểm tối đa của các dòng con bằng dòng cha; các lĩnh vực cộng lại bằng 100."),
        new("Số", "97,25 hoặc 1234,5", "Dấu phẩy là dấu thập phân. Không ghi 1.234 vì có thể hiểu là 1234 hoặc 1,234. Không dùng công thức, không gộp ô."),
        new("Dấu so sánh", ">= > <= <", "“Từ … trở lên” là >=, “trên …” là >; “không quá …” là <=, “dưới …” là <. Hai dấu khác nhau, không thay nhau được."),
        .. FormulaKind.All.Select(k => new SheetRow($"{k}", FormulaNotation.Example(k) is { Length: > 0 } example ? example : "(để trống)", Meaning(k))),
        new("Mục của trang “Thông tin chung”", $"{Item.Block}, {Item.Class}, {Item.BreakBy}: mỗi giá trị một dòng", $"“{Item.RankBy}”: {string.Join(" hoặc ", RankByWords.Keys)}. Xếp loại ghi từ cao xuống thấp, loại cuối từ 0 điểm."),
    ]);

    private static string Meaning(FormulaKind kind) => kind.Code switch
    {
        "F1" => "Đạt được điểm tối đa, không đạt được 0.",
        "F2" => "Điểm tối đa × số đã làm ÷ tổng số.",
        "F3" => "Như F2, nhưng chưa tới sàn thì 0 điểm.",
        "F4" => "Tới mức dưới: 0 điểm; từ mức trên: điểm tối đa; ở giữa tính theo đường thẳng.",
        "F5" => "Mỗi bậc: mức và điểm; bậc tốt nhất ghi trước và bằng điểm tối đa. Càng ít càng tốt thì dùng <= hoặc <.",
        "F6" => "Đạt mục tiêu được điểm tối đa, dưới mục tiêu theo tỷ lệ.",
        "F7" => "Số lần × điểm mỗi lần, không quá điểm tối đa.",
        "F8" => "Điểm tối đa trừ điểm của từng trường hợp, không dưới 0. Mỗi trường hợp: mã \"tên\": điểm.",
        "F9" => "Không quá mục tiêu được điểm tối đa; cao hơn thì điểm tối đa × mục tiêu ÷ giá trị; quá ngưỡng thì 0 điểm. Có thể không ghi ngưỡng.",
        "F10" => "Từ bình quân của khối được điểm tối đa; dưới bình quân theo tỷ lệ hoặc 0 điểm (ghi “theo tỷ lệ” hoặc “0 điểm”).",
        "F11" => "Điểm tối đa × kết quả điều tra (%), thành phố nhập.",
        _ => "Ngoài 100 điểm: “thưởng tối đa …” hoặc “trừ tối đa …”, rồi các trường hợp như F8.",
    };
}
