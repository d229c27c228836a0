using Emulation.Scoring.Spreadsheets;
using Emulation.ServiceDefaults;

namespace Emulation.Scoring.Features.IndexSets;

/// <summary>Where each part of an index set stands in the workbook it was read from, so that whatever is wrong with the set is told by cell.</summary>
internal sealed class WorkbookPlaces(string otherwise)
{
    private readonly Dictionary<string, CellFault> _cells = new(StringComparer.Ordinal);

    /// <summary>A part by its JSON pointer; ending in <c>/*</c> it stands for all within.</summary>
    public void Note(string pointer, string sheet, CellAddress cell) => _cells.TryAdd(pointer, new CellFault(sheet, cell, ""));

    /// <summary>The same problem with its pointers turned into cells.</summary>
    public Problem Of(Problem problem) => problem with { Errors = [.. problem.Errors.Select(e => Cell(e.Pointer) with { Detail = e.Detail })] };

    private FieldError Cell(string pointer)
    {
        if (_cells.TryGetValue(pointer, out var exact))
            return exact.ToFieldError();
        for (var end = pointer.LastIndexOf('/'); end >= 0; end = end == 0 ? -1 : pointer.LastIndexOf('/', end - 1))
            if (_cells.TryGetValue($"{pointer[..end]}/*", out var within) || _cells.TryGetValue(pointer[..end], out within))
                return within.ToFieldError();
        return new FieldError(CellFault.Pointer(otherwise, null), "");
    }
}
