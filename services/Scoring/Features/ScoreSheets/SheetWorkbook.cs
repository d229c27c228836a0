using System.Globalization;
using Emulation.Scoring.Domain.Formulas;
using Emulation.Scoring.Domain.IndexSets;
using Emulation.Scoring.Domain.ScoreSheets;
using Emulation.Scoring.Spreadsheets;

namespace Emulation.Scoring.Features.ScoreSheets;

/// <summary>A unit's sheet as a workbook that it fills in and sends back: one row for each leaf, a column for each way of entering.</summary>
internal static class SheetWorkbook
{
    public const string LeavesSheet = "Phiếu chấm điểm", HeadSheet = "Thông tin chung";

    /// <summary>Headers of the leaves; what is for reading only is not read back.</summary>
    internal static class Column
    {
        public const string Code = "Mã", Name = "Tiêu chí", Max = "Điểm tối đa", How = "Cách nhập";
        public const string Met = "Đạt", Done = "Đã làm", Total = "Tổng số", Value = "Giá trị", Count = "Số lượng", Counts = "Từng trường hợp", NotApplicable = "Không áp dụng", Explanation = "Giải trình";
        public const string Evidence = "Tài liệu kiểm chứng (chỉ xem)", SelfPoints = "Điểm tự chấm (chỉ xem)", Points = "Điểm hiện tính (chỉ xem)", Reason = "Lý do thẩm định (chỉ xem)";

        public static readonly string[] Inputs = [Met, Done, Total, Value, Count, Counts, NotApplicable];
        public static readonly string[] ForReading = [Name, Max, How, Evidence, SelfPoints, Points, Reason];
    }

    internal static class Item
    {
        public const string Title = "Mục", Content = "Nội dung";
        public const string Unit = "Mã đơn vị", Year = "Năm", IndexSet = "Bộ chỉ số";
    }

    public static byte[] Write(ScoreSheet sheet, string unitName, IndexSet set, IReadOnlyDictionary<Guid, string> evidence) =>
        SpreadsheetWriter.Write(Leaves(sheet, set.Definition, evidence), Head(sheet, unitName, set));

    private static SheetDesign Leaves(ScoreSheet sheet, IndexDefinition definition, IReadOnlyDictionary<Guid, string> evidence) => new(LeavesSheet,
    [
        new(Column.Code, 10), new(Column.Name, 60), new(Column.Max, 10) { Format = SheetColumn.AsTheyAre }, new(Column.How, 34),
        new(Column.Met, 10) { Choices = ["Có", "Không"] },
        new(Column.Done, 12) { Format = SheetColumn.AsTheyAre }, new(Column.Total, 12) { Format = SheetColumn.AsTheyAre },
        new(Column.Value, 12) { Format = SheetColumn.AsTheyAre }, new(Column.Count, 12) { Format = SheetColumn.AsTheyAre }, new(Column.Counts, 24),
        new(Column.NotApplicable, 14) { Choices = ["Có", "Không"] }, new(Column.Explanation, 50),
        new(Column.Evidence, 30), new(Column.SelfPoints, 12) { Format = "0.00" }, new(Column.Points, 12) { Format = "0.00" }, new(Column.Reason, 40),
    ],
    [
        .. definition.Areas.SelectMany(area => (SheetRow[])
        [
            new(null, $"{area.Code}. {area.Name}", area.Max) { Strong = true },
            .. definition.Leaves.Where(l => l.Area == area.Code).Select(l => Row(l.Code, l.Name, l.Max, l.CityOnly ? "Thành phố nhập" : How(l.Formula, l.NotApplicableAllowed), sheet, definition, evidence)),
        ]),
        .. definition.Adjustments.Select(a => Row(a.Code, a.Name, a.BonusPenalty.Cap, How(a.Formula, false), sheet, definition, evidence)),
    ]);

    private static SheetRow Row(string code, string name, decimal max, string how, ScoreSheet sheet, IndexDefinition definition, IReadOnlyDictionary<Guid, string> evidence)
    {
        var leaf = sheet.Leaves.GetValueOrDefault(code);
        var self = leaf?.Self;
        return new SheetRow(
            code, name, max, how, self?.Met is { } met ? YesNo(met) : null, self?.Done, self?.Total, self?.Value, self?.Count,
            self?.Counts is { } counts ? string.Join("; ", counts.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Key}: {c.Value}")) : null,
            self is { NotApplicable: true } ? YesNo(true) : null, leaf?.Explanation,
            leaf?.Evidence is { } files ? string.Join("; ", files.Select(f => evidence.GetValueOrDefault(f)).OfType<string>()) : null,
            Changes.Points(definition, code, self is null ? null : new Standing(self, null)), Changes.Points(definition, code, leaf?.Standing), leaf?.Appraised?.Reason);
    }

    private static SheetDesign Head(ScoreSheet sheet, string unitName, IndexSet set) => new(HeadSheet, [new(Item.Title, 24), new(Item.Content, 80)],
    [
        new(Item.Unit, sheet.UnitCode), new("Tên đơn vị", unitName), new(Item.Year, sheet.Year.ToString(CultureInfo.InvariantCulture)),
        new(Item.IndexSet, set.Code), new("Tên bộ chỉ số", set.Name),
        new("Hướng dẫn", "Mỗi tiêu chí chỉ nhập ở các cột nêu tại “Cách nhập”. Tiêu chí chưa có số liệu thì để trống cả dòng. Tài liệu kiểm chứng đính kèm trên hệ thống và được giữ nguyên khi gửi lại tệp."),
        new("Số", "Dấu phẩy là dấu thập phân: 97,25. Không dùng công thức, không gộp ô."),
    ]);

    private static string YesNo(bool yes) => yes ? "Có" : "Không";

    /// <summary>Columns that a leaf is entered in.</summary>
    private static string How(Formula formula, bool notApplicableAllowed)
    {
        var accepts = formula.Accepts;
        List<string> ways = [];
        foreach (var (kind, words) in new[]
        {
            (InputKinds.Met, Column.Met), (InputKinds.DoneOfTotal, $"{Column.Done} và {Column.Total}"), (InputKinds.Value, Column.Value), (InputKinds.Count, Column.Count), (InputKinds.Counts, $"{Column.Counts}: {Cases(formula)}"),
        })
            // One kind of case is simply counted.
            if (accepts.HasFlag(kind) && !(kind == InputKinds.Counts && accepts.HasFlag(InputKinds.Count)))
                ways.Add(words);
        if (notApplicableAllowed)
            ways.Add(Column.NotApplicable);
        return string.Join(" hoặc ", ways);
    }

    private static string Cases(Formula formula) => formula switch
    {
        Deduction d => Keys(d.Cases),
        BonusPenalty b => Keys(b.Cases),
        _ => "",
    };

    private static string Keys(ScoredCase[] cases) => string.Join("; ", cases.Select(c => $"{c.Key}: số lượng ({c.Name})"));
}
