using Emulation.Scoring.Spreadsheets;
using Emulation.ServiceDefaults;

namespace Emulation.Scoring.Features.IndexSets;

/// <summary>From an uploaded workbook to the request that JSON would have carried, checked in the same way.</summary>
internal static class IndexSetFile
{
    /// <param name="file">The upload.</param>
    /// <param name="code">Code of the set that is to be revised; null = a new one.</param>
    /// <param name="http">The request.</param>
    public static async Task<(CreateIndexSetRequest? Set, WorkbookPlaces Places, Problem? Problem)> ReadAsync(UploadedFile file, string? code, HttpContext http)
    {
        var nowhere = new WorkbookPlaces(IndexSetSheets.TreeSheet);
        if (file.Problem is { } missing)
            return (null, nowhere, missing);
        var (book, unread) = SpreadsheetReader.Read(file.Content);
        if (book is null)
            return (null, nowhere, unread);
        var (set, places, problem) = IndexSetSheetsReader.Read(book, code);
        if (set is null)
            return (null, places, problem);
        return await Validation.FaultsAsync(set, http) is { } invalid ? (null, places, places.Of(invalid)) : (set, places, null);
    }
}
