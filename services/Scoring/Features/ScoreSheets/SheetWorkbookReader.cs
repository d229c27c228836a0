using System.Globalization;
using Emulation.Scoring.Domain.IndexSets;
using Emulation.Scoring.Domain.ScoreSheets;
using Emulation.Scoring.Features.IndexSets;
using Emulation.Scoring.Spreadsheets;
using Emulation.ServiceDefaults;
using static Emulation.Scoring.Features.ScoreSheets.SheetWorkbook;

namespace Emulation.Scoring.Features.ScoreSheets;

/// <summary>From a workbook that a unit sent back to the entries that JSON would have carried, each with its cells.</summary>
internal static class SheetWorkbookReader
{
    public static (ScoreEntry[]? Entries, WorkbookPlaces Places, Problem? Problem) Read(UploadedFile file, ScoreSheet sheet)
    {
        var places = new WorkbookPlaces(LeavesSheet);
        if (file.Problem is { } missing)
            return (null, places, missing);
        var (book, unread) = SpreadsheetReader.Read(file.Content);
        if (book is null)
            return (null, places, unread);
        Belongs(book, sheet);
        var table = book.Table(LeavesSheet, [Column.Code], [.. Column.Inputs, Column.Explanation, .. Column.ForReading]);
        List<ScoreEntry> entries = [];
        // A row without a code heads an area.
        foreach (var row in table.Rows.Where(r => r.Has(Column.Code)))
        {
            if (!Column.Inputs.Append(Column.Explanation).Any(row.Has))
                continue;
            places.Note($"/entries/{entries.Count}", LeavesSheet, row.Place(Column.Inputs.FirstOrDefault(row.Has) ?? Column.Explanation));
            places.Note($"/entries/{entries.Count}/leaf", LeavesSheet, row.Place(Column.Code));
            places.Note($"/entries/{entries.Count}/explanation", LeavesSheet, row.Place(Column.Explanation));
            entries.Add(Entry(row, sheet));
        }
        return book.Problem is { } problem ? (null, places, problem) : ([.. entries], places, null);
    }

    private static ScoreEntry Entry(TableRow row, ScoreSheet sheet)
    {
        var code = row.Text(Column.Code) ?? "";
        return new ScoreEntry
        {
            Leaf = code,
            Met = row.YesNo(Column.Met),
            Done = row.Decimal(Column.Done),
            Total = row.Decimal(Column.Total),
            // 97,25% and 97,25 are the same in a column of percentages.
            Value = row.Percent(Column.Value),
            Count = row.Whole(Column.Count),
            Counts = Counts(row),
            NotApplicable = row.YesNo(Column.NotApplicable) ?? false,
            Explanation = row.Text(Column.Explanation),
            Evidence = sheet.Leaves.GetValueOrDefault(code)?.Evidence ?? [],
        };
    }

    private static Dictionary<string, int>? Counts(TableRow row)
    {
        if (row.Text(Column.Counts) is not { } text)
            return null;
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var colon = part.LastIndexOf(':');
            if (colon < 0 || !int.TryParse(part[(colon + 1)..].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var count) || !counts.TryAdd(part[..colon].Trim(), count))
            {
                row.Fault(Column.Counts, "Ghi mỗi trường hợp một lần, dạng “mã: số lượng”, ngăn bằng dấu chấm phẩy.");
                return null;
            }
        }
        return counts;
    }

    /// <summary>A file of another unit or year must not be taken for this one's.</summary>
    private static void Belongs(ReadBook book, ScoreSheet sheet)
    {
        var table = book.Table(HeadSheet, [Item.Title, Item.Content]);
        foreach (var (item, expected) in new[] { (Item.Unit, sheet.UnitCode), (Item.Year, sheet.Year.ToString(CultureInfo.InvariantCulture)), (Item.IndexSet, sheet.IndexSetCode) })
        {
            if (table.Rows.FirstOrDefault(r => r.Text(Item.Title) == item) is not { } row)
                table.Fault(null, $"Thiếu mục “{item}”.");
            else if (row.Text(Item.Content) is var content && content != expected)
                row.Fault(Item.Content, $"Tệp ghi “{NumberText.Short(content ?? "")}”, phiếu này là “{expected}”.");
        }
    }
}
