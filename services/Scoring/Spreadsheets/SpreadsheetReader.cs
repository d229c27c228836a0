using System.IO.Packaging;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using Emulation.ServiceDefaults;

namespace Emulation.Scoring.Spreadsheets;

/// <summary>Reads an uploaded .xlsx, trusting nothing in it: whatever is sent, the answer is cells or a problem, within bounded memory and time.</summary>
/// <remarks>Only the workbook, its sheets, shared texts and styles are opened, each node by node: themes, drawings and hyperlinks may be as broken as they like.</remarks>
internal static class SpreadsheetReader
{
    public static (ReadBook? Book, Problem? Problem) Read(byte[] content)
    {
        using var file = new MemoryStream(content, 0, content.Length, writable: false, publiclyVisible: true);
        if (PackageGuard.Check(file) is { } problem)
            return (null, problem);
        try
        {
            file.Position = 0;
            using var package = Package.Open(file, FileMode.Open, FileAccess.Read);
            return Sheets(package);
        }
        catch (LimitException e)
        {
            return (null, Problems.WorkbookTooLarge.With(e.Message));
        }
        // Libraries look at a file made by anyone: which exceptions they know to throw is not ours to list.
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return (null, Problems.WorkbookUnreadable.With("Cấu trúc tệp bị hỏng; hãy mở bằng phần mềm bảng tính rồi lưu lại ở dạng .xlsx."));
        }
    }

    private static (ReadBook?, Problem?) Sheets(Package package)
    {
        var workbook = Related(package, null, package.GetRelationships().Single(r => Is(r, "officeDocument")));
        var relations = workbook.GetRelationships().ToList();
        var budget = new Budget();
        var texts = Optional("sharedStrings") is { } shared ? SharedTexts.Read(shared, budget) : [];
        var looks = Optional("styles") is { } styles ? CellLooks.Read(styles) : [];
        List<ReadSheet> sheets = [];
        foreach (var (name, id) in Names(workbook))
        {
            // A chart has a tab of its own, but no cells.
            if (relations.Single(r => r.Id == id) is var relation && Is(relation, "worksheet"))
                sheets.Add(SheetReader.Read(name, Related(package, workbook, relation), texts, looks, budget));
        }
        if (sheets.DistinctBy(s => s.Name, StringComparer.OrdinalIgnoreCase).Count() != sheets.Count)
            return (null, Problems.WorkbookUnreadable.With("Tệp có hai trang tính trùng tên."));
        return sheets.Exists(s => s.Cells.Count > 0) ? (new ReadBook(sheets), null) : (null, Problems.WorkbookUnreadable.With("Bảng tính không có nội dung."));

        PackagePart? Optional(string type) => relations.Find(r => Is(r, type)) is { } relation ? Related(package, workbook, relation) : null;
    }

    // Two editions of the standard give types different beginnings.
    private static bool Is(PackageRelationship relation, string type) => relation.RelationshipType.EndsWith($"/{type}", StringComparison.Ordinal);

    private static PackagePart Related(Package package, PackagePart? from, PackageRelationship relation) =>
        package.GetPart(PackUriHelper.ResolvePartUri(from?.Uri ?? new Uri("/", UriKind.Relative), relation.TargetUri));

    private static List<(string Name, string Id)> Names(PackagePart workbook)
    {
        List<(string, string)> names = [];
        using var reader = Open(workbook);
        while (reader.Read())
        {
            if (!reader.IsStartElement || reader.ElementType != typeof(Sheet))
                continue;
            if (names.Count == SpreadsheetLimits.Sheets)
                throw new LimitException($"Tệp có quá {SpreadsheetLimits.Sheets} trang tính.");
            names.Add((XlsxText.Read(reader.Attribute("name") ?? "").Text, reader.Attributes.First(a => a.LocalName == "id").Value!));
        }
        return names;
    }

    /// <summary>Node by node: a document tree of a large sheet would take many times its size.</summary>
    public static OpenXmlReader Open(PackagePart part) => PackageGuard.IsXml(part.Uri.OriginalString)
        ? new TypedOpenXmlPartReader(part.GetStream(FileMode.Open, FileAccess.Read))
        : throw new InvalidDataException("A part that was not looked at as XML.");

    public static string? Attribute(this OpenXmlReader reader, string name) =>
        reader.Attributes.FirstOrDefault(a => a.LocalName == name && a.NamespaceUri.Length == 0).Value;
}

/// <summary>What may still be read of one workbook.</summary>
internal sealed class Budget
{
    private int _cells;
    private int _characters;

    public void Cell()
    {
        if (++_cells > SpreadsheetLimits.Cells)
            throw new LimitException($"Bảng tính có quá {SpreadsheetLimits.Cells} ô có nội dung.");
    }

    public void Text(string text)
    {
        if ((_characters += text.Length) > SpreadsheetLimits.Characters)
            throw new LimitException("Bảng tính có quá nhiều chữ.");
    }
}

/// <summary>A limit is passed, said in Vietnamese; caught by the reader.</summary>
internal sealed class LimitException(string message) : Exception(message);
