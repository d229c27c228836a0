using System.Globalization;
using Emulation.Documents.Domain.Papers;
using Emulation.Documents.Rendering;
using Emulation.Documents.Rendering.Model;
using static Emulation.Documents.Composition.VietnameseText;

namespace Emulation.Documents.Composition;

/// <summary>Tables that reports share.</summary>
internal static class FigureTables
{
    public static TableBlock Criteria(IReadOnlyList<CriterionFigure> criteria) => new(
        [new Column("TT", 0.7, TextAlign.Centre), new Column("Tiêu chí", 4.6), new Column("Chỉ tiêu", 2, TextAlign.Centre), new Column("Kết quả", 2, TextAlign.Centre), new Column("Đánh giá", 1.7, TextAlign.Centre)],
        [.. criteria.Select((c, i) => new TableRow([Ordinal(i), c.Name, c.Target ?? "–", c.Result, c.Met switch { true => "Đạt", false => "Chưa đạt", _ => "Chưa đủ căn cứ" }]))]);

    public static TableBlock Index(IReadOnlyList<IndexFigure> figures, bool units)
    {
        List<Column> columns = [new Column("TT", 0.7, TextAlign.Centre), new Column("Năm", 1, TextAlign.Centre)];
        if (units)
            columns.Add(new Column("Đơn vị", 3.4));
        columns.AddRange([new Column("Chỉ số (điểm)", 1.5, TextAlign.Centre), new Column("Xếp hạng", 1.4, TextAlign.Centre), new Column("Xếp loại, ghi chú", 2.6)]);
        return new(columns, [.. figures.Select((f, i) => new TableRow(
        [
            Ordinal(i), f.Year.ToString(CultureInfo.InvariantCulture), .. units ? [f.UnitName ?? ""] : Array.Empty<string>(),
            f.Index is { } index ? Number(index, 2) : "–", f.Rank?.ToString(CultureInfo.InvariantCulture) ?? "–", f.UnrankedReason ?? f.Class ?? "",
        ]))]);
    }

    public static string Ordinal(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);
}
