using System.Globalization;
using Emulation.Documents.Domain.Papers;
using Emulation.Documents.Domain.Rankings;
using Emulation.Documents.Rendering;
using Emulation.Documents.Rendering.Model;
using static Emulation.Documents.Composition.VietnameseText;

namespace Emulation.Documents.Composition;

/// <summary>Thông báo kết quả xếp hạng; the ranked table is its annex.</summary>
internal static class RankingTableText
{
    // An asterisk in the column of ranks marks units that share one.
    private const string TieMark = " (*)";

    public static OfficialDocument Write(Draft draft, RankingTable table) => new($"Thông báo {LowerFirst(table.Abstract)}", draft.Issuer.InSentence, draft.Document.UpdatedAt,
    [
        new Section(PageOrientation.Portrait,
        [
            draft.Letterhead,
            new TitleBlock("THÔNG BÁO", table.Abstract),
            .. Body(draft, table),
            draft.Signature([RankingBlock.OwnerOf(table.Block) is null ? "Các đơn vị có tên trong Bảng xếp hạng" : "Các phòng, ban, đơn vị trực thuộc", draft.FiledByOwnSection]),
        ]),
        new Section(PageOrientation.Portrait, [.. Annex(draft, table)]),
    ]);

    private static IEnumerable<Block> Body(Draft draft, RankingTable table)
    {
        yield return Paragraph.Of($"Căn cứ kết quả chấm điểm, thẩm định Chỉ số cải cách hành chính năm {table.IndexYear}, {draft.Issuer.InSentence} thông báo kết quả xếp hạng {RankingBlock.NameOf(table.Block)} như sau:");
        yield return Paragraph.Of($"1. Có {Count(table.Ranked.Length, "đơn vị")} được xếp hạng{(table.Unranked.Length > 0 ? $", {Count(table.Unranked.Length, "đơn vị")} không xếp hạng" : "")} (có Bảng xếp hạng kèm theo).");
        if (table.Ranked.Length > 0)
        {
            var first = table.Ranked.Where(u => u.Rank == 1).ToList();
            var average = table.Ranked.Average(u => u.Index);
            yield return Paragraph.Of($"2. Dẫn đầu: {string.Join("; ", first.Select(u => $"{u.UnitName} ({Number(u.Index, 2)} điểm)"))}. Chỉ số trung bình của khối: {Number(average, 2)} điểm.");
            var classes = table.Ranked.Where(u => u.Class is not null).GroupBy(u => u.Class!).ToList();
            if (classes.Count > 0)
                yield return Paragraph.Of($"3. Xếp loại: {string.Join("; ", classes.Select(g => $"{g.Key} {Count(g.Count(), "đơn vị")}"))}.");
            if (classes.Count > 1)
                yield return new Chart(ChartKind.Bars, "Số đơn vị theo xếp loại", "đơn vị", [.. classes.Select(g => g.Key)], [new ChartSeries("Số đơn vị", [.. classes.Select(g => (decimal?)g.Count())])]);
        }

        if (table.RankingVersion > 1)
            yield return Paragraph.Of($"Bảng xếp hạng này là bản đính chính (bản {table.RankingVersion}, công bố {Date(ServiceDefaults.VietnamTime.DateOf(table.PublishedAt))}), thay thế các bản đã công bố trước đó. Lý do đính chính: {Lead(table)}");
        yield return Paragraph.Of($"{UpperFirst(draft.Issuer.InSentence)} thông báo để các cơ quan, đơn vị biết, thực hiện./.");
    }

    private static string Lead(RankingTable table) => table.CorrectionReason is { } reason ? LowerFirst(reason.TrimEnd('.')) + "." : "không ghi.";

    private static IEnumerable<Block> Annex(Draft draft, RankingTable table)
    {
        yield return new AnnexTitle("Phụ lục", $"BẢNG XẾP HẠNG CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM {table.IndexYear}, {Upper(RankingBlock.NameOf(table.Block))}", draft.AttachedTo("Thông báo"));
        var rows = table.Ranked.Select(u => new TableRow([$"{u.Rank.ToString(CultureInfo.InvariantCulture)}{(u.Tied ? TieMark : "")}", u.UnitName, Number(u.Index, 2), u.Class ?? "–"]));
        yield return new TableBlock([new Column("Xếp hạng", 1.3, TextAlign.Centre), new Column("Đơn vị", 4.4), new Column("Chỉ số (điểm)", 1.8, TextAlign.Centre), new Column("Xếp loại", 2.2, TextAlign.Centre)], [.. rows]);
        if (table.Ranked.Any(u => u.Tied))
            yield return new Paragraph([new Run("Ghi chú: (*) các đơn vị có cùng thứ hạng; thứ hạng tiếp theo được tính bỏ qua số đơn vị cùng hạng.", Italic: true)]);
        if (table.Unranked.Length == 0)
            yield break;
        yield return new Heading(2, "Đơn vị không xếp hạng:");
        yield return new TableBlock([new Column("TT", 0.8, TextAlign.Centre), new Column("Đơn vị", 3.6), new Column("Lý do", 5.3)],
            [.. table.Unranked.Select((u, i) => new TableRow([FigureTables.Ordinal(i), u.UnitName, u.Reason]))]);
    }
}
