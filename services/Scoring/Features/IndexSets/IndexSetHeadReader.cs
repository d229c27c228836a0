using Emulation.Scoring.Domain.IndexSets;
using Emulation.Scoring.Spreadsheets;
using static Emulation.Scoring.Features.IndexSets.IndexSetSheets;

namespace Emulation.Scoring.Features.IndexSets;

/// <summary>Reads name, issuer, blocks, classes and the rules of ranking from the second sheet of the workbook.</summary>
internal static class IndexSetHeadReader
{
    private static readonly string[] Once = [Item.Code, Item.Name, Item.Issuer, Item.Edition, Item.Replaces, Item.ThenCouncil, Item.RankBy];
    private static readonly Dictionary<string, string> Pointers = new()
    {
        [Item.Code] = "/code", [Item.Name] = "/name", [Item.Issuer] = "/issuer", [Item.Edition] = "/edition", [Item.Replaces] = "/replaces", [Item.ThenCouncil] = "/tieRule/thenCouncil", [Item.RankBy] = "/rankBy",
    };

    /// <summary>All but the tree, or null when the sheet is not there.</summary>
    public static CreateIndexSetRequest? Read(ReadBook book, WorkbookPlaces places, string? code)
    {
        var table = book.Table(HeadSheet, [Head.Item, Head.Content], Head.Code, Head.From);
        if (table.Header == 0)
            return null;
        var items = table.Rows.ToLookup(r => Array.Find(Known, k => string.Equals(k, r.Text(Head.Item), StringComparison.OrdinalIgnoreCase)) ?? "");
        foreach (var row in items[""])
            row.Fault(Head.Item, $"Không có mục này; ghi một trong: {string.Join("; ", Known)}.");
        foreach (var twice in Once.SelectMany(item => items[item].Skip(1)))
            twice.Fault(Head.Item, "Mục này chỉ ghi một lần.");
        foreach (var row in items.Where(i => i.Key is not ("" or Item.Class)).SelectMany(i => i))
            foreach (var header in new[] { Head.Code, Head.From }.Where(row.Has))
                row.Fault(header, "Mục này chỉ ghi ở cột “Nội dung”.");
        foreach (var needed in Once.Take(3).Where(item => !items[item].Any() && (item != Item.Code || code is null)))
            table.Fault(null, $"Thiếu mục “{needed}”.");

        foreach (var (item, pointer) in Pointers)
            Note(places, pointer, items[item].Take(1));
        Note(places, "/blocks", items[Item.Block]);
        Note(places, "/tieRule/breakBy", items[Item.BreakBy]);
        Note(places, "/classes", items[Item.Class], Head.Code);
        foreach (var (i, row) in items[Item.Class].Index())
        {
            places.Note($"/classes/{i}/name", HeadSheet, row.Place(Head.Content));
            places.Note($"/classes/{i}/from", HeadSheet, row.Place(Head.From));
        }
        return new CreateIndexSetRequest
        {
            Code = Code(items[Item.Code].FirstOrDefault(), code),
            Name = Content(items[Item.Name]) ?? "",
            Issuer = Content(items[Item.Issuer]) ?? "",
            Edition = items[Item.Edition].FirstOrDefault()?.Whole(Head.Content) ?? 1,
            Replaces = Content(items[Item.Replaces]),
            Blocks = [.. items[Item.Block].Select(r => r.Needed(Head.Content))],
            Areas = [],
            Classes = [.. items[Item.Class].Select(r => new ClassCutOff { Code = r.Needed(Head.Code), Name = r.Needed(Head.Content), From = r.NeededDecimal(Head.From) })],
            TieRule = new TieRule
            {
                BreakBy = [.. items[Item.BreakBy].Select(r => r.Needed(Head.Content))],
                ThenCouncil = items[Item.ThenCouncil].FirstOrDefault()?.Choice(Head.Content, YesNoWords) ?? false,
            },
            RankBy = items[Item.RankBy].FirstOrDefault()?.Choice(Head.Content, RankByWords) ?? default,
        };
    }

    private static readonly string[] Known = [.. Pointers.Keys, Item.Block, Item.Class, Item.BreakBy];

    private static string? Content(IEnumerable<TableRow> rows) => rows.FirstOrDefault()?.Text(Head.Content);

    private static string Code(TableRow? row, string? expected)
    {
        var written = row?.Text(Head.Content);
        if (expected is not null && written is not null && written != expected)
            row!.Fault(Head.Content, $"Tệp là của bộ chỉ số “{NumberText.Short(written)}”, không phải “{expected}” đang sửa.");
        return written ?? expected ?? "";
    }

    /// <summary>A list by its first cell, each item by its own.</summary>
    private static void Note(WorkbookPlaces places, string pointer, IEnumerable<TableRow> rows, string header = Head.Content)
    {
        foreach (var (i, row) in rows.Index())
        {
            places.Note(pointer, HeadSheet, row.Place(header));
            places.Note($"{pointer}/{i}", HeadSheet, row.Place(header));
        }
    }
}
